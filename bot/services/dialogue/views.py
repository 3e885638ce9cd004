"""Requests, bookings and services as one person sees them: with all that decides what they can do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import NOTHING, Act, Conditions, Part
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BookingState, RecordState
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.lookups import Lookups


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request, the planned service that it is about, and what its reader is to it.

    `booking_id` is the number of its conversation, where it has one that was not cancelled.
    """

    request: DialogueRequest
    part: Part
    service: PlannedService | None = None
    conditions: Conditions = NOTHING
    booking_id: int | None = None


@dataclass(frozen=True, slots=True)
class BookingView:
    """A booking, what each side says of it, and what its reader is to it.

    `zones` are those of the two sides. `now` is when it was looked at.
    """

    booking: Booking
    request: DialogueRequest
    part: Part
    zones: tuple[ZoneInfo, ...]
    now: datetime
    said: Mapping[int, BookingState] = field(default_factory=dict)
    record: RecordState = RecordState.NONE
    conditions: Conditions = NOTHING


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A planned service, and what its reader is to it."""

    service: PlannedService
    part: Part
    conditions: Conditions = NOTHING


class Views:
    """Looks a thing up together with what decides about it."""

    def __init__(self, casework: Casework, lookups: Lookups) -> None:
        self._casework = casework
        self._lookups = lookups

    def of_request(self, number: int, *, by: Actor) -> RequestView:
        """A request that concerns this person. Raises NotFound or WrongPart."""
        request = self._lookups.request(number, by)
        request.after(Act.SEE, by)
        return self.request(request, by=by)

    def request(self, request: DialogueRequest, *, by: Actor) -> RequestView:
        """A request that was just read, as this person sees it."""
        service = self._lookups.service_of(request)
        bookings = self._casework.stores.bookings.of_request(request)
        live = next((one.id for one in bookings if one.state is not BookingState.CANCELLED), None)
        return RequestView(request, request.part_of(by), service, self._lookups.conditions(request), live)

    def of_booking(self, number: int, *, by: Actor) -> BookingView:
        """A booking that concerns this person. Raises NotFound or WrongPart."""
        booking = self._lookups.booking(number, by)
        booking.after(Act.SEE, by)
        return self.booking(booking, by=by)

    def booking(self, booking: Booking, *, by: Actor) -> BookingView:
        """A booking that was just read, as this person sees it."""
        return self._booking(booking, booking.part_of(by), by.user_id)

    def told(self, booking: Booking, to: int) -> BookingView | None:
        """A booking as it is now, as someone sees it who is told about it; None where it is gone."""
        found = self._casework.stores.bookings.get(booking.guild_id, booking.id)
        if found is None:
            return None
        parts = {found.charity_id: Part.ASKER, found.commissioner_id: Part.HOLDER}
        return self._booking(found, parts.get(to, Part.OTHER), to)

    def service(self, service: PlannedService, *, by: Actor) -> ServiceView:
        """A planned service, as this person sees it."""
        conditions = service.conditions(self._casework.today(by.guild_id))
        return ServiceView(service, service.part_of(by), conditions)

    def zone(self, *, by: Actor) -> ZoneInfo:
        """The zone in which one person is shown times where no front end can show them in their own."""
        return self._lookups.availability(by.user_id, by.guild_id).rules.zone

    def _booking(self, booking: Booking, part: Part, user_id: int) -> BookingView:
        stores, now = self._casework.stores, self._casework.now()
        said, record = stores.bookings.said(booking), self._lookups.record_state(booking)
        request = stores.requests.get(booking.guild_id, booking.request_id)
        assert request is not None  # noqa: S101 - a foreign key holds it
        conditions = booking.conditions(now, record, said=user_id in said)
        zones = self._lookups.zones(booking)
        return BookingView(booking, request, part, zones, now, said, record, conditions)
