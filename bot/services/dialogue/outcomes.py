"""Notes on a conversation, and whether it took place, as each side says."""

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.events import Event, Subject
from bot.domain.dialogue.states import BookingState
from bot.domain.errors import Changed, Thing
from bot.domain.notices import NoticeKind
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.changes import Changes
from bot.services.dialogue.lookups import Lookups
from bot.services.dialogue.views import BookingView, Views


class Outcomes:
    """What the two sides say to each other about a booking."""

    def __init__(self, casework: Casework, lookups: Lookups, changes: Changes, views: Views) -> None:
        self._casework = casework
        self._lookups = lookups
        self._changes = changes
        self._views = views
        self._store = casework.stores.bookings

    def history(self, number: int, *, by: Actor) -> tuple[Booking, list[Event]]:
        """Everything that happened to a booking, oldest first. Raises NotFound or WrongPart."""
        booking = self._lookups.booking(number, by)
        booking.after(Act.SEE, by)
        return booking, self._casework.stores.events.of(by.guild_id, Subject.BOOKING, number)

    def can_note(self, number: int, *, by: Actor) -> Booking:
        """The booking, if this person can leave a note on it. Raises NotFound or WrongPart."""
        booking = self._lookups.booking(number, by)
        booking.after(Act.NOTE, by)
        return booking

    def note(self, number: int, note: str, *, by: Actor) -> BookingView:
        """Add a note that both sides see. Raises NotFound or WrongPart."""
        with self._casework.deciding():
            booking = self.can_note(number, by=by)
            change = self._changes.log(by, booking, Act.NOTE, booking.state, why=note)
            change.tell(NoticeKind.NOTE, booking.other(by.user_id), about=booking, why=note)
            return self._views.booking(booking, by=by)

    def say(self, number: int, act: Act, *, by: Actor) -> BookingView:
        """Say once that it took place, or that the other side did not come; a dispute keeps both.

        Raises NotFound, WrongPart, WrongState, ConditionUnmet or Changed.
        """
        said = BookingState.TOOK_PLACE if act is Act.TOOK_PLACE else BookingState.NO_SHOW
        with self._casework.deciding():
            booking = self._lookups.booking(number, by)
            state = booking.after(act, by, self._views.booking(booking, by=by).conditions)
            told = self._store.say(booking, by.user_id, said)
            if not told or not self._store.step(booking, state, booking.sequence):
                raise Changed(Thing.BOOKING, number)
            change = self._changes.log(by, booking, act, state)
            become = self._lookups.booking(number, by)
            change.tell(NoticeKind.SAID, booking.other(by.user_id), about=become, why=said)
            return self._views.booking(become, by=by)

    def said(self, booking: Booking) -> dict[int, BookingState]:
        """The word of each side: that it took place, or that the other did not come."""
        return self._store.said(booking)
