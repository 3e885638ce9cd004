"""Text as one vector: which words and letters it has, by hashing, and what its words mean."""

import math
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.normalise import stems, words
from bot.domain.retrieval.spelling import Speller
from bot.domain.retrieval.vectors import Floats, WordVectors
from bot.domain.retrieval.vocabulary import Vocabulary

_MEMORY = 50_000
_FACTORS = (2654435761, 2246822519, 3266489917, 668265263)
"""Odd numbers whose bits are well mixed."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text becomes a vector: the hashed part's width, and the weight of each kind of feature."""

    hashed: int = 768
    spread: int = 3
    letters: float = 0.7
    pairs: float = 0.5
    concepts: float = 1.0
    meaning: float = 1.5


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text taken apart: its words as typed and as repaired, their stems, and the concepts they name."""

    typed: tuple[str, ...]
    repaired: tuple[str, ...]
    stems: tuple[str, ...]
    concepts: tuple[str, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """Stems and concepts: what is counted."""
        return (*self.stems, *self.concepts)


class Featurizer:
    """Turns texts into unit vectors, by the words of one base.

    The hashed part is a count sketch (Charikar, Chen and Farach-Colton, 2002) of stems, pairs of stems,
    concepts, and the letter groups of each word, each as weighty as it is rare in the base.
    """

    def __init__(
        self,
        examples: Sequence[str],
        *,
        vocabulary: Vocabulary,
        words: WordVectors,
        shape: Shape,
        extra: Sequence[str] = (),
    ) -> None:
        self._vocabulary = vocabulary
        self._words = words
        self._shape = shape
        split = [_words(text, vocabulary) for text in examples]
        counts = Counter(word for found in split for word in found)
        counts.update(set(vocabulary.known_words()))
        counts.update({word for text in extra for word in _words(text, vocabulary)})
        self._speller = Speller(counts, frozenset(words.rows))
        self._in = Counter(term for found in split for term in set(self._of(found, found).terms))
        self._examples = max(1, len(examples))
        self._sketches: dict[str, tuple[NDArray[np.intp], Floats]] = {}

    def analyse(self, text: str) -> Analysis:
        """Take a text apart, its slips repaired."""
        typed = _words(text, self._vocabulary)
        return self._of(typed, [self._speller.repair(word) for word in typed])

    def without(self, analysis: Analysis, place: int) -> Analysis:
        """The same text with one word left out."""
        typed, repaired = list(analysis.typed), list(analysis.repaired)
        del typed[place], repaired[place]
        return self._of(typed, repaired)

    def rarity(self, term: str) -> float:
        """How much a term tells: the logarithm of how few examples hold it."""
        return math.log(1 + self._examples / (0.5 + self._in.get(term, 0)))

    def is_known(self, term: str) -> bool:
        """Some example of the base holds this term."""
        return term in self._in

    def vector(self, analysis: Analysis) -> Floats:
        """One float32 vector: the hashed part at length 1, then the meaning at the shape's weight."""
        hashed = self._hashed(analysis)
        meaning = self._words.mean(analysis.repaired) * np.float32(self._shape.meaning)
        return np.concatenate([hashed, meaning]).astype(np.float32)

    @property
    def width(self) -> int:
        """Numbers to a vector."""
        return self._shape.hashed + self._words.dimensions

    def _of(self, typed: Sequence[str], repaired: Sequence[str]) -> Analysis:
        found = stems(repaired)
        return Analysis(tuple(typed), tuple(repaired), tuple(found), tuple(self._vocabulary.concepts(found)))

    def _hashed(self, analysis: Analysis) -> Floats:
        made = np.zeros(self._shape.hashed, np.float32)
        for word, stem in zip(analysis.repaired, analysis.stems, strict=True):
            places, values = self._sketch(word, stem)
            made[places] += values * np.float32(self.rarity(stem))
        for concept in analysis.concepts:
            self._add(made, concept, self._shape.concepts * self.rarity(concept))
        for first, second in zip(analysis.stems, analysis.stems[1:], strict=False):
            self._add(
                made, f"{first} {second}", self._shape.pairs * (self.rarity(first) + self.rarity(second)) / 2
            )
        length = math.sqrt(float(made @ made))
        return made / np.float32(length) if length else made

    def _add(self, made: Floats, feature: str, weight: float) -> None:
        for place, sign in _hashes(feature, self._shape.spread, self._shape.hashed):
            made[place] += sign * weight / math.sqrt(self._shape.spread)

    def _sketch(self, word: str, stem: str) -> tuple[NDArray[np.intp], Floats]:
        """Where a word and its letters fall, each place once; remembered, since words recur."""
        if word not in self._sketches:
            if len(self._sketches) >= _MEMORY:
                self._sketches.clear()
            self._sketches[word] = self._sketched(word, stem)
        return self._sketches[word]

    def _sketched(self, word: str, stem: str) -> tuple[NDArray[np.intp], Floats]:
        spread, width = self._shape.spread, self._shape.hashed
        held: dict[int, float] = {}
        for place, sign in _hashes(stem, spread, width):
            held[place] = held.get(place, 0.0) + sign / math.sqrt(spread)
        groups = _letter_groups(word)
        for group in groups:
            for place, sign in _hashes(group, 1, width):
                held[place] = held.get(place, 0.0) + sign * self._shape.letters / math.sqrt(len(groups))
        return np.array(list(held), np.intp), np.array(list(held.values()), np.float32)


def _words(text: str, vocabulary: Vocabulary) -> list[str]:
    return words(text, vocabulary.shorthand)


def _letter_groups(word: str) -> list[str]:
    """Groups of two to five letters, with the word's ends marked."""
    marked = f"<{word}>"
    return [marked[i : i + n] for n in (3, 4, 5) for i in range(len(marked) - n + 1)]


def _hashes(feature: str, count: int, width: int) -> list[tuple[int, float]]:
    """The places and signs of a feature: the same on every machine.

    One checksum, spread by multiplication: checksums of the same text under different salts are not
    independent of each other, since a cyclic redundancy check is linear.
    """
    number = zlib.crc32(feature.encode("utf-8", "replace"))
    mixed = [(number * factor & 0xFFFFFFFF) >> 7 for factor in _FACTORS[:count]]
    return [((value >> 1) % width, 1.0 if value & 1 else -1.0) for value in mixed]
