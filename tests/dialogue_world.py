"""A server with commissioners and charities, over a real database and a clock that a test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.actor import Actor, Role
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.setup_forms import PlacesForm
from bot.services.dialogue.dialogue import Dialogue, dialogue_over
from bot.services.outbox import Outbox
from bot.services.servers import Servers
from bot.storage.database import open_database
from bot.storage.dialogue.stores import Stores
from bot.storage.servers import ServerStore
from tests.terminal import Time

GUILD, ELSEWHERE = 71, 72
NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
"""The first free slot of a commissioner who could talk on Tuesday mornings."""
TEN, ELEVEN = NINE.replace(hour=10), NINE.replace(hour=11)


def commissioner(user_id: int = 10, guild_id: int = GUILD) -> Actor:
    """Somebody who commissions."""
    return Actor(user_id, guild_id, frozenset({Role.COMMISSIONER}))


def moderator(user_id: int = 30, guild_id: int = GUILD) -> Actor:
    """Somebody who moderates."""
    return Actor(user_id, guild_id, frozenset({Role.MODERATOR}))


def charity(user_id: int = 1, guild_id: int = GUILD) -> Actor:
    """Somebody who asks."""
    return Actor(user_id, guild_id)


@dataclass
class World:
    """The services of one application, and what tests do with them again and again."""

    dialogue: Dialogue
    stores: Stores
    servers: Servers
    time: Time
    outbox: Outbox

    def free_on(self, day: str, hours: str, by: Actor | None = None, **rules: str) -> None:
        """A commissioner could talk then."""
        by = by or commissioner()
        if rules:
            self.dialogue.availability.set_rules(rules, by=by)
        self.dialogue.availability.add({"on": day, "hours": hours}, by=by)

    def service(self, **typed: str) -> PlannedService:
        """A planned service."""
        values = {"title": "Youth support", "authority": "Riverside", "route": "the portal", **typed}
        return self.dialogue.planned.add(values, by=commissioner())

    def asked(self, by: Actor | None = None, **typed: str) -> DialogueRequest:
        """A request for a conversation."""
        by = by or charity()
        values = {"organisation": f"Charity {by.user_id}", "about": "lunch clubs", **typed}
        return self.dialogue.requests.ask(values, by=by)

    def booked(
        self, at: datetime = NINE, by: Actor | None = None, commissioner_id: int = 10, **typed: str
    ) -> Booking:
        """A booking of a free slot."""
        by = by or charity()
        booking = self.dialogue.bookings.book(self.asked(by, **typed).id, commissioner_id, at, by=by)
        assert isinstance(booking, Booking)
        return booking

    def notes_go_to(self, channel_id: int) -> None:
        """The server has a channel for what everyone may read."""
        owner = Actor(40, GUILD, frozenset({Role.ADMINISTRATOR}))
        self.servers.set_places(PlacesForm(notes=channel_id), by=owner)

    def told(self, user_id: int) -> list[str]:
        """What one person is told by now, in order; it counts as told."""
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
