"""What moderators decide: each decision is one transaction, so it has happened whole or not at all."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.domain.draft import Draft, DraftState
from bot.domain.revision import Revision
from bot.domain.unanswered import CaseKey
from bot.storage.database import immediate
from bot.storage.knowledge.cases import CaseStore
from bot.storage.knowledge.drafts import DraftStore
from bot.storage.knowledge.revisions import RevisionStore


class Publisher:
    """The only way in which a revision comes to be, and in which a question is settled."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._revisions = RevisionStore(database)
        self._drafts = DraftStore(database)
        self._cases = CaseStore(database)

    def publish(self, revisions: Sequence[Revision]) -> None:
        """Put revisions live, all or none. Raises Changed."""
        with immediate(self._database):
            for revision in revisions:
                self._revisions.append(revision)

    def publish_draft(self, draft: Draft, revision: Revision) -> None:
        """Put a draft live as this revision, and answer the questions that it was written for.

        Raises Changed where the entry or the draft has changed since it was read.
        """
        with immediate(self._database):
            self._revisions.append(revision)
            self._drafts.close(draft, DraftState.PUBLISHED, at=revision.at)
            self._cases.answer(draft.id, draft.entry_id, at=revision.at)

    def discard(self, draft: Draft, *, at: datetime) -> None:
        """Give a draft up; the questions that it was written for are waiting again. Raises Changed."""
        with immediate(self._database):
            self._drafts.close(draft, DraftState.DISCARDED, at=at)
            self._cases.release(draft.id)

    def claim(
        self, guild_id: int, keys: Iterable[CaseKey], by: int, *, draft_id: int | None, at: datetime
    ) -> None:
        """Take questions on, all or none. Raises AlreadyClaimed where another moderator has one of them."""
        with immediate(self._database):
            self._cases.claim(guild_id, keys, by, draft_id=draft_id, at=at)

    def set_aside(
        self, guild_id: int, keys: Sequence[CaseKey], by: int, reason: str, *, at: datetime
    ) -> None:
        """Settle questions without an answer, all or none. Raises AlreadyClaimed."""
        with immediate(self._database):
            self._cases.claim(guild_id, keys, by, draft_id=None, at=at)
            self._cases.set_aside(guild_id, keys, by, reason, at=at)
