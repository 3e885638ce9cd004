"""What a change would do to the answers, before anyone sees it: every known question asked of both bases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.answer import Answer, Outcome
from bot.domain.entry import Entry, Source, normal_form
from bot.domain.entry_style import Pattern, style_faults
from bot.domain.faults import EntryFault
from bot.domain.readability import reading_age

Answers = Mapping[str, str | None]
"""The id of the entry that answers each question, None where none does."""


@dataclass(frozen=True, slots=True)
class Move:
    """A question that would be answered by another entry than now, or that had or would have no answer."""

    question: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """What is new in the changed text itself: repeated phrasings, sources, links, wording, reading ages."""

    duplicates: tuple[tuple[str, str], ...] = ()
    dropped: tuple[Source, ...] = ()
    unconfirmed: tuple[Source, ...] = ()
    broken_links: tuple[str, ...] = ()
    style: tuple[EntryFault, ...] = ()
    age_before: float | None = None
    age_after: float | None = None


@dataclass(frozen=True, slots=True)
class GateReport:
    """All that a moderator sees before publishing. `broken` are must-answer questions that would suffer."""

    asked: int
    gains: tuple[Move, ...]
    losses: tuple[Move, ...]
    switches: tuple[Move, ...]
    broken: tuple[Move, ...]
    text: Text

    @property
    def moves(self) -> int:
        """How many questions would be answered differently."""
        return len(self.gains) + len(self.losses) + len(self.switches)


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Why a change needs a second moderator: topics that need two, or a must-answer question that is lost.

    `both_sides` where one has to be a commissioner and the other not.
    """

    topics: tuple[str, ...]
    loses_must_answer: bool
    both_sides: bool


def answered_by(outcome: Outcome) -> str | None:
    """The entry that a person is given for a question; suggestions assert nothing, so they are none."""
    return outcome.entry.id if isinstance(outcome, Answer) else None


def examine(must: Mapping[str, str], live: Answers, draft: Answers, text: Text) -> GateReport:
    """Compare what answers each question. `must` gives the entry that a must-answer question has to find."""
    moves = [Move(question, before, draft[question]) for question, before in live.items()]
    moved = [move for move in moves if move.before != move.after]
    return GateReport(
        asked=len(live),
        gains=tuple(move for move in moved if move.before is None),
        losses=tuple(move for move in moved if move.after is None),
        switches=tuple(move for move in moved if move.before is not None and move.after is not None),
        broken=tuple(move for move in moved if must.get(move.question) == move.before is not None),
        text=text,
    )


def look_at(
    before: Sequence[Entry], after: Sequence[Entry], shown: Mapping[str, Entry], patterns: Sequence[Pattern]
) -> Text:
    """What the texts of changed entries tell, `shown` being everything that would be live."""
    old, new = {entry.id: entry for entry in before}, {entry.id: entry for entry in after}
    kept = {source for entry in after for source in entry.sources}
    return Text(
        duplicates=tuple(_new_duplicates(old, new, shown)),
        dropped=tuple(source for entry in before for source in entry.sources if source not in kept),
        unconfirmed=tuple(
            source for source in dict.fromkeys(kept) if not source.confirmed and not source.url
        ),
        broken_links=tuple(
            dict.fromkeys(link for entry in after for _, link in entry.links if link not in shown)
        ),
        style=tuple(fault for entry in after for fault in _new_style(old.get(entry.id), entry, patterns)),
        age_before=_age(before),
        age_after=_age(after),
    )


def _new_style(old: Entry | None, new: Entry, patterns: Sequence[Pattern]) -> Iterable[EntryFault]:
    """What is badly written in an entry and was not before."""
    had = [(fault.code, fault.facts) for fault in style_faults(old, patterns)] if old else []
    return (fault for fault in style_faults(new, patterns) if (fault.code, fault.facts) not in had)


def _new_duplicates(
    old: Mapping[str, Entry], new: Mapping[str, Entry], shown: Mapping[str, Entry]
) -> Iterable[tuple[str, str]]:
    """Phrasings that another entry has as well and that were not so before, with that entry's id."""
    owners: dict[str, list[str]] = {}
    for entry in shown.values():
        for phrasing in entry.questions:
            owners.setdefault(normal_form(phrasing), []).append(entry.id)
    for entry in new.values():
        had = {normal_form(phrasing) for phrasing in old[entry.id].questions} if entry.id in old else set()
        for phrasing in entry.questions:
            form = normal_form(phrasing)
            other = next((owner for owner in owners.get(form, ()) if owner != entry.id), None)
            if other is not None and form not in had:
                yield phrasing, other


def _age(entries: Sequence[Entry]) -> float | None:
    return max((reading_age(entry.body) for entry in entries), default=None)
