"""Cards that several verbs of keeping the answers right lead to."""

from collections.abc import Generator
from difflib import get_close_matches

from bot.actions.here import Here
from bot.actions.registry import Work
from bot.cards.card import Card, Form
from bot.cards.filled import with_typed
from bot.cards.knowledge.draft_forms import section_form
from bot.cards.knowledge.drafts import conflict_card, draft_card, published_card
from bot.cards.knowledge.gate import gate_card
from bot.domain.draft import Draft
from bot.domain.entry_kinds import Section
from bot.domain.errors import Fault, Invalid
from bot.domain.knowledge_forms import KnowledgeFormFault
from bot.domain.revision import Kind, Revision
from bot.domain.verbs.knowledge.drafts import SavePart
from bot.services.knowledge.drafting import EditConflict
from bot.services.knowledge.moderators import must_moderate
from bot.services.knowledge.publishing import Checked


def shown_draft(here: Here, draft: Draft, page: int = 1) -> Card:
    """The card of a draft, for its author or another moderator."""
    faults, difference = here.app.knowledge.drafting.look(draft)
    return draft_card(draft, faults, difference, mine=draft.author_id == here.by.user_id, page=page)


def shown_form(here: Here, draft: Draft, section: Section) -> Form:
    """The form of a section of a draft, with what was typed before it was left."""
    typed = here.app.drafts.get(SavePart(draft.id, part=section).custom_id, by=here.by)
    return with_typed(section_form(draft, section), typed)


def shown_check(here: Here, work: Generator[None, None, Checked | EditConflict]) -> Work:
    """What a draft would do, or that someone else was quicker."""
    checked = yield from work
    if isinstance(checked, EditConflict):
        return shown_conflict(here, checked)
    return gate_card(checked, here.by.user_id)


def shown_conflict(here: Here, conflict: EditConflict) -> Card:
    """Someone else published first."""
    return conflict_card(conflict, mine=conflict.draft.author_id == here.by.user_id)


def shown_revision(here: Here, revision: Revision) -> Card:
    """Something went live."""
    before = revision.number - 1
    can_go_back = revision.kind is not Kind.ADD and here.app.knowledge.history.has_text(
        revision.entry_id, before, by=here.by
    )
    return published_card(revision, can_go_back=can_go_back)


def must_be_here(here: Here, entry_id: str) -> None:
    """Raises Invalid for the field where no answer has that id; RoleNeeded for anyone but moderators."""
    must_moderate(here.by)
    entries = here.base.entries
    if entry_id not in entries:
        near = next(iter(get_close_matches(entry_id, entries, n=1)), None)
        raise Invalid(
            {"entry_id": Fault(KnowledgeFormFault.NO_SUCH_ENTRY, {"typed": entry_id, "near": near})}
        )
