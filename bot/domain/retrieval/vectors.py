"""Static word vectors: numbers that are near for words of like meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Words, the row that each has in `table` (int8, one row a word), and what to multiply a row by."""

    rows: Mapping[str, int]
    table: NDArray[np.int8]
    scales: Floats

    @classmethod
    def empty(cls) -> "WordVectors":
        """No words: the engine then goes by letters and the base's own words."""
        return cls({}, np.zeros((0, 0), np.int8), np.zeros(0, np.float32))

    @property
    def dimensions(self) -> int:
        """Numbers to a vector; 0 where there are no words."""
        return int(self.table.shape[1])

    def mean(self, words: Sequence[str]) -> Floats:
        """The unit vector of a text: the sum of its words', each as weighty as its word is rare."""
        rows = [self.rows[word] for word in words if word in self.rows]
        if not rows:
            return np.zeros(self.dimensions, np.float32)
        summed: Floats = self.scales[rows] @ self.table[rows].astype(np.float32)
        length = float(np.sqrt(summed @ summed))
        return summed / np.float32(length) if length else summed
