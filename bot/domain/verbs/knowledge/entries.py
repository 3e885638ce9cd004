"""Reading and testing the answers, and taking files in and out."""

from dataclasses import KW_ONLY

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
