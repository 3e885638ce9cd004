"""What a moderator sees of a draft, of what went live, and of what someone else published meanwhile."""

from collections.abc import Sequence

from bot.cards.card import Action, Card, Fact
from bot.cards.knowledge.faults import listed
from bot.cards.knowledge.gate import discard_action
from bot.cards.knowledge.parts import SECTIONS
from bot.cards.knowledge.words import said_why
from bot.cards.quoting import person, verbatim, verbatim_page
from bot.domain.draft import Draft
from bot.domain.entry_kinds import Section
from bot.domain.faults import EntryFault
from bot.domain.revision import Revision
from bot.domain.verbs.knowledge.drafts import CheckDraft, EditPart, Rebase, Restore, SeeDraft
from bot.domain.verbs.knowledge.entries import SeeEntry, SeeVersions
from bot.services.knowledge.drafting import EditConflict


def draft_card(
    draft: Draft, faults: Sequence[EntryFault], difference: str, *, mine: bool, page: int = 1
) -> Card:
    """A draft: what is still to fix, else what it changes, in pages; and the way on."""
    onward: tuple[Action, ...] = ()
    page_note = ""
    if faults:
        text = "The draft is saved. Please fix this before it can go live:\n\n" + listed(faults)
    elif difference:
        shown, page_note, onward = verbatim_page(difference, page, lambda n: SeeDraft(draft.id, page=n))
        text = f"The draft is saved. What it changes, word by word:\n\n{shown}"
    else:
        text = "Nothing has changed yet."
    sections = [Action(label, EditPart(draft.id, part=section)) for section, label in SECTIONS.items()]
    can_be_checked = bool(difference) and not faults
    return Card(
        title=f"Draft: {draft.entry_id}",
        text=text,
        note=" ".join(filter(None, [page_note, "Nothing is live before it is published."])),
        actions=(
            *((Action("See what it would do", CheckDraft(draft.id)),) if can_be_checked else ()),
            *onward,
            *(sections if mine and draft.has_own_words else ()),
            *((discard_action(draft),) if mine else ()),
        ),
    )


def proposed_card(draft: Draft) -> Card:
    """For the moderator who asked a second one."""
    return Card(
        title=f"A second moderator must agree: {draft.entry_id}",
        text="The others find it under /knowledge review. Nothing is live until one of them agrees.",
        actions=(discard_action(draft),),
    )


def published_card(revision: Revision, *, can_go_back: bool) -> Card:
    """Something went live."""
    agreed = revision.why.agreed_by
    back = Action("Take it back", Restore(revision.entry_id, revision.number - 1))
    return Card(
        title=f"Live now: {revision.entry_id}" if revision.entry else f"Retired: {revision.entry_id}",
        text=(
            f"Version {revision.number}. Everyone in this server gets it from now on."
            f"\n\nWhy: {said_why(revision.why, 500)}"
        ),
        facts=(Fact("Agreed by", person(agreed)),) if agreed is not None else (),
        actions=(
            *((Action("Show it", SeeEntry(revision.entry_id)),) if revision.entry else ()),
            *((back,) if can_go_back else ()),
            Action("History", SeeVersions(revision.entry_id)),
        ),
    )


def conflict_card(conflict: EditConflict, *, mine: bool = True) -> Card:
    """Someone else was quicker: both versions, and the words in which they differ."""
    draft, theirs = conflict.draft, conflict.theirs
    body = theirs.entry.body if theirs.entry else "They retired this answer."
    return Card(
        title=f"Someone published first: {draft.entry_id}",
        text=(
            f"{person(theirs.why.by)} published version {theirs.number} after this draft was begun."
            f" Nothing is overwritten.\n\nWhy they did: {said_why(theirs.why)}"
            f"\n\n**From theirs to the draft, word by word:**\n\n{verbatim(conflict.difference, 1200)}"
        ),
        detail=(
            f"**Theirs, which is live:**\n\n{verbatim(body, 800)}"
            f"\n\n**The draft:**\n\n{verbatim(draft.fields['body'], 800)}"
        ),
        actions=tuple(_ways_on(draft, theirs)) if mine else (),
    )


def _ways_on(draft: Draft, theirs: Revision) -> Sequence[Action]:
    edit = Action("Edit mine", EditPart(draft.id, part=Section.TEXT))
    return (
        Action("Keep my words over theirs", Rebase(draft.id, seen=theirs.number)),
        *((edit,) if draft.has_own_words else ()),
        discard_action(draft),
    )


def discarded_card(draft: Draft) -> Card:
    """A draft was given up."""
    return Card(
        title=f"Discarded: {draft.entry_id}", text="The draft is gone. The live answer has not changed."
    )
