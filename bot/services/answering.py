"""Ask a question, and keep what was asked without keeping who asked."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.answer import Outcome, name_of
from bot.domain.entry import Entry
from bot.domain.knowledge import KnowledgeBase
from bot.storage.questions import AskedQuestion, QuestionLog

Clock = Callable[[], datetime]
"""Tells the time, aware."""

QUESTION_LIMIT = 4000
"""Characters of a question that are read; Discord's longest message has as many."""


class Answering:
    """What anyone may do: ask, and read the answers."""

    def __init__(self, base: KnowledgeBase, log: QuestionLog | None, now: Clock) -> None:
        self.base = base
        self._log = log
        self._now = now

    def ask(self, question: str, *, guild_id: int) -> Outcome:
        """Answer a question asked in a server, and log it there unless the log is switched off."""
        question = _readable(question)
        outcome = self.base.answer(question)
        if self._log is not None:
            self._log.add(self._asked(question, outcome, guild_id))
        return outcome

    def show(self, entry_id: str) -> Entry:
        """One entry by its id. Raises NoSuchEntry."""
        return self.base.entry(entry_id)

    def forget_questions_older_than(self, days: int) -> int:
        """Delete logged questions past the retention time; returns how many."""
        return self._log.delete_before(self._now() - timedelta(days=days)) if self._log is not None else 0

    def _asked(self, question: str, outcome: Outcome, guild_id: int) -> AskedQuestion:
        best = outcome.ranked[0] if outcome.ranked else None
        return AskedQuestion(
            guild_id=guild_id,
            question=question,
            outcome=name_of(outcome),
            entry_id=best.entry.id if best else None,
            entry_version=best.entry.version if best else None,
            score=best.score if best else 0.0,
            asked_at=self._now(),
        )


def _readable(question: str) -> str:
    """The question as text that can be stored, cut where nobody would have typed it."""
    return question[:QUESTION_LIMIT].encode("utf-8", "replace").decode("utf-8")
