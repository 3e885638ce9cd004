"""The verbs of planned services: add, list, show, open, close, reopen, award, and equal access."""

from collections.abc import Mapping

from bot.actions.drafts import Drafted, Typed
from bot.actions.request import Handler, Request, Result
from bot.cards.card import Form
from bot.cards.dialogue.planned import (
    access_card,
    closed_card,
    note_to_all_card,
    service_card,
    service_form,
    services_card,
)
from bot.domain.actor import Role
from bot.domain.dialogue.planned import PlannedService
from bot.services.dialogue.casework import must_be_commissioner


def _form(request: Request, typed: Typed) -> Form:
    must_be_commissioner(request.by, "add a planned service")
    return service_form(typed)


def _add(request: Request, typed: Typed) -> Result:
    return _card(request, request.dialogue.planned.add(typed, by=request.by))


def _list(request: Request) -> Result:
    services = request.dialogue.planned.all(by=request.by)
    return services_card(services, is_commissioner=request.by.has(Role.COMMISSIONER))


def _show(request: Request) -> Result:
    return _card(request, request.dialogue.planned.get(request.number(0), by=request.by))


def _open(request: Request) -> Result:
    return _card(request, request.dialogue.planned.open(request.number(0), by=request.by))


def _close(request: Request) -> Result:
    return closed_card(*request.dialogue.planned.close(request.number(0), by=request.by))


def _reopen(request: Request) -> Result:
    return _card(request, request.dialogue.planned.reopen(request.number(0), by=request.by))


def _award(request: Request) -> Result:
    return _card(request, request.dialogue.planned.award(request.number(0), by=request.by))


def _access(request: Request) -> Result:
    return access_card(*request.dialogue.access.of(request.number(0), by=request.by))


def _note(request: Request) -> Result:
    return note_to_all_card(*request.dialogue.access.of(request.number(0), by=request.by))


def _card(request: Request, service: PlannedService) -> Result:
    return service_card(service, is_commissioner=request.by.has(Role.COMMISSIONER))


VERBS: Mapping[str, Handler] = {
    "service-add": Drafted("service-add", _form, _add),
    "service-list": _list,
    "service-show": _show,
    "service-open": _open,
    "service-close": _close,
    "service-reopen": _reopen,
    "service-award": _award,
    "access": _access,
    "access-note": _note,
}
