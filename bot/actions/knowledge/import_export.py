"""Bringing answers in from files, and taking a server's own out."""

from bot.actions.here import Here
from bot.actions.registry import Result, Work, handles, handles_form
from bot.cards.card import Form
from bot.cards.knowledge.import_export import (
    export_card,
    file_text_card,
    import_form,
    imported_card,
    plan_card,
)
from bot.domain.knowledge_forms import ImportForm
from bot.domain.verbs.knowledge.entries import AcceptImport, Export, Import
from bot.services.knowledge.moderators import must_moderate


@handles(Export)
def export(verb: Export, here: Here) -> Result:
    """Give the server's own answers as files."""
    service = here.app.knowledge.import_export
    if verb.entry_id is None:
        return export_card(service.files(by=here.by), here.by.guild_id, verb.page)
    return file_text_card(verb.entry_id, service.file(verb.entry_id, by=here.by))


def _open_import(_verb: Import, here: Here) -> Form:
    must_moderate(here.by)
    return import_form()


@handles_form(Import, ImportForm, opened_by=_open_import)
def plan_import(_verb: Import, here: Here, filled: ImportForm) -> Work:
    """Show what importing answers would change."""
    number, plan = yield from here.app.knowledge.import_export.plan_text(filled.name, filled.text, by=here.by)
    return plan_card(plan, number)


@handles(AcceptImport)
def accept_import(verb: AcceptImport, here: Here) -> Work:
    """Import the answers of a plan that was shown."""
    service = here.app.knowledge.import_export
    plan = yield from service.accept_text(verb.number, verb.fingerprint, by=here.by)
    return imported_card(plan)
