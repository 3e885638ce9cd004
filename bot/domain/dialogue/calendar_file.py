"""A booking as an iCalendar file, which calendars move or remove by its UID and SEQUENCE (RFC 5545, 5546)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.states import BookingState

_ADDRESS = "mailto:{}@parley.invalid"
"""Calendars want an address for each side; no one's real one is known here, and none is ever written to."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Everything that a calendar shows as well as the time."""

    booking: Booking
    summary: str
    description: str


def calendar_file(invitation: Invitation, now: datetime) -> bytes:
    """The booking as it is now. Times are in UTC, which is right wherever it is read and never ambiguous."""
    # Imported here: most who use the bot never need a calendar file.
    from icalendar import Calendar, Event, vCalAddress

    booking = invitation.booking
    cancelled = booking.state is BookingState.CANCELLED
    event = Event()
    event.add("uid", booking.uid)
    event.add("sequence", booking.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", booking.starts_at.astimezone(UTC))
    event.add("dtend", booking.ends_at.astimezone(UTC))
    event.add("summary", invitation.summary)
    event.add("description", invitation.description)
    event.add("organizer", vCalAddress(_ADDRESS.format("bookings")))
    event.add("attendee", [vCalAddress(_ADDRESS.format(side)) for side in ("charity", "commissioner")])
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Parley//Early dialogue//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "REQUEST")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
