"""The verbs of what people leave behind: unanswered questions, suggestions, learned phrasings."""

from collections.abc import Mapping

from bot.actions.knowledge.drafts import shown_draft
from bot.actions.request import Handler, Request, Result
from bot.cards.knowledge.queue import (
    case_card,
    learned_card,
    phrase_form,
    set_aside_card,
    set_aside_form,
    settled_card,
    start_form,
    suggest_form,
    suggested_card,
    suggestion_card,
    suggestions_card,
    unanswered_card,
)
from bot.domain.errors import AlreadySettled, NoSuchAction
from bot.domain.unanswered import CaseKey


def _unanswered(request: Request) -> Result:
    return unanswered_card(request.knowledge.queue.groups(by=request.by))


def _case(request: Request) -> Result:
    return case_card(request.knowledge.queue.group(_key(request), by=request.by))


def _claim(request: Request) -> Result:
    return case_card(request.knowledge.queue.claim(_key(request), by=request.by))


def _phrase(request: Request) -> Result:
    queue, key = request.knowledge.queue, _key(request)
    if request.values is None:
        group = queue.group(key, by=request.by)
        ranked = request.base.answer(group.question).ranked
        return phrase_form(key, group, ranked[0].entry.id if ranked else "")
    phrasings = request.values.get("phrasings", "").splitlines()
    draft = queue.add_phrasing(key, request.values.get("entry_id", ""), phrasings, by=request.by)
    return shown_draft(request, draft)


def _start(request: Request) -> Result:
    queue, key = request.knowledge.queue, _key(request)
    if request.values is None:
        queue.group(key, by=request.by)
        return start_form(key)
    return shown_draft(request, queue.start_entry(key, request.values.get("entry_id", ""), by=request.by))


def _set_aside(request: Request) -> Result:
    queue, key = request.knowledge.queue, _key(request)
    if request.values is None:
        queue.group(key, by=request.by)
        return set_aside_form(key)
    return set_aside_card(queue.set_aside(key, request.values.get("reason", ""), by=request.by))


def _suggest(request: Request) -> Result:
    entry_id = request.argument(0)
    if request.values is None:
        return suggest_form(request.knowledge.suggesting.about(entry_id, by=request.by))
    credited = request.values.get("credit") == "yes"
    wrong, source = request.values.get("wrong", ""), request.values.get("source", "")
    suggest = request.knowledge.suggesting.suggest
    return suggested_card(
        suggest(entry_id, wrong, source, credited=credited, by=request.by), credited=credited
    )


def _suggestions(request: Request) -> Result:
    suggesting = request.knowledge.suggesting
    return suggestions_card(suggesting.waiting(by=request.by), suggesting.learned(by=request.by))


def _suggestion(request: Request) -> Result:
    waiting = request.knowledge.suggesting.waiting(by=request.by)
    found = next((one for one in waiting if one.id == request.number(0)), None)
    if found is None:
        raise AlreadySettled("That suggestion has been settled already.")
    return suggestion_card(found)


def _take(request: Request) -> Result:
    taken = request.knowledge.suggesting.settle(request.number(0), taken=True, by=request.by)
    return settled_card(f"The suggestion on `{taken.entry_id}` is seen to.")


def _leave(request: Request) -> Result:
    left = request.knowledge.suggesting.settle(request.number(0), taken=False, by=request.by)
    return settled_card(f"The suggestion on `{left.entry_id}` is set aside.")


def _learned(request: Request) -> Result:
    learned = request.knowledge.suggesting.learned(by=request.by)
    found = next((one for one in learned if one.asked_id == request.number(0)), None)
    if found is None:
        raise AlreadySettled("That phrasing has been looked at already.")
    return learned_card(found)


def _accept(request: Request) -> Result:
    return shown_draft(request, request.knowledge.suggesting.accept(request.number(0), by=request.by))


def _decline(request: Request) -> Result:
    left = request.knowledge.suggesting.decline(request.number(0), by=request.by)
    return settled_card(f"The phrasing is left out of `{left.entry_id}`.")


def _key(request: Request) -> CaseKey:
    key = CaseKey.of(request.argument(0))
    if key is None:
        raise NoSuchAction("I do not know that question any more. /knowledge unanswered lists them.")
    return key


VERBS: Mapping[str, Handler] = {
    "knowledge-unanswered": _unanswered,
    "knowledge-case": _case,
    "knowledge-claim": _claim,
    "knowledge-phrase": _phrase,
    "knowledge-start": _start,
    "knowledge-set-aside": _set_aside,
    "knowledge-suggestions": _suggestions,
    "knowledge-suggestion": _suggestion,
    "knowledge-take": _take,
    "knowledge-leave": _leave,
    "knowledge-learned": _learned,
    "knowledge-accept": _accept,
    "knowledge-decline": _decline,
    "suggest-change": _suggest,
}
