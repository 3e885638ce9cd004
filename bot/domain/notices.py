"""What people are told, where, when, and once each: a notice is a row of the outbox.

It is written in the transaction of the change that it tells of. One worker sends it, tries again where
Discord stumbles, and settles it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

_LATE = timedelta(minutes=10)

AT_ONCE = 5
"""Tries that follow each other without a rest: Discord stumbles for a moment far more often than for long."""

_LONGEST_REST = timedelta(minutes=30)


class NoticeKind(StrEnum):
    """What a notice tells."""

    ASKED = "asked"
    CLAIMED = "claimed"
    HANDED_OVER = "handed_over"
    GIVEN_BACK = "given_back"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OFFERED = "offered"
    LAPSED = "lapsed"
    TURNED_DOWN = "turned_down"
    THREAD = "room"
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
    NOT_REACHED = "not_reached"
    QUESTION_SETTLED = "question_settled"
    REVIEW_DUE = "review_due"


class Place(StrEnum):
    """Where a notice goes: to a person, to a channel of the settings, or to the thread of two people."""

    PERSON = "person"
    QUEUE = "queue"
    NOTES = "notes"
    THREAD = "thread"


class Privacy(StrEnum):
    """Who can come to read a notice.

    OPEN is for everyone in the channel. PRIVATE is for one person or two; where direct messages are closed
    it goes into a private thread, which those who manage threads can read. SECRET is for one person alone:
    where their direct messages are closed, it waits until they next ask something. It is deleted once told.
    """

    OPEN = "open"
    PRIVATE = "private"
    SECRET = "secret"  # noqa: S105 - not a password


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell, once. `key` is unique in its server; `id` is 0 until it is kept.

    `to` is a person's id, or 0 where the place says who reads it. `payload` is what the card is made of,
    as JSON holds it. `booking_id` is there to find what is still to be told of a conversation.
    """

    key: str
    guild_id: int
    kind: NoticeKind
    due_at: datetime
    to: int = 0
    place: Place = Place.PERSON
    privacy: Privacy = Privacy.PRIVATE
    payload: Mapping[str, Any] = field(default_factory=dict)
    booking_id: int | None = None
    id: int = 0
    attempts: int = 0

    def is_late(self, now: datetime) -> bool:
        """It should have been told some time ago."""
        return now - self.due_at > _LATE

    @property
    def rest(self) -> timedelta:
        """How long to wait before the next try, so that one broken channel does not hold up the others."""
        tries = self.attempts - AT_ONCE
        return timedelta() if tries < 0 else min(timedelta(minutes=2**tries), _LONGEST_REST)
