"""Whether to answer, to offer, or to say `I don't know`."""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum

from bot.domain.retrieval.documents import Match, Ranking, Signals


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic of the signals, fitted on questions whose entry was in the base and others whose was not."""

    weights: tuple[float, ...] = (2.0, 3.0, 0.0, 5.0)
    bias: float = -3.0

    def answerability(self, signals: Signals) -> float:
        """How sure it is, from 0 to 1, that the base covers the question."""
        total = self.bias + sum(w * s for w, s in zip(self.weights, astuple(signals), strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Limits:
    """Where answers begin and end, in answerability, and how far ahead an answer must be."""

    floor: float = 0.5
    sure: float = 0.7
    margin: float = 0.05
    judge: Judge = Judge()


class Decision(StrEnum):
    """What is done with a question."""

    ANSWER = "answer"
    SUGGESTIONS = "suggestions"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision, how sure it is that the base covers the question, and which matches are offered."""

    decision: Decision
    confidence: float = 0.0
    offered: tuple[Match, ...] = ()


_OFFERED = 3


def decide(ranking: Ranking, limits: Limits) -> Verdict:
    """Answer where the base surely covers the question and one document is ahead; offer in between."""
    if ranking.signpost or not ranking.matches:
        return Verdict(Decision.NO_ANSWER)
    confidence = limits.judge.answerability(ranking.signals)
    if confidence < limits.floor:
        return Verdict(Decision.NO_ANSWER, confidence)
    if confidence >= limits.sure and ranking.lead >= limits.margin and not ranking.vague:
        return Verdict(Decision.ANSWER, confidence)
    return Verdict(Decision.SUGGESTIONS, confidence, _worth_offering(ranking.matches))


def _worth_offering(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The best, and those that are not far behind it."""
    return tuple(match for match in matches[:_OFFERED] if match.score >= matches[0].score / 2)
