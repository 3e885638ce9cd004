"""The verbs of changing an answer: knowledge-edit, -add, -retire, -restore, and the draft's way."""

from collections.abc import Mapping

from bot.actions.request import Handler, Request, Result, Work
from bot.cards.card import Form, legacy
from bot.cards.knowledge.draft_forms import PARTS, part_form, reason_form, text_of
from bot.cards.knowledge.drafts import (
    conflict_card,
    discarded_card,
    draft_card,
    proposed_card,
    published_card,
)
from bot.cards.knowledge.gate import gate_card, moves_card
from bot.cards.knowledge.queue import id_field
from bot.domain.actor import Actor
from bot.domain.draft import Draft
from bot.domain.errors import NoSuchAction
from bot.domain.revision import Revision
from bot.services.app import App


def _edit(request: Request) -> Result:
    draft = request.knowledge.drafting.edit(request.argument(0), by=request.by)
    return part_form(draft, _part(request))


def _add(request: Request) -> Result:
    if request.values is None and not request.arguments:
        request.knowledge.drafting.mine(by=request.by)  # refuses at once those who may not
        return Form("A new answer", legacy("Start", "knowledge-add"), (id_field(),))
    entry_id = (
        request.argument(0) if request.arguments else (request.values or {}).get("entry_id", "").strip()
    )
    draft = request.knowledge.drafting.add(entry_id, by=request.by)
    return shown_draft(request, draft)


def _part_of_draft(request: Request) -> Result:
    return part_form(request.knowledge.drafting.own(request.number(0), by=request.by), _part(request))


def _fill(request: Request) -> Result:
    if request.values is None:
        return _part_of_draft(request)
    drafting = request.knowledge.drafting
    before = drafting.own(request.number(0), by=request.by)
    draft = drafting.fill(before.id, text_of(request.values, before.fields["body"]), by=request.by)
    return shown_draft(request, draft)


def keep_typed(app: App, form: Form, typed: Mapping[str, str], by: Actor) -> bool:
    """Keep what was typed into a draft's form that was left; false where it is no form of a draft."""
    if form.action.verb.name != "knowledge-fill" or not typed:
        return False
    _fill(Request(app, by, form.action.arguments, typed))
    return True


def _draft(request: Request) -> Result:
    draft = request.knowledge.drafting.draft(request.number(0), by=request.by)
    return shown_draft(request, draft, request.page(1))


def _gate(request: Request) -> Result:
    if (conflict := request.knowledge.drafting.conflict(request.number(0), by=request.by)) is not None:
        return conflict_card(conflict)
    return _through_the_gate(request, request.number(0))


def _moves(request: Request) -> Result:
    return moves_card(request.knowledge.publishing.check(request.number(0), by=request.by), request.number(1))


def _publish(request: Request) -> Result:
    if request.values is None:
        return _why(request, "Publish", "knowledge-publish")
    number, fingerprint = request.number(0), request.argument(1)
    if (conflict := request.knowledge.drafting.conflict(number, by=request.by)) is not None:
        return conflict_card(conflict)
    if not request.rehearsed:
        return _first(request, number, "knowledge-publish")
    reason, source = request.values.get("reason", ""), request.values.get("source", "")
    publish = request.knowledge.publishing.publish
    return published_card(publish(number, fingerprint, reason=reason, source=source, by=request.by))


def _propose(request: Request) -> Result:
    if request.values is None:
        return _why(request, "Ask a second moderator", "knowledge-propose")
    number, fingerprint = request.number(0), request.argument(1)
    if not request.rehearsed:
        return _first(request, number, "knowledge-propose")
    reason, source = request.values.get("reason", ""), request.values.get("source", "")
    propose = request.knowledge.publishing.propose
    return proposed_card(propose(number, fingerprint, reason=reason, source=source, by=request.by))


def _agree(request: Request) -> Result:
    number, fingerprint = request.number(0), request.argument(1)
    if not request.rehearsed:
        return _first(request, number, "knowledge-agree")
    return published_card(request.knowledge.publishing.agree(number, fingerprint, by=request.by))


def _rebase(request: Request) -> Result:
    draft = request.knowledge.drafting.rebase(request.number(0), request.number(1), by=request.by)
    return _through_the_gate(request, draft.id)


def _discard(request: Request) -> Result:
    return discarded_card(request.knowledge.drafting.discard(request.number(0), by=request.by))


def _retire(request: Request) -> Result:
    draft = request.knowledge.drafting.retire(request.argument(0), by=request.by)
    return _through_the_gate(request, draft.id)


def _restore(request: Request) -> Result:
    entry_id, number = request.argument(0), request.number(1)
    publishing = request.knowledge.publishing
    action = legacy("Bring it back", "knowledge-restore", request.arguments)
    if request.values is None:
        request.knowledge.history.revisions(entry_id, by=request.by)  # refuses at once those who may not
        return reason_form(f"Back to version {number}", action)
    if not request.rehearsed:
        return Work(publishing.rehearse_restore(entry_id, number, by=request.by), action, request.values)
    reason = request.values.get("reason", "")
    done = publishing.restore(entry_id, number, reason=reason, by=request.by)
    return published_card(done) if isinstance(done, Revision) else gate_card(done, request.by.user_id)


def _through_the_gate(request: Request, draft_id: int) -> Result:
    """What a draft would do."""
    publishing = request.knowledge.publishing
    if not request.rehearsed:
        again = legacy("", "knowledge-gate", (str(draft_id),))
        return Work(publishing.rehearse(draft_id, by=request.by), again)
    return gate_card(publishing.check(draft_id, by=request.by), request.by.user_id)


def _first(request: Request, draft_id: int, verb: str) -> Work:
    """Every known question is asked before anything goes live. That takes long, so it is done in steps."""
    steps = request.knowledge.publishing.rehearse(draft_id, by=request.by)
    return Work(steps, legacy("", verb, request.arguments), request.values)


def _why(request: Request, title: str, verb: str) -> Result:
    """Ask for the reason of a moderator's own draft."""
    request.knowledge.drafting.own(request.number(0), by=request.by)
    return reason_form(title, legacy(title, verb, request.arguments))


def shown_draft(request: Request, draft: Draft, page: int = 1) -> Result:
    """The card of a draft, for whoever looks at it."""
    drafting = request.knowledge.drafting
    faults = drafting.faults(draft)
    difference = "" if faults else drafting.difference(draft)
    return draft_card(draft, faults, difference, mine=draft.author_id == request.by.user_id, page=page)


def _part(request: Request) -> str:
    part = request.arguments[1] if len(request.arguments) > 1 else "text"
    if part not in PARTS:
        raise NoSuchAction(f"An answer has no part {part!r}. Choose one of {', '.join(PARTS)}.")
    return part


VERBS: Mapping[str, Handler] = {
    "knowledge-edit": _edit,
    "knowledge-add": _add,
    "knowledge-part": _part_of_draft,
    "knowledge-fill": _fill,
    "knowledge-draft": _draft,
    "knowledge-gate": _gate,
    "knowledge-moves": _moves,
    "knowledge-publish": _publish,
    "knowledge-propose": _propose,
    "knowledge-agree": _agree,
    "knowledge-rebase": _rebase,
    "knowledge-discard": _discard,
    "knowledge-retire": _retire,
    "knowledge-restore": _restore,
}
