"""How like a question is to what people write in distress or danger: a softmax over its vector."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.heads import softmax_fitted
from bot.domain.retrieval.vectors import Floats

Numbers = NDArray[np.intp]

_SCALE = np.float32(8.0)
_STEPS = 150
_FOLDS = 3
_MOST_ALARMS = 1 / 520
"""The share of ordinary phrasings, each held out, that may be taken for a cry for help."""
_SHRINK = np.float32(1e-4)
_INNOCENT = 0.3
"""The weight of the innocent sentences among all that is no cry: they are few, and the hardest to tell."""


@dataclass(frozen=True)
class HelpHead:
    """A column for each help card, and one for all that is ordinary; the last row is the constant.

    From `limit` the probability of distress is high enough to show a card.
    """

    cards: tuple[str, ...]
    matrix: Floats
    limit: float

    def card(self, vector: Floats) -> tuple[str, float]:
        """The card that fits a question's vector best, and the probability that it is a cry for help."""
        likely = _likely(self.matrix, vector[None])[0]
        best = int(likely[:-1].argmax())
        return self.cards[best], round(float(1 - likely[-1]), 4)

    def found_many(self, vectors: Floats) -> list[str | None]:
        """The card of each vector, a row each, whose probability reaches the limit; None for the others.

        None for all where the vectors are of another width than those that this was trained on, and for a
        vector of zeros, which says nothing.
        """
        if len(self.matrix) != vectors.shape[1] + 1:
            return [None] * len(vectors)
        likely, says = _likely(self.matrix, vectors), vectors.any(axis=1)
        surely = says & (np.round(1 - likely[:, -1], 4) >= self.limit)
        best = likely[:, :-1].argmax(1)
        return [self.cards[card] if sure else None for card, sure in zip(best, surely, strict=True)]

    @classmethod
    def train(
        cls, cards: Sequence[str], cries: Floats, owners: Numbers, ordinary: Floats, innocent: Floats
    ) -> "HelpHead":
        """Train on the vectors of cries, of ordinary questions, and of what sounds like a cry and is none.

        `owners` tells the number of the card of each cry. All cries weigh as much as all else. The limit lets
        through few of the ordinary questions that were held out.
        """
        held = np.zeros(len(ordinary))
        for fold in range(_FOLDS):
            out, cry = np.arange(len(ordinary)) % _FOLDS == fold, np.arange(len(cries)) % _FOLDS == fold
            matrix = _fitted(cries[~cry], owners[~cry], ordinary[~out], innocent, len(cards))
            held[out] = 1 - _likely(matrix, ordinary[out])[:, -1]
        limit = round(float(np.quantile(held, 1 - _MOST_ALARMS)), 4)
        return cls(tuple(cards), _fitted(cries, owners, ordinary, innocent, len(cards)), limit)


def _fitted(cries: Floats, owners: Numbers, ordinary: Floats, innocent: Floats, cards: int) -> Floats:
    given = _with_constant(np.vstack([cries, ordinary, innocent]))
    truth = np.concatenate([owners, np.full(len(ordinary) + len(innocent), cards, np.intp)])
    shares = ((cries, 0.5), (ordinary, (1 - _INNOCENT) / 2), (innocent, _INNOCENT / 2))
    weights = np.concatenate([np.full(len(some), share / max(1, len(some))) for some, share in shares])
    return softmax_fitted(
        given, truth, cards + 1, steps=_STEPS, weights=weights.astype(np.float32), shrink=_SHRINK
    )


def _likely(matrix: Floats, vectors: Floats) -> Floats:
    logits = _with_constant(vectors) @ matrix
    raised = np.exp(logits - logits.max(1, keepdims=True))
    made: Floats = raised / raised.sum(1, keepdims=True)
    return made


def _with_constant(vectors: Floats) -> Floats:
    return np.hstack([vectors * _SCALE, np.ones((len(vectors), 1), np.float32)])
