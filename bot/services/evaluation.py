"""Measure the answers against questions whose right topic, or right entry, is known."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bot.domain.answer import Answer, NoAnswer, Outcome, Suggestions
from bot.domain.entry import Entry
from bot.domain.knowledge import KnowledgeBase
from bot.storage.question_files import ExpectedQuestion

_BINS = 5
_MOST_CONFUSED = 20


@dataclass(frozen=True, slots=True)
class Bin:
    """Of the questions whose first answer was given about this probability, how many it was right for."""

    least: float
    most: float
    questions: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share lies with a probability of 95% (Wilson, 1927)."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Confused:
    """A question that was answered by, or found first, something else than was expected."""

    question: str
    expected: str
    found: str
    asserted: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well the questions were answered.

    `questions`, `in_scope` and `none` are counts; the rest are shares from 0 to 1, of the questions in
    scope or of those with no answer. `top1` and `top3` look at the ranking alone, whatever the outcome.
    `entries` counts the questions that name their entry, and `entry_top1` and `entry_answered_wrong` are
    shares of those. `useless` is the share of offers of which none is right. `refitted` is true where so much
    differs from the shipped answers that the heads were trained for these alone.
    """

    questions: int
    in_scope: int
    top1: float
    top3: float
    answered_right: float
    answered_wrong: float
    suggested_right: float
    declined: float
    none: int
    none_answered: float
    none_suggested: float
    none_declined: float
    useless: float = 0.0
    entries: int = 0
    entry_top1: float = 0.0
    entry_answered_wrong: float = 0.0
    refitted: bool = False
    intervals: dict[str, Interval] = field(default_factory=dict)
    by_kind: dict[str, dict[str, float]] = field(default_factory=dict)
    calibration: tuple[Bin, ...] = ()
    confusion: tuple[Confused, ...] = ()


Pair = tuple[ExpectedQuestion, Outcome]


def evaluate(base: KnowledgeBase, questions: Iterable[ExpectedQuestion]) -> Evaluation:
    """Ask each question of the base, exactly as people get it, and count the outcomes."""
    every = list(questions)
    asked = list(zip(every, base.answer_many([each.question for each in every]), strict=True))
    scope = [pair for pair in asked if pair[0].has_answer]
    none = [outcome for question, outcome in asked if not question.has_answer]
    named = [pair for pair in scope if pair[0].entries]
    offers = [pair for pair in asked if isinstance(pair[1], Suggestions)]
    return Evaluation(
        questions=len(asked),
        in_scope=len(scope),
        **_shares(scope),
        none=len(none),
        none_answered=_share(isinstance(outcome, Answer) for outcome in none),
        none_suggested=_share(isinstance(outcome, Suggestions) for outcome in none),
        none_declined=_share(isinstance(outcome, NoAnswer) for outcome in none),
        useless=_share(not _is_offered(pair) for pair in offers),
        entries=len(named),
        entry_top1=_share(q.entries.isdisjoint(_ids(o, 1)) is False for q, o in named),
        entry_answered_wrong=_share(isinstance(o, Answer) and o.entry.id not in q.entries for q, o in named),
        refitted=base.is_refitted,
        intervals=_intervals(scope, none),
        by_kind=_by_kind(asked),
        calibration=_calibration(asked),
        confusion=_confusion(asked),
    )


def _shares(scope: Sequence[Pair]) -> dict[str, float]:
    return {
        "top1": _share(_is_ranked(pair, 1) for pair in scope),
        "top3": _share(_is_ranked(pair, 3) for pair in scope),
        "answered_right": _share(_is_right(pair) for pair in scope),
        "answered_wrong": _share(isinstance(pair[1], Answer) and not _is_right(pair) for pair in scope),
        "suggested_right": _share(isinstance(pair[1], Suggestions) and _is_offered(pair) for pair in scope),
        "declined": _share(isinstance(outcome, NoAnswer) for _, outcome in scope),
    }


def interval(held: int, of: int) -> Interval:
    """Where the share lies of which `held` of so many is a sample, by Wilson's score."""
    if not of:
        return Interval(0.0, 1.0)
    z, share = 1.96, held / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def _intervals(scope: Sequence[Pair], none: Sequence[Outcome]) -> dict[str, Interval]:
    made = {name: interval(round(share * len(scope)), len(scope)) for name, share in _shares(scope).items()}
    return {**made, "none_answered": interval(sum(isinstance(o, Answer) for o in none), len(none))}


def _by_kind(asked: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """The same shares for each kind of question that a set names."""
    kinds = sorted({question.kind for question, _ in asked if question.kind})
    return {
        kind: {"questions": len(some), **_shares(some)}
        for kind in kinds
        if (some := [pair for pair in asked if pair[0].kind == kind and pair[0].has_answer])
    }


def _calibration(asked: Sequence[Pair]) -> tuple[Bin, ...]:
    """How often the first answer was right, by how probable that was held to be."""
    made = []
    for number in range(_BINS):
        least, most = number / _BINS, (number + 1) / _BINS
        some = [pair for pair in asked if least <= pair[1].confidence < most + (number == _BINS - 1)]
        if some:
            said = sum(outcome.confidence for _, outcome in some) / len(some)
            made.append(Bin(least, most, len(some), said, _share(_is_ranked(pair, 1) for pair in some)))
    return tuple(made)


def _confusion(asked: Sequence[Pair]) -> tuple[Confused, ...]:
    """What went wrong, what was asserted first, then the commonest mix-ups of subjects."""
    wrong = [
        Confused(
            question.question,
            ", ".join(sorted(question.entries or question.expect)) or "none",
            outcome.ranked[0].entry.id,
            isinstance(outcome, Answer),
        )
        for question, outcome in asked
        if outcome.ranked
        and not _is_ranked((question, outcome), 1)
        and (question.has_answer or not isinstance(outcome, NoAnswer))
    ]
    often = Counter((each.expected, each.found) for each in wrong)
    ordered = sorted(wrong, key=lambda each: (not each.asserted, -often[each.expected, each.found]))
    return tuple(ordered[:_MOST_CONFUSED])


def _share(claims: Iterable[bool]) -> float:
    held = list(claims)
    return sum(held) / len(held) if held else 0.0


def _right(question: ExpectedQuestion) -> Callable[[Entry], bool]:
    """Whether an entry answers the question: by name where the question names entries, else by subject."""
    return lambda entry: (
        entry.id in question.entries or (not question.entries and entry.topic in question.expect)
    )


def _ids(outcome: Outcome, within: int) -> set[str]:
    return {candidate.entry.id for candidate in outcome.ranked[:within]}


def _is_ranked(pair: Pair, within: int) -> bool:
    """By subject, so that sets which name entries can be compared with those which do not."""
    question, outcome = pair
    ranked = [candidate.entry for candidate in outcome.ranked[:within]]
    return any(e.topic in question.expect or e.id in question.entries for e in ranked)


def _is_right(pair: Pair) -> bool:
    question, outcome = pair
    if not isinstance(outcome, Answer):
        return False
    return outcome.entry.topic in question.expect or outcome.entry.id in question.entries


def _is_offered(pair: Pair) -> bool:
    question, outcome = pair
    return isinstance(outcome, Suggestions) and any(map(_right(question), outcome.offered))
