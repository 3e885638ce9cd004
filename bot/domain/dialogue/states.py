"""Who may do what to a request, a booking, a record or a planned service, and what comes of it: as data.

A step that is not in a table is refused, and the tables are all that decides it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from bot.domain.errors import NotAllowed, NotNow


class Part(StrEnum):
    """What a person is to one conversation."""

    ASKER = "the person who asked"
    HOLDER = "the commissioner who has it"
    COMMISSIONER = "another commissioner"
    MODERATOR = "a moderator"
    OTHER = "somebody else"


class RequestState(StrEnum):
    """Where a request for a conversation has got to."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    OFFERED = "offered"
    BOOKED = "booked"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class BookingState(StrEnum):
    """Where a booked conversation has got to."""

    BOOKED = "booked"
    HELD = "held"
    NO_SHOW = "no-show"
    DISPUTED = "disputed"
    CANCELLED = "cancelled"


class RecordState(StrEnum):
    """Whether both sides stand by a record, and if not, who is to read it."""

    NONE = "not written"
    WITH_CHARITY = "with the charity"
    WITH_COMMISSIONER = "with the commissioner"
    CONFIRMED = "confirmed"


class Stage(StrEnum):
    """How far the commissioning of a service has got."""

    EXPLORING = "exploring"
    OPEN = "engagement open"
    CLOSED = "closed: a tender notice is out"
    AWARDED = "awarded"


class Act(StrEnum):
    """What people do. The words are the field's own."""

    SEE = "see"
    CLAIM = "claim"
    HAND_OVER = "hand over"
    GIVE_BACK = "give back"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    OFFER = "offer times for"
    BOOK = "book"
    TURN_DOWN = "turn down the times offered for"
    MOVE = "move"
    CANCEL = "cancel"
    NOTE = "add a note to"
    HELD = "say that it was held of"
    NO_SHOW = "report a no-show of"
    WRITE = "write"
    CONFIRM = "confirm"
    ADD = "add to"
    PUBLISH = "post the summary of"
    OPEN = "open engagement on"
    CLOSE = "close"
    REOPEN = "reopen"
    AWARD = "record the award of"


StateT = TypeVar("StateT", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Table(Generic[StateT]):
    """Every step that is allowed: from a state, by an act, for a part, to a state."""

    noun: str
    steps: Mapping[tuple[StateT, Act, Part], StateT]

    def after(self, state: StateT, act: Act, part: Part) -> StateT:
        """The state that the step leads to. Raises NotAllowed for the wrong person, NotNow otherwise."""
        reached = self.steps.get((state, act, part))
        if reached is not None:
            return reached
        able = {who for (_, done, who) in self.steps if done is act}
        if part not in able:
            raise NotAllowed(f"You cannot {act} this {self.noun}: that is for {_either(able)}.")
        raise NotNow(f"This {self.noun} is {state}, so you cannot {act} it now. /dialogue mine shows yours.")


def _either(parts: set[Part]) -> str:
    return " or ".join(part for part in Part if part in parts) or "nobody"


_A, _H, _C, _M = Part.ASKER, Part.HOLDER, Part.COMMISSIONER, Part.MODERATOR
_R, _B, _S, _D = RequestState, BookingState, Stage, RecordState

REQUESTS = Table(
    "request",
    {
        **{(state, Act.SEE, part): state for state in _R for part in (_A, _H, _C, _M)},
        (_R.WAITING, Act.CLAIM, _C): _R.CLAIMED,
        (_R.CLAIMED, Act.HAND_OVER, _H): _R.CLAIMED,
        (_R.OFFERED, Act.HAND_OVER, _H): _R.CLAIMED,
        **{(_R.CLAIMED, Act.GIVE_BACK, part): _R.WAITING for part in (_H, _C, _M)},
        **{(_R.OFFERED, Act.GIVE_BACK, part): _R.WAITING for part in (_H, _C, _M)},
        (_R.WAITING, Act.DECLINE, _C): _R.DECLINED,
        (_R.CLAIMED, Act.DECLINE, _H): _R.DECLINED,
        (_R.OFFERED, Act.DECLINE, _H): _R.DECLINED,
        (_R.WAITING, Act.WITHDRAW, _A): _R.WITHDRAWN,
        (_R.CLAIMED, Act.WITHDRAW, _A): _R.WITHDRAWN,
        (_R.OFFERED, Act.WITHDRAW, _A): _R.WITHDRAWN,
        (_R.CLAIMED, Act.OFFER, _H): _R.OFFERED,
        (_R.OFFERED, Act.OFFER, _H): _R.OFFERED,
        (_R.WAITING, Act.BOOK, _A): _R.BOOKED,
        (_R.CLAIMED, Act.BOOK, _A): _R.BOOKED,
        (_R.OFFERED, Act.BOOK, _A): _R.BOOKED,
        (_R.OFFERED, Act.TURN_DOWN, _A): _R.CLAIMED,
        (_R.BOOKED, Act.CANCEL, _A): _R.WITHDRAWN,
        (_R.BOOKED, Act.CANCEL, _H): _R.CLAIMED,
    },
)
"""A request's whole life. When its service closes, it is closed from any state that is not final."""

BOOKINGS = Table(
    "booking",
    {
        **{(state, Act.SEE, part): state for state in _B for part in (_A, _H, _C, _M)},
        **{(state, Act.NOTE, part): state for state in _B for part in (_A, _H)},
        **{(_B.BOOKED, Act.MOVE, part): _B.BOOKED for part in (_A, _H)},
        **{(_B.BOOKED, Act.CANCEL, part): _B.CANCELLED for part in (_A, _H)},
        **{(_B.BOOKED, Act.HELD, part): _B.HELD for part in (_A, _H)},
        **{(_B.BOOKED, Act.NO_SHOW, part): _B.NO_SHOW for part in (_A, _H)},
        **{(_B.HELD, Act.HELD, part): _B.HELD for part in (_A, _H)},
        **{(_B.HELD, Act.NO_SHOW, part): _B.DISPUTED for part in (_A, _H)},
        **{(_B.NO_SHOW, Act.HELD, part): _B.DISPUTED for part in (_A, _H)},
        **{(_B.NO_SHOW, Act.NO_SHOW, part): _B.DISPUTED for part in (_A, _H)},
        **{(_B.HELD, Act.WRITE, part): _B.HELD for part in (_A, _H)},
        **{(_B.DISPUTED, Act.WRITE, part): _B.DISPUTED for part in (_A, _H)},
    },
)
"""A booking's whole life. Each side says once whether it was held; where they differ, both are kept."""

RECORDS = Table(
    "record",
    {
        (_D.NONE, Act.WRITE, _A): _D.WITH_COMMISSIONER,
        (_D.NONE, Act.WRITE, _H): _D.WITH_CHARITY,
        (_D.WITH_CHARITY, Act.CONFIRM, _A): _D.CONFIRMED,
        (_D.WITH_COMMISSIONER, Act.CONFIRM, _H): _D.CONFIRMED,
        (_D.WITH_CHARITY, Act.ADD, _A): _D.WITH_COMMISSIONER,
        (_D.WITH_COMMISSIONER, Act.ADD, _H): _D.WITH_CHARITY,
        **{(_D.CONFIRMED, Act.PUBLISH, part): _D.CONFIRMED for part in (_H, _C, _M)},
    },
)
"""One side writes, the other confirms or adds; what was added goes back to the first."""

SERVICES = Table(
    "service",
    {
        (_S.EXPLORING, Act.OPEN, _C): _S.OPEN,
        (_S.EXPLORING, Act.CLOSE, _C): _S.CLOSED,
        (_S.OPEN, Act.CLOSE, _C): _S.CLOSED,
        (_S.CLOSED, Act.REOPEN, _C): _S.OPEN,
        (_S.CLOSED, Act.AWARD, _C): _S.AWARDED,
    },
)
"""A planned service's stages. Once closed, nobody talks one to one about it."""

PENDING = frozenset({_R.WAITING, _R.CLAIMED, _R.OFFERED})
"""Requests that still wait for a conversation."""

ANSWERS = frozenset({Act.CLAIM, Act.DECLINE, Act.OFFER, Act.BOOK})
"""What ends the wait of somebody who has asked."""
