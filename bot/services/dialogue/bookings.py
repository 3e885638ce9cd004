"""Give a slot to one request, once; move it and cancel it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Act, Part
from bot.domain.dialogue.bookings import Booking, Slot
from bot.domain.dialogue.messages import reminders
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BookingState, RequestState
from bot.domain.errors import Changed, Thing
from bot.domain.notices import NoticeKind, Place
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.changes import Change, Changes
from bot.services.dialogue.lookups import Lookups
from bot.services.dialogue.slots import SLOTS_PAGE, Slots
from bot.services.dialogue.views import BookingView, Views

_INSTEAD = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """Someone else was first. `instead` are the next best slots."""

    request_id: int
    instead: tuple[Slot, ...]
    booking_id: int | None = None


@dataclass(frozen=True, slots=True)
class Moves:
    """A page of the slots that a booking can be moved to."""

    seen: BookingView
    slots: tuple[Slot, ...]
    page: int = 1
    more: bool = False


class Bookings:
    """What the two sides do with a slot."""

    def __init__(
        self, casework: Casework, lookups: Lookups, changes: Changes, slots: Slots, views: Views
    ) -> None:
        self._casework = casework
        self._lookups = lookups
        self._views = views
        self._changes = changes
        self._slots = slots
        self._store = casework.stores.bookings

    def get(self, number: int, *, by: Actor) -> Booking:
        """A booking that concerns this person. Raises NotFound or WrongPart."""
        booking = self._lookups.booking(number, by)
        booking.after(Act.SEE, by)
        return booking

    def book(
        self, number: int, commissioner_id: int, starts_at: datetime, *, by: Actor
    ) -> BookingView | Taken:
        """Take a slot, if no one else has. Pressing the same slot again shows the same booking.

        Raises NotFound, WrongPart, WrongState or EngagementOver.
        """
        with self._casework.deciding():
            request = self._lookups.request(number, by)
            if (done := self._same(request, commissioner_id, starts_at, by)) is not None:
                return self._views.booking(done, by=by)
            request.after(Act.BOOK, by)
            self._lookups.must_be_open(request, self._casework.now())
            self._lookups.must_be_open(request, starts_at)
            slot = self._slots.bookable(request, commissioner_id, starts_at)
            booking = self._store.add(request, slot, f"{uuid4()}@parley.invalid") if slot else None
            if booking is None:
                return Taken(request.id, self._slots.instead(request))
            self._booked(request, booking, by)
            return self._views.booking(booking, by=by)

    def moves(self, number: int, *, by: Actor, page: int = 1) -> Moves:
        """The slots that a booking can be moved to.

        Raises NotFound, WrongPart, WrongState or ConditionUnmet.
        """
        booking = self._can_change(number, Act.MOVE, by)
        end = max(page, 1) * SLOTS_PAGE
        slots = self._slots.movable(booking, by, end + 1)
        shown = tuple(slots[end - SLOTS_PAGE : end])
        return Moves(self._views.booking(booking, by=by), shown, max(page, 1), len(slots) > end)

    def check_move(self, number: int, starts_at: datetime | None = None, *, by: Actor) -> Slot:
        """The slot of a new time that a commissioner typed, to be said back first; else its own.

        Raises NotFound, WrongPart, WrongState, ConditionUnmet or EngagementOver.
        """
        booking = self._can_change(number, Act.MOVE_ANYWHERE, by)
        if starts_at is None:
            return booking.slot
        self._lookups.must_be_open(self._lookups.request(booking.request_id, by), starts_at)
        return Slot(starts_at, starts_at + timedelta(minutes=booking.minutes), booking.commissioner_id)

    def move(self, number: int, starts_at: datetime, *, by: Actor) -> BookingView | Taken:
        """Give a booking another time; it stays the same booking. The time that it has changes nothing.

        Raises NotFound, WrongPart, WrongState, ConditionUnmet or EngagementOver.
        """
        with self._casework.deciding():
            booking = self._can_change(number, Act.MOVE, by)
            self._lookups.must_be_open(self._lookups.request(booking.request_id, by), starts_at)
            if booking.starts_at == starts_at:
                return self._views.booking(booking, by=by)
            slot = self._slots.to_move_to(booking, starts_at, by)
            if slot is None or not self._store.move(moved := booking.at(slot)):
                instead = self._slots.movable(booking, by, _INSTEAD)
                return Taken(booking.request_id, tuple(instead), booking.id)
            change = self._changes.timed(by, moved, Act.MOVE)
            change.tell(NoticeKind.MOVED, moved.charity_id, moved.commissioner_id, about=moved)
            self._remind(moved)
            return self._views.booking(moved, by=by)

    def can_cancel(self, number: int, *, by: Actor) -> Booking:
        """The booking, if this person can cancel it now.

        Raises NotFound, WrongPart, WrongState or ConditionUnmet.
        """
        return self._can_change(number, Act.CANCEL, by)

    def cancel(self, number: int, reason: str, *, by: Actor, offer_on: bool = True) -> BookingView:
        """Call a conversation off, with a reason; its slot is offered to those who wait.

        A commissioner who is not free then does not `offer_on`: that time becomes an exception.

        Raises NotFound, WrongPart, WrongState or ConditionUnmet.
        """
        with self._casework.deciding():
            booking = self.can_cancel(number, by=by)
            request = self._lookups.request(booking.request_id, by)
            self._changes.step(request, Act.CANCEL, by, holder_id=request.holder_id, why=reason)
            cancelled, change = self.call_off(booking, Act.CANCEL, reason, by)
            if booking.part_of(by) is Part.HOLDER and not offer_on:
                self._slots.shut(booking.slot, by)
            for waiting in self._slots.who_waits_for(cancelled, by):
                change.tell(
                    NoticeKind.FREED, waiting.asker_id, about=replace(cancelled, request_id=waiting.id)
                )
            return self._views.booking(cancelled, by=by)

    def call_off(self, booking: Booking, act: Act, why: str, by: Actor) -> tuple[Booking, Change]:
        """Cancel a booking and tell both sides, inside the decision that ends it. Raises Changed."""
        sequence = booking.sequence + 1
        if not self._store.step(booking, BookingState.CANCELLED, sequence):
            raise Changed(Thing.BOOKING, booking.id)
        self._casework.stores.outbox.drop(booking, NoticeKind.REMINDER, at=self._casework.now())
        change = self._changes.log(by, booking, act, BookingState.CANCELLED, why=why)
        cancelled = replace(booking, state=BookingState.CANCELLED, sequence=sequence)
        kind = NoticeKind.CLOSED if act is Act.CLOSE else NoticeKind.CANCELLED
        change.tell(kind, booking.charity_id, booking.commissioner_id, about=cancelled, why=why)
        return cancelled, change

    def thread_of(self, booking: Booking) -> int | None:
        """The private thread of the two, as it is now."""
        found = self._store.get(booking.guild_id, booking.id)
        return found.thread_id if found else None

    def has_thread(self, booking: Booking, thread_id: int) -> None:
        """Remember the private thread of the two."""
        with self._casework.deciding():
            self._store.set_thread(booking, thread_id)

    def _can_change(self, number: int, act: Act, by: Actor) -> Booking:
        """The booking, if this person can do that with it now."""
        booking = self._lookups.booking(number, by)
        booking.after(act, by, self._views.booking(booking, by=by).conditions)
        return booking

    def _same(
        self, request: DialogueRequest, commissioner_id: int, starts_at: datetime, by: Actor
    ) -> Booking | None:
        """The booking that this very press has made before."""
        if request.state is not RequestState.BOOKED or request.part_of(by) is not Part.ASKER:
            return None
        newest = self._store.of_request(request)[0]
        same = newest.commissioner_id == commissioner_id and newest.starts_at == starts_at
        return newest if same else None

    def _booked(self, request: DialogueRequest, booking: Booking, by: Actor) -> None:
        """All that follows from a booking, in its transaction."""
        self._changes.step(request, Act.BOOK, by, holder_id=booking.commissioner_id)
        self._casework.stores.requests.drop_offers(request)
        change = self._changes.timed(by, booking, Act.BOOK)
        change.post(NoticeKind.THREAD, Place.THREAD, booking)
        change.tell(NoticeKind.BOOKED, booking.charity_id, booking.commissioner_id, about=booking)
        self._remind(booking)

    def _remind(self, booking: Booking) -> None:
        """Reminders for the time as it is now, in place of those for an earlier one."""
        outbox, now = self._casework.stores.outbox, self._casework.now()
        outbox.drop(booking, NoticeKind.REMINDER, at=now)
        outbox.add(reminders(booking, now))
