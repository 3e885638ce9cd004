"""The verbs of availability: list, add, remove, pause, and the rules."""

from collections.abc import Mapping

from bot.actions.drafts import Drafted, Typed
from bot.actions.request import Handler, Request, Result
from bot.cards.card import Form
from bot.cards.dialogue.availability import availability_card, limits_form, rules_form, window_form
from bot.domain.dialogue.availability import Availability

_FREE_SHOWN = 5


def _list(request: Request) -> Result:
    return _card(request, request.dialogue.availability.mine(by=request.by))


def _window_form(request: Request, typed: Typed) -> Form:
    request.dialogue.availability.mine(by=request.by)
    return window_form(typed)


def _add(request: Request, typed: Typed) -> Result:
    return _card(request, request.dialogue.availability.add(typed, by=request.by))


def _remove(request: Request) -> Result:
    if not request.arguments:
        return _list(request)
    return _card(request, request.dialogue.availability.remove(request.number(0), by=request.by))


def _pause(request: Request) -> Result:
    paused = not request.arguments or request.argument(0) != "no"
    return _card(request, request.dialogue.availability.pause(paused=paused, by=request.by))


def _rules_form(request: Request, typed: Typed) -> Form:
    return rules_form(request.dialogue.availability.mine(by=request.by).rules, typed)


def _limits_form(request: Request, typed: Typed) -> Form:
    return limits_form(request.dialogue.availability.mine(by=request.by).rules, typed)


def _set_rules(request: Request, typed: Typed) -> Result:
    return _card(request, request.dialogue.availability.set_rules(typed, by=request.by))


def _card(request: Request, mine: Availability) -> Result:
    return availability_card(mine, request.dialogue.availability.free(_FREE_SHOWN, by=request.by))


VERBS: Mapping[str, Handler] = {
    "availability-list": _list,
    "availability-add": Drafted("availability-add", _window_form, _add),
    "availability-remove": _remove,
    "availability-pause": _pause,
    "availability-rules": Drafted("availability-rules", _rules_form, _set_rules),
    "availability-limits": Drafted("availability-limits", _limits_form, _set_rules),
}
