"""The label and the verb of each act's button; the state tables say which of them are shown."""

from collections.abc import Callable, Iterable, Mapping

from bot.cards.card import Action
from bot.domain.dialogue.acts import Act, Conditions, Part, StateT, Table
from bot.domain.dialogue.states import BOOKINGS, RECORDS, REQUESTS, SERVICES
from bot.domain.errors import Thing
from bot.domain.verb import Verb
from bot.domain.verbs.dialogue.bookings import (
    AddNote,
    Cancel,
    Move,
    NoShow,
    Offer,
    SeeBooking,
    SeeTimes,
    TookPlace,
    TurnDown,
    TypeMove,
)
from bot.domain.verbs.dialogue.planned import (
    AwardService,
    CloseService,
    OpenService,
    ReopenService,
    SeeAccess,
    SeeService,
)
from bot.domain.verbs.dialogue.records import (
    AddToRecord,
    ConfirmRecord,
    PublishRecord,
    SeeRecord,
    WriteRecord,
)
from bot.domain.verbs.dialogue.requests import (
    AskForConversation,
    Claim,
    Decline,
    GiveBack,
    HandOver,
    SeeMine,
    SeeRequest,
    Withdraw,
)
from bot.services.dialogue.records import RecordView
from bot.services.dialogue.views import BookingView, RequestView, ServiceView

MINE = Action("My requests and bookings", SeeMine())

BUTTONS: Mapping[tuple[Thing, Act], tuple[str, Callable[[int], Verb]]] = {
    (Thing.REQUEST, Act.SEE): ("The request", SeeRequest),
    (Thing.REQUEST, Act.CLAIM): ("Take it on", Claim),
    (Thing.REQUEST, Act.BOOK): ("Times to choose from", SeeTimes),
    (Thing.REQUEST, Act.TURN_DOWN): ("None of these times work", TurnDown),
    (Thing.REQUEST, Act.OFFER): ("Offer times", Offer),
    (Thing.REQUEST, Act.HAND_OVER): ("Hand over", HandOver),
    (Thing.REQUEST, Act.GIVE_BACK): ("The commissioner is away: return to queue", GiveBack),
    (Thing.REQUEST, Act.DECLINE): ("Decline", Decline),
    (Thing.REQUEST, Act.WITHDRAW): ("Withdraw", Withdraw),
    (Thing.BOOKING, Act.SEE): ("The conversation", SeeBooking),
    (Thing.BOOKING, Act.TOOK_PLACE): ("It took place", TookPlace),
    (Thing.BOOKING, Act.NO_SHOW): ("The other side did not come", NoShow),
    (Thing.BOOKING, Act.WRITE): ("Write the record", WriteRecord),
    (Thing.BOOKING, Act.MOVE): ("Move", Move),
    (Thing.BOOKING, Act.MOVE_ANYWHERE): ("Another time, in words", TypeMove),
    (Thing.BOOKING, Act.CANCEL): ("Cancel", Cancel),
    (Thing.BOOKING, Act.NOTE): ("Add a note", AddNote),
    (Thing.RECORD, Act.SEE): ("See the record", SeeRecord),
    (Thing.RECORD, Act.CONFIRM): ("Confirm: this is right", ConfirmRecord),
    (Thing.RECORD, Act.ADD_TO): ("Add to it", AddToRecord),
    (Thing.RECORD, Act.PUBLISH): ("Post the summary", PublishRecord),
    (Thing.SERVICE, Act.SEE): ("The service", SeeService),
    (Thing.SERVICE, Act.ASK): ("Ask for a conversation", AskForConversation),
    (Thing.SERVICE, Act.OPEN): ("Engagement is open", OpenService),
    (Thing.SERVICE, Act.CLOSE): ("A tender notice is out: close", CloseService),
    (Thing.SERVICE, Act.REOPEN): ("Reopen", ReopenService),
    (Thing.SERVICE, Act.AWARD): ("It was awarded", AwardService),
    (Thing.SERVICE, Act.COMPARE): ("Equal access", SeeAccess),
}
"""The label and the verb of each act that has a button of its own, by what it is done to."""

_OF_HOLDER = {(Thing.REQUEST, Act.GIVE_BACK): "Return to queue"}
"""Labels that differ for the commissioner who has taken it on."""

DONE_ELSEWHERE: Mapping[tuple[Thing, Act], str] = {
    (Thing.REQUEST, Act.CANCEL): "comes with cancelling its booking",
    (Thing.RECORD, Act.WRITE): "has its button with the booking",
    (Thing.RECORD, Act.KEEP): "is a choice for each commitment",
}
"""Acts of the tables that need no button of their own, and why."""


def button(thing: Thing, act: Act, number: int, part: Part | None = None) -> Action:
    """The button of one act."""
    label, verb = BUTTONS[thing, act]
    return Action(_OF_HOLDER.get((thing, act), label) if part is Part.HOLDER else label, verb(number))


def request_buttons(view: RequestView) -> tuple[Action, ...]:
    """The buttons of a request for its reader."""
    request = view.request
    acts = _able(REQUESTS, request.state, view.part, view.conditions)
    conversation = (button(Thing.BOOKING, Act.SEE, view.booking_id),) if view.booking_id else ()
    return (*conversation, *(button(Thing.REQUEST, act, request.id, view.part) for act in acts))


def booking_buttons(view: BookingView) -> tuple[Action, ...]:
    """The buttons of a conversation and of its record for its reader."""
    booking = view.booking
    acts = _able(BOOKINGS, booking.state, view.part, view.conditions)
    own = [button(Thing.BOOKING, act, booking.id) for act in acts if act is not Act.MOVE_ANYWHERE]
    if Act.SEE in RECORDS.acts(view.record, view.part, view.conditions):
        own.append(button(Thing.RECORD, Act.SEE, booking.id))
    return tuple(own)


def can_type_move(view: BookingView) -> bool:
    """Its reader can move the conversation to any time."""
    return Act.MOVE_ANYWHERE in BOOKINGS.acts(view.booking.state, view.part, view.conditions)


def record_buttons(view: RecordView) -> tuple[Action, ...]:
    """The buttons of a record for its reader."""
    record = view.record
    acts = _able(RECORDS, record.state, view.part, view.conditions)
    return tuple(button(Thing.RECORD, act, record.booking_id) for act in acts)


def can_keep(view: RecordView) -> bool:
    """Its reader can say that a commitment has been met."""
    return Act.KEEP in RECORDS.acts(view.record.state, view.part, view.conditions)


def service_buttons(view: ServiceView) -> tuple[Action, ...]:
    """The buttons of a planned service for its reader."""
    acts = _able(SERVICES, view.service.stage, view.part, view.conditions)
    return tuple(button(Thing.SERVICE, act, view.service.id) for act in acts)


def _able(table: Table[StateT], state: StateT, part: Part, holding: Conditions) -> Iterable[Act]:
    """The acts of a table that have buttons, but that of looking at what is shown already."""
    acts = table.acts(state, part, holding)
    return (act for act in acts if act is not Act.SEE and (table.thing, act) not in DONE_ELSEWHERE)
