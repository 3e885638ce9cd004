"""Keep what was asked, without keeping who asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.actor import NO_SERVER
from bot.domain.answer import Help, Outcome, name_of
from bot.domain.clock import Clock
from bot.domain.entry import Entry
from bot.domain.knowledge import KnowledgeBase
from bot.domain.server import Nation
from bot.services.finding import Finder, Found
from bot.services.knowledge.bases import ServerBases
from bot.storage.questions import AskedQuestion, QuestionLog


@dataclass(frozen=True, slots=True)
class Asked:
    """The outcome of a question. `id` is its number in the log, for what people say of the answer later.

    It is None in a direct message, of which no words are kept, and where someone is in distress, of which
    nothing is kept. `nation` is the one outside England that the question names.
    """

    outcome: Outcome
    id: int | None = None
    nation: Nation | None = None


class Answering:
    """What anyone can do: ask, and read the answers.

    Without `keep_text`, a question is kept without its words. `keep_for` is in days.
    """

    def __init__(
        self, bases: ServerBases, log: QuestionLog, now: Clock, *, keep_text: bool, keep_for: int
    ) -> None:
        self.finder = Finder(bases)
        self._bases = bases
        self._log = log
        self._now = now
        self._keep_text = keep_text
        self._keep_for = keep_for

    def prepare(self) -> None:
        """Index the answers, so that the first who asks does not wait for it."""
        self._bases.shipped.prepare()

    def ask(self, question: str, *, guild_id: int) -> Asked:
        """Find what answers a question, and keep that it was asked."""
        return self.record([self.finder.find(question, guild_id=guild_id)])[0]

    def record(self, found: Sequence[Found]) -> list[Asked]:
        """Keep what was asked, all in one transaction.

        Where a server has published since, its questions are answered from what is live now.
        """
        live = {guild_id: self._bases.freshen(guild_id) for guild_id in {each.guild_id for each in found}}
        found = [
            each if each.base is live[each.guild_id] else _again(each, live[each.guild_id]) for each in found
        ]
        kept = [each for each in found if not isinstance(each.outcome, Help)]
        numbers = dict(zip(map(id, kept), self._log.add(self._row(each) for each in kept), strict=True))
        return [
            Asked(
                each.outcome,
                None if each.guild_id == NO_SERVER else numbers.get(id(each)),
                each.nation,
            )
            for each in found
        ]

    def live(self, guild_id: int) -> KnowledgeBase:
        """The answers of a server with what has been published a moment ago, here or by another process."""
        return self._bases.freshen(guild_id)

    def show(self, entry_id: str, *, guild_id: int) -> Entry:
        """One entry by its id. Raises NotFound."""
        return self._bases.freshen(guild_id).entry(entry_id)

    def forget_old_questions(self) -> int:
        """Delete logged questions past the retention time, ours or their server's; returns how many."""
        return self._log.delete_expired(self._now(), self._keep_for)

    def _row(self, found: Found) -> AskedQuestion:
        best = found.outcome.ranked[0] if found.outcome.ranked else None
        return AskedQuestion(
            guild_id=found.guild_id,
            question=found.question if self._keep_text and found.guild_id != NO_SERVER else None,
            outcome=name_of(found.outcome),
            entry_id=best.entry.id if best else None,
            entry_version=best.entry.version if best else None,
            alternatives=tuple(candidate.entry.id for candidate in found.outcome.ranked[1:]),
            score=found.outcome.confidence,
            asked_at=self._now(),
        )


def _again(found: Found, live: KnowledgeBase) -> Found:
    return replace(found, base=live, outcome=live.answer(found.question))
