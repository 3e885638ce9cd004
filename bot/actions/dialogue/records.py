"""The verbs of records: record, confirm, add, keep a commitment, publish; and the messages that wait."""

from collections.abc import Mapping

from bot.actions.drafts import Drafted, Typed
from bot.actions.request import Handler, Request, Result
from bot.cards.card import Form
from bot.cards.dialogue.records import (
    addition_form,
    draft_of,
    half_written_card,
    posted_card,
    record_card,
    record_form,
    record_more_form,
)
from bot.domain.dialogue.records import read_minutes
from bot.domain.errors import NotNow
from bot.services.dialogue.records import Shown


def _form(request: Request, typed: Typed) -> Form:
    return record_form(request.dialogue.records.may_write(request.number(0), by=request.by).id, typed)


def _half(request: Request, typed: Typed) -> Result:
    booking = request.dialogue.records.may_write(request.number(0), by=request.by)
    read_minutes(typed)
    return half_written_card(booking.id)


def _more_form(request: Request, typed: Typed) -> Form:
    booking = request.dialogue.records.may_write(request.number(0), by=request.by)
    _must_be_begun(typed)
    return record_more_form(booking.id, typed)


def _must_be_begun(typed: Typed) -> None:
    """The first step has been taken. Raises NotNow."""
    if not typed.get("people"):
        raise NotNow("Begin with what was said: open the conversation and choose **Write the record**.")


def _write(request: Request, typed: Typed) -> Result:
    request.dialogue.records.may_write(request.number(0), by=request.by)
    _must_be_begun(typed)
    return _card(request, request.dialogue.records.write(request.number(0), typed, by=request.by))


def _show(request: Request) -> Result:
    shown = request.dialogue.records.get(request.number(0), by=request.by)
    return _card(request, shown, page=request.number(1) if len(request.arguments) > 1 else 1)


def _confirm(request: Request) -> Result:
    return _card(request, request.dialogue.records.confirm(request.number(0), by=request.by))


def _addition_form(request: Request, typed: Typed) -> Form:
    return addition_form(request.dialogue.records.get(request.number(0), by=request.by).booking.id, typed)


def _add(request: Request, typed: Typed) -> Result:
    addition = typed.get("text", "")
    return _card(request, request.dialogue.records.add(request.number(0), addition, by=request.by))


def _keep(request: Request) -> Result:
    kept = request.dialogue.records.finish(request.number(0), request.number(1), by=request.by)
    return _card(request, kept)


def _publish(request: Request) -> Result:
    return posted_card(request.dialogue.records.publish(request.number(0), by=request.by))


def _card(request: Request, shown: Shown, page: int = 1) -> Result:
    return record_card(shown, shown.booking.part_of(request.by), request.today, page=page)


def _draft(request: Request) -> str:
    return draft_of(request.number(0))


VERBS: Mapping[str, Handler] = {
    "record": Drafted("record", _form, _half, _draft, goes_on=True),
    "record-more": Drafted("record-more", _more_form, _write, _draft),
    "record-show": _show,
    "confirm-record": _confirm,
    "record-add": Drafted("record-add", _addition_form, _add),
    "keep-commitment": _keep,
    "publish-record": _publish,
}
