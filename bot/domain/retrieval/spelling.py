"""Repairs slips of the keyboard word by word, towards words that the base uses."""

from collections import Counter
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONGER = 6
_MEMORY = 20_000


class Speller:
    """Knows how the words of a base are spelt, and which other words are English.

    A word that either knows is left alone. Else the nearest word of the base is taken, by optimal string
    alignment: one slip in a word of up to five letters, two in a longer one. Among equals, one with the
    same first letter comes first, then the one that the base uses most.
    """

    def __init__(self, counts: Mapping[str, int], english: frozenset[str]) -> None:
        self._counts = Counter({word: n for word, n in counts.items() if word.isalpha()})
        self._known = frozenset(counts) | english
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._counts):
            if len(word) >= _SHORTEST - 1:
                self._by_length.setdefault(len(word), []).append(word)
        self._repaired: dict[str, str] = {}

    def repair(self, word: str) -> str:
        """The word as it was meant, or as it is."""
        if word in self._known or len(word) < _SHORTEST or not word.isalpha():
            return word
        if word not in self._repaired:
            if len(self._repaired) >= _MEMORY:
                self._repaired.clear()
            self._repaired[word] = self._nearest(word)
        return self._repaired[word]

    def _nearest(self, word: str) -> str:
        slips = 1 if len(word) < _LONGER else 2
        lengths = range(len(word) - slips, len(word) + slips + 1)
        nearby = [known for length in lengths for known in self._by_length.get(length, ())]
        found = process.extract(word, nearby, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return min(found, key=lambda near: self._cost(word, near[0], int(near[1])), default=(word, 0, 0))[0]

    def _cost(self, word: str, known: str, slips: int) -> tuple[float, int, str]:
        return slips + 0.5 * (known[0] != word[0]), -self._counts[known], known
