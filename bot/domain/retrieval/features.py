"""Texts as vectors: which words and letters they have, by hashing, and what their words mean."""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.analysis import Analysis
from bot.domain.retrieval.vectors import Floats, WordVectors

Hashes = NDArray[np.uint64]
Places = NDArray[np.intp]

_LETTER_GROUPS = (3, 4, 5)
_MASK = np.uint64(0xFFFFFFFF)
_FACTORS = np.array([2654435761, 2246822519, 3266489917], np.uint64)
"""Odd numbers whose bits are well mixed."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text becomes a vector: the hashed part's width, and the weight of each kind of feature."""

    hashed: int = 512
    letters: float = 0.7
    concepts: float = 1.0
    meaning: float = 1.5


@dataclass(frozen=True, slots=True)
class _Spread:
    """Features of many texts: for each one its text's row, its hash and its weight."""

    rows: Places
    hashes: Hashes
    weights: Floats


class Featurizer:
    """Turns texts into unit vectors, by how rare their words are in one base.

    The hashed part is a count sketch (Charikar, Chen and Farach-Colton, 2002) of stems, concepts and the
    letter groups of each word, each as weighty as it is rare in the base.
    """

    def __init__(self, examples: Sequence[Analysis], *, words: WordVectors, shape: Shape) -> None:
        self._words = words
        self._shape = shape
        self._in = Counter(term for example in examples for term in set(example.terms))
        self._examples = max(1, len(examples))

    @property
    def width(self) -> int:
        """Numbers to a vector."""
        return self._shape.hashed + self._words.dimensions

    def rarity(self, terms: Iterable[str]) -> Floats:
        """How much each term tells: the logarithm of how few examples hold it."""
        held = np.array([self._in.get(term, 0) for term in terms], np.float32)
        rare: Floats = np.log(1 + np.float32(self._examples) / (np.float32(0.5) + held))
        return rare

    def is_known(self, term: str) -> bool:
        """Some example of the base holds this term."""
        return term in self._in

    def vectors(self, texts: Sequence[Analysis]) -> Floats:
        """One float32 row for each text: the hashed part at length 1, then the meaning at its weight."""
        meaning = self._words.means([text.repaired for text in texts]) * np.float32(self._shape.meaning)
        return np.concatenate([self._hashed(texts), meaning], axis=1)

    def _hashed(self, texts: Sequence[Analysis]) -> Floats:
        stems, of_stem = _interned([text.stems for text in texts])
        at = _rows([len(text.stems) for text in texts])
        hashes, rarity = _hashes(stems)[of_stem], self.rarity(stems)[of_stem]
        made = np.zeros(len(texts) * self._shape.hashed)
        for spread, times in (
            (_Spread(at, hashes, rarity), 3),
            (self._concepts(texts), 3),
            (self._letters(texts, at, rarity), 1),
        ):
            self._scatter(made, spread, times)
        rows = made.reshape(len(texts), self._shape.hashed)
        lengths = np.sqrt((rows**2).sum(1, keepdims=True))
        unit: Floats = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
        return unit

    def _concepts(self, texts: Sequence[Analysis]) -> _Spread:
        names, of_name = _interned([text.concepts for text in texts])
        weights = np.float32(self._shape.concepts) * self.rarity(names)
        return _Spread(
            _rows([len(text.concepts) for text in texts]), _hashes(names)[of_name], weights[of_name]
        )

    def _letters(self, texts: Sequence[Analysis], rows: Places, rarity: Floats) -> _Spread:
        """The letter groups of each word, which together weigh as much as the shape says."""
        words, of_word = _interned([text.repaired for text in texts])
        groups = [_letter_groups(word) for word in words]
        counts = np.array([len(found) for found in groups], np.intp)
        starts, times = np.cumsum(counts) - counts, counts[of_word]
        ends = np.cumsum(times)
        within = np.arange(times.sum()) - np.repeat(ends - times, times)
        flat = np.array(list(chain.from_iterable(groups)), np.uint64)
        weights = np.float32(self._shape.letters) * rarity / np.sqrt(times.astype(np.float32))
        return _Spread(
            np.repeat(rows, times),
            flat[np.repeat(starts[of_word], times) + within],
            np.repeat(weights, times),
        )

    def _scatter(self, made: NDArray[np.float64], spread: _Spread, times: int) -> None:
        """Add each feature at `times` places of its row; its sign makes chance meetings cancel out."""
        for factor in _FACTORS[:times]:
            mixed = ((spread.hashes * factor) & _MASK) >> np.uint64(7)
            places = spread.rows * self._shape.hashed + (
                (mixed >> np.uint64(1)) % np.uint64(self._shape.hashed)
            ).astype(np.intp)
            signs = np.where(mixed & np.uint64(1), 1.0, -1.0) / np.sqrt(times)
            made += np.bincount(places, signs * spread.weights, minlength=len(made))


def _rows(lengths: Sequence[int]) -> Places:
    return np.repeat(np.arange(len(lengths)), lengths)


def _interned(lists: Sequence[Sequence[str]]) -> tuple[list[str], Places]:
    """The different texts among many, and for each of the many which one it is."""
    numbers: dict[str, int] = {}
    which = [numbers.setdefault(text, len(numbers)) for texts in lists for text in texts]
    return list(numbers), np.array(which, np.intp)


def _hashes(texts: Sequence[str]) -> Hashes:
    return np.array([_hash(text) for text in texts], np.uint64)


def _hash(text: str) -> int:
    """A checksum: the same on every machine."""
    return zlib.crc32(text.encode("utf-8", "replace"))


@lru_cache(maxsize=20_000)
def _letter_groups(word: str) -> tuple[int, ...]:
    """The hashes of a word's groups of three to five letters, its ends marked."""
    marked = f"<{word}>"
    return tuple(_hash(marked[i : i + n]) for n in _LETTER_GROUPS for i in range(len(marked) - n + 1))
