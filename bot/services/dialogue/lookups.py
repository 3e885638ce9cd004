"""Finds requests, bookings, records and services of a person's server, and what holds of them now."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from bot.domain.actor import Actor, Role
from bot.domain.dialogue.acts import NOTHING, Conditions
from bot.domain.dialogue.availability import Availability, Rules
from bot.domain.dialogue.bookings import Booking, Slot
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.records import Record
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import RecordState
from bot.domain.errors import NotFound, RoleNeeded, Thing
from bot.services.dialogue.casework import Casework


class Lookups:
    """Looks things up, inside a decision or before one."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._stores = casework.stores

    def request(self, number: int, by: Actor) -> DialogueRequest:
        """A request of this person's server. Raises NotFound."""
        found = self._stores.requests.get(by.guild_id, number)
        if found is None:
            raise NotFound(Thing.REQUEST, number)
        return found

    def booking(self, number: int, by: Actor) -> Booking:
        """A booking of this person's server. Raises NotFound."""
        found = self._stores.bookings.get(by.guild_id, number)
        if found is None:
            raise NotFound(Thing.BOOKING, number)
        return found

    def service(self, number: int, by: Actor) -> PlannedService:
        """A planned service of this person's server. Raises NotFound."""
        found = self._stores.planned.get(by.guild_id, number)
        if found is None:
            raise NotFound(Thing.SERVICE, number)
        return found

    def record(self, booking: Booking) -> Record:
        """The record of a booking. Raises NotFound where no one has written one."""
        found = self._stores.records.get(booking.guild_id, booking.id)
        if found is None:
            raise NotFound(Thing.RECORD, booking.id)
        return found

    def record_state(self, booking: Booking) -> RecordState:
        """How far the record of a booking has got."""
        record = self._stores.records.get(booking.guild_id, booking.id)
        return record.state if record else RecordState.NONE

    def availability(self, commissioner_id: int, guild_id: int) -> Availability:
        """A commissioner's availability; the usual rules and no window where none was set."""
        found = self._stores.availability.get(guild_id, commissioner_id)
        return found or Availability(commissioner_id, Rules(self._casework.zone(guild_id)))

    def zones(self, booking: Booking) -> tuple[ZoneInfo, ...]:
        """The zones of both sides: the server's, and the commissioner's own."""
        own = self.availability(booking.commissioner_id, booking.guild_id).rules.zone
        return tuple(dict.fromkeys((self._casework.zone(booking.guild_id), own)))

    def service_of(self, request: DialogueRequest) -> PlannedService | None:
        """The service that a request is about, if any."""
        return self._stores.planned.get(request.guild_id, request.wish.service_id or 0)

    def conditions(self, request: DialogueRequest) -> Conditions:
        """What decides as well as a request's state."""
        service = self.service_of(request)
        return service.conditions(self._casework.today(request.guild_id)) if service else NOTHING

    def must_be_open(self, request: DialogueRequest, at: datetime) -> None:
        """People can talk one to one about what this request is about, then. Raises EngagementOver."""
        service = self.service_of(request)
        if service is not None:
            service.must_allow(at.astimezone(self._casework.zone(request.guild_id)).date())

    def open_among(self, request: DialogueRequest, slots: Iterable[Slot]) -> list[Slot]:
        """Those of the slots at which people can talk about what this request is about."""
        service, zone = self.service_of(request), self._casework.zone(request.guild_id)
        return [s for s in slots if service is None or service.allows(s.starts_at.astimezone(zone).date())]

    def usual_wait(self, guild_id: int) -> timedelta | None:
        """How long a request usually waits for its first answer; None where there was none yet."""
        waits = self._stores.requests.waits(guild_id)
        return timedelta(seconds=median(waits)) if waits else None


def must_be_commissioner(by: Actor) -> None:
    """Only commissioners go on. Raises RoleNeeded."""
    if not by.has(Role.COMMISSIONER):
        raise RoleNeeded(frozenset({Role.COMMISSIONER}))


def must_oversee(by: Actor) -> None:
    """Only commissioners and moderators go on. Raises RoleNeeded."""
    if not (by.has(Role.COMMISSIONER) or by.has(Role.MODERATOR)):
        raise RoleNeeded(frozenset({Role.COMMISSIONER, Role.MODERATOR}))
