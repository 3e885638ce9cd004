"""The verbs of looking after the answers: knowledge-show, -history, -review, -test, files and rules."""

from collections.abc import Mapping

from bot.actions.request import Handler, Request, Result, Work
from bot.cards.card import legacy
from bot.cards.knowledge.draft_forms import reason_form
from bot.cards.knowledge.drafts import published_card
from bot.cards.knowledge.entries import (
    diff_card,
    entry_card,
    file_card,
    history_card,
    review_card,
    tested_card,
)
from bot.cards.knowledge.exchange import (
    contested_form,
    export_card,
    file_text_card,
    import_form,
    must_form,
    plan_card,
    rules_card,
    taken_in_card,
)
from bot.domain.errors import NoSuchRevision
from bot.domain.revision import SHIPPED


def _show(request: Request) -> Result:
    entry, own = request.knowledge.history.entry(request.argument(0), by=request.by)
    votes = request.feedback.votes(entry.id, entry.version, by=request.by)
    return entry_card(entry, own, votes)


def _history(request: Request) -> Result:
    history, entry_id = request.knowledge.history, request.argument(0)
    revisions = history.revisions(entry_id, by=request.by)
    return history_card(entry_id, revisions, history.is_shipped(entry_id, by=request.by), request.page(1))


def _diff(request: Request) -> Result:
    entry_id = request.argument(0)
    if len(request.arguments) > 2:
        before, after = request.number(1), request.number(2)
    else:
        revisions = request.knowledge.history.revisions(entry_id, by=request.by)
        after = revisions[-1].number if revisions else SHIPPED
        before = request.number(1) if len(request.arguments) > 1 else max(SHIPPED, after - 1)
    difference = request.knowledge.history.difference(entry_id, before, after, by=request.by)
    return diff_card(entry_id, before, after, difference, request.page(3))


def _review(request: Request) -> Result:
    knowledge, by = request.knowledge, request.by
    return review_card(
        knowledge.drafting.proposed(by=by),
        knowledge.history.changed_files(by=by),
        knowledge.history.due(by=by),
        knowledge.drafting.mine(by=by),
        request.today,
    )


def _reviewed(request: Request) -> Result:
    return published_card(request.knowledge.publishing.review(request.argument(0), by=request.by))


def _file(request: Request) -> Result:
    changed = request.knowledge.history.changed_files(by=request.by)
    found = next((one for one in changed if one.ours.entry_id == request.argument(0)), None)
    if found is None:
        raise NoSuchRevision("That file has not changed under your own text, or it has been looked at.")
    return file_card(found)


def _keep(request: Request) -> Result:
    entry_id = request.argument(0)
    if request.values is None:
        request.knowledge.history.revisions(entry_id, by=request.by)  # refuses at once those who may not
        return reason_form("Keep ours", legacy("Keep ours", "knowledge-keep", (entry_id,)))
    reason = request.values.get("reason", "")
    return published_card(request.knowledge.publishing.keep(entry_id, reason=reason, by=request.by))


def _test(request: Request) -> Result:
    return tested_card(request.knowledge.gatekeeper.test(by=request.by))


def _export(request: Request) -> Result:
    files = request.knowledge.exchange.files(by=request.by)
    if not request.arguments:
        return export_card(files, request.by.guild_id)
    entry_id = request.argument(0)
    if entry_id not in files:
        raise NoSuchRevision("This server has no text of its own for that answer.")
    return file_text_card(entry_id, files[entry_id])


def _import(request: Request) -> Result:
    if request.values is None:
        request.knowledge.drafting.mine(by=request.by)  # refuses at once those who may not
        return import_form()
    name, text = request.values.get("name", "").strip(), request.values.get("text", "")
    if not request.rehearsed:
        steps = request.knowledge.exchange.rehearse_text(name, text, by=request.by)
        return Work(steps, legacy("", "knowledge-import"), request.values)
    number, plan = request.knowledge.exchange.plan_text(name, text, by=request.by)
    return plan_card(plan, number)


def _take_in(request: Request) -> Result:
    number, fingerprint = request.number(0), request.argument(1)
    return taken_in_card(request.knowledge.exchange.take_in_text(number, fingerprint, by=request.by))


def _rules(request: Request) -> Result:
    rules = request.knowledge.rules
    return rules_card(rules.must_answer(by=request.by), rules.contested(by=request.by))


def _must(request: Request) -> Result:
    rules = request.knowledge.rules
    if request.values is None:
        rules.must_answer(by=request.by)  # refuses at once those who may not
        return must_form()
    given = request.values
    rules.set_must_answer(
        given.get("question", ""), given.get("entry_id", ""), given.get("reason", ""), by=request.by
    )
    return _rules(request)


def _contested(request: Request) -> Result:
    rules = request.knowledge.rules
    if request.values is None:
        return contested_form(rules.contested(by=request.by))
    topics = request.values.get("topics", "").replace(",", " ").split()
    both_sides = request.values.get("sides", "").strip().lower() == "yes"
    rules.set_contested(topics, both_sides=both_sides, by=request.by)
    return _rules(request)


VERBS: Mapping[str, Handler] = {
    "knowledge-show": _show,
    "knowledge-history": _history,
    "knowledge-diff": _diff,
    "knowledge-review": _review,
    "knowledge-reviewed": _reviewed,
    "knowledge-file": _file,
    "knowledge-keep": _keep,
    "knowledge-test": _test,
    "knowledge-export": _export,
    "knowledge-import": _import,
    "knowledge-take-in": _take_in,
    "knowledge-rules": _rules,
    "knowledge-must": _must,
    "knowledge-contested": _contested,
}
