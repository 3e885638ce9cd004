"""BM25F: words of a question found in the fields of a document, rare words and short fields first."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.vectors import Floats

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.5

Fields = Mapping[str, Sequence[str]]
"""The terms of each field of a document."""


@dataclass(frozen=True, slots=True)
class Postings:
    """For each term, the documents that hold it and what it adds to their scores.

    `usual` is the mean length of each field; `rarest` is the weight of a term that no document holds.
    """

    documents: int
    by_term: Mapping[str, tuple[NDArray[np.int32], Floats]]
    idf: Mapping[str, float]
    usual: Mapping[str, float]
    rarest: float

    @classmethod
    def build(
        cls, documents: Sequence[Fields], weights: Mapping[str, float], like: "Postings | None" = None
    ) -> "Postings":
        """Count and weigh (Robertson, Zaragoza and Taylor, 2004).

        Rarity and lengths are those of `like` where that is given: scores of both can then be compared.
        """
        usual = like.usual if like else {f: _mean(len(d.get(f, ())) for d in documents) for f in weights}
        gathered: dict[str, tuple[list[int], list[float]]] = {}
        for number, document in enumerate(documents):
            for term, weight in _weighted(document, weights, usual).items():
                numbers, values = gathered.setdefault(term, ([], []))
                numbers.append(number)
                values.append(weight / (_SATURATION + weight))
        rarest = like.rarest if like else _rarity(len(documents), 0)
        idf = like.idf if like else {t: _rarity(len(documents), len(n)) for t, (n, _) in gathered.items()}
        by_term = {
            term: (
                np.array(numbers, np.int32),
                np.array(values, np.float32) * np.float32(idf.get(term, rarest)),
            )
            for term, (numbers, values) in gathered.items()
        }
        return cls(len(documents), by_term, idf, usual, rarest)

    def scores(self, terms: Iterable[str]) -> Floats:
        """The score of every document: 1 for one that holds all the terms as often as can matter."""
        made = np.zeros(self.documents, np.float32)
        most = 0.0
        for term in set(terms):
            most += self.idf.get(term, self.rarest)
            if term in self.by_term:
                numbers, values = self.by_term[term]
                made[numbers] += values
        return made / np.float32(most) if most else made


def _rarity(documents: int, holding: int) -> float:
    """How much a term tells that so many of the documents hold."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))


def _weighted(document: Fields, weights: Mapping[str, float], usual: Mapping[str, float]) -> dict[str, float]:
    """How often each term occurs, the fields weighed, long fields discounted."""
    made: dict[str, float] = {}
    for field, weight in weights.items():
        terms = document.get(field, ())
        discount = 1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * len(terms) / (usual[field] or 1)
        for term, count in Counter(terms).items():
            made[term] = made.get(term, 0.0) + weight * count / discount
    return made


def _mean(lengths: Iterable[int]) -> float:
    found = list(lengths)
    return sum(found) / len(found) if found else 0.0
