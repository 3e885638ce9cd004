"""Looking after the answers: their past, what is due, shipped texts that changed, and their test."""

from bot.actions.here import Here
from bot.actions.knowledge.shown import shown_revision
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Form
from bot.cards.knowledge.draft_forms import reason_form
from bot.cards.knowledge.entries import (
    diff_card,
    entry_card,
    history_card,
    review_card,
    shipped_change_card,
    tested_card,
)
from bot.domain.draft import Draft
from bot.domain.knowledge_forms import ReasonForm
from bot.domain.revision import SHIPPED, ChangeNote
from bot.domain.verbs.knowledge.entries import (
    KeepOwnText,
    MarkReviewed,
    Review,
    SeeDifference,
    SeeEntry,
    SeeFileChange,
    SeeVersions,
    TestAnswers,
)


@handles(SeeEntry)
def see_entry(verb: SeeEntry, here: Here) -> Result:
    """Show an answer as it is live."""
    entry, own = here.app.knowledge.history.entry(verb.entry_id, by=here.by)
    votes = here.app.feedback.votes(entry.id, entry.version, by=here.by)
    return entry_card(entry, own, votes, _own_draft(verb.entry_id, here))


def _own_draft(entry_id: str, here: Here) -> Draft | None:
    return here.app.knowledge.drafting.in_the_way(entry_id, by=here.by)


@handles(SeeVersions)
def see_versions(verb: SeeVersions, here: Here) -> Result:
    """List every version of an answer."""
    history = here.app.knowledge.history
    revisions = history.revisions(verb.entry_id, by=here.by)
    shipped = history.is_shipped(verb.entry_id, by=here.by)
    return history_card(verb.entry_id, revisions, shipped, _own_draft(verb.entry_id, here), verb.page)


@handles(SeeDifference)
def see_difference(verb: SeeDifference, here: Here) -> Result:
    """Show what changed between two versions; of the last two where none is named."""
    history, before, after = here.app.knowledge.history, verb.before, verb.after
    if before is None or after is None:
        revisions = history.revisions(verb.entry_id, by=here.by)
        after = revisions[-1].number if revisions else SHIPPED
        before = max(SHIPPED, after - 1) if before is None else before
    difference = history.difference(verb.entry_id, before, after, by=here.by)
    return diff_card(verb.entry_id, before, after, difference, verb.page)


@handles(Review)
def review(verb: Review, here: Here) -> Result:
    """Show what is waiting for a moderator."""
    services, by = here.app.knowledge, here.by
    return review_card(
        services.drafting.proposed(by=by),
        services.history.shipped_changes(by=by),
        services.history.due(by=by),
        services.drafting.mine(by=by),
        here.today,
        page=verb.page,
    )


@handles(MarkReviewed)
def mark_reviewed(verb: MarkReviewed, here: Here) -> Result:
    """Say that an answer was read through and is still right."""
    return shown_revision(here, here.app.knowledge.publishing.review(verb.entry_id, by=here.by))


@handles(SeeFileChange)
def see_shipped_change(verb: SeeFileChange, here: Here) -> Result:
    """Show where the shipped text changed under the server's own."""
    changed = here.app.knowledge.history.shipped_change(verb.entry_id, by=here.by)
    return shipped_change_card(changed, _own_draft(verb.entry_id, here))


def _open_keep(verb: KeepOwnText, here: Here) -> Form:
    here.app.knowledge.history.shipped_change(verb.entry_id, by=here.by)
    return reason_form(verb)


@handles_form(KeepOwnText, ReasonForm, opened_by=_open_keep)
def keep_own_text(verb: KeepOwnText, here: Here, filled: ReasonForm) -> Result:
    """Keep the server's own text over a shipped one that changed."""
    note = ChangeNote(here.by.user_id, filled.reason, filled.source)
    return shown_revision(here, here.app.knowledge.publishing.keep_own(verb.entry_id, note, by=here.by))


@handles(TestAnswers)
def test_answers(verb: TestAnswers, here: Here) -> Result:
    """Ask every test question of the live answers."""
    return tested_card(here.app.knowledge.gatekeeper.test(by=here.by), verb.page)
