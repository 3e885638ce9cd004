"""Handlers of planned services, and of equal access to them."""

from bot.actions.dialogue.here import dialogue
from bot.actions.here import Here
from bot.actions.registry import Result, handles, handles_form
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
from bot.domain.dialogue.forms import ServiceForm
from bot.domain.verbs.dialogue.planned import (
    AddService,
    AwardService,
    CloseService,
    DraftNoteToAll,
    ListServices,
    OpenService,
    ReopenService,
    SeeAccess,
    SeeService,
)


def _open_service(_verb: AddService, here: Here) -> Form:
    dialogue(here).planned.must_change(by=here.by)
    return service_form()


@handles_form(AddService, ServiceForm, opened_by=_open_service)
def add_service(_verb: AddService, here: Here, filled: ServiceForm) -> Result:
    """Add a planned service."""
    return service_card(dialogue(here).planned.add(filled, by=here.by))


@handles(ListServices)
def list_services(verb: ListServices, here: Here) -> Result:
    """List what is to be commissioned."""
    services = dialogue(here).planned.all(by=here.by)
    return services_card(services, verb.page, can_add=here.by.has(Role.COMMISSIONER))


@handles(SeeService)
def see_service(verb: SeeService, here: Here) -> Result:
    """Show one planned service."""
    return service_card(dialogue(here).planned.get(verb.number, by=here.by))


@handles(OpenService)
def open_service(verb: OpenService, here: Here) -> Result:
    """Open engagement on a service."""
    return service_card(dialogue(here).planned.open(verb.number, by=here.by))


@handles(CloseService)
def close_service(verb: CloseService, here: Here) -> Result:
    """Say that the tender notice of a service is out."""
    return closed_card(*dialogue(here).planned.close(verb.number, by=here.by))


@handles(ReopenService)
def reopen_service(verb: ReopenService, here: Here) -> Result:
    """Say that the notice of a service was withdrawn."""
    return service_card(dialogue(here).planned.reopen(verb.number, by=here.by))


@handles(AwardService)
def award_service(verb: AwardService, here: Here) -> Result:
    """Record that the contract was awarded."""
    return service_card(dialogue(here).planned.award(verb.number, by=here.by))


@handles(SeeAccess)
def see_access(verb: SeeAccess, here: Here) -> Result:
    """Show who has been met about a service."""
    return access_card(*dialogue(here).access.of(verb.number, by=here.by), verb.page)


@handles(DraftNoteToAll)
def draft_note_to_all(verb: DraftNoteToAll, here: Here) -> Result:
    """Draft the note to everyone who asked."""
    return note_to_all_card(*dialogue(here).access.of(verb.number, by=here.by))
