"""Repairs slips of the keyboard word by word, towards words that the base uses."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from itertools import chain, groupby
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONGER = 6
_MEMORY = 20_000
_MOST_TRIES = 10
_ELSEWHERE = 0.6
_OTHER_BEGINNING = 0.5
_RARE, _COMMON, _OFTENER = 12, 15, 12
"""Times that a slip occurs in a base at most, a word that was meant at least, and how much oftener."""


class Speller:
    """Knows how the words of a base are spelt, and which other words are English.

    A word that either knows is left alone. Else the nearest known word is taken, by optimal string
    alignment: one slip in a word of up to five letters, two in a longer one, though only one where the base
    does not use the word that was meant, and not in its first letter. A word of the base comes before others,
    then one with the same first letter, then the commonest.
    """

    def __init__(
        self, counts: Mapping[str, int], english: Mapping[str, int], slips: Mapping[str, str] | None = None
    ) -> None:
        """`counts` tells how often the base uses each word; `english`, how many words are commoner.

        `slips` are repaired as they say.
        """
        self._slips = slips or {}
        self._counts = Counter({word: n for word, n in counts.items() if word.isalpha()})
        self._english = english
        self._ours = _by_length(self._counts)
        self._others: dict[str, dict[int, list[str]]] = {}
        for first, words in groupby(sorted(set(english) - set(self._counts)), key=itemgetter(0)):
            self._others[first] = _by_length(words)
        self._repaired: dict[str, str] = {}
        self._own: Counter[str] = Counter()
        self._own_by_length: dict[int, list[str]] = {}

    @property
    def counts(self) -> Mapping[str, int]:
        """How often the base uses each word."""
        return self._counts

    @property
    def slips(self) -> Mapping[str, str]:
        """Slips of the base's own, and what was meant."""
        return self._slips

    def with_words(self, counts: Mapping[str, int]) -> "Speller":
        """The same, which knows these words too; what it knew already is shared, not copied."""
        new = {word: n for word, n in counts.items() if word.isalpha() and word not in self._counts}
        if not new:
            return self
        made = copy(self)
        made._own = Counter(new)
        made._own_by_length = _by_length(new)
        made._repaired = {}
        return made

    def without_slips(self, sure: Collection[str]) -> "Speller":
        """The same, which takes rare words of the base for slips where a much commoner one is near.

        Those who wrote the base typed as people do. Words that are `sure`, and common English, are no slips.
        """
        slips = {
            word
            for word, count in self._counts.items()
            if count <= _RARE and len(word) >= _SHORTEST and word not in self._english and word not in sure
        }
        ours = _by_length({word: n for word, n in self._counts.items() if n >= _COMMON})
        found = {
            word: min((-self._counts[near], near) for near in nears)[1]
            for word in sorted(slips)
            if (nears := [near for near, _ in _near(word, ours, 1) if self._is_meant(near, word)])
        }
        return Speller({w: n for w, n in self._counts.items() if w not in found}, self._english, found)

    def repair_all(self, found: Iterable[str]) -> list[str]:
        """The words of a text as they were meant. Of a text of junk, only the first few are tried."""
        tries = _MOST_TRIES
        made = []
        for word in found:
            if self._is_unknown(word):
                tries -= 1
            made.append(self.repair(word) if tries >= 0 else word)
        return made

    def repair(self, word: str) -> str:
        """The word as it was meant, or as it is."""
        if word in self._slips:
            return self._slips[word]
        if not self._is_unknown(word):
            return word
        if word not in self._repaired:
            if len(self._repaired) >= _MEMORY:
                self._repaired.clear()
            self._repaired[word] = self._nearest(word)
        return self._repaired[word]

    def _is_unknown(self, word: str) -> bool:
        known = word in self._counts or word in self._english or word in self._own
        return not known and len(word) >= _SHORTEST and word.isalpha()

    def _is_meant(self, near: str, word: str) -> bool:
        return near[0] == word[0] and self._counts[near] >= _OFTENER * self._counts[word]

    def _nearest(self, word: str) -> str:
        slips = 1 if len(word) < _LONGER else 2
        ours = chain(_near(word, self._ours, slips), _near(word, self._own_by_length, slips))
        costs = [(s + _cost(word, near), -(self._counts[near] or self._own[near]), near) for near, s in ours]
        if not costs or min(costs)[0] > 1:
            costs += [
                (s + _ELSEWHERE, self._english[near], near)
                for near, s in _near(word, self._others.get(word[0], {}), 1)
            ]
        return min(costs, default=(0, 0, word))[2]


def _cost(word: str, near: str) -> float:
    return _OTHER_BEGINNING * (near[0] != word[0])


def _by_length(words: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for word in words:
        if len(word) >= _SHORTEST - 1:
            found.setdefault(len(word), []).append(word)
    return found


def _near(word: str, by_length: Mapping[int, list[str]], slips: int) -> Iterator[tuple[str, int]]:
    """The words within so many slips, and how many each is away."""
    for length in range(len(word) - slips, len(word) + slips + 1):
        found = process.extract(
            word, by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        yield from ((near, int(away)) for near, away, _ in found)
