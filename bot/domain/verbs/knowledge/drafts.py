"""Changing an answer, from a draft to what is live."""

from dataclasses import KW_ONLY

from bot.domain.entry_kinds import Section
from bot.domain.verb import Verb, verb


@verb("knowledge-edit", command="knowledge edit")
class EditEntry(Verb):
    """Begin or continue a draft of an answer."""

    entry_id: str
    part: Section = Section.TEXT


@verb("knowledge-add", command="knowledge add")
class AddEntry(Verb):
    """Begin a new answer."""

    entry_id: str | None = None


@verb("knowledge-part")
class EditPart(Verb):
    """Open one part of a draft."""

    draft_id: int
    _: KW_ONLY
    part: Section = Section.TEXT


@verb("knowledge-fill")
class SavePart(Verb):
    """Save one part of a draft."""

    draft_id: int
    _: KW_ONLY
    part: Section = Section.TEXT


@verb("knowledge-draft")
class SeeDraft(Verb):
    """Show a draft."""

    draft_id: int
    _: KW_ONLY
    page: int = 1


@verb("knowledge-gate")
class CheckDraft(Verb):
    """Show what publishing a draft would change."""

    draft_id: int


@verb("knowledge-moves")
class SeeMoves(Verb):
    """List the questions that a draft would answer differently."""

    draft_id: int
    _: KW_ONLY
    page: int = 1


@verb("knowledge-publish")
class Publish(Verb):
    """Publish a draft whose effects were shown."""

    draft_id: int
    _: KW_ONLY
    fingerprint: str


@verb("knowledge-propose")
class Propose(Verb):
    """Ask a second moderator to agree to a draft."""

    draft_id: int
    _: KW_ONLY
    fingerprint: str


@verb("knowledge-agree")
class Agree(Verb):
    """Agree to another moderator's draft, which publishes it."""

    draft_id: int
    _: KW_ONLY
    fingerprint: str


@verb("knowledge-rebase")
class Rebase(Verb):
    """Keep your own words over a newer version that you have seen."""

    draft_id: int
    _: KW_ONLY
    seen: int


@verb("knowledge-discard")
class Discard(Verb):
    """Discard a draft."""

    draft_id: int


@verb("knowledge-retire", command="knowledge retire")
class Retire(Verb):
    """Take an answer out, once its effects were shown."""

    entry_id: str


@verb("knowledge-restore", command="knowledge restore")
class Restore(Verb):
    """Bring an earlier version back; 0 is the shipped text."""

    entry_id: str
    version: int
