"""Changing an answer: writing a draft, seeing what it would do, and putting it live."""

from bot.actions.here import Here
from bot.actions.knowledge.shown import (
    shown_check,
    shown_conflict,
    shown_draft,
    shown_form,
    shown_revision,
)
from bot.actions.registry import Result, Work, handles, handles_form
from bot.cards.card import Form
from bot.cards.knowledge.draft_forms import new_entry_form, reason_form, section_form
from bot.cards.knowledge.drafts import discarded_card, proposed_card
from bot.cards.knowledge.gate import gate_card, moves_card
from bot.domain.entry_kinds import Section
from bot.domain.knowledge_forms import DraftForm, NewEntryForm, ReasonForm, filled_parts
from bot.domain.revision import ChangeNote, Revision
from bot.domain.verbs.knowledge.drafts import (
    AddEntry,
    Agree,
    CheckDraft,
    Discard,
    EditEntry,
    EditPart,
    Propose,
    Publish,
    Rebase,
    Restore,
    Retire,
    SavePart,
    SeeDraft,
    SeeMoves,
)
from bot.services.knowledge.drafting import EditConflict
from bot.services.knowledge.moderators import must_moderate


@handles(EditEntry)
def edit(verb: EditEntry, here: Here) -> Result:
    """Open a section of this moderator's draft of an answer, begun if need be."""
    draft = here.app.knowledge.drafting.edit(verb.entry_id, by=here.by)
    return shown_form(here, draft, verb.part)


def _open_add(verb: AddEntry, here: Here) -> Form:
    if verb.entry_id is None:
        must_moderate(here.by)
        return new_entry_form(AddEntry())
    return shown_form(here, here.app.knowledge.drafting.add(verb.entry_id, by=here.by), Section.TEXT)


@handles_form(AddEntry, NewEntryForm, opened_by=_open_add)
def add(_verb: AddEntry, here: Here, filled: NewEntryForm) -> Result:
    """Begin a new answer."""
    return shown_draft(here, here.app.knowledge.drafting.add(filled.entry_id, by=here.by))


@handles(EditPart)
def edit_part(verb: EditPart, here: Here) -> Result:
    """Open a section of a draft."""
    return shown_form(here, here.app.knowledge.drafting.own(verb.draft_id, by=here.by), verb.part)


def _open_save(verb: SavePart, here: Here) -> Form:
    return section_form(here.app.knowledge.drafting.own(verb.draft_id, by=here.by), verb.part)


@handles_form(SavePart, DraftForm, opened_by=_open_save)
def save_part(verb: SavePart, here: Here, filled: object) -> Result:
    """Save a section of a draft, sound or not."""
    parts = filled_parts(verb.part, filled)
    return shown_draft(here, here.app.knowledge.drafting.fill(verb.draft_id, parts, by=here.by))


@handles(SeeDraft)
def see_draft(verb: SeeDraft, here: Here) -> Result:
    """Show a draft."""
    return shown_draft(here, here.app.knowledge.drafting.draft(verb.draft_id, by=here.by), verb.page)


@handles(CheckDraft)
def check(verb: CheckDraft, here: Here) -> Result:
    """Show what publishing a draft would do."""
    return shown_check(here, here.app.knowledge.publishing.check(verb.draft_id, by=here.by))


@handles(SeeMoves)
def moves(verb: SeeMoves, here: Here) -> Result:
    """List every question that a draft would answer differently."""
    return _moves(verb, here)


def _moves(verb: SeeMoves, here: Here) -> Work:
    checked = yield from here.app.knowledge.publishing.check(verb.draft_id, by=here.by)
    return (
        shown_conflict(here, checked) if isinstance(checked, EditConflict) else moves_card(checked, verb.page)
    )


def _open_publish(verb: Publish, here: Here) -> Form:
    here.app.knowledge.drafting.own(verb.draft_id, by=here.by)
    return reason_form(verb)


@handles_form(Publish, ReasonForm, opened_by=_open_publish)
def publish(verb: Publish, here: Here, filled: ReasonForm) -> Work:
    """Put a draft live."""
    done = yield from here.app.knowledge.publishing.publish(
        verb.draft_id, verb.fingerprint, _note(here, filled), by=here.by
    )
    return shown_conflict(here, done) if isinstance(done, EditConflict) else shown_revision(here, done)


def _open_propose(verb: Propose, here: Here) -> Form:
    here.app.knowledge.drafting.own(verb.draft_id, by=here.by)
    return reason_form(verb)


@handles_form(Propose, ReasonForm, opened_by=_open_propose)
def propose(verb: Propose, here: Here, filled: ReasonForm) -> Work:
    """Put a draft before a second moderator."""
    done = yield from here.app.knowledge.publishing.propose(
        verb.draft_id, verb.fingerprint, _note(here, filled), by=here.by
    )
    return shown_conflict(here, done) if isinstance(done, EditConflict) else proposed_card(done)


@handles(Agree)
def agree(verb: Agree, here: Here) -> Work:
    """Put another moderator's draft live."""
    done = yield from here.app.knowledge.publishing.agree(verb.draft_id, verb.fingerprint, by=here.by)
    return shown_conflict(here, done) if isinstance(done, EditConflict) else shown_revision(here, done)


@handles(Rebase)
def rebase(verb: Rebase, here: Here) -> Result:
    """Keep one's own words over a newer version, and show what that would do."""
    services = here.app.knowledge
    draft = services.drafting.rebase(verb.draft_id, verb.seen, by=here.by)
    return shown_check(here, services.publishing.check(draft.id, by=here.by))


@handles(Discard)
def discard(verb: Discard, here: Here) -> Result:
    """Give a draft up."""
    return discarded_card(here.app.knowledge.drafting.discard(verb.draft_id, by=here.by))


@handles(Retire)
def retire(verb: Retire, here: Here) -> Result:
    """Show what it would do to take an answer out."""
    services = here.app.knowledge
    draft = services.drafting.retire(verb.entry_id, by=here.by)
    return shown_check(here, services.publishing.check(draft.id, by=here.by))


def _open_restore(verb: Restore, here: Here) -> Form:
    here.app.knowledge.history.must_have_text(verb.entry_id, verb.version, by=here.by)
    return reason_form(verb)


@handles_form(Restore, ReasonForm, opened_by=_open_restore)
def restore(verb: Restore, here: Here, filled: ReasonForm) -> Work:
    """Bring an earlier version back, or show why that needs a second moderator."""
    done = yield from here.app.knowledge.publishing.restore(
        verb.entry_id, verb.version, _note(here, filled), by=here.by
    )
    return shown_revision(here, done) if isinstance(done, Revision) else gate_card(done, here.by.user_id)


def _note(here: Here, filled: ReasonForm) -> ChangeNote:
    return ChangeNote(here.by.user_id, filled.reason, filled.source)
