"""Which slots can be taken: held for somebody, free for anyone, or neither."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from bot.domain.actor import Actor
from bot.domain.dialogue.availability import Availability, Rules, Window, WindowKind
from bot.domain.dialogue.availability_form import ALL_DAY
from bot.domain.dialogue.bookings import MOST_OFFERED, Booking, Slot
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import Part
from bot.domain.errors import ToMend
from bot.services.dialogue.casework import Casework

SLOTS_SHOWN = 20
_FREED_FOR = 5
"""How many of those who wait hear of a slot that has come free."""
_LOOKED_THROUGH = 50


@dataclass(frozen=True, slots=True)
class Times:
    """What a request can be booked for: times that were offered and are held, and free slots."""

    request: DialogueRequest
    offered: tuple[Slot, ...]
    free: tuple[Slot, ...]


class Slots:
    """Looks slots up, inside a decision or before one."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework

    def times(self, request: DialogueRequest) -> Times:
        """Live offers whose slot is still free, and free slots."""
        offers = self._casework.stores.requests.offers(request, self._casework.now())
        unbooked = [offer.slot for offer in offers if self.is_unbooked(offer.slot, request.guild_id)]
        offered = tuple(self._casework.open_among(request, unbooked))
        free = [slot for slot in self._casework.soonest(request, SLOTS_SHOWN) if slot not in offered]
        return Times(request, offered, tuple(free[: SLOTS_SHOWN - len(offered)]))

    def instead(self, request: DialogueRequest) -> tuple[Slot, ...]:
        """The next best for somebody who came second."""
        times = self.times(request)
        return (*times.offered, *times.free)[:3]

    def bookable(self, request: DialogueRequest, commissioner_id: int, starts_at: datetime) -> Slot | None:
        """The slot of that time, if it is held for this request or free to take."""
        for offer in self._casework.stores.requests.offers(request, self._casework.now()):
            if offer.slot.starts_at == starts_at and offer.slot.commissioner_id == commissioner_id:
                return offer.slot
        availability = self._casework.stores.availability.get(request.guild_id, commissioner_id)
        holds = request.holder_id in (None, commissioner_id) and commissioner_id != request.asker_id
        if availability is None or not availability.rules.direct or not holds:
            return None
        return self._free_at(availability, request.guild_id, starts_at, request)

    def _free_at(
        self,
        availability: Availability,
        guild_id: int,
        starts_at: datetime,
        request: DialogueRequest | None = None,
    ) -> Slot | None:
        free = self._casework.free_slots(availability, guild_id, apart_from=request)
        until = list(takewhile(lambda slot: slot.starts_at <= starts_at, free))
        return until[-1] if until and until[-1].starts_at == starts_at else None

    def offerable(self, request: DialogueRequest, starts: Sequence[datetime], by: Actor) -> list[Slot]:
        """The slots of these times. Raises ToMend for a time that is not theirs to give."""
        now, length = self._casework.now(), self.availability(by.user_id, by).rules.length
        slots = sorted({Slot(at, at + length, by.user_id) for at in starts})
        if not 1 <= len(slots) <= MOST_OFFERED:
            raise ToMend(f"Offer from one to {MOST_OFFERED} times.")
        for slot in slots:
            if slot.starts_at <= now:
                raise ToMend(f"{_said(slot, self._casework, by)} is past. Offer a time to come.")
            if not self.is_unbooked(slot, by.guild_id):
                raise ToMend(f"{_said(slot, self._casework, by)}: you are booked then. Offer another time.")
            self._casework.must_be_open(request, slot.starts_at)
        return slots

    def is_unbooked(self, slot: Slot, guild_id: int) -> bool:
        """Nothing is booked of this commissioner's time then."""
        day = timedelta(days=1)
        near = self._casework.stores.bookings.taken(
            guild_id, slot.commissioner_id, slot.starts_at - day, slot.ends_at
        )
        return not any(slot.overlaps(other) for other in near)

    def movable(self, booking: Booking, by: Actor) -> list[Slot]:
        """The commissioner's other free slots, if this person may take one at once."""
        availability = self.availability(booking.commissioner_id, by)
        if booking.part_of(by) is Part.ASKER and not availability.rules.direct:
            return []
        request = self._casework.request(booking.request_id, by)
        free = self._casework.free_slots(availability, by.guild_id, apart_from=request)
        open_ones = self._casework.open_among(request, free)
        return [slot for slot in open_ones if slot.starts_at != booking.starts_at]

    def to_move_to(self, booking: Booking, starts_at: datetime, by: Actor) -> Slot | None:
        """The slot of that time, if this person may move there: a commissioner to any time to come."""
        free = next((slot for slot in self.movable(booking, by) if slot.starts_at == starts_at), None)
        if free is not None or booking.part_of(by) is not Part.HOLDER or starts_at <= self._casework.now():
            return free
        return Slot(starts_at, starts_at + timedelta(minutes=booking.minutes), booking.commissioner_id)

    def who_waits_for(self, booking: Booking, by: Actor) -> list[DialogueRequest]:
        """Those who have waited longest of all others who could take its slot at once, if it is free.

        Whoever had it is none of them, whatever else they wait for.
        """
        stores, slot = self._casework.stores, booking.slot
        availability = stores.availability.get(by.guild_id, slot.commissioner_id)
        if availability is None or not availability.rules.direct:
            return []
        if self._free_at(availability, by.guild_id, slot.starts_at) is None:
            return []
        waiting = stores.requests.pending(by.guild_id, _LOOKED_THROUGH)
        able = [request for request in waiting if self._could_take(request, slot)]
        return [request for request in able if request.asker_id != booking.charity_id][:_FREED_FOR]

    def shut(self, slot: Slot, by: Actor) -> None:
        """Take the time of a slot out of its commissioner's availability."""
        rules = self.availability(slot.commissioner_id, by).rules
        starts, ends = slot.starts_at.astimezone(rules.zone), slot.ends_at.astimezone(rules.zone)
        until = ends.time() if ends.date() == starts.date() else ALL_DAY[1]
        window = Window(WindowKind.EXCEPTION, starts.time(), until, on=starts.date())
        self._casework.stores.availability.put(by.guild_id, slot.commissioner_id, rules)
        self._casework.stores.availability.add(by.guild_id, slot.commissioner_id, window)

    def _could_take(self, request: DialogueRequest, slot: Slot) -> bool:
        theirs = (
            request.holder_id in (None, slot.commissioner_id) and request.asker_id != slot.commissioner_id
        )
        return theirs and bool(self._casework.open_among(request, [slot]))

    def availability(self, commissioner_id: int, by: Actor) -> Availability:
        """A commissioner's availability; the usual rules and no window where none was set."""
        found = self._casework.stores.availability.get(by.guild_id, commissioner_id)
        return found or Availability(commissioner_id, Rules(self._casework.zone(by.guild_id)))


def _said(slot: Slot, casework: Casework, by: Actor) -> str:
    """A time in the server's zone, for a sentence."""
    return f"{slot.starts_at.astimezone(casework.zone(by.guild_id)):%A %-d %B %Y, %H:%M %Z}"
