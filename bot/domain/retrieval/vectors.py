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

    def means(self, texts: Sequence[Sequence[str]]) -> Floats:
        """The unit vector of each text, one a row: its words' vectors added up, the rare ones weightier."""
        made = np.zeros((len(texts), self.dimensions), np.float32)
        found = [[self.rows[word] for word in text if word in self.rows] for text in texts]
        filled = [number for number, rows in enumerate(found) if rows]
        if not filled or not self.dimensions:
            return made
        rows = np.array([row for some in found for row in some], np.intp)
        weighted = self.table[rows].astype(np.float32) * self.scales[rows][:, None]
        starts = np.cumsum([0, *(len(found[number]) for number in filled)])[:-1]
        summed = np.add.reduceat(weighted, starts)
        made[filled] = summed / np.maximum(np.sqrt((summed**2).sum(1, keepdims=True)), np.float32(1e-9))
        return made
