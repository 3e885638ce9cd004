"""How like a document's examples a question is: to their mean, and to the nearest of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.vectors import Floats

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The vectors of the examples of each document, at length 1, and their means.

    `examples` has a row for each example, in half precision, in the order of the documents; those of document
    n begin at `starts[n]` and end before `starts[n + 1]`. `centroids` has the unit mean of each document's
    (Rocchio, 1971), a row each.
    """

    examples: NDArray[np.float16]
    starts: Numbers
    centroids: Floats

    @classmethod
    def of(cls, batches: Iterable[Floats], counts: Sequence[int], width: int) -> "Neighbours":
        """Gather batches of unit vectors; `counts` says how many each document owns, at least one."""
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.intp)
        examples, done = np.zeros((int(starts[-1]), width), np.float16), 0
        for batch in batches:
            examples[done : done + len(batch)] = batch
            done += len(batch)
        centroids = np.zeros((len(counts), width), np.float32)
        for number in range(len(counts)):
            centroids[number] = examples[starts[number] : starts[number + 1]].sum(0, dtype=np.float32)
        lengths = np.sqrt(np.einsum("ij,ij->i", centroids, centroids))
        centroids /= np.maximum(lengths, np.float32(1e-9))[:, None]
        return cls(examples, starts, centroids)

    def to_mean(self, question: Floats) -> Floats:
        """The cosine of a question's unit vector and each document's mean."""
        made: Floats = self.centroids @ question
        return made

    def to_nearest(self, question: Floats, documents: Numbers) -> Floats:
        """The cosine of a question's unit vector and the nearest example of each of these documents."""
        counts = self.starts[documents + 1] - self.starts[documents]
        begins = np.cumsum(counts) - counts
        rows = np.repeat(self.starts[documents] - begins, counts) + np.arange(counts.sum())
        made: Floats = np.maximum.reduceat(self.examples[rows].astype(np.float32) @ question, begins)
        return made
