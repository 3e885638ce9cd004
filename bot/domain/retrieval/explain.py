"""Why a document was found: the words that match it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.retrieval.analysis import Analysis
from bot.domain.retrieval.normalise import telling


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of the question that raised the document's score, and what was typed for it."""

    word: str
    typed: str
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """The words that mattered, weightiest first."""

    reasons: tuple[Reason, ...]


def explained(
    analysis: Analysis,
    score: Callable[[Analysis], float],
    without: Callable[[Analysis, int], Analysis],
) -> Explanation:
    """Leave each word out in turn: those that the score is lower without are the ones that mattered.

    `score` is that of the document; `without` takes one word out.
    """
    whole = score(analysis)
    reasons = []
    words = set(telling(analysis.repaired))
    for place, (typed, word) in enumerate(zip(analysis.typed, analysis.repaired, strict=True)):
        if word not in words:
            continue
        lost = whole - score(without(analysis, place))
        if lost > 0:
            reasons.append(Reason(word, typed, lost))
    return Explanation(tuple(sorted(reasons, key=lambda reason: -reason.weight)))
