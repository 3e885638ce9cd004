"""The calendar file of a conversation."""

from bot.cards.card import Attachment
from bot.cards.dates import moment_in
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.calendar_file import Invitation, calendar_file
from bot.services.dialogue.views import BookingView


def calendar_attachment(view: BookingView, booking: Booking | None = None) -> Attachment:
    """The conversation for a calendar: as it is now, or as it was in `booking`."""
    booking, wish = booking or view.booking, view.request.wish
    invitation = Invitation(
        booking,
        f"Early dialogue: {wish.organisation}",
        f"{wish.about}\n{moment_in(booking.starts_at, view.zones)}",
    )
    return Attachment(f"conversation-{booking.id}.ics", calendar_file(invitation, view.now))
