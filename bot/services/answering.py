"""Ask a question, and keep what was asked without keeping who asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import NO_SERVER
from bot.domain.answer import Outcome, name_of
from bot.domain.entry import Entry
from bot.domain.knowledge import KnowledgeBase
from bot.services.knowledge.bases import ServerBases
from bot.storage.questions import AskedQuestion, QuestionLog

Clock = Callable[[], datetime]
"""Tells the time, aware."""

QUESTION_LIMIT = 4000
"""Characters of a question that are read; Discord's longest message has as many."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a question. `id` is its number in the log, for what people say of the answer later.

    It is None where nothing is kept, and in a direct message, of which only an anonymous count is kept.
    """

    outcome: Outcome
    id: int | None = None


class Answering:
    """What anyone may do: ask, and read the answers."""

    def __init__(  # noqa: PLR0913 - all that it works with is handed in
        self,
        base: KnowledgeBase,
        log: QuestionLog | None,
        now: Clock,
        *,
        keep_text: bool = True,
        keep_for: int = 365,
        servers: ServerBases | None = None,
    ) -> None:
        self._base = base
        self._servers = servers
        self._log = log
        self._now = now
        self._keep_text = keep_text
        self._keep_for = keep_for

    def base(self, guild_id: int) -> KnowledgeBase:
        """The answers that this server shows. Touches no disk."""
        return self._servers.base(guild_id) if self._servers else self._base

    def at_hand(self, guild_id: int) -> KnowledgeBase:
        """The same at once, or the shipped answers while the server's own are not ready: for typing."""
        return self._servers.at_hand(guild_id) if self._servers else self._base

    def freshen(self, guild_id: int) -> KnowledgeBase:
        """The same, with what has been published a moment ago, be it by another process."""
        return self._servers.freshen(guild_id) if self._servers else self._base

    def prepare(self) -> None:
        """Index the answers, so that the first who asks does not wait for it."""
        self._base.prepare()

    def look_ahead(self, question: str, *, guild_id: int) -> None:
        """Find what answers a question, where that takes no time: asking it then takes none. No disk."""
        base = self.at_hand(guild_id)
        if base.is_indexed:
            base.answer(_readable(question))

    def ask(self, question: str, *, guild_id: int) -> Asked:
        """Answer a question asked in a server, and log it there unless the log is switched off."""
        return self.ask_all([(question, guild_id)])[0]

    def ask_all(self, asked: Sequence[tuple[str, int]]) -> list[Asked]:
        """The same for several questions, each with the id of its server, logged in one transaction."""
        bases = {guild_id: self.freshen(guild_id) for guild_id in {guild_id for _, guild_id in asked}}
        found = [
            (text := _readable(question), bases[guild_id].answer(text), guild_id)
            for question, guild_id in asked
        ]
        if self._log is None:
            return [Asked(outcome) for _, outcome, _ in found]
        numbers = self._log.add(self._record(*each) for each in found)
        return [
            Asked(outcome, None if guild_id == NO_SERVER else number)
            for (_, outcome, guild_id), number in zip(found, numbers, strict=True)
        ]

    def complete(self, typed: str, *, guild_id: int) -> list[str]:
        """Questions that people ask and that this one may become. Touches no disk."""
        return self.at_hand(guild_id).complete(_readable(typed))

    def show(self, entry_id: str, *, guild_id: int) -> Entry:
        """One entry by its id. Raises NoSuchEntry."""
        return self.freshen(guild_id).entry(entry_id)

    def forget_old_questions(self) -> int:
        """Delete logged questions past the retention time, ours or their server's; returns how many."""
        return self._log.delete_expired(self._now(), self._keep_for) if self._log is not None else 0

    def _record(self, question: str, outcome: Outcome, guild_id: int) -> AskedQuestion:
        best = outcome.ranked[0] if outcome.ranked else None
        return AskedQuestion(
            guild_id=guild_id,
            question=question if self._keep_text and guild_id != NO_SERVER else None,
            outcome=name_of(outcome),
            entry_id=best.entry.id if best else None,
            entry_version=best.entry.version if best else None,
            alternatives=tuple(candidate.entry.id for candidate in outcome.ranked[1:]),
            score=outcome.confidence,
            asked_at=self._now(),
        )


def _readable(question: str) -> str:
    """The question as text that can be stored, cut where nobody would have typed it."""
    return question[:QUESTION_LIMIT].encode("utf-8", "replace").decode("utf-8")
