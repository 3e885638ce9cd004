"""What people leave behind: unanswered questions, suggestions, and phrasings that their picks taught."""

from bot.actions.here import Here
from bot.actions.knowledge.shown import must_be_here, shown_draft
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Form
from bot.cards.knowledge.draft_forms import new_entry_form
from bot.cards.knowledge.queue import (
    accepted_card,
    case_card,
    declined_card,
    learned_card,
    left_out_card,
    phrasings_form,
    set_aside_card,
    set_aside_form,
    suggest_form,
    suggested_card,
    suggestion_card,
    suggestions_card,
    unanswered_card,
)
from bot.domain.errors import NotFound, Thing
from bot.domain.knowledge_forms import NewEntryForm, PhrasingsForm, SetAsideForm, SuggestForm
from bot.domain.unanswered import CaseKey
from bot.domain.verbs.knowledge.queue import (
    AcceptLearned,
    AcceptSuggestion,
    AddPhrasings,
    ClaimCase,
    DeclineLearned,
    DeclineSuggestion,
    SeeCase,
    SeeLearned,
    SeeSuggestion,
    SeeSuggestions,
    SeeUnanswered,
    SetAside,
    StartEntry,
)
from bot.domain.verbs.reading import SuggestChange
from bot.services.knowledge.moderators import must_moderate


@handles(SeeUnanswered)
def unanswered(verb: SeeUnanswered, here: Here) -> Result:
    """List the questions that got no good answer."""
    return unanswered_card(here.app.knowledge.queue.groups(by=here.by), verb.page)


@handles(SeeCase)
def see_case(verb: SeeCase, here: Here) -> Result:
    """Show one group of unanswered questions."""
    return case_card(here.app.knowledge.queue.group(_key(verb.key, here), by=here.by), here.by.user_id)


@handles(ClaimCase)
def claim(verb: ClaimCase, here: Here) -> Result:
    """Say that one is working on a group of unanswered questions."""
    return case_card(here.app.knowledge.queue.claim(_key(verb.key, here), by=here.by), here.by.user_id)


def _open_phrasings(verb: AddPhrasings, here: Here) -> Form:
    key = _key(verb.key, here)
    group = here.app.knowledge.queue.group(key, by=here.by)
    ranked = here.base.answer(group.question).ranked
    return phrasings_form(key, group, ranked[0].entry.id if ranked else "")


@handles_form(AddPhrasings, PhrasingsForm, opened_by=_open_phrasings)
def add_phrasings(verb: AddPhrasings, here: Here, filled: PhrasingsForm) -> Result:
    """Put unanswered questions under an answer that there is."""
    queue = here.app.knowledge.queue
    must_be_here(here, filled.entry_id)
    draft = queue.add_phrasing(_key(verb.key, here), filled.entry_id, filled.phrasings, by=here.by)
    return shown_draft(here, draft)


def _open_start(verb: StartEntry, here: Here) -> Form:
    here.app.knowledge.queue.group(_key(verb.key, here), by=here.by)
    return new_entry_form(verb)


@handles_form(StartEntry, NewEntryForm, opened_by=_open_start)
def start_entry(verb: StartEntry, here: Here, filled: NewEntryForm) -> Result:
    """Begin a new answer for unanswered questions."""
    return shown_draft(
        here, here.app.knowledge.queue.start_entry(_key(verb.key, here), filled.entry_id, by=here.by)
    )


def _open_set_aside(verb: SetAside, here: Here) -> Form:
    here.app.knowledge.queue.group(_key(verb.key, here), by=here.by)
    return set_aside_form(_key(verb.key, here))


@handles_form(SetAside, SetAsideForm, opened_by=_open_set_aside)
def set_aside(verb: SetAside, here: Here, filled: SetAsideForm) -> Result:
    """Leave unanswered questions without an answer, with a reason."""
    return set_aside_card(here.app.knowledge.queue.set_aside(_key(verb.key, here), filled.reason, by=here.by))


def _open_suggest(verb: SuggestChange, here: Here) -> Form:
    return suggest_form(here.app.knowledge.suggesting.about(verb.entry_id, by=here.by))


@handles_form(SuggestChange, SuggestForm, opened_by=_open_suggest)
def suggest(verb: SuggestChange, here: Here, filled: SuggestForm) -> Result:
    """Say what is wrong with an answer; anyone can."""
    entry = here.app.knowledge.suggesting.suggest(
        verb.entry_id, filled.wrong, filled.source, credited=filled.credit, by=here.by
    )
    return suggested_card(entry, credited=filled.credit)


@handles(SeeSuggestions)
def suggestions(verb: SeeSuggestions, here: Here) -> Result:
    """List what readers suggested and what people's picks taught."""
    suggesting = here.app.knowledge.suggesting
    return suggestions_card(suggesting.waiting(by=here.by), suggesting.learned(by=here.by), verb.page)


@handles(SeeSuggestion)
def see_suggestion(verb: SeeSuggestion, here: Here) -> Result:
    """Show one suggestion."""
    return suggestion_card(here.app.knowledge.suggesting.suggestion(verb.number, by=here.by))


@handles(AcceptSuggestion)
def accept_suggestion(verb: AcceptSuggestion, here: Here) -> Result:
    """Say that an answer was changed as suggested."""
    return accepted_card(here.app.knowledge.suggesting.accept(verb.number, by=here.by))


@handles(DeclineSuggestion)
def decline_suggestion(verb: DeclineSuggestion, here: Here) -> Result:
    """Say that nothing is done about a suggestion."""
    return declined_card(here.app.knowledge.suggesting.decline(verb.number, by=here.by))


@handles(SeeLearned)
def see_learned(verb: SeeLearned, here: Here) -> Result:
    """Show a phrasing that people's picks taught."""
    return learned_card(here.app.knowledge.suggesting.phrasing(verb.number, by=here.by))


@handles(AcceptLearned)
def accept_learned(verb: AcceptLearned, here: Here) -> Result:
    """Put a learned phrasing into a draft of its answer."""
    return shown_draft(here, here.app.knowledge.suggesting.accept_phrasing(verb.number, by=here.by))


@handles(DeclineLearned)
def decline_learned(verb: DeclineLearned, here: Here) -> Result:
    """Leave a learned phrasing out."""
    return left_out_card(here.app.knowledge.suggesting.decline_phrasing(verb.number, by=here.by))


def _key(text: str, here: Here) -> CaseKey:
    """The key that a button carried. Raises NotFound where it is none, and RoleNeeded before that."""
    must_moderate(here.by)
    key = CaseKey.of(text)
    if key is None:
        raise NotFound(Thing.CASE)
    return key
