"""Shows what a change would do before it is live, and says when it needs a second moderator."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from bot.domain.actor import Actor
from bot.domain.answer import Answer, Outcome, Suggestions
from bot.domain.entry import Entry
from bot.domain.gate import GateReport, SecondPerson, answered_by, examine, look_at
from bot.services.knowledge.bases import Changes, ServerBases
from bot.services.knowledge.moderators import must_moderate
from bot.storage.knowledge.house_rules import HouseRules
from bot.storage.plain_english import read_plain_english
from bot.storage.questions import QuestionLog

_AT_A_TIME = 200
"""Questions that are asked before others have their turn: some tens of milliseconds."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A question that does not find its entry as people ask it; `found` is what they are given instead."""

    question: str
    entry_id: str
    found: str | None
    must: bool = False


@dataclass(frozen=True, slots=True)
class Tested:
    """What came out when every check was asked."""

    asked: int
    failed: tuple[Failed, ...]


class Gatekeeper:
    """Asks every known question of the answers as they are and as they would be."""

    def __init__(self, bases: ServerBases, log: QuestionLog, rules: HouseRules) -> None:
        self._bases = bases
        self._log = log
        self._rules = rules

    def report(self, guild_id: int, changes: Changes) -> Generator[None, None, GateReport]:
        """What these changes would do in this server. Both bases are asked as people ask them.

        Yields between steps of some tens of milliseconds.
        """
        live, draft = self._bases.live(guild_id), self._bases.with_changes(guild_id, changes)
        yield
        before, after = _changed(changes, live.base.entries), _changed(changes, draft.base.entries)
        must = self._rules.must_answer(guild_id)
        known = iter(dict.fromkeys((*self._known(guild_id, live.base.entries, after), *must)))
        now: dict[str, str | None] = {}
        then: dict[str, str | None] = {}
        while some := list(islice(known, _AT_A_TIME)):
            now |= live.answers(some)
            then |= draft.answers(some)
            yield
        return examine(must, now, then, look_at(before, after, draft.base.entries, read_plain_english()))

    def second_person(self, guild_id: int, changes: Changes, report: GateReport) -> SecondPerson | None:
        """Whether these changes need a second moderator, and why; None where one is enough."""
        contested, live = self._rules.contested(guild_id), self._bases.base(guild_id).entries
        old_and_new = [*_changed(changes, live), *(entry for entry in changes.values() if entry)]
        topics = sorted({entry.topic for entry in old_and_new} & contested.keys())
        if not topics and not report.broken:
            return None
        return SecondPerson(tuple(topics), bool(report.broken), any(contested[topic] for topic in topics))

    def test(self, *, by: Actor) -> Tested:
        """Ask every check and every must-answer question of the live answers. Raises RoleNeeded."""
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
