"""What is said where an act of the state tables is refused: `{n}` is the number of the thing."""

from collections.abc import Mapping

from bot.domain.dialogue.acts import Act, Condition
from bot.domain.dialogue.states import BookingState, RecordState, RequestState, Stage
from bot.domain.errors import Thing

_SIDES = "Only the charity and the commissioner of conversation {n} can {do}."
_HOLDER = "Only the commissioner who has taken on request {n} can {do}."
_ASKER = "Only the person who made request {n} can {do}."
_STAFF = "Only this server's commissioners can {do}. Ask one of them."

NOT_YOURS_TEXTS: Mapping[tuple[Thing, Act], str] = {
    (Thing.REQUEST, Act.SEE): "Only the person who asked, commissioners and moderators can see request {n}.",
    (Thing.REQUEST, Act.CLAIM): _STAFF.format(do="take on a request"),
    (Thing.REQUEST, Act.HAND_OVER): _HOLDER.replace("{do}", "hand it over"),
    (Thing.REQUEST, Act.GIVE_BACK): "Only commissioners and moderators can return request {n} to the queue.",
    (Thing.REQUEST, Act.DECLINE): _STAFF.format(do="decline a request"),
    (Thing.REQUEST, Act.WITHDRAW): _ASKER.replace("{do}", "withdraw it"),
    (Thing.REQUEST, Act.OFFER): _HOLDER.replace("{do}", "offer times for it"),
    (Thing.REQUEST, Act.BOOK): _ASKER.replace("{do}", "book a time for it"),
    (Thing.REQUEST, Act.TURN_DOWN): _ASKER.replace("{do}", "turn down its times"),
    (Thing.REQUEST, Act.CANCEL): "Only the two sides of request {n} can cancel its conversation.",
    (Thing.BOOKING, Act.SEE): "Only the charity, commissioners and moderators can see conversation {n}.",
    (Thing.BOOKING, Act.NOTE): _SIDES.replace("{do}", "leave a note on it"),
    (Thing.BOOKING, Act.MOVE): _SIDES.replace("{do}", "move it"),
    (Thing.BOOKING, Act.MOVE_ANYWHERE): (
        "Only the commissioner can type a new time for conversation {n}. Choose a free time instead."
    ),
    (Thing.BOOKING, Act.CANCEL): _SIDES.replace("{do}", "cancel it"),
    (Thing.BOOKING, Act.TOOK_PLACE): _SIDES.replace("{do}", "say whether it took place"),
    (Thing.BOOKING, Act.NO_SHOW): _SIDES.replace("{do}", "say whether it took place"),
    (Thing.BOOKING, Act.WRITE): _SIDES.replace("{do}", "write its record"),
    (Thing.RECORD, Act.SEE): "Only the charity, commissioners and moderators can read that record.",
    (Thing.RECORD, Act.WRITE): _SIDES.replace("{do}", "write its record"),
    (Thing.RECORD, Act.CONFIRM): _SIDES.replace("{do}", "confirm its record"),
    (Thing.RECORD, Act.ADD_TO): _SIDES.replace("{do}", "add to its record"),
    (Thing.RECORD, Act.KEEP): _SIDES.replace("{do}", "say that a commitment has been met"),
    (Thing.RECORD, Act.PUBLISH): (
        "Only commissioners and moderators can post the summary of conversation {n}. Ask one of them."
    ),
    (Thing.SERVICE, Act.OPEN): _STAFF.format(do="open engagement"),
    (Thing.SERVICE, Act.CLOSE): _STAFF.format(do="close a service"),
    (Thing.SERVICE, Act.REOPEN): _STAFF.format(do="reopen a service"),
    (Thing.SERVICE, Act.AWARD): _STAFF.format(do="record an award"),
    (Thing.SERVICE, Act.COMPARE): _STAFF.format(do="see who has been met about a service"),
}
OWN_REQUEST_TEXTS: Mapping[Act, str] = {
    Act.CLAIM: "You asked for this conversation, so a colleague must take it on.",
    Act.DECLINE: "You asked for this conversation. You can withdraw it instead.",
    Act.HAND_OVER: "You asked for this conversation, so only the commissioner who has it can hand it over.",
    Act.OFFER: "You asked for this conversation, so a commissioner offers the times.",
    Act.GIVE_BACK: "You asked for this conversation. You can withdraw it instead.",
}

_REQUEST_IS: Mapping[RequestState, str] = {
    RequestState.WAITING: "No commissioner has taken on request {n} yet",
    RequestState.CLAIMED: "A commissioner has taken on request {n}, and no times are held",
    RequestState.OFFERED: "A commissioner has offered times for request {n}",
    RequestState.BOOKED: "Request {n} has a conversation booked",
    RequestState.DECLINED: "Request {n} was declined",
    RequestState.WITHDRAWN: "Request {n} was withdrawn",
    RequestState.CLOSED: "Request {n} is closed, because a tender notice is out",
}
_BOOKING_IS: Mapping[BookingState, str] = {
    BookingState.BOOKED: "No one has said yet whether conversation {n} took place",
    BookingState.TOOK_PLACE: "Conversation {n} took place",
    BookingState.NO_SHOW: "One side said that the other did not come to conversation {n}",
    BookingState.DISPUTED: "Both sides have said what happened to conversation {n}, and disagree",
    BookingState.CANCELLED: "Conversation {n} was cancelled",
}
_RECORD_IS: Mapping[RecordState, str] = {
    RecordState.NONE: "No one has written the record of conversation {n} yet",
    RecordState.WITH_CHARITY: "The record of conversation {n} is with the charity, to confirm or add to",
    RecordState.WITH_COMMISSIONER: (
        "The record of conversation {n} is with the commissioner, to confirm or add to"
    ),
    RecordState.CONFIRMED: "Both sides have confirmed the record of conversation {n}",
}
_SERVICE_IS: Mapping[Stage, str] = {
    Stage.EXPLORING: "Service {n} is still at the exploring stage",
    Stage.OPEN: "Engagement on service {n} is open",
    Stage.CLOSED: "Service {n} is closed: a tender notice is out",
    Stage.AWARDED: "The contract for service {n} has been awarded",
}
IS: Mapping[Thing, Mapping[str, str]] = {
    Thing.REQUEST: {state.value: text for state, text in _REQUEST_IS.items()},
    Thing.BOOKING: {state.value: text for state, text in _BOOKING_IS.items()},
    Thing.RECORD: {state.value: text for state, text in _RECORD_IS.items()},
    Thing.SERVICE: {stage.value: text for stage, text in _SERVICE_IS.items()},
}
DO: Mapping[Act, str] = {
    Act.ASK: "ask for a conversation about it",
    Act.CLAIM: "take it on",
    Act.HAND_OVER: "hand it over",
    Act.GIVE_BACK: "return it to the queue",
    Act.DECLINE: "decline it",
    Act.WITHDRAW: "withdraw it",
    Act.OFFER: "offer times for it",
    Act.BOOK: "book a time for it",
    Act.TURN_DOWN: "turn down times",
    Act.MOVE: "move it",
    Act.MOVE_ANYWHERE: "move it",
    Act.CANCEL: "cancel it",
    Act.TOOK_PLACE: "change that now",
    Act.NO_SHOW: "change that now",
    Act.WRITE: "write a new record",
    Act.CONFIRM: "confirm it",
    Act.ADD_TO: "add to it",
    Act.KEEP: "mark a commitment as met",
    Act.PUBLISH: "post its summary",
    Act.SEE: "read it",
    Act.OPEN: "open engagement",
    Act.CLOSE: "close it",
    Act.REOPEN: "reopen it",
    Act.AWARD: "record an award",
}
NEXT: Mapping[tuple[Thing, str, Act], str] = {
    (Thing.REQUEST, RequestState.WAITING, Act.HAND_OVER): "Take it on first.",
    (Thing.REQUEST, RequestState.WAITING, Act.OFFER): "Take it on first.",
    (Thing.RECORD, RecordState.WITH_CHARITY, Act.PUBLISH): "The charity must confirm it first.",
    (Thing.RECORD, RecordState.WITH_COMMISSIONER, Act.PUBLISH): "The commissioner must confirm it first.",
    (Thing.SERVICE, Stage.EXPLORING, Act.AWARD): "Close it first.",
    (Thing.SERVICE, Stage.OPEN, Act.AWARD): "Close it first.",
}
"""What to do first, where there is something."""

_TAKEN_ON = "Another commissioner has already taken on request {n}."
_NO_TIMES = "No times are held for request {n}. /dialogue mine shows where it has got to."
_CALLED_OFF = "Conversation {n} was cancelled, so there is nothing to say about it."
_BOTH_SAID = "Both sides have already said what happened in conversation {n}. Add a note if you like."
_RECORDED = "Conversation {n} already has a record. Open it to confirm or add to it."
_NOT_CLOSED = "Service {n} is not closed, so there is nothing to reopen."

INSTEAD: Mapping[tuple[Thing, str, Act], str] = {
    (Thing.REQUEST, RequestState.CLAIMED, Act.CLAIM): _TAKEN_ON,
    (Thing.REQUEST, RequestState.OFFERED, Act.CLAIM): _TAKEN_ON,
    (Thing.REQUEST, RequestState.BOOKED, Act.CLAIM): _TAKEN_ON,
    (Thing.REQUEST, RequestState.WAITING, Act.GIVE_BACK): "Request {n} is already in the queue.",
    (Thing.REQUEST, RequestState.DECLINED, Act.DECLINE): "Request {n} has already been declined.",
    (Thing.REQUEST, RequestState.WITHDRAWN, Act.WITHDRAW): "Request {n} has already been withdrawn.",
    (
        Thing.REQUEST,
        RequestState.BOOKED,
        Act.BOOK,
    ): "Request {n} already has a time. You can move it.",
    (Thing.REQUEST, RequestState.BOOKED, Act.WITHDRAW): "Request {n} has a time booked. Cancel that instead.",
    (Thing.REQUEST, RequestState.WAITING, Act.TURN_DOWN): _NO_TIMES,
    (Thing.REQUEST, RequestState.CLAIMED, Act.TURN_DOWN): _NO_TIMES,
    (Thing.BOOKING, BookingState.CANCELLED, Act.CANCEL): "Conversation {n} has already been cancelled.",
    (Thing.BOOKING, BookingState.CANCELLED, Act.TOOK_PLACE): _CALLED_OFF,
    (Thing.BOOKING, BookingState.CANCELLED, Act.NO_SHOW): _CALLED_OFF,
    (Thing.BOOKING, BookingState.CANCELLED, Act.WRITE): _CALLED_OFF,
    (Thing.BOOKING, BookingState.DISPUTED, Act.TOOK_PLACE): _BOTH_SAID,
    (Thing.BOOKING, BookingState.DISPUTED, Act.NO_SHOW): _BOTH_SAID,
    (Thing.BOOKING, BookingState.BOOKED, Act.WRITE): (
        "Before you write the record of conversation {n}, say whether it took place."
    ),
    (Thing.BOOKING, BookingState.NO_SHOW, Act.WRITE): (
        "One side said that the other did not come to conversation {n}. If it took place, say so first."
    ),
    (Thing.RECORD, RecordState.NONE, Act.SEE): "No one has written the record of conversation {n} yet.",
    (Thing.RECORD, RecordState.CONFIRMED, Act.CONFIRM): (
        "Both sides have already confirmed the record of conversation {n}."
    ),
    (Thing.RECORD, RecordState.WITH_CHARITY, Act.WRITE): _RECORDED,
    (Thing.RECORD, RecordState.WITH_COMMISSIONER, Act.WRITE): _RECORDED,
    (Thing.RECORD, RecordState.CONFIRMED, Act.WRITE): _RECORDED,
    (Thing.SERVICE, Stage.OPEN, Act.OPEN): "Engagement on service {n} is already open.",
    (Thing.SERVICE, Stage.CLOSED, Act.CLOSE): "Service {n} is already closed.",
    (Thing.SERVICE, Stage.AWARDED, Act.AWARD): "The award of service {n} has already been recorded.",
    (Thing.SERVICE, Stage.EXPLORING, Act.REOPEN): _NOT_CLOSED,
    (Thing.SERVICE, Stage.OPEN, Act.REOPEN): _NOT_CLOSED,
}
"""What is said in place of the state and the act, where one sentence says it better."""

UNMET: Mapping[tuple[Act, Condition], str] = {
    (
        Act.MOVE,
        Condition.BEGUN,
    ): "Conversation {n} has begun, so you can't move it. Say whether it took place.",
    (Act.MOVE_ANYWHERE, Condition.BEGUN): (
        "Conversation {n} has begun, so you can't move it. Say whether it took place."
    ),
    (Act.CANCEL, Condition.BEGUN): (
        "Conversation {n} has begun, so you can't cancel it. Say whether it took place."
    ),
    (Act.TOOK_PLACE, Condition.BEGUN): "Conversation {n} has not begun yet. Until then you can cancel it.",
    (Act.NO_SHOW, Condition.BEGUN): "Conversation {n} has not begun yet. Until then you can cancel it.",
    (
        Act.TOOK_PLACE,
        Condition.SAID,
    ): "You have already said what happened. Add a note if there is more to say.",
    (Act.NO_SHOW, Condition.SAID): "You have already said what happened. Add a note if there is more to say.",
    (
        Act.WRITE,
        Condition.RECORDED,
    ): "Conversation {n} already has a record. Open it to confirm or add to it.",
    (Act.KEEP, Condition.UNKEPT): "Every commitment of conversation {n} has been met.",
    (
        Act.PUBLISH,
        Condition.SUMMARISED,
    ): "This record has no summary for everyone, so there is nothing to post.",
    (Act.PUBLISH, Condition.POSTED): "The summary of conversation {n} has already been posted.",
    (Act.PUBLISH, Condition.HAS_CHANNEL): (
        "There is no channel for notes yet. Someone who manages this server can choose one with /setup."
    ),
}
