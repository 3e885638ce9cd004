"""What people say of an answer: a vote, a pick, a share, a question to the moderators."""

from bot.domain.actor import Actor
from bot.domain.clock import Clock
from bot.domain.entry import Entry
from bot.domain.errors import AlreadyShared, NotFound, Thing
from bot.services.answering import Answering
from bot.storage.feedback import FeedbackStore
from bot.storage.questions import AskedQuestion, QuestionLog
from bot.storage.referrals import Referral, ReferralStore


class Feedback:
    """What anyone may say of an answer that they were shown, in the server where they were shown it."""

    def __init__(
        self,
        answering: Answering,
        log: QuestionLog,
        store: FeedbackStore,
        referrals: ReferralStore,
        now: Clock,
    ) -> None:
        self._answering = answering
        self._log = log
        self._store = store
        self._referrals = referrals
        self._now = now

    def vote(self, asked_id: int, *, helpful: bool, by: Actor) -> Entry:
        """Say whether an answer helped; returns the entry. Raises NotFound."""
        asked = self._asked(asked_id, by)
        self._store.vote(asked_id, asked, helpful=helpful, at=self._now())
        return self.shown(asked_id, by=by)

    def shown(self, asked_id: int, *, by: Actor) -> Entry:
        """The entry that a question was answered with. Raises NotFound."""
        asked = self._asked(asked_id, by)
        return self._answering.show(asked.entry_id or "", guild_id=by.guild_id)

    def alternatives(self, asked_id: int, *, by: Actor) -> tuple[Entry, ...]:
        """The next best entries for a question. Raises NotFound."""
        entries = self._answering.finder.base(by.guild_id).entries
        return tuple(
            entries[entry_id] for entry_id in self._asked(asked_id, by).alternatives if entry_id in entries
        )

    def pick(self, asked_id: int, entry_id: str, *, by: Actor) -> Entry:
        """Say which entry was meant instead. Raises NotFound."""
        self._asked(asked_id, by)
        entry = self._answering.show(entry_id, guild_id=by.guild_id)
        self._store.pick(asked_id, by.guild_id, entry.id, at=self._now())
        return entry

    def share(self, asked_id: int, picked: str | None = None, *, by: Actor) -> Entry:
        """Claim the one share of an answer, be it the one found or the one picked instead.

        Raises NotFound or AlreadyShared.
        """
        entry = self.shown(asked_id, by=by)
        if picked is not None:
            entry = self._answering.show(picked, guild_id=by.guild_id)
        if not self._store.share(asked_id, at=self._now()):
            raise AlreadyShared(asked_id)
        return entry

    def unshare(self, asked_id: int) -> None:
        """Give the share back, where it could not be shown."""
        self._store.unshare(asked_id)

    def question(self, asked_id: int, *, by: Actor) -> str:
        """What was asked, so that it can be passed on; empty where the text is not kept."""
        return self._asked(asked_id, by).question or ""

    def refer(self, question: str, *, tell: bool, by: Actor, asked_id: int | None = None) -> int:
        """Put a question to this server's moderators; returns its number.

        Raises NotFound where the question that was asked is forgotten.
        """
        if asked_id is not None:
            self._asked(asked_id, by)
        person = by.user_id if tell else None
        return self._referrals.add(by.guild_id, asked_id, question.strip(), at=self._now(), tell=person)

    def votes(self, entry_id: str, version: str, *, by: Actor) -> tuple[int, int]:
        """How many in this server found one version of an entry helpful, and how many did not."""
        return self._store.votes(by.guild_id, entry_id, version)

    def waiting(self, *, by: Actor) -> list[Referral]:
        """The questions that wait for this server's moderators, oldest first."""
        return self._referrals.waiting(by.guild_id)

    def _asked(self, asked_id: int, by: Actor) -> AskedQuestion:
        asked = self._log.get(asked_id, by.guild_id)
        if asked is None:
            raise NotFound(Thing.QUESTION, asked_id)
        return asked
