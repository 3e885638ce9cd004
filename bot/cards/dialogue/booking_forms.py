"""The forms in which times are offered, and conversations are moved and cancelled."""

from collections.abc import Mapping, Sequence

from bot.cards.card import Field, Form, Option, legacy
from bot.domain.dialogue.bookings import MOST_OFFERED
from bot.domain.dialogue.states import Part
from bot.domain.forms import Kind


def offer_form(request_id: int, suggested: Sequence[str], typed: Mapping[str, str]) -> Form:
    """Up to five times, in words; the next free slots stand there to begin with."""
    action = legacy("Next", "offer", (str(request_id),))
    return Form(
        title="Offer times",
        action=action,
        draft=action.custom_id,
        fields=tuple(
            Field(
                f"time{n}",
                f"Time {n}",
                value=typed.get(f"time{n}", suggested[n - 1] if n <= len(suggested) else ""),
                required=False,
                help="Such as Tuesday 1 December 2026 at 10:00." if n == 1 else "",
            )
            for n in range(1, MOST_OFFERED + 1)
        ),
    )


def move_form(booking_id: int, typed: Mapping[str, str]) -> Form:
    """A new time in words."""
    action = legacy("Next", "move-typed", (str(booking_id),))
    return Form(
        title=f"Move conversation {booking_id}",
        action=action,
        draft=action.custom_id,
        fields=(
            Field(
                "time",
                "The new time",
                value=typed.get("time", ""),
                help="Such as Tuesday 1 December 2026 at 10:00.",
            ),
        ),
    )


def cancel_form(booking_id: int, part: Part, typed: Mapping[str, str]) -> Form:
    """Why, and for a commissioner whether others may have the time."""
    action = legacy("Cancel the conversation", "cancel", (str(booking_id),))
    others = Field(
        "offer_on",
        "May others who wait have this time?",
        Kind.CHOICE,
        typed.get("offer_on", "yes"),
        options=(Option("yes", "Yes, offer it to them"), Option("no", "No, I am not free then")),
    )
    return Form(
        title=f"Cancel conversation {booking_id}",
        action=action,
        draft=action.custom_id,
        fields=(
            Field(
                "text",
                "Why?",
                Kind.PARAGRAPH,
                typed.get("text", ""),
                help="The other side reads it.",
                limit=1000,
            ),
            *((others,) if part is Part.HOLDER else ()),
        ),
    )
