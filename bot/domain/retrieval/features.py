"""Texts as vectors: which words they have, by hashing, and what their words mean."""

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.analysis import Analysis
from bot.domain.retrieval.encoder import Encoder
from bot.domain.retrieval.vectors import Floats, WordVectors

_MASK = np.uint64(0xFFFFFFFF)
_FACTORS = np.array([2654435761, 2246822519, 3266489917], np.uint64)
"""Odd numbers whose bits are well mixed: one for each place that a term falls in."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text becomes a vector: the hashed part's width, and how long the words' meaning is.

    `encoded` is the encoder's share of the squared length.
    """

    hashed: int = 512
    meaning: float = 1.25
    encoded: float = 0.8


class Featurizer:
    """Turns texts into vectors, by how rare their words are in one base.

    The hashed part is a count sketch (Charikar, Chen and Farach-Colton, 2002) of stems and concepts, each as
    weighty as it is rare in the base.
    """

    def __init__(
        self,
        held: Mapping[str, int],
        examples: int,
        *,
        words: WordVectors,
        shape: Shape,
        encoder: Encoder | None = None,
    ) -> None:
        """`held` tells how many of so many `examples` hold each term."""
        self._words = words
        self._encoder = encoder
        self._shape = shape
        self._in = held
        self._also: frozenset[str] = frozenset()
        self._examples = max(1, examples)

    @classmethod
    def of(
        cls,
        examples: Sequence[Analysis],
        *,
        words: WordVectors,
        shape: Shape,
        encoder: Encoder | None = None,
    ) -> "Featurizer":
        """Count the terms of these examples."""
        held = Counter(term for example in examples for term in set(example.terms))
        return cls(held, len(examples), words=words, shape=shape, encoder=encoder)

    @property
    def held(self) -> Mapping[str, int]:
        """How many of the base's examples hold each term."""
        return self._in

    def with_examples(self, examples: Iterable[Analysis]) -> "Featurizer":
        """The same, which knows the words of these examples too. How rare a word is stays as it was."""
        new = {term for example in examples for term in example.terms if term not in self._in}
        made = copy(self)
        made._also = frozenset(new)
        return made

    @property
    def widths(self) -> tuple[int, ...]:
        """Numbers by words, and by the encoder where there is one."""
        by_words = self._shape.hashed + self._words.dimensions
        return (by_words, self._encoder.dimensions) if self._encoder else (by_words,)

    @property
    def width(self) -> int:
        """Numbers to a vector."""
        return sum(self.widths)

    def rarity(self, terms: Iterable[str]) -> Floats:
        """How much each term tells: the logarithm of how few examples hold it."""
        held = np.array([self._in.get(term, 0) for term in terms], np.float32)
        rare: Floats = np.log(1 + np.float32(self._examples) / (np.float32(0.5) + held))
        return rare

    def is_known(self, term: str) -> bool:
        """Some example of the base holds this term."""
        return term in self._in or term in self._also

    def vectors(self, texts: Sequence[Analysis]) -> Floats:
        """One float32 row of length 1 for each text: the hashed part, the words' meaning, the encoder's."""
        meaning = self._words.means([text.repaired for text in texts]) * np.float32(self._shape.meaning)
        by_words = _unit(np.concatenate([self._hashed(texts), meaning], axis=1))
        if self._encoder is None:
            return by_words
        share = self._shape.encoded
        encoded = self._encoder([text.sentence for text in texts])
        return _unit(np.hstack([by_words * np.float32((1 - share) ** 0.5), encoded * np.float32(share**0.5)]))

    def _hashed(self, texts: Sequence[Analysis]) -> Floats:
        width = self._shape.hashed
        terms, which = _interned([text.terms for text in texts])
        rows = np.repeat(np.arange(len(texts)), [len(text.terms) for text in texts])
        hashes, rarity = _hashes(terms)[which], self.rarity(terms)[which]
        mixed = ((hashes * _FACTORS[:, None]) & _MASK) >> np.uint64(7)
        places = rows * width + ((mixed >> np.uint64(1)) % np.uint64(width)).astype(np.intp)
        # The signs make terms that meet in one place by chance cancel out on average.
        signed = np.where(mixed & np.uint64(1), rarity, -rarity)
        made = np.bincount(places.ravel(), signed.ravel(), minlength=len(texts) * width)
        return _unit(made.reshape(len(texts), width).astype(np.float32))


def _unit(rows: Floats) -> Floats:
    """Each row at length 1, or left at 0."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    made: Floats = rows / np.maximum(lengths, np.float32(1e-9))[:, None]
    return made


def _interned(lists: Sequence[Sequence[str]]) -> tuple[list[str], NDArray[np.intp]]:
    """The different texts among many, and for each of the many which one it is."""
    numbers: dict[str, int] = {}
    which = [numbers.setdefault(text, len(numbers)) for texts in lists for text in texts]
    return list(numbers), np.array(which, np.intp)


def _hashes(terms: Sequence[str]) -> NDArray[np.uint64]:
    """A checksum of each term: the same on every machine."""
    return np.array([zlib.crc32(term.encode("utf-8", "replace")) for term in terms], np.uint64)
