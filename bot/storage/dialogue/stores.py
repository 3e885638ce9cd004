"""All stores of early dialogue over one database, and the transaction that a decision takes."""

from contextlib import AbstractContextManager

from sqlite_utils import Database

from bot.storage.database import durable
from bot.storage.dialogue.availability import AvailabilityStore
from bot.storage.dialogue.bookings import BookingStore
from bot.storage.dialogue.events import EventStore
from bot.storage.dialogue.planned import PlannedStore
from bot.storage.dialogue.records import RecordStore
from bot.storage.dialogue.requests import RequestStore
from bot.storage.outbox import OutboxStore


class Stores:
    """What the services of early dialogue keep."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.planned = PlannedStore(database)
        self.requests = RequestStore(database)
        self.availability = AvailabilityStore(database)
        self.bookings = BookingStore(database)
        self.records = RecordStore(database)
        self.events = EventStore(database)
        self.outbox = OutboxStore(database)

    def deciding(self) -> AbstractContextManager[None]:
        """One transaction for one decision: it waits its turn, and what it says has happened has."""
        return durable(self._database)
