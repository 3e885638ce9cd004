"""A slot, times that were offered, and a booked conversation."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import NOTHING, Act, Condition, Conditions, Part
from bot.domain.dialogue.requests import part_in
from bot.domain.dialogue.states import BOOKINGS, BookingState, RecordState

OFFER_LASTS = timedelta(hours=48)
"""How long offered times are held for the person who asked."""

MOST_OFFERED = 5
"""Times that can be offered at once."""

MOST_HELD = 5
"""Requests and conversations to come that one person can have in a server, and so slots that they hold."""


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A span of time in which one commissioner can talk. Instants, aware."""

    starts_at: datetime
    ends_at: datetime
    commissioner_id: int

    def overlaps(self, other: "Slot | Booking") -> bool:
        """The two share some time."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Offer:
    """A time that a commissioner offered, held for the asker until it lapses."""

    request_id: int
    slot: Slot
    lapses_at: datetime


@dataclass(frozen=True, slots=True)
class Booking:
    """A conversation that has its time. `id` counts within its server.

    `sequence` counts its changes for calendars; `uid` is the same for its whole life.
    """

    id: int
    guild_id: int
    request_id: int
    charity_id: int
    commissioner_id: int
    starts_at: datetime
    ends_at: datetime
    state: BookingState
    uid: str
    sequence: int = 0
    thread_id: int | None = None

    @property
    def slot(self) -> Slot:
        """The time that it takes."""
        return Slot(self.starts_at, self.ends_at, self.commissioner_id)

    @property
    def minutes(self) -> int:
        """How long it is to last."""
        return round((self.ends_at - self.starts_at).total_seconds() / 60)

    def at(self, slot: Slot) -> "Booking":
        """The same booking at another time."""
        return replace(self, starts_at=slot.starts_at, ends_at=slot.ends_at, sequence=self.sequence + 1)

    def part_of(self, actor: Actor) -> Part:
        """The part of a person of the same server."""
        return part_in(actor, self.charity_id, self.commissioner_id)

    def after(self, act: Act, by: Actor, holding: Conditions = NOTHING) -> BookingState:
        """The state after a person's act. Raises WrongPart, WrongState or ConditionUnmet."""
        return BOOKINGS.after(self.state, act, self.part_of(by), self.id, holding)

    def conditions(self, now: datetime, record: RecordState, *, said: bool = False) -> Conditions:
        """What decides as well as its state; `said` where this person has said whether it took place."""
        true = {
            Condition.BEGUN: self.starts_at <= now,
            Condition.SAID: said,
            Condition.RECORDED: record is not RecordState.NONE,
        }
        return {condition for condition, is_true in true.items() if is_true}

    def other(self, user_id: int) -> int:
        """The one of the two who is not this person."""
        return self.commissioner_id if user_id == self.charity_id else self.charity_id
