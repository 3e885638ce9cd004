"""What happened to a conversation."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.cards.card import Card, Fact
from bot.cards.dates import moment
from bot.cards.dialogue.buttons import button
from bot.cards.dialogue.words import person
from bot.cards.pages import paged
from bot.cards.plain import quoted
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.events import Event
from bot.domain.errors import Thing
from bot.domain.verbs.dialogue.bookings import SeeHistory

_STEPS = 15


def history_card(booking: Booking, events: Sequence[Event], zone: ZoneInfo, page: int) -> Card:
    """Who did what, when and why; nothing in it can be changed."""
    shown = paged(events, page, lambda other: SeeHistory(booking.id, page=other), size=_STEPS)
    return Card(
        title=f"What happened to conversation {booking.id}",
        text="\n".join(_step(n, event, zone) for n, event in enumerate(shown.items, shown.first)),
        facts=tuple(Fact(f"Step {n}", event.at) for n, event in enumerate(shown.items, shown.first)),
        note=shown.note,
        actions=(*shown.actions, button(Thing.BOOKING, Act.SEE, booking.id)),
    )


def _step(number: int, event: Event, zone: ZoneInfo) -> str:
    at = f"{_AT[event.act]}{moment(event.starts_at, zone)}" if event.starts_at else ""
    why = f"\n{quoted(event.why)}" if event.why else ""
    return f"{number}. {person(event.actor_id)} {_DONE[event.act]}{at}{why}"


_AT: Mapping[Act, str] = {Act.BOOK: " for ", Act.MOVE: " to "}
_DONE: Mapping[Act, str] = {
    Act.BOOK: "booked it",
    Act.MOVE: "moved it",
    Act.CANCEL: "cancelled it",
    Act.CLOSE: "closed the service, which cancelled it",
    Act.NOTE: "left a note",
    Act.TOOK_PLACE: "said that it took place",
    Act.NO_SHOW: "said that the other side did not come",
}
