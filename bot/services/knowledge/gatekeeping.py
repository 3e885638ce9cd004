"""Shows what a change would do before it is live, and says when it needs a second moderator."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.actor import Actor
from bot.domain.answer import Answer, Outcome, Suggestions
from bot.domain.entry import Entry
from bot.domain.gate import GateReport, answered_by, examine, look_at
from bot.domain.topics import TOPICS
from bot.services.knowledge.bases import Changes, ServerBases
from bot.services.knowledge.moderators import must_moderate
from bot.storage.knowledge.house_rules import HouseRules
from bot.storage.questions import QuestionLog

_AT_A_TIME = 100
"""Questions that are asked before others have their turn: some tens of milliseconds."""


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Why a change needs a second moderator, in words; `both_sides` where one has to be from each side."""

    because: tuple[str, ...]
    both_sides: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A question that does not find its entry as people ask it; `found` is what they are given instead."""

    question: str
    entry_id: str
    found: str | None
    must: bool = False


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of asking every check."""

    asked: int
    failed: tuple[Failed, ...]


class Gatekeeper:
    """Asks every known question of the answers as they are and as they would be."""

    def __init__(self, bases: ServerBases, log: QuestionLog, rules: HouseRules) -> None:
        self._bases = bases
        self._log = log
        self._rules = rules

    def report(self, guild_id: int, changes: Changes) -> GateReport:
        """What these changes would do in this server. Both bases are asked as people ask them."""
        live, draft = self._bases.live(guild_id), self._bases.with_changes(guild_id, changes)
        before = _changed(changes, live.base.entries)
        after = _changed(changes, draft.base.entries)
        return examine(
            self._known(guild_id, live.base.entries, after),
            self._rules.must_answer(guild_id),
            live.answered_by,
            draft.answered_by,
            look_at(before, after, draft.base.entries),
        )

    def rehearse(self, guild_id: int, changes: Changes) -> Iterator[None]:
        """Do the work of a report beforehand, a little at a time: others are answered in between."""
        live, draft = self._bases.live(guild_id), self._bases.with_changes(guild_id, changes)
        yield
        after = _changed(changes, draft.base.entries)
        for number, question in enumerate(self._known(guild_id, live.base.entries, after), 1):
            live.answered_by(question)
            draft.answered_by(question)
            if number % _AT_A_TIME == 0:
                yield

    def second_person(self, guild_id: int, changes: Changes, report: GateReport) -> SecondPerson | None:
        """Whether these changes need a second moderator, and why; None where one is enough."""
        contested, live = self._rules.contested(guild_id), self._bases.base(guild_id).entries
        old_and_new = [*_changed(changes, live), *(entry for entry in changes.values() if entry)]
        topics = sorted({entry.topic for entry in old_and_new} & contested.keys())
        because = [f"“{TOPICS[topic]}” is a subject that needs two people." for topic in topics]
        if report.broken:
            because.append("A question that must be answered would be lost or answered by something else.")
        if not because:
            return None
        return SecondPerson(tuple(because), any(contested[topic] for topic in topics))

    def test(self, *, by: Actor) -> Tested:
        """Ask every check and every must-answer question of the live answers. Raises NotAllowed."""
        must_moderate(by)
        base = self._bases.freshen(by.guild_id)
        checks = [(check, entry.id) for entry in base.entries.values() for check in entry.checks]
        musts = self._rules.must_answer(by.guild_id).items()
        failed = [
            *(_failed(question, entry_id, base.answer(question), must=True) for question, entry_id in musts),
            *(
                _failed(question, entry_id, base.answer(question), must=False)
                for question, entry_id in checks
            ),
        ]
        return Tested(len(checks) + len(musts), tuple(failure for failure in failed if failure))

    def _known(self, guild_id: int, live: Mapping[str, Entry], after: Iterable[Entry]) -> Iterator[str]:
        """Every question that is known here: phrasings and checks, as they are and would be, and the log."""
        for entry in (*live.values(), *after):
            yield from entry.questions
            yield from entry.checks
        yield from self._log.texts(guild_id)


def _changed(changes: Changes, shown: Mapping[str, Entry]) -> list[Entry]:
    return [shown[entry_id] for entry_id in changes if entry_id in shown]


def _failed(question: str, entry_id: str, outcome: Outcome, *, must: bool) -> Failed | None:
    """A check is met by the answer, or by being among the suggestions; a must-answer only by the answer."""
    offered = isinstance(outcome, Suggestions) and any(entry.id == entry_id for entry in outcome.offered)
    met = answered_by(outcome) == entry_id or (offered and not must)
    return None if met else Failed(question, entry_id, _given(outcome), must)


def _given(outcome: Outcome) -> str | None:
    match outcome:
        case Answer():
            return outcome.entry.id
        case Suggestions():
            return outcome.offered[0].id
        case _:
            return None
