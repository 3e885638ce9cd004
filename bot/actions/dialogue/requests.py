"""The verbs of asking: request, queue, mine, claim, hand over, decline, withdraw, turn down."""

from collections.abc import Mapping

from bot.actions.drafts import Drafted, Typed
from bot.actions.here import Here
from bot.actions.request import Handler, Request, Result
from bot.cards.card import Form, legacy
from bot.cards.dialogue.request_forms import DRAFT, more_form, reason_form, request_form
from bot.cards.dialogue.requests import (
    before_sending_card,
    colleagues_card,
    mine_card,
    no_messages_card,
    queue_card,
    request_card,
    sent_card,
    step_card,
)
from bot.domain.answer import NoAnswer
from bot.domain.dialogue.requests import DialogueRequest, read_wish
from bot.domain.errors import NotNow

_ANSWERS_SHOWN = 3
_PREPARING = ("what-to-bring", "could-talking-cost-us-the-contract", "talking-before-a-tender")
"""Answers that help anybody who asks for a conversation, where none fits what it is about."""


def _ask_form(request: Request, typed: Typed) -> Form:
    """The first step; an argument names the service that it is about."""
    if request.arguments:
        typed = {**typed, "service": str(request.number(0))}
    return request_form(typed, request.dialogue.planned.all(by=request.by))


def ask_about(request: Request | Here, title: str) -> Form:
    """The first step, begun from an answer."""
    typed = request.app.drafts.get(DRAFT, by=request.by)
    about = {"about": f"About the answer “{title}”: "}
    return request_form({**about, **typed}, request.app.dialogue.planned.all(by=request.by))


def _ask(request: Request, typed: Typed) -> Result:
    wish = read_wish(typed)
    if "service" not in (request.values or {}):
        # No service could be chosen; one that was chosen before has closed, and would refuse this for ever.
        request.app.drafts.keep(DRAFT, {"service": ""}, by=request.by)
    outcome, entries = request.base.answer(wish.about), request.base.entries
    if isinstance(outcome, NoAnswer):
        return before_sending_card([entries[entry_id] for entry_id in _PREPARING if entry_id in entries])
    return before_sending_card([candidate.entry for candidate in outcome.ranked[:_ANSWERS_SHOWN]])


def _more_form(_request: Request, typed: Typed) -> Form:
    _must_be_begun(typed)
    return more_form(typed)


def _must_be_begun(typed: Typed) -> None:
    """The first step has been taken, and what it holds was not sent. Raises NotNow."""
    if not typed.get("organisation"):
        raise NotNow("Nothing waits to be sent: it was sent, or never begun. /dialogue request begins one.")


def _send(request: Request, typed: Typed) -> Result:
    _must_be_begun(typed)
    made = request.dialogue.requests.ask(typed, by=request.by)
    return sent_card(made, request.dialogue.requests.usual_wait(by=request.by))


def _request(request: Request) -> Result:
    found = request.dialogue.requests.get(request.number(0), by=request.by)
    service_id = found.wish.service_id
    service = request.dialogue.planned.get(service_id, by=request.by) if service_id else None
    return request_card(found, service, found.part_of(request.by))


def _queue(request: Request) -> Result:
    return queue_card(request.dialogue.requests.queue(by=request.by), request.app.now())


def _mine(request: Request) -> Result:
    return mine_card(request.dialogue.requests.mine(by=request.by), request.by.user_id)


def _messages(_request: Request) -> Result:
    """Whoever reads this has been told everything: a front end tells the news before each answer."""
    return no_messages_card()


def _claim(request: Request) -> Result:
    claimed = request.dialogue.requests.claim(request.number(0), by=request.by)
    return _step(request, claimed, "It is yours. The asker is told. Offer times next.")


def _hand_over(request: Request) -> Result:
    number = request.number(0)
    if len(request.arguments) < 2:
        return colleagues_card(number, request.dialogue.requests.colleagues(number, by=request.by))
    handed = request.dialogue.requests.hand_over(number, request.number(1), by=request.by)
    return _step(request, handed, "It was handed over. Both are told.")


def _give_back(request: Request) -> Result:
    back = request.dialogue.requests.give_back(request.number(0), by=request.by)
    return _step(request, back, "It is back in the queue, in its old place.")


def _decline_form(request: Request, typed: Typed) -> Form:
    found = request.dialogue.requests.get(request.number(0), by=request.by)
    action = legacy("Decline", "decline", (str(found.id),))
    return reason_form(f"Decline request {found.id}", "Why?", action, typed)


def _decline(request: Request, typed: Typed) -> Result:
    reason = typed.get("text", "")
    declined = request.dialogue.requests.decline(request.number(0), reason, by=request.by)
    return _step(request, declined, "It was declined, and the asker is told why.")


def _withdraw(request: Request) -> Result:
    withdrawn = request.dialogue.requests.withdraw(request.number(0), by=request.by)
    return _step(request, withdrawn, "You took it back. You can ask again whenever you like.")


def _turn_down(request: Request) -> Result:
    back = request.dialogue.requests.turn_down(request.number(0), by=request.by)
    return _step(request, back, "The commissioner is told that none of the times suits, and offers others.")


def _step(request: Request, found: DialogueRequest, said: str) -> Result:
    return step_card(found, found.part_of(request.by), said)


def _draft(_request: Request) -> str:
    return DRAFT


VERBS: Mapping[str, Handler] = {
    "dialogue-request": Drafted("dialogue-request", _ask_form, _ask, _draft, goes_on=True),
    "request-more": Drafted("request-more", _more_form, _send, _draft),
    "dialogue-queue": _queue,
    "dialogue-mine": _mine,
    "messages": _messages,
    "request": _request,
    "claim": _claim,
    "hand-over": _hand_over,
    "give-back": _give_back,
    "decline": Drafted("decline", _decline_form, _decline),
    "withdraw": _withdraw,
    "turn-down": _turn_down,
}
