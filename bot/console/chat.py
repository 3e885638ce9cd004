"""A conversation in the terminal: one line in, one answer out."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from rich.console import Console

from bot.actions.commands import completed
from bot.actions.dispatcher import Dispatcher
from bot.cards.card import Action, Attachment, Card, Form, Said
from bot.cards.help import welcome_card
from bot.cards.notices import refused_card
from bot.cards.terminal import (
    FAREWELLS,
    LEAVE,
    SAVE,
    as_notice,
    left_card,
    not_saved_card,
    nothing_open_card,
    saved_card,
)
from bot.console.forms import Filling
from bot.console.line_editor import line_editor
from bot.console.render import show
from bot.domain.actor import Actor
from bot.domain.errors import ParleyError
from bot.domain.verb import Verb


class Chat:
    """Remembers the choices that were offered last, so that a number takes one of them, and an open form."""

    def __init__(self, dispatcher: Dispatcher, actor: Actor) -> None:
        self._dispatcher = dispatcher
        self._actor = actor
        self._offered: tuple[Action, ...] = ()
        self._filling: Filling | None = None
        self._files: tuple[Attachment, ...] = ()

    def reply(self, line: str) -> list[Card]:
        """The cards that answer one line. Never raises, whatever a person types."""
        try:
            cards = self._fill(line) if self._filling else self._answer(line.strip())
        except ParleyError as error:
            return [refused_card(error)]
        self._offered = cards[0].everything_to_do
        self._files = tuple(file for card in cards for file in card.files) or self._files
        return cards

    def notices(self) -> list[Card]:
        """What has come for this person meanwhile, but not while a form is open.

        Nothing of it is numbered: the numbers are those of the answer.
        """
        if self._filling:
            return []
        cards = self._dispatcher.notices(by=self._actor)
        self._files = tuple(file for card in cards for file in card.files) or self._files
        return [as_notice(card) for card in cards]

    def complete(self, line: str) -> list[str]:
        """The lines that a half-typed line can become; none while a form is open."""
        return [] if self._filling else completed(line, self._dispatcher.titles(self._actor.guild_id))

    def _answer(self, line: str) -> list[Card]:
        if (chosen := self._chosen(line)) is not None:
            return self._perform(chosen.verb)
        if line.lower() == LEAVE:
            return [nothing_open_card()]
        if line == SAVE:
            return [self._save()]
        if line.startswith("/"):
            return self._perform(self._dispatcher.command(line, by=self._actor))
        return [self._dispatcher.ask(line, by=self._actor)]

    def _save(self) -> Card:
        """Write the files of what was shown last into the folder that Parley was started in."""
        try:
            for file in self._files:
                Path(file.name).write_bytes(file.content)
        except OSError as error:
            return not_saved_card(error.strerror or type(error).__name__)
        return saved_card(str(Path(file.name).resolve()) for file in self._files)

    def _fill(self, line: str) -> list[Card]:
        """Take a line for the open form; when it is full, send it."""
        assert self._filling is not None  # noqa: S101 - the caller looked
        filling = self._filling
        if line.strip().lower() == LEAVE:
            self._filling = None
            kept = self._dispatcher.keep(filling.form, filling.values, by=self._actor)
            return [left_card(kept=kept)]
        filling.fill(line)
        if not filling.is_done:
            return [filling.card()]
        self._filling = None
        return self._perform(filling.form.action.verb, filling.values)

    def _perform(self, verb: Verb, values: Mapping[str, str] | None = None) -> list[Card]:
        result = self._dispatcher.perform(verb, by=self._actor, values=values)
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


def converse(dispatcher: Dispatcher, actor: Actor, console: Console) -> None:
    """Talk until the input ends or the person leaves. With piped input there is no prompt and no greeting."""
    chat = Chat(dispatcher, actor)
    if sys.stdin.isatty():
        show(welcome_card(), console)
    for card in chat.notices():
        show(card, console)
    for line in _lines(line_editor(chat.complete) if sys.stdin.isatty() else input):
        if line.strip().lower() in FAREWELLS:
            return
        for card in (*chat.notices(), *chat.reply(line)):
            show(card, console)


def _lines(read: Callable[[], str]) -> Iterator[str]:
    while True:
        try:
            yield read()
        except (EOFError, KeyboardInterrupt):
            return
