"""Keeping the answers right: reading their history, changing them, and what people leave behind."""

from dataclasses import KW_ONLY

from bot.domain.entry_kinds import Section
from bot.domain.verb import Verb, verb


@verb("knowledge-show", command="knowledge show")
class SeeEntry(Verb):
    """Show an answer as it is live: version, votes, questions."""

    entry_id: str


@verb("knowledge-history", command="knowledge history")
class SeeVersions(Verb):
    """List every version of an answer."""

    entry_id: str
    _: KW_ONLY
    page: int = 1


@verb("knowledge-diff", command="knowledge diff")
class SeeDifference(Verb):
    """Show what changed between two versions; of the last two where none is named."""

    entry_id: str
    _: KW_ONLY
    before: int | None = None
    after: int | None = None
    page: int = 1


@verb("knowledge-review", command="knowledge review")
class Review(Verb):
    """Show what is waiting for a moderator."""

    page: int = 1


@verb("knowledge-reviewed")
class MarkReviewed(Verb):
    """Say that an answer was read through and is still right."""

    entry_id: str


@verb("knowledge-file")
class SeeFileChange(Verb):
    """Show where the shipped text changed under the server's own."""

    entry_id: str


@verb("knowledge-keep")
class KeepOwnText(Verb):
    """Keep the server's own text over a shipped one that changed."""

    entry_id: str


@verb("knowledge-test", command="knowledge test")
class TestAnswers(Verb):
    """Ask every test question of the live answers."""

    page: int = 1


@verb("knowledge-export", command="knowledge export")
class Export(Verb):
    """Give the server's own answers as files."""

    entry_id: str | None = None
    _: KW_ONLY
    page: int = 1


@verb("knowledge-import", command="knowledge import")
class Import(Verb):
    """Show what importing answers would change."""


@verb("knowledge-take-in")
class AcceptImport(Verb):
    """Import the answers of a plan that was shown."""

    number: int
    _: KW_ONLY
    fingerprint: str


@verb("knowledge-rules", command="knowledge rules")
class SeeRules(Verb):
    """Show the must-answer questions and the subjects that need two moderators."""

    page: int = 1


@verb("knowledge-must")
class SetMustAnswer(Verb):
    """Put a question on the list of those that must be answered, or take it off."""


@verb("knowledge-contested")
class SetTwoModerators(Verb):
    """Say which subjects need two moderators."""


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


@verb("knowledge-unanswered", command="knowledge unanswered")
class SeeUnanswered(Verb):
    """List the questions that got no good answer."""

    page: int = 1


@verb("knowledge-case")
class SeeCase(Verb):
    """Show one group of unanswered questions."""

    key: str


@verb("knowledge-claim")
class ClaimCase(Verb):
    """Say that you are working on a group of unanswered questions."""

    key: str


@verb("knowledge-phrase")
class AddPhrasings(Verb):
    """Add unanswered questions to an existing answer."""

    key: str


@verb("knowledge-start")
class StartEntry(Verb):
    """Begin a new answer for unanswered questions."""

    key: str


@verb("knowledge-set-aside")
class SetAside(Verb):
    """Leave unanswered questions without an answer, with a reason."""

    key: str


@verb("knowledge-suggestions", command="knowledge suggestions")
class SeeSuggestions(Verb):
    """List what readers suggested and what people's picks taught."""

    page: int = 1


@verb("knowledge-suggestion")
class SeeSuggestion(Verb):
    """Show one suggestion."""

    number: int


@verb("knowledge-take")
class AcceptSuggestion(Verb):
    """Say that an answer was changed as suggested."""

    number: int


@verb("knowledge-leave")
class DeclineSuggestion(Verb):
    """Say that nothing is done about a suggestion."""

    number: int


@verb("knowledge-learned")
class SeeLearned(Verb):
    """Show a phrasing that people's picks taught."""

    number: int


@verb("knowledge-accept")
class AcceptLearned(Verb):
    """Put a learned phrasing into a draft of its answer."""

    number: int


@verb("knowledge-decline")
class DeclineLearned(Verb):
    """Leave a learned phrasing out."""

    number: int
