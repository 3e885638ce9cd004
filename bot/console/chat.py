"""A conversation in the terminal: one line in, one answer out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

from rich.console import Console

from bot.actions.desk import Desk
from bot.cards.card import Action, Card
from bot.cards.help import welcome_card
from bot.console.render import show
from bot.domain.actor import Actor
from bot.domain.errors import ParleyError

_PROMPT = "> "
_FAREWELLS = {"/quit", "/exit", "/bye"}


class Chat:
    """Remembers the choices that were offered last, so that a number takes one of them."""

    def __init__(self, desk: Desk, actor: Actor) -> None:
        self._desk = desk
        self._actor = actor
        self._offered: tuple[Action, ...] = ()

    def reply(self, line: str) -> Card:
        """The card that answers one line. Never raises for what a person may type."""
        try:
            card = self._card(line.strip())
        except ParleyError as error:
            return Card(title="That did not work", text=str(error), actions=self._offered)
        self._offered = card.actions
        return card

    def _card(self, line: str) -> Card:
        if (chosen := self._chosen(line)) is not None:
            return self._desk.perform(chosen, by=self._actor)
        if line.startswith("/"):
            verb, _, rest = line[1:].partition(" ")
            return self._desk.perform(Action(line, verb.lower(), tuple(rest.split())), by=self._actor)
        return self._desk.say(self._desk.ask(line, by=self._actor))

    def _chosen(self, line: str) -> Action | None:
        """The offered action whose number this is, if it is one."""
        if not line.isdecimal() or len(line) > 3 or not 1 <= int(line) <= len(self._offered):
            return None
        return self._offered[int(line) - 1]


def converse(desk: Desk, actor: Actor, console: Console) -> None:
    """Talk until the input ends or the person leaves. With piped input there is no prompt and no greeting."""
    chat = Chat(desk, actor)
    if sys.stdin.isatty():
        show(welcome_card(), console)
    for line in _lines():
        if line.strip().lower() in _FAREWELLS:
            return
        show(chat.reply(line), console)


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
