"""People at terminals: each with a chat of their own over one application and one clock that a test moves."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from rich.console import Console

from bot.actions.dispatcher import Dispatcher
from bot.app import running
from bot.console.chat import Chat
from bot.console.render import show
from bot.domain.actor import in_the_terminal
from bot.services.app import App
from bot.settings import Settings

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)


@dataclass
class Time:
    """A clock that moves when it is told to."""

    at: datetime = MONDAY

    def __call__(self) -> datetime:
        """The time now."""
        return self.at

    def passes(self, **length: float) -> None:
        """Let some time go by."""
        self.at += timedelta(**length)

    def comes_to(self, moment: datetime) -> None:
        """Go on to that moment."""
        self.at = moment


@dataclass
class AtTerminal:
    """Someone who types, and reads what comes back as plain text."""

    app: App
    part: str
    person: int = 1
    read: str = ""
    chat: Chat = field(init=False)

    def __post_init__(self) -> None:
        """Sit down."""
        self.chat = Chat(Dispatcher(self.app), in_the_terminal(self.part, self.person))

    def types(self, *lines: str) -> str:
        """Type some lines; returns what came back, all on wide lines."""
        page = io.StringIO()
        console = Console(file=page, width=100, no_color=True)
        for line in lines:
            for card in (*self.chat.notices(), *self.chat.reply(line)):
                show(card, console)
        self.read = page.getvalue()
        return self.read

    def takes(self, label: str) -> str:
        """Take the choice that begins so, by the number before it."""
        found = re.findall(rf"^\s*(\d+)\. {re.escape(label)}", self.read, re.MULTILINE)
        assert found, f"no choice {label!r} in:\n{self.read}"
        return self.types(found[-1])


@contextmanager
def at_work(settings: Settings, time: Time) -> Iterator[App]:
    """One application that several people sit at."""
    with running(settings, time) as app:
        yield app
