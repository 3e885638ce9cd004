"""Whether to answer, to offer, or to say `I don't know`."""

import math
from dataclasses import astuple, dataclass
from enum import StrEnum

from bot.domain.retrieval.documents import Match, Ranking, Signals

_APART = 0.02
"""The least lead in shares of an answer: of twins, neither is asserted."""


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic of the signals: a probability, fitted on questions held out of the base."""

    weights: tuple[float, ...] = (0.0,) * 8 + (1.0, 0.0, 0.0, 0.0)
    bias: float = 2.0

    def probability(self, signals: Signals) -> float:
        """The probability, in ten-thousandths, so that it is the same on every machine."""
        total = self.bias + sum(w * s for w, s in zip(self.weights, astuple(signals), strict=True))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


@dataclass(frozen=True, slots=True)
class Limits:
    """Where answers begin and end.

    `judge` gives the probability that the first document answers, which an answer needs to be `sure`.
    `siblings` gives the probability that it or a sibling of it does, which an answer needs to be `safe`: what
    is shown in a sibling's place leads on to it. `offers` gives the probability that one of the first three
    does, which an offer needs to be above `floor`.
    """

    floor: float = 0.5
    sure: float = 0.7
    safe: float = 0.7
    judge: Judge = Judge()
    siblings: Judge = Judge()
    offers: Judge = Judge()

    def answers(self, ranking: Ranking) -> bool:
        """The first document is surely right, or at least sure to be a sibling of what is."""
        signals = ranking.signals
        if ranking.signpost or ranking.vague or ranking.rivals or ranking.lead < _APART:
            return False
        return (
            self.judge.probability(signals) >= self.sure and self.siblings.probability(signals) >= self.safe
        )


class Decision(StrEnum):
    """What is done with a question."""

    ANSWER = "answer"
    SUGGESTIONS = "suggestions"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision, the probability that the first match answers, and which matches are offered."""

    decision: Decision
    confidence: float = 0.0
    offered: tuple[Match, ...] = ()


_OFFERED = 3
_SAME = 0.995
"""Cosine from which a question is a phrasing of the document, word for word."""
_AS_WRITTEN = 0.98
"""The probability that a document answers its own phrasing."""


def decide(ranking: Ranking, limits: Limits) -> Verdict:
    """Answer where the first document is surely right and no sibling is as likely; offer in between."""
    if ranking.signpost or not ranking.matches:
        return Verdict(Decision.NO_ANSWER)
    confidence = limits.judge.probability(ranking.signals)
    written = ranking.signals.nearest >= _SAME
    if written:
        confidence = max(confidence, _AS_WRITTEN)
    phrased = written and ranking.lead >= _APART and not ranking.vague and not ranking.rivals
    if phrased or limits.answers(ranking):
        return Verdict(Decision.ANSWER, confidence)
    if not written and limits.offers.probability(ranking.signals) < limits.floor:
        return Verdict(Decision.NO_ANSWER, confidence)
    return Verdict(Decision.SUGGESTIONS, confidence, _offered(ranking))


def _offered(ranking: Ranking) -> tuple[Match, ...]:
    """The best, the siblings that the question does not tell from it, and those that come next."""
    first, *others = ranking.matches
    return tuple({match.id: match for match in (first, *ranking.rivals, *others)}.values())[:_OFFERED]
