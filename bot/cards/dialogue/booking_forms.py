"""The forms in which times are offered, and conversations are moved and cancelled."""

from collections.abc import Sequence

from bot.cards.card import Action, Form
from bot.cards.dialogue.fields import form_of
from bot.cards.fields import Asked
from bot.domain.dialogue.acts import Part
from bot.domain.dialogue.bookings import MOST_OFFERED
from bot.domain.dialogue.forms import CancelForm, MoveForm, OfferForm
from bot.domain.verbs.dialogue.bookings import Cancel, Offer, TypeMove

_SUCH_AS = "Such as Tuesday 1 December 2026 at 10am."


def offer_form(number: int, suggested: Sequence[str]) -> Form:
    """Up to five times, in words; the next free slots stand there to begin with."""
    asked = {
        f"time{n}": Asked(
            f"Time {n}", _SUCH_AS if n == 1 else "", suggested[n - 1] if n <= len(suggested) else ""
        )
        for n in range(1, MOST_OFFERED + 1)
    }
    return form_of(OfferForm, "Offer times", Action("Next", Offer(number)), asked)


def move_form(number: int) -> Form:
    """A new time in words."""
    asked = {"time": Asked("The new time", _SUCH_AS)}
    return form_of(MoveForm, f"Move conversation {number}", Action("Next", TypeMove(number)), asked)


def cancel_form(number: int, part: Part) -> Form:
    """Why, and for a commissioner whether others can have the time."""
    others = Asked(
        "Can others who are waiting have this time?",
        value="yes",
        options={"yes": "Yes, offer it to them", "no": "No, I am not free then"},
    )
    asked = {
        "text": Asked("Why?", "The other side reads it."),
        **({"offer_on": others} if part is Part.HOLDER else {}),
    }
    action = Action("Cancel the conversation", Cancel(number))
    return form_of(CancelForm, f"Cancel conversation {number}", action, asked)
