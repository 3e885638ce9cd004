"""People, states and times as the cards of early dialogue say them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards.card import Action
from bot.cards.dates import moment, zone_name
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.records import Side
from bot.domain.dialogue.states import BookingState, RecordState, RequestState, Stage
from bot.domain.verbs.dialogue.bookings import Book

REQUEST_STATES: Mapping[RequestState, str] = {
    RequestState.WAITING: "waiting",
    RequestState.CLAIMED: "taken on",
    RequestState.OFFERED: "times offered",
    RequestState.BOOKED: "booked",
    RequestState.DECLINED: "declined",
    RequestState.WITHDRAWN: "withdrawn",
    RequestState.CLOSED: "closed",
}
BOOKING_STATES: Mapping[BookingState, str] = {
    BookingState.BOOKED: "booked",
    BookingState.TOOK_PLACE: "took place",
    BookingState.NO_SHOW: "did not take place",
    BookingState.DISPUTED: "the two sides disagree",
    BookingState.CANCELLED: "cancelled",
}
OUTCOMES: Mapping[BookingState, str] = {
    BookingState.TOOK_PLACE: "the conversation took place",
    BookingState.NO_SHOW: "the other side did not come",
}
RECORD_STATES: Mapping[RecordState, str] = {
    RecordState.NONE: "not written yet",
    RecordState.WITH_CHARITY: "with the charity, to confirm or add to",
    RecordState.WITH_COMMISSIONER: "with the commissioner, to confirm or add to",
    RecordState.CONFIRMED: "confirmed by both sides",
}
STAGES: Mapping[Stage, str] = {
    Stage.EXPLORING: "exploring",
    Stage.OPEN: "engagement open",
    Stage.CLOSED: "closed: a tender notice is out",
    Stage.AWARDED: "awarded",
}
SIDES: Mapping[Side, str] = {Side.CHARITY: "the charity", Side.COMMISSIONER: "the commissioner"}


def person(user_id: int | None) -> str:
    """A person, by name where the front end knows it."""
    return f"<@{user_id}>" if user_id else "no one yet"


def zone_note(zone: ZoneInfo) -> str:
    """Says which clock the labels show, which no front end can show in the reader's own."""
    return f"Times are {zone_name(zone)}."


def book(slot: Slot, number: int, zone: ZoneInfo, now: datetime, more: str = "") -> Action:
    """Take this slot for that request."""
    verb = Book(number, commissioner_id=slot.commissioner_id, starts_at=slot.starts_at)
    return Action(f"{moment(slot.starts_at, zone, now)}{more}", verb)


def numbered(slots: Sequence[Slot]) -> dict[int, int]:
    """The commissioners of these slots, each with a number for labels, which cannot hold names."""
    return {who: n for n, who in enumerate(dict.fromkeys(slot.commissioner_id for slot in slots), 1)}


def with_one(slot: Slot, who: Mapping[int, int]) -> str:
    """Which commissioner a slot is with, where there are several."""
    return f", with {who[slot.commissioner_id]}" if len(who) > 1 else ""


def with_each(who: Mapping[int, int]) -> list[str]:
    """Which commissioner each number means, where there are several."""
    lines = "\n".join(f"- with {n}: {person(one)}" for one, n in who.items())
    return [lines] if len(who) > 1 else []
