"""Commands as they are typed in a terminal: `/knowledge edit tupe` is the verb EditEntry("tupe")."""

import difflib
import shlex
from collections.abc import Mapping, Sequence
from contextlib import suppress

from bot.actions.completion import entry_named
from bot.cards import usage  # noqa: F401 - it has the words of what is raised here
from bot.cards.descriptions import DESCRIPTIONS
from bot.domain.errors import UnknownCommand, UnknownVerb, WrongUsage
from bot.domain.verb import VERBS, Verb, arguments_of, commands
from bot.domain.verbs.knowledge.drafts import AddEntry


def every_command() -> Mapping[str, type[Verb]]:
    """The verbs that can be typed, by what is typed."""
    return {kind.command: kind for kind in commands()}


def command(typed: str, titles: Mapping[str, str]) -> Verb:
    """The verb that a typed line means; `titles` are those of the entries that it may name, by id.

    A word with spaces in it is put in quotation marks. Any other verb is understood by its own name, as
    in a button. Raises UnknownCommand or WrongUsage.
    """
    words = _words(typed.removeprefix("/"))
    known = every_command()
    for length in (2, 1):
        name = " ".join(words[:length]).lower()
        if len(words) >= length and name in known:
            return _read(known[name], words[length:], titles)
    for length in (2, 1):
        name = "-".join(words[:length]).lower()
        if len(words) >= length and name in VERBS:
            with suppress(UnknownVerb):
                return VERBS[name].read(words[length:])
    raise UnknownCommand(" ".join(words[:2]), _near(words))


def _words(line: str) -> list[str]:
    """The line in words, as a shell has them; an apostrophe is no mistake."""
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()


def _read(kind: type[Verb], words: Sequence[str], titles: Mapping[str, str]) -> Verb:
    """The verb with these words for its options, in their order. Raises WrongUsage."""
    options = list(DESCRIPTIONS[kind].options)
    given = dict(zip(options, words, strict=False))
    if "entry_id" in given:
        given["entry_id"] = entry_named(given["entry_id"], titles)
    choices = {name: option.choices for name, option in DESCRIPTIONS[kind].options.items() if option.choices}
    if len(words) > len(options) or any(given.get(n, next(iter(c))) not in c for n, c in choices.items()):
        raise WrongUsage(kind.command)
    try:
        return kind.read([given.get(argument.name, "") for argument in arguments_of(kind)])
    except UnknownVerb as error:
        raise WrongUsage(kind.command) from error


def _near(words: Sequence[str]) -> tuple[str, ...]:
    """The commands that may have been meant: those of the same group, or those that are spelt alike."""
    known, typed = list(every_command()), " ".join(words[:2]).lower()
    group = [name for name in known if words and name.startswith(f"{words[0].lower()} ")]
    alike = difflib.get_close_matches(typed, known, n=3, cutoff=0.6)
    first = difflib.get_close_matches(words[0].lower(), known, n=1, cutoff=0.6) if words else []
    return tuple(group if len(words) == 1 and group else alike or group or first)


def completed(line: str, titles: Mapping[str, str]) -> list[str]:
    """The lines that a half-typed command may become: its name or, where it takes one, the entry's id."""
    if not line.startswith("/"):
        return []
    typed = line[1:].lower()
    names = [f"/{name}" for name in every_command() if name.startswith(typed)]
    for name, kind in every_command().items():
        options = list(DESCRIPTIONS[kind].options)
        if options[:1] == ["entry_id"] and typed.startswith(f"{name} ") and kind is not AddEntry:
            begun = typed.removeprefix(f"{name} ")
            names += [f"/{name} {entry_id}" for entry_id in sorted(titles) if entry_id.startswith(begun)]
    return names
