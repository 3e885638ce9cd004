"""Notes on a conversation, and what each side says came of it."""

from bot.domain.actor import Actor
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.events import Event, Subject
from bot.domain.dialogue.messages import News
from bot.domain.dialogue.states import BOOKINGS, Act, BookingState
from bot.domain.dialogue.typed import TEXT_LIMIT, text
from bot.domain.errors import NotNow
from bot.services.dialogue.casework import CHANGED, Casework


class Outcomes:
    """What the two sides say to each other about a booking."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._store = casework.stores.bookings

    def history(self, booking_id: int, *, by: Actor) -> tuple[Booking, list[Event]]:
        """Everything that happened to a booking, oldest first. Raises NotAllowed or NoSuchDialogue."""
        booking = self._casework.booking(booking_id, by)
        BOOKINGS.after(booking.state, Act.SEE, booking.part_of(by))
        return booking, self._casework.stores.events.of(by.guild_id, Subject.BOOKING, booking_id)

    def note(self, booking_id: int, note: str, *, by: Actor) -> Booking:
        """Add a note that both sides see. Raises NotAllowed, ToMend or NoSuchDialogue."""
        with self._casework.deciding():
            booking = self._casework.booking(booking_id, by)
            BOOKINGS.after(booking.state, Act.NOTE, booking.part_of(by))
            note = text(note, "Your note", TEXT_LIMIT)
            change = self._casework.log(by, booking, Act.NOTE, booking.state, note)
            change.tell(News.NOTE, booking.other(by.user_id), about=booking, why=note)
            return booking

    def say(self, booking_id: int, act: Act, *, by: Actor) -> Booking:
        """Say once that it was held, or that the other side did not come; a dispute keeps both.

        Raises NotAllowed, NotNow or NoSuchDialogue.
        """
        with self._casework.deciding():
            booking = self._casework.booking(booking_id, by)
            state = BOOKINGS.after(booking.state, act, booking.part_of(by))
            if booking.starts_at > self._casework.now():
                raise NotNow("It has not begun yet. Say this afterwards; until then it can be cancelled.")
            said = BookingState.HELD if act is Act.HELD else BookingState.NO_SHOW
            if not self._store.say(booking, by.user_id, said):
                raise NotNow("You have said already what came of it. Add a note if there is more to say.")
            if not self._store.step(booking, state, booking.sequence):
                raise NotNow(CHANGED)
            change = self._casework.log(by, booking, act, state)
            become = self._casework.booking(booking_id, by)
            change.tell(News.SAID, booking.other(by.user_id), about=become, why=said)
            return become

    def said(self, booking: Booking) -> dict[int, str]:
        """What each side has said came of it."""
        return self._store.said(booking)
