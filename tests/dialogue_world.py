"""A server with commissioners and charities, over a real database and a clock that a test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain.actor import Actor, Role
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.forms import (
    FinishRecordForm,
    LimitsForm,
    RulesForm,
    SendRequestForm,
    ServiceForm,
    WindowForm,
)
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.forms import Reading, read_form
from bot.domain.setup_forms import PlacesForm
from bot.services.dialogue.dialogue import Dialogue, dialogue_over
from bot.services.dialogue.records import RecordView
from bot.services.dialogue.views import BookingView
from bot.services.outbox import Outbox
from bot.services.servers import Servers
from bot.storage.database import open_database
from bot.storage.dialogue.stores import Stores
from bot.storage.servers import ServerStore
from tests.terminal import Time

FormT = TypeVar("FormT")

GUILD, ELSEWHERE = 71, 72
NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
"""The first free slot of a commissioner who can talk on Tuesday mornings."""
TEN, ELEVEN = NINE.replace(hour=10), NINE.replace(hour=11)


def commissioner(user_id: int = 10, guild_id: int = GUILD) -> Actor:
    """Someone who commissions."""
    return Actor(user_id, guild_id, frozenset({Role.COMMISSIONER}))


def moderator(user_id: int = 30, guild_id: int = GUILD) -> Actor:
    """Someone who moderates."""
    return Actor(user_id, guild_id, frozenset({Role.MODERATOR}))


def charity(user_id: int = 1, guild_id: int = GUILD) -> Actor:
    """Someone who asks."""
    return Actor(user_id, guild_id)


@dataclass
class World:
    """The services of one application, and what tests do with them again and again."""

    dialogue: Dialogue
    stores: Stores
    servers: Servers
    time: Time
    outbox: Outbox

    def read(self, kind: type[FormT], **typed: str) -> FormT:
        """A form as someone fills it in, in the server's zone."""
        return read_form(kind, typed, Reading(self.time(), ZoneInfo("Europe/London")))

    def free_on(self, day: str, hours: str, by: Actor | None = None, **rules: str) -> None:
        """A commissioner can talk then."""
        by = by or commissioner()
        if rules:
            now = self.dialogue.availability.mine(by=by).rules
            direct = "yes" if now.direct else "no"
            held = {name: str(value) for name, value in asdict(now).items()} | {"direct": direct} | rules
            self.dialogue.availability.set_rules(self.read(RulesForm, **held), by=by)
            self.dialogue.availability.set_rules(self.read(LimitsForm, **held), by=by)
        self.dialogue.availability.add(self.read(WindowForm, on=day, hours=hours), by=by)

    def service(self, **typed: str) -> PlannedService:
        """A planned service."""
        values = {"title": "Youth support", "authority": "Riverside", "route": "the portal", **typed}
        return self.dialogue.planned.add(self.read(ServiceForm, **values), by=commissioner()).service

    def asked(self, by: Actor | None = None, **typed: str) -> DialogueRequest:
        """A request for a conversation."""
        by = by or charity()
        values = {"organisation": f"Charity {by.user_id}", "about": "lunch clubs", **typed}
        return self.dialogue.requests.ask(self.read(SendRequestForm, **values), by=by).request

    def booked(
        self, at: datetime = NINE, by: Actor | None = None, commissioner_id: int = 10, **typed: str
    ) -> Booking:
        """A booking of a free slot."""
        by = by or charity()
        view = self.dialogue.bookings.book(self.asked(by, **typed).id, commissioner_id, at, by=by)
        assert isinstance(view, BookingView)
        return view.booking

    def recorded(self, number: int, by: Actor, **typed: str) -> RecordView:
        """The record of a conversation, written by one side."""
        filled = self.read(FinishRecordForm, **{"people": "both", **typed})
        return self.dialogue.records.write(number, filled, by=by)

    def notes_go_to(self, channel_id: int) -> None:
        """The server has a channel for what everyone may read."""
        owner = Actor(40, GUILD, frozenset({Role.ADMINISTRATOR}))
        self.servers.set_places(PlacesForm(notes=channel_id), by=owner)

    def told(self, user_id: int) -> list[str]:
        """The messages to one person by now, in order; they count as told."""
        self.dialogue.notices.add_late()
        due = [message for message in self.outbox.due() if message.to == user_id]
        for message in due:
            self.outbox.sent(message)
        return [message.kind for message in due]


@contextmanager
def world_at(path: Path, time: Time | None = None) -> Iterator[World]:
    """Open a world, new or as it was left."""
    time = time or Time()
    with open_database(path) as database:
        servers, stores = Servers(ServerStore(database)), Stores(database)
        dialogue = dialogue_over(stores, servers, time)
        yield World(dialogue, stores, servers, time, Outbox(stores.outbox, dialogue.notices, time))
