"""Handlers of asking for a conversation, and of what becomes of a request."""

from bot.actions.dialogue.here import dialogue
from bot.actions.here import Here
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Form
from bot.cards.dialogue.request_forms import decline_form, more_form, request_form
from bot.cards.dialogue.requests import (
    before_sending_card,
    colleagues_card,
    mine_card,
    no_messages_card,
    queue_card,
    request_card,
    sent_card,
)
from bot.cards.filled import with_typed
from bot.domain.actor import NO_SERVER
from bot.domain.answer import NoAnswer
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.forms import RequestForm, SendRequestForm, TextForm
from bot.domain.errors import EngagementOver, FormNotBegun, Invalid, NotFound, ServerNeeded, Thing
from bot.domain.forms import read_form
from bot.domain.verb import Verb
from bot.domain.verbs.dialogue.bookings import TurnDown
from bot.domain.verbs.dialogue.requests import (
    AskForConversation,
    Claim,
    Decline,
    GiveBack,
    HandOver,
    SeeMessages,
    SeeMine,
    SeeQueue,
    SeeRequest,
    SendRequest,
    Withdraw,
)

_DRAFT = "dialogue-request"
"""Where both steps of asking keep what was typed."""

_ANSWERS_SHOWN = 3
_PREPARING = ("what-to-bring", "could-talking-cost-us-the-contract", "talking-before-a-tender")
"""Answers that help anyone who asks for a conversation, where none fits what it is about."""


def _draft(_verb: Verb) -> str:
    return _DRAFT


def ask_about(here: Here, title: str) -> Form:
    """The first step of asking, begun from an answer. Raises ServerNeeded."""
    if here.by.guild_id == NO_SERVER:
        raise ServerNeeded
    form = request_form(here.app.dialogue.planned.open_ones(by=here.by), about_answer=title)
    return with_typed(form, here.app.drafts.get(_DRAFT, by=here.by))


def _open_request(verb: AskForConversation, here: Here) -> Form:
    services = dialogue(here).planned.open_ones(by=here.by)
    if verb.service is not None:
        dialogue(here).requests.must_be_open(verb.service, by=here.by)
        here.app.drafts.keep(_DRAFT, {"service": str(verb.service)}, by=here.by)
    return request_form(services, chosen=verb.service)


@handles_form(AskForConversation, RequestForm, opened_by=_open_request, draft=_draft, goes_on=True)
def ask(_verb: AskForConversation, here: Here, filled: RequestForm) -> Result:
    """Show the nearest answers before the second step."""
    _must_be_open(filled, here)
    outcome, entries = here.base.answer(filled.about), here.base.entries
    if isinstance(outcome, NoAnswer):
        return before_sending_card([entries[entry_id] for entry_id in _PREPARING if entry_id in entries])
    return before_sending_card([candidate.entry for candidate in outcome.ranked[:_ANSWERS_SHOWN]])


def _must_be_open(filled: RequestForm, here: Here) -> None:
    """People can talk about the chosen service. Raises EngagementOver or NotFound.

    A service that is over is taken out of the draft, or the draft would be refused for ever.
    """
    try:
        dialogue(here).requests.must_be_open(filled.service, by=here.by)
    except (EngagementOver, NotFound):
        here.app.drafts.keep(_DRAFT, {"service": ""}, by=here.by)
        raise


def _open_more(_verb: SendRequest, here: Here) -> Form:
    typed = here.app.drafts.get(_DRAFT, by=here.by)
    try:
        read_form(RequestForm, typed, here.reading)
    except Invalid as error:
        raise FormNotBegun(Thing.REQUEST) from error
    return more_form()


@handles_form(SendRequest, SendRequestForm, opened_by=_open_more, draft=_draft)
def send_request(_verb: SendRequest, here: Here, filled: SendRequestForm) -> Result:
    """Send the request."""
    _must_be_open(filled, here)
    requests = dialogue(here).requests
    made = requests.ask(filled, by=here.by)
    return sent_card(made, requests.usual_wait(by=here.by))


@handles(SeeRequest)
def see_request(verb: SeeRequest, here: Here) -> Result:
    """Show one request."""
    return request_card(dialogue(here).views.of_request(verb.number, by=here.by))


@handles(SeeQueue)
def see_queue(verb: SeeQueue, here: Here) -> Result:
    """List the requests that are waiting."""
    return queue_card(dialogue(here).requests.queue(by=here.by, page=verb.page), here.app.now())


@handles(SeeMine)
def see_mine(verb: SeeMine, here: Here) -> Result:
    """List what this person has here."""
    return mine_card(dialogue(here).requests.mine(by=here.by, page=verb.page), here.by.user_id)


@handles(SeeMessages)
def see_messages(_verb: SeeMessages, _here: Here) -> Result:
    """Say that there is nothing more: a front end shows what is new before each answer."""
    return no_messages_card()


@handles(Claim)
def claim(verb: Claim, here: Here) -> Result:
    """Take a request on."""
    claimed = dialogue(here).requests.claim(verb.number, by=here.by)
    return request_card(claimed, Act.CLAIM)


@handles(HandOver)
def hand_over(verb: HandOver, here: Here) -> Result:
    """Show the colleagues, or give the request to one of them."""
    requests = dialogue(here).requests
    if verb.to is None:
        return colleagues_card(verb.number, requests.colleagues(verb.number, by=here.by), verb.page)
    return request_card(requests.hand_over(verb.number, verb.to, by=here.by), Act.HAND_OVER)


@handles(GiveBack)
def give_back(verb: GiveBack, here: Here) -> Result:
    """Put a request back into the queue."""
    return request_card(dialogue(here).requests.give_back(verb.number, by=here.by), Act.GIVE_BACK)


def _open_decline(verb: Decline, here: Here) -> Form:
    return decline_form(dialogue(here).requests.can_decline(verb.number, by=here.by).id)


@handles_form(Decline, TextForm, opened_by=_open_decline)
def decline(verb: Decline, here: Here, filled: TextForm) -> Result:
    """Turn a request down."""
    return request_card(dialogue(here).requests.decline(verb.number, filled.text, by=here.by), Act.DECLINE)


@handles(Withdraw)
def withdraw(verb: Withdraw, here: Here) -> Result:
    """Take one's own request back."""
    return request_card(dialogue(here).requests.withdraw(verb.number, by=here.by), Act.WITHDRAW)


@handles(TurnDown)
def turn_down(verb: TurnDown, here: Here) -> Result:
    """Say that none of the offered times work."""
    return request_card(dialogue(here).requests.turn_down(verb.number, by=here.by), Act.TURN_DOWN)
