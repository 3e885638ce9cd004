"""Who can do what to a request, a booking, a record or a planned service, and what comes of it: as data.

A step that is not in a table is refused, and the tables are all that decides it: services step through them,
and cards ask them which acts to offer.
"""

from enum import StrEnum

from bot.domain.dialogue.acts import Act, Condition, Part, Rule, Table
from bot.domain.errors import Thing


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
    TOOK_PLACE = "took-place"
    NO_SHOW = "no-show"
    DISPUTED = "disputed"
    CANCELLED = "cancelled"


class RecordState(StrEnum):
    """Whether both sides have confirmed a record, and if not, who is to read it."""

    NONE = "none"
    WITH_CHARITY = "with-charity"
    WITH_COMMISSIONER = "with-commissioner"
    CONFIRMED = "confirmed"


class Stage(StrEnum):
    """How far the commissioning of a service has got."""

    EXPLORING = "exploring"
    OPEN = "open"
    CLOSED = "closed"
    AWARDED = "awarded"


_A, _H, _C, _M = Part.ASKER, Part.HOLDER, Part.COMMISSIONER, Part.MODERATOR
_R, _B, _S, _D = RequestState, BookingState, Stage, RecordState
_WRITTEN = tuple(state for state in _D if state is not _D.NONE)

REQUESTS: Table[RequestState] = Table(
    Thing.REQUEST,
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
    {act: Rule(bars=(Condition.OVER,)) for act in (Act.BOOK, Act.OFFER)},
)
"""A request's whole life. When its service closes, it is closed from any state that is not final."""

BOOKINGS: Table[BookingState] = Table(
    Thing.BOOKING,
    {
        **{(state, Act.SEE, part): state for state in _B for part in (_A, _H, _C, _M)},
        **{(state, Act.NOTE, part): state for state in _B for part in (_A, _H)},
        **{(_B.BOOKED, Act.MOVE, part): _B.BOOKED for part in (_A, _H)},
        (_B.BOOKED, Act.MOVE_ANYWHERE, _H): _B.BOOKED,
        **{(_B.BOOKED, Act.CANCEL, part): _B.CANCELLED for part in (_A, _H)},
        **{(_B.BOOKED, Act.TOOK_PLACE, part): _B.TOOK_PLACE for part in (_A, _H)},
        **{(_B.BOOKED, Act.NO_SHOW, part): _B.NO_SHOW for part in (_A, _H)},
        **{(_B.TOOK_PLACE, Act.TOOK_PLACE, part): _B.TOOK_PLACE for part in (_A, _H)},
        **{(_B.TOOK_PLACE, Act.NO_SHOW, part): _B.DISPUTED for part in (_A, _H)},
        **{(_B.NO_SHOW, Act.TOOK_PLACE, part): _B.DISPUTED for part in (_A, _H)},
        **{(_B.NO_SHOW, Act.NO_SHOW, part): _B.DISPUTED for part in (_A, _H)},
        **{(_B.TOOK_PLACE, Act.WRITE, part): _B.TOOK_PLACE for part in (_A, _H)},
        **{(_B.DISPUTED, Act.WRITE, part): _B.DISPUTED for part in (_A, _H)},
    },
    {
        **{act: Rule(bars=(Condition.BEGUN,)) for act in (Act.MOVE, Act.MOVE_ANYWHERE, Act.CANCEL)},
        **{act: Rule((Condition.BEGUN,), (Condition.SAID,)) for act in (Act.TOOK_PLACE, Act.NO_SHOW)},
        Act.WRITE: Rule(bars=(Condition.RECORDED,)),
    },
)
"""A booking's whole life. Each side says once whether it took place; where they differ, both are kept."""

RECORDS: Table[RecordState] = Table(
    Thing.RECORD,
    {
        **{(state, Act.SEE, part): state for state in _WRITTEN for part in (_A, _H, _C, _M)},
        (_D.NONE, Act.WRITE, _A): _D.WITH_COMMISSIONER,
        (_D.NONE, Act.WRITE, _H): _D.WITH_CHARITY,
        (_D.WITH_CHARITY, Act.CONFIRM, _A): _D.CONFIRMED,
        (_D.WITH_COMMISSIONER, Act.CONFIRM, _H): _D.CONFIRMED,
        (_D.WITH_CHARITY, Act.ADD_TO, _A): _D.WITH_COMMISSIONER,
        (_D.WITH_COMMISSIONER, Act.ADD_TO, _H): _D.WITH_CHARITY,
        **{(state, Act.KEEP, part): state for state in _WRITTEN for part in (_A, _H)},
        **{(_D.CONFIRMED, Act.PUBLISH, part): _D.CONFIRMED for part in (_H, _C, _M)},
    },
    {
        Act.KEEP: Rule((Condition.UNKEPT,)),
        Act.PUBLISH: Rule((Condition.SUMMARISED, Condition.HAS_CHANNEL), (Condition.POSTED,)),
    },
)
"""One side writes, the other confirms or adds; what was added goes back to the first."""

SERVICES: Table[Stage] = Table(
    Thing.SERVICE,
    {
        **{(stage, Act.SEE, part): stage for stage in _S for part in Part},
        **{(stage, Act.ASK, part): stage for stage in (_S.EXPLORING, _S.OPEN) for part in Part},
        (_S.EXPLORING, Act.OPEN, _C): _S.OPEN,
        (_S.EXPLORING, Act.CLOSE, _C): _S.CLOSED,
        (_S.OPEN, Act.CLOSE, _C): _S.CLOSED,
        (_S.CLOSED, Act.REOPEN, _C): _S.OPEN,
        (_S.CLOSED, Act.AWARD, _C): _S.AWARDED,
        **{(stage, Act.COMPARE, _C): stage for stage in _S},
    },
    {Act.ASK: Rule(bars=(Condition.OVER,))},
)
"""A planned service's stages. Once closed, no one talks one to one about it."""

PENDING = frozenset({_R.WAITING, _R.CLAIMED, _R.OFFERED})
"""Requests that still wait for a conversation."""

ANSWERS = frozenset({Act.CLAIM, Act.DECLINE, Act.OFFER, Act.BOOK})
"""The acts that end the wait of a person who has asked."""
