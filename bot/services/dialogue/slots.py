"""Which slots can be taken: held for someone, free for anyone, or neither."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Part
from bot.domain.dialogue.availability import ALL_DAY, Availability, Window, WindowKind
from bot.domain.dialogue.bookings import MOST_OFFERED, Booking, Slot
from bot.domain.dialogue.forms import DialogueFault
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.typed import TypedFault
from bot.domain.errors import Fault, Invalid
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.free_slots import FreeSlots
from bot.services.dialogue.lookups import Lookups

SLOTS_PAGE = 20
_INSTEAD = 3
_FREED_FOR = 5
"""How many of those who wait hear of a slot that has come free."""
_LOOKED_THROUGH = 50


@dataclass(frozen=True, slots=True)
class Times:
    """Times for a request: those that were offered and are held, and a page of free slots."""

    request: DialogueRequest
    offered: tuple[Slot, ...]
    free: tuple[Slot, ...]
    page: int = 1
    more: bool = False


class Slots:
    """Looks slots up, inside a decision or before one."""

    def __init__(self, casework: Casework, lookups: Lookups, free: FreeSlots) -> None:
        self._casework = casework
        self._stores = casework.stores
        self._lookups = lookups
        self._free = free

    def times(self, request: DialogueRequest, page: int = 1) -> Times:
        """Live offers whose slot is still free, and free slots."""
        offers = self._stores.requests.offers(request, self._casework.now())
        unbooked = [offer.slot for offer in offers if self.is_unbooked(offer.slot, request.guild_id)]
        offered = tuple(self._lookups.open_among(request, unbooked))
        end = max(page, 1) * SLOTS_PAGE
        found = self._free.soonest(request, end + 1 + len(offered))
        free = [slot for slot in found if slot not in offered]
        return Times(request, offered, tuple(free[end - SLOTS_PAGE : end]), max(page, 1), len(free) > end)

    def instead(self, request: DialogueRequest) -> tuple[Slot, ...]:
        """The next best for someone who came second."""
        times = self.times(request)
        return (*times.offered, *times.free)[:_INSTEAD]

    def bookable(self, request: DialogueRequest, commissioner_id: int, starts_at: datetime) -> Slot | None:
        """The slot of that time, if it is held for this request or free to take."""
        for offer in self._stores.requests.offers(request, self._casework.now()):
            if offer.slot.starts_at == starts_at and offer.slot.commissioner_id == commissioner_id:
                return offer.slot
        availability = self._stores.availability.get(request.guild_id, commissioner_id)
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
        free = self._free.of(availability, guild_id, apart_from=request)
        until = list(takewhile(lambda slot: slot.starts_at <= starts_at, free))
        return until[-1] if until and until[-1].starts_at == starts_at else None

    def offerable(self, request: DialogueRequest, starts: Mapping[str, datetime], by: Actor) -> list[Slot]:
        """The slots of these times, which are named as in the form.

        Raises Invalid for times that are not theirs to give, or EngagementOver.
        """
        length = self._lookups.availability(by.user_id, by.guild_id).rules.length
        slots = {name: Slot(at, at + length, by.user_id) for name, at in starts.items()}
        if not 1 <= len(slots) <= MOST_OFFERED:
            raise Invalid({"time1": Fault(DialogueFault.NO_TIMES, {"most": MOST_OFFERED})})
        faults = {name: fault for name, slot in slots.items() if (fault := self._fault(slot, by))}
        if faults:
            raise Invalid(faults)
        for slot in slots.values():
            self._lookups.must_be_open(request, slot.starts_at)
        return sorted(set(slots.values()))

    def _fault(self, slot: Slot, by: Actor) -> Fault | None:
        """Why a commissioner cannot offer a time."""
        facts = {"at": slot.starts_at, "zone": self._lookups.availability(by.user_id, by.guild_id).rules.zone}
        if slot.starts_at <= self._casework.now():
            return Fault(TypedFault.TIME_PAST, facts)
        return None if self.is_unbooked(slot, by.guild_id) else Fault(DialogueFault.BOOKED_THEN, facts)

    def is_unbooked(self, slot: Slot, guild_id: int) -> bool:
        """Nothing is booked of this commissioner's time then."""
        day = timedelta(days=1)
        near = self._stores.bookings.taken(guild_id, slot.commissioner_id, slot.starts_at - day, slot.ends_at)
        return not any(slot.overlaps(other) for other in near)

    def movable(self, booking: Booking, by: Actor, limit: int) -> list[Slot]:
        """The commissioner's next free slots but its own, if this person can take one at once."""
        availability = self._lookups.availability(booking.commissioner_id, by.guild_id)
        if booking.part_of(by) is Part.ASKER and not availability.rules.direct:
            return []
        request = self._lookups.request(booking.request_id, by)
        free = self._free.of(availability, by.guild_id, apart_from=request)
        others = (slot for slot in free if slot.starts_at != booking.starts_at)
        # Engagement only ever ends, so no slot after these is open where one of them is not.
        return self._lookups.open_among(request, islice(others, limit))

    def to_move_to(self, booking: Booking, starts_at: datetime, by: Actor) -> Slot | None:
        """The slot of that time, if this person can move there: a commissioner to any time to come."""
        availability = self._lookups.availability(booking.commissioner_id, by.guild_id)
        holds = booking.part_of(by) is Part.HOLDER
        request = self._lookups.request(booking.request_id, by)
        able = holds or availability.rules.direct
        free = self._free_at(availability, by.guild_id, starts_at, request) if able else None
        if free is not None or not holds or starts_at <= self._casework.now():
            return free
        return Slot(starts_at, starts_at + timedelta(minutes=booking.minutes), booking.commissioner_id)

    def who_waits_for(self, booking: Booking, by: Actor) -> list[DialogueRequest]:
        """Those who have waited longest of all others who could take its slot at once, if it is free.

        The person who had it is none of them.
        """
        slot = booking.slot
        availability = self._stores.availability.get(by.guild_id, slot.commissioner_id)
        if availability is None or not availability.rules.direct:
            return []
        if self._free_at(availability, by.guild_id, slot.starts_at) is None:
            return []
        waiting = self._stores.requests.pending(by.guild_id, _LOOKED_THROUGH)
        able = [request for request in waiting if self._could_take(request, slot)]
        return [request for request in able if request.asker_id != booking.charity_id][:_FREED_FOR]

    def shut(self, slot: Slot, by: Actor) -> None:
        """Take the time of a slot out of its commissioner's availability."""
        rules = self._lookups.availability(slot.commissioner_id, by.guild_id).rules
        starts, ends = slot.starts_at.astimezone(rules.zone), slot.ends_at.astimezone(rules.zone)
        until = ends.time() if ends.date() == starts.date() else ALL_DAY[1]
        window = Window(WindowKind.EXCEPTION, starts.time(), until, on=starts.date())
        self._stores.availability.put(by.guild_id, slot.commissioner_id, rules)
        self._stores.availability.add(by.guild_id, slot.commissioner_id, window)

    def _could_take(self, request: DialogueRequest, slot: Slot) -> bool:
        theirs = (
            request.holder_id in (None, slot.commissioner_id) and request.asker_id != slot.commissioner_id
        )
        return theirs and bool(self._lookups.open_among(request, [slot]))
