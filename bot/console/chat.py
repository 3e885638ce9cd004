"""A conversation in the terminal: one line in, one answer out."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from bot.actions.dispatcher import Dispatcher, command
from bot.cards.card import Action, Attachment, Card, Form, Said
from bot.cards.help import welcome_card
from bot.cards.notices import left_card, refused_card, saved_card
from bot.console.forms import LEAVE, Filling
from bot.console.render import show
from bot.domain.actor import Actor
from bot.domain.errors import ParleyError
from bot.domain.verb import Verb

_PROMPT = "> "
_SAVE = "/save"
_SEE_MINE = "/dialogue mine shows what you can do."
_FAREWELLS = {"/quit", "/exit", "/bye"}


class Chat:
    """Remembers the choices that were offered last, so that a number takes one of them, and an open form."""

    def __init__(self, desk: Dispatcher, actor: Actor) -> None:
        self._desk = desk
        self._actor = actor
        self._offered: tuple[Action, ...] = ()
        self._filling: Filling | None = None
        self._files: tuple[Attachment, ...] = ()

    def reply(self, line: str) -> list[Card]:
        """The cards that answer one line. Never raises for what a person may type."""
        try:
            cards = self._fill(line) if self._filling else self._take(line.strip())
        except ParleyError as error:
            return [refused_card(error)]
        self._offered = cards[0].everything_to_do
        self._files = tuple(file for card in cards for file in card.files) or self._files
        return cards

    def notices(self) -> list[Card]:
        """What has come for this person meanwhile, but not while a form is open.

        Nothing of it is numbered: the numbers are those of the answer. /dialogue mine leads to the rest.
        """
        if self._filling:
            return []
        cards = self._desk.notices(by=self._actor)
        self._files = tuple(file for card in cards for file in card.files) or self._files
        return [replace(c, note=c.note or _SEE_MINE, actions=(), choices=()) for c in cards]

    def _take(self, line: str) -> list[Card]:
        if (chosen := self._chosen(line)) is not None:
            return self._perform(chosen.verb)
        if line == _SAVE:
            return [self._save()]
        if line.startswith("/"):
            return self._perform(command(line))
        return [self._desk.ask(line, by=self._actor)]

    def _save(self) -> Card:
        """Write the files of what was shown last into the folder that Parley was started in."""
        for file in self._files:
            Path(file.name).write_bytes(file.content)
        return saved_card(str(Path(file.name).resolve()) for file in self._files)

    def _fill(self, line: str) -> list[Card]:
        """Take a line for the open form; when it is full, send it."""
        assert self._filling is not None  # noqa: S101 - the caller looked
        filling = self._filling
        if line.strip().lower() == LEAVE:
            self._filling = None
            kept = self._desk.keep(filling.form, filling.values, by=self._actor)
            return [left_card(kept=kept)]
        filling.take(line)
        if not filling.is_done:
            return [filling.card()]
        self._filling = None
        return self._perform(filling.form.action.verb, filling.values)

    def _perform(self, verb: Verb, values: Mapping[str, str] | None = None) -> list[Card]:
        result = self._desk.perform(verb, by=self._actor, values=values)
        match result:
            case Form():
                self._filling = Filling(result)
                return [self._filling.card()]
            case Said():
                return [result.card, *([result.public] if result.public else [])]
            case Card():
                return [result]

    def _chosen(self, line: str) -> Action | None:
        """The offered action whose number this is, if it is one."""
        if not line.isdecimal() or len(line) > 3 or not 1 <= int(line) <= len(self._offered):
            return None
        return self._offered[int(line) - 1]


def converse(desk: Dispatcher, actor: Actor, console: Console) -> None:
    """Talk until the input ends or the person leaves. With piped input there is no prompt and no greeting."""
    chat = Chat(desk, actor)
    if sys.stdin.isatty():
        show(welcome_card(), console)
    for card in chat.notices():
        show(card, console)
    for line in _lines():
        if line.strip().lower() in _FAREWELLS:
            return
        for card in (*chat.notices(), *chat.reply(line)):
            show(card, console)


def _lines() -> Iterator[str]:
    read = _line_editor() if sys.stdin.isatty() else input
    while True:
        try:
            yield read()
        except (EOFError, KeyboardInterrupt):
            return


def _line_editor() -> Callable[[], str]:
    """Reads a line with history and editing, where the system has them. The history is kept nowhere."""
    with suppress(ImportError):
        import readline  # noqa: F401 - importing it is what gives input() its line editing
    return lambda: input(_PROMPT)
