"""What the two sides are told, when, and once each."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.dialogue.bookings import Booking

REMINDERS = {"day": timedelta(days=1), "hour": timedelta(hours=1)}
"""How long before a conversation its two reminders come."""

_LATE = timedelta(minutes=10)


class News(StrEnum):
    """What a message is about."""

    ASKED = "asked"
    CLAIMED = "claimed"
    HANDED_OVER = "handed over"
    GIVEN_BACK = "given back"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OFFERED = "offered"
    LAPSED = "lapsed"
    TURNED_DOWN = "turned down"
    ROOM = "room"
    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"
    NOTE = "note"
    REMINDER = "reminder"
    FREED = "freed"
    CLOSED = "closed"
    SAID = "said"
    RECORD = "record"
    CONFIRMED = "confirmed"
    SUMMARY = "summary"
    OVERDUE = "overdue"
    NOT_REACHED = "not reached"


class Place(StrEnum):
    """Where a message goes: to a person, to the commissioners' queue, to everyone, or to make a room."""

    PERSON = "person"
    QUEUE = "queue"
    NOTES = "notes"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell one person. `key` is unique, so that it is told once; `id` is 0 until it is kept.

    `booking` is the booking as it stood then; `why` is a reason or a note.
    """

    key: str
    guild_id: int
    news: News
    due_at: datetime
    to: int = 0
    place: Place = Place.PERSON
    request_id: int | None = None
    booking: Booking | None = None
    why: str = ""
    id: int = 0

    def is_late(self, now: datetime) -> bool:
        """It should have been told some time ago."""
        return now - self.due_at > _LATE

    def is_over(self, now: datetime) -> bool:
        """It reminds of what has ended."""
        return self.news is News.REMINDER and self.booking is not None and self.booking.ends_at <= now


def reminders(booking: Booking, now: datetime) -> list[Message]:
    """Both reminders for both sides, but those whose time has passed."""
    return [
        Message(
            key=f"booking:{booking.id}:{booking.sequence}:{name}:{person}",
            guild_id=booking.guild_id,
            news=News.REMINDER,
            due_at=booking.starts_at - before,
            to=person,
            request_id=booking.request_id,
            booking=booking,
            why=name,
        )
        for name, before in REMINDERS.items()
        for person in (booking.charity_id, booking.commissioner_id)
        if booking.starts_at - before > now
    ]
