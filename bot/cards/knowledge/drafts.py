"""What a moderator sees of a draft, of what went live, and of what somebody else published meanwhile."""

from collections.abc import Sequence

from bot.cards.card import Action, Card, Fact, legacy
from bot.cards.knowledge.draft_forms import PARTS
from bot.cards.knowledge.gate import discard_action
from bot.cards.quoting import person, quoted, verbatim, verbatim_page
from bot.domain.draft import Draft
from bot.domain.revision import Kind, Revision
from bot.services.knowledge.drafting import Conflict


def draft_card(draft: Draft, faults: Sequence[str], difference: str, *, mine: bool, page: int = 1) -> Card:
    """A draft: what is still to mend, else what it changes, in pages; and the way on."""
    onward: tuple[Action, ...] = ()
    if faults:
        text = "Kept as a draft. Still to mend before it can go live:\n\n" + "\n".join(
            f"- {f}" for f in faults
        )
    elif difference:
        further = legacy("", "knowledge-draft", (str(draft.id),))
        shown, onward = verbatim_page(difference, page, further)
        text = f"Kept as a draft. What it changes, word by word:\n\n{shown}"
    else:
        text = "Nothing has changed yet."
    parts = [legacy(label, "knowledge-part", (str(draft.id), part)) for part, label in PARTS.items()]
    look = legacy("See what it would do", "knowledge-gate", (str(draft.id),))
    return Card(
        title=f"Draft: {draft.entry_id}",
        text=text,
        note="Nothing is live before it is published.",
        actions=(
            *(() if faults or not difference else (look,)),
            *onward,
            *((*parts, discard_action(draft)) if mine else ()),
        ),
    )


def proposed_card(draft: Draft) -> Card:
    """For the moderator who asked a second one."""
    return Card(
        title=f"Waits for a second moderator: {draft.entry_id}",
        text="It is listed for the others under /knowledge review. Nothing is live until one of them agrees.",
        actions=(discard_action(draft),),
    )


def published_card(revision: Revision) -> Card:
    """Something went live."""
    agreed = revision.why.agreed_by
    back = legacy("Take it back", "knowledge-restore", (revision.entry_id, str(revision.number - 1)))
    show = legacy("Show it", "knowledge-show", (revision.entry_id,))
    return Card(
        title=f"Live now: {revision.entry_id}" if revision.entry else f"Retired: {revision.entry_id}",
        text=(
            f"Version {revision.number}. Everyone in this server gets it from now on."
            f"\n\nWhy: {quoted(revision.why.reason, 500)}"
        ),
        facts=(Fact("Agreed by", person(agreed)),) if agreed is not None else (),
        actions=(
            *((show,) if revision.entry else ()),
            *((back,) if revision.kind is not Kind.ADD else ()),
            legacy("History", "knowledge-history", (revision.entry_id,)),
        ),
    )


def conflict_card(conflict: Conflict) -> Card:
    """Somebody else was quicker: both versions, and the words in which they differ."""
    draft, theirs = conflict.draft, conflict.theirs
    who = person(theirs.why.by)
    body = theirs.entry.body if theirs.entry else "They retired this answer."
    return Card(
        title=f"Somebody published first: {draft.entry_id}",
        text=(
            f"{who} published version {theirs.number} since you began. Nothing is overwritten."
            f"\n\nWhy they did: {quoted(theirs.why.reason)}"
            f"\n\n**From theirs to yours, word by word:**\n\n{verbatim(conflict.difference, 1200)}"
        ),
        detail=(
            f"**Theirs, which is live:**\n\n{verbatim(body, 800)}"
            f"\n\n**Yours:**\n\n{verbatim(draft.fields['body'], 800)}"
        ),
        actions=(
            legacy("Keep my words over theirs", "knowledge-rebase", (str(draft.id), str(theirs.number))),
            legacy("Edit mine", "knowledge-part", (str(draft.id), "text")),
            discard_action(draft),
        ),
    )


def discarded_card(draft: Draft) -> Card:
    """A draft was given up."""
    return Card(title=f"Discarded: {draft.entry_id}", text="The draft is gone. What is live has not changed.")
