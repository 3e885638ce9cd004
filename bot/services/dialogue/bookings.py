"""Give a slot to whoever asked, once; move it, cancel it, and say what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from bot.domain.actor import Actor
from bot.domain.dialogue.bookings import OFFER_LASTS, Booking, Slot
from bot.domain.dialogue.calendar_file import Invitation, calendar_file
from bot.domain.dialogue.messages import News, Place, reminders
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BOOKINGS, REQUESTS, Act, BookingState, Part, RequestState
from bot.domain.dialogue.typed import TEXT_LIMIT, moment, text
from bot.domain.errors import NotNow
from bot.services.dialogue.casework import CHANGED, Casework, must_be_commissioner
from bot.services.dialogue.slots import SLOTS_SHOWN, Slots, Times


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody else was first. `instead` are the next best slots."""

    request_id: int
    instead: tuple[Slot, ...]
    booking_id: int | None = None


class Bookings:
    """What the two sides do with a slot."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._slots = Slots(casework)
        self._store = casework.stores.bookings

    def times(self, request_id: int, *, by: Actor) -> Times:
        """The times that an asker can choose from.

        Raises NotAllowed, NotNow, ServiceClosed or NoSuchDialogue.
        """
        request = self._casework.request(request_id, by)
        self._may_book(request, by)
        return self._slots.times(request)

    def may_offer(self, request_id: int, *, by: Actor) -> DialogueRequest:
        """The request, if this person may offer times for it now.

        Raises NotAllowed, NotNow or NoSuchDialogue.
        """
        request = self._casework.request(request_id, by)
        REQUESTS.after(request.state, Act.OFFER, request.part_of(by))
        return request

    def read_times(self, request_id: int, typed: Sequence[str], *, by: Actor) -> list[Slot]:
        """Times that a commissioner typed in words, to be said back before they are offered.

        Raises NotAllowed, NotNow, ToMend, ServiceClosed or NoSuchDialogue.
        """
        request = self.may_offer(request_id, by=by)
        rules, now = self._slots.availability(by.user_id, by).rules, self._casework.now()
        given = [words for words in typed if words.strip()]
        read = [moment(words, f"Time {n}", zone=rules.zone, now=now) for n, words in enumerate(given, 1)]
        return self._slots.offerable(request, read, by)

    def offer(self, request_id: int, starts: Sequence[datetime], *, by: Actor) -> list[Slot]:
        """Offer times, held for 48 hours, in place of those offered before.

        Raises NotAllowed, NotNow, ToMend, ServiceClosed or NoSuchDialogue.
        """
        with self._casework.deciding():
            request = self.may_offer(request_id, by=by)
            slots = self._slots.offerable(request, starts, by)
            change = self._casework.step(request, Act.OFFER, by, holder_id=by.user_id)
            lapses_at = self._casework.now() + OFFER_LASTS
            self._casework.stores.requests.offer(request, slots, lapses_at)
            change.tell(News.OFFERED, request.asker_id, about=request)
            over_at = min(lapses_at, slots[-1].starts_at)
            change.tell(News.LAPSED, request.asker_id, by.user_id, about=request, at=over_at)
        return slots

    def book(
        self, request_id: int, commissioner_id: int, starts_at: datetime, *, by: Actor
    ) -> Booking | Taken:
        """Take a slot, if nobody else has. Pressing the same slot again shows the same booking.

        Raises NotAllowed, NotNow, ServiceClosed or NoSuchDialogue.
        """
        with self._casework.deciding():
            request = self._casework.request(request_id, by)
            if (done := self._same(request, commissioner_id, starts_at, by)) is not None:
                return done
            self._may_book(request, by)
            self._casework.must_be_open(request, starts_at)
            slot = self._slots.bookable(request, commissioner_id, starts_at)
            booking = self._store.add(request, slot, f"{uuid4()}@parley.invalid") if slot else None
            if booking is None:
                return Taken(request.id, self._slots.instead(request))
            self._booked(request, booking, by)
            return booking

    def move_times(self, booking_id: int, *, by: Actor) -> tuple[Booking, list[Slot]]:
        """The slots that a booking can be moved to. Raises NotAllowed, NotNow or NoSuchDialogue."""
        booking = self.get(booking_id, by=by)
        self._may_change(booking, Act.MOVE, by)
        return booking, self._slots.movable(booking, by)[:SLOTS_SHOWN]

    def read_move(self, booking_id: int, typed: str, *, by: Actor) -> Slot:
        """A new time that a commissioner typed in words, to be said back first.

        Raises NotAllowed, NotNow, ToMend or NoSuchDialogue.
        """
        booking = self.get(booking_id, by=by)
        self._may_change(booking, Act.MOVE, by)
        must_be_commissioner(by, "move a conversation to any time they like; choose one of the free slots")
        zone, now = self._slots.availability(booking.commissioner_id, by).rules.zone, self._casework.now()
        starts_at = moment(typed, "The new time", zone=zone, now=now)
        return Slot(starts_at, starts_at + timedelta(minutes=booking.minutes), booking.commissioner_id)

    def move(self, booking_id: int, starts_at: datetime, *, by: Actor) -> Booking | Taken:
        """Give a booking another time; it stays the same booking. The time that it has changes nothing.

        Raises NotAllowed, NotNow, ServiceClosed or NoSuchDialogue.
        """
        with self._casework.deciding():
            booking = self._casework.booking(booking_id, by)
            self._may_change(booking, Act.MOVE, by)
            self._casework.must_be_open(self._request_of(booking, by), starts_at)
            if booking.starts_at == starts_at:
                return booking
            slot = self._slots.to_move_to(booking, starts_at, by)
            if slot is None or not self._store.move(moved := booking.at(slot)):
                return Taken(booking.request_id, tuple(self._slots.movable(booking, by)[:3]), booking.id)
            change = self._casework.log(by, moved, Act.MOVE, moved.said)
            change.tell(News.MOVED, moved.charity_id, moved.commissioner_id, about=moved)
            self._remind(moved)
            return moved

    def cancel(self, booking_id: int, reason: str, *, by: Actor, offer_on: bool = True) -> Booking:
        """Call a conversation off, with a reason; its slot is offered to those who wait.

        A commissioner who is not free then does not `offer_on`: that time becomes an exception.

        Raises NotAllowed, NotNow, ToMend or NoSuchDialogue.
        """
        with self._casework.deciding():
            booking = self._casework.booking(booking_id, by)
            state = self._may_change(booking, Act.CANCEL, by)
            reason = text(reason, "Your reason", TEXT_LIMIT)
            self._step(booking, state, booking.sequence + 1)
            request = self._request_of(booking, by)
            self._casework.step(request, Act.CANCEL, by, holder_id=request.holder_id, why=reason)
            self._casework.stores.outbox.drop(booking, News.REMINDER, at=self._casework.now())
            change = self._casework.log(by, booking, Act.CANCEL, state, reason)
            cancelled = self._casework.booking(booking_id, by)
            both = booking.charity_id, booking.commissioner_id
            change.tell(News.CANCELLED, *both, about=cancelled, why=reason)
            if booking.part_of(by) is Part.HOLDER and not offer_on:
                self._slots.shut(booking.slot, by)
            for waiting in self._slots.who_waits_for(booking, by):
                change.tell(News.FREED, waiting.asker_id, about=replace(cancelled, request_id=waiting.id))
            return cancelled

    def get(self, booking_id: int, *, by: Actor) -> Booking:
        """A booking that concerns this person. Raises NotAllowed or NoSuchDialogue."""
        booking = self._casework.booking(booking_id, by)
        BOOKINGS.after(booking.state, Act.SEE, booking.part_of(by))
        return booking

    def zones(self, booking: Booking) -> tuple[ZoneInfo, ...]:
        """The zones of both sides: the server's, and the commissioner's own."""
        availability = self._casework.stores.availability.get(booking.guild_id, booking.commissioner_id)
        server = self._casework.zone(booking.guild_id)
        return tuple(dict.fromkeys((server, availability.rules.zone if availability else server)))

    def zone(self, *, by: Actor) -> ZoneInfo:
        """The zone in which one person is shown times where no front end can show them in their own."""
        availability = self._casework.stores.availability.get(by.guild_id, by.user_id)
        return availability.rules.zone if availability else self._casework.zone(by.guild_id)

    def calendar(self, booking: Booking) -> bytes:
        """A calendar file of a booking as it stands in this value."""
        request = self._casework.stores.requests.get(booking.guild_id, booking.request_id)
        about = request.wish if request else None
        invitation = Invitation(
            booking,
            f"Early dialogue: {about.organisation}" if about else "Early dialogue",
            about.about if about else "",
            self.zones(booking),
        )
        return calendar_file(invitation, self._casework.now())

    def room(self, booking: Booking) -> int | None:
        """The private thread of the two, as it is now."""
        found = self._store.get(booking.guild_id, booking.id)
        return found.thread_id if found else None

    def has_room(self, booking: Booking, thread_id: int) -> None:
        """Remember the private thread of the two."""
        with self._casework.deciding():
            self._store.set_thread(booking, thread_id)

    def _may_book(self, request: DialogueRequest, by: Actor) -> None:
        REQUESTS.after(request.state, Act.BOOK, request.part_of(by))
        self._casework.must_be_open(request, self._casework.now())

    def _may_change(self, booking: Booking, act: Act, by: Actor) -> BookingState:
        """The state after a change that can only be made before it begins. Raises NotAllowed or NotNow."""
        state = BOOKINGS.after(booking.state, act, booking.part_of(by))
        if booking.starts_at <= self._casework.now():
            raise NotNow(
                f"It has begun, so you cannot {act} it now. Say whether it was held, or report a no-show."
            )
        return state

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
        stores = self._casework.stores
        self._casework.step(request, Act.BOOK, by, holder_id=booking.commissioner_id)
        stores.requests.drop_offers(request)
        change = self._casework.log(by, booking, Act.BOOK, booking.said)
        change.post(News.ROOM, Place.ROOM, booking)
        change.tell(News.BOOKED, booking.charity_id, booking.commissioner_id, about=booking)
        self._remind(booking)

    def _remind(self, booking: Booking) -> None:
        """Reminders for the time as it is now, in place of those for an earlier one."""
        outbox, now = self._casework.stores.outbox, self._casework.now()
        outbox.drop(booking, News.REMINDER, at=now)
        outbox.add(reminders(booking, now))

    def _request_of(self, booking: Booking, by: Actor) -> DialogueRequest:
        return self._casework.request(booking.request_id, by)

    def _step(self, booking: Booking, state: BookingState, sequence: int) -> None:
        if not self._store.step(booking, state, sequence):
            raise NotNow(CHANGED)
