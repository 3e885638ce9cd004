"""What was said in a conversation, and what was promised there."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Act, Condition, Conditions
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.states import RECORDS, RecordState, Stage


class Side(StrEnum):
    """Whose promise it is."""

    CHARITY = "charity"
    COMMISSIONER = "commissioner"


@dataclass(frozen=True, slots=True)
class Minutes:
    """What one side writes down. `given` went from commissioner to charity, `received` the other way.

    `published` is the summary that everyone can read.
    """

    people: str
    given: str = ""
    received: str = ""
    documents: str = ""
    conflicts: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """You said, we did: what one side promised, and by when. `id` is 0 until it is stored."""

    side: Side
    what: str
    due_on: date
    done: bool = False
    id: int = 0
    booking_id: int = 0

    def is_late(self, today: date) -> bool:
        """Its day has passed, and it is not done."""
        return not self.done and today > self.due_on


@dataclass(frozen=True, slots=True)
class Record:
    """The minutes of one booking, what was added to them, and who has confirmed them.

    `stage` is that of the planned service when it was written; None where it was about none.
    """

    booking_id: int
    guild_id: int
    stage: Stage | None
    minutes: Minutes
    state: RecordState
    additions: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    def conditions(self, *, posted: bool, has_channel: bool) -> Conditions:
        """What decides as well as its state."""
        true = {
            Condition.SUMMARISED: bool(self.minutes.published),
            Condition.POSTED: posted,
            Condition.HAS_CHANNEL: has_channel,
            Condition.UNKEPT: any(not promise.done for promise in self.commitments),
        }
        return {condition for condition, is_true in true.items() if is_true}

    def after(self, act: Act, booking: Booking, by: Actor, holding: Conditions) -> RecordState:
        """The state after a person's act. Raises WrongPart, WrongState or ConditionUnmet."""
        return RECORDS.after(self.state, act, booking.part_of(by), self.booking_id, holding)
