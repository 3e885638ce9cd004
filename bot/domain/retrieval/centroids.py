"""The nearest-centroid classifier: what a document's examples are like on average."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Centroids:
    """The unit mean of each document's examples, a row each (Rocchio, 1971)."""

    rows: Floats

    @classmethod
    def train(cls, batches: Iterable[tuple[Floats, NDArray[np.intp]]], shape: tuple[int, int]) -> "Centroids":
        """Take means over batches: a row for each example, and how many each of the batch's documents owns.

        `shape` is the number of documents and the length of a row. Each document owns at least one example.
        """
        rows = np.zeros(shape, np.float32)
        done = 0
        for examples, counts in batches:
            rows[done : done + len(counts)] = np.add.reduceat(examples, np.cumsum(counts) - counts)
            done += len(counts)
        lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
        rows /= np.maximum(lengths, np.float32(1e-9))[:, None]
        return cls(rows)

    def likeness(self, question: Floats) -> Floats:
        """How like each document's examples a question's vector is, in the length of that vector."""
        made: Floats = self.rows @ question
        return made
