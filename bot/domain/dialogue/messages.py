"""Notices of early dialogue: what the two sides are told of what the other did, and of what is to come."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BookingState
from bot.domain.notices import Notice, NoticeKind, Place, Privacy

REMINDERS = {"day": timedelta(days=1), "hour": timedelta(hours=1)}
"""How long before a conversation its two reminders come."""

_OPEN = {Place.QUEUE, Place.NOTES}


@dataclass(frozen=True, slots=True)
class About:
    """The subject of a notice: a request and, once it is booked, the booking as it was then.

    `why` is a reason, a note, or which reminder it is.
    """

    request_id: int
    booking: Booking | None = None
    why: str = ""


def notice_about(  # noqa: PLR0913 - a notice says all of this
    kind: NoticeKind,
    about: DialogueRequest | Booking,
    *,
    key: str,
    due_at: datetime,
    to: int = 0,
    place: Place = Place.PERSON,
    why: str = "",
) -> Notice:
    """A notice of a request or of a booking."""
    booking = about if isinstance(about, Booking) else None
    request_id = booking.request_id if booking else about.id
    return Notice(
        key,
        about.guild_id,
        kind,
        due_at,
        to,
        place,
        Privacy.OPEN if place in _OPEN else Privacy.PRIVATE,
        {"request_id": request_id, "booking": _packed(booking) if booking else None, "why": why},
        booking.id if booking else None,
    )


def about_of(notice: Notice) -> About:
    """The subject of a notice of early dialogue."""
    payload, packed = notice.payload, notice.payload["booking"]
    return About(payload["request_id"], _unpacked(packed) if packed else None, payload["why"])


def is_over(notice: Notice, now: datetime) -> bool:
    """It reminds people of a conversation that has ended."""
    booking = about_of(notice).booking if notice.kind is NoticeKind.REMINDER else None
    return booking is not None and booking.ends_at <= now


def reminders(booking: Booking, now: datetime) -> list[Notice]:
    """Both reminders for both sides, without those whose time has passed."""
    return [
        notice_about(
            NoticeKind.REMINDER,
            booking,
            key=f"booking:{booking.id}:{booking.sequence}:{name}:{person}",
            due_at=booking.starts_at - before,
            to=person,
            why=name,
        )
        for name, before in REMINDERS.items()
        for person in (booking.charity_id, booking.commissioner_id)
        if booking.starts_at - before > now
    ]


def _packed(booking: Booking) -> Mapping[str, Any]:
    """A booking as JSON can hold it."""
    moments = {"starts_at": booking.starts_at.isoformat(), "ends_at": booking.ends_at.isoformat()}
    return {**asdict(booking), **moments}


def _unpacked(packed: Mapping[str, Any]) -> Booking:
    moments = {name: datetime.fromisoformat(packed[name]) for name in ("starts_at", "ends_at")}
    return Booking(**{**packed, **moments, "state": BookingState(packed["state"])})
