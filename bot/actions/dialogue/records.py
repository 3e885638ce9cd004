"""Handlers of records: write, confirm, add, meet a commitment, post."""

from datetime import date

from bot.actions.dialogue.here import dialogue
from bot.actions.here import Here
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Card, Form
from bot.cards.dialogue.record_forms import addition_form, finish_form, record_form
from bot.cards.dialogue.records import half_written_card, posted_card, record_card
from bot.domain.dialogue.forms import FinishRecordForm, RecordForm, TextForm
from bot.domain.errors import FormNotBegun, Invalid, Thing
from bot.domain.forms import read_form
from bot.domain.verbs.dialogue.records import (
    AddToRecord,
    ConfirmRecord,
    FinishRecord,
    KeepCommitment,
    PublishRecord,
    SeeRecord,
    WriteRecord,
)
from bot.services.dialogue.records import RecordView


def _draft(verb: WriteRecord | FinishRecord) -> str:
    """Where both steps of a record keep what was typed."""
    return f"record:{verb.number}"


def _open_write(verb: WriteRecord, here: Here) -> Form:
    return record_form(dialogue(here).records.can_write(verb.number, by=here.by).id)


@handles_form(WriteRecord, RecordForm, opened_by=_open_write, draft=_draft, goes_on=True)
def write(verb: WriteRecord, here: Here, _filled: RecordForm) -> Result:
    """Keep the first half, and lead on to the second."""
    return half_written_card(dialogue(here).records.can_write(verb.number, by=here.by).id)


def _open_finish(verb: FinishRecord, here: Here) -> Form:
    booking = dialogue(here).records.can_write(verb.number, by=here.by)
    try:
        read_form(RecordForm, here.app.drafts.get(_draft(verb), by=here.by), here.reading)
    except Invalid as error:
        raise FormNotBegun(Thing.RECORD, verb.number) from error
    return finish_form(booking.id)


@handles_form(FinishRecord, FinishRecordForm, opened_by=_open_finish, draft=_draft)
def finish(verb: FinishRecord, here: Here, filled: FinishRecordForm) -> Result:
    """Save the whole record."""
    return _card(here, dialogue(here).records.write(verb.number, filled, by=here.by))


@handles(SeeRecord)
def see_record(verb: SeeRecord, here: Here) -> Result:
    """Show a record, or a page of it."""
    return _card(here, dialogue(here).records.get(verb.number, by=here.by), verb.page)


@handles(ConfirmRecord)
def confirm(verb: ConfirmRecord, here: Here) -> Result:
    """Say that a record is right."""
    return _card(here, dialogue(here).records.confirm(verb.number, by=here.by))


def _open_add(verb: AddToRecord, here: Here) -> Form:
    return addition_form(dialogue(here).records.can_add(verb.number, by=here.by).id)


@handles_form(AddToRecord, TextForm, opened_by=_open_add)
def add(verb: AddToRecord, here: Here, filled: TextForm) -> Result:
    """Add to what the other side wrote."""
    return _card(here, dialogue(here).records.add(verb.number, filled.text, by=here.by))


@handles(KeepCommitment)
def keep(verb: KeepCommitment, here: Here) -> Result:
    """Say that a commitment has been met."""
    return _card(here, dialogue(here).records.finish(verb.number, verb.commitment, by=here.by))


@handles(PublishRecord)
def publish(verb: PublishRecord, here: Here) -> Result:
    """Post the summary of a record."""
    return posted_card(dialogue(here).records.publish(verb.number, by=here.by))


def _card(here: Here, view: RecordView, page: int = 1) -> Card:
    today: date = here.app.now().astimezone(view.zone).date()
    return record_card(view, today, page=page)
