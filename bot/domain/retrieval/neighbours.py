"""How like a document's examples a question is: to their mean, and to the nearest of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.vectors import Floats

Numbers = NDArray[np.intp]


_STEPS = 127
"""Bytes run from -127 to 127."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The vectors of the examples of each document, at length 1, and their means.

    `examples` has a row of bytes for each example, in the order of the documents, and `scales` what to
    multiply each row by; those of document n begin at `starts[n]` and end before `starts[n + 1]`. `centroids`
    has the unit mean of each document's (Rocchio, 1971), a row each.
    """

    examples: NDArray[np.int8]
    scales: Floats
    starts: Numbers
    centroids: Floats

    @classmethod
    def of(cls, batches: Iterable[Floats], counts: Sequence[int], width: int) -> "Neighbours":
        """Gather unit vectors; a batch holds those of some documents, and `counts` says how many each owns.

        Each document owns at least one.
        """
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.intp)
        examples = np.zeros((int(starts[-1]), width), np.int8)
        scales = np.zeros(int(starts[-1]), np.float32)
        centroids = np.zeros((len(counts), width), np.float32)
        document = done = 0
        for batch in batches:
            after = int(np.searchsorted(starts, done + len(batch)))
            centroids[document:after] = np.add.reduceat(batch, starts[document:after] - done)
            scale = np.maximum(np.maximum(batch.max(1), -batch.min(1)), np.float32(1e-9)) / np.float32(_STEPS)
            scales[done : done + len(batch)] = scale
            examples[done : done + len(batch)] = np.rint(batch * (1 / scale)[:, None])
            document, done = after, done + len(batch)
        lengths = np.sqrt(np.einsum("ij,ij->i", centroids, centroids))
        centroids /= np.maximum(lengths, np.float32(1e-9))[:, None]
        return cls(examples, scales, starts, centroids)

    def to_means(self, questions: Floats) -> Floats:
        """The cosine of each question's unit vector, a row each, and each document's mean."""
        made: Floats = questions @ self.centroids.T
        return made

    def to_nearest(self, question: Floats, documents: Numbers) -> Floats:
        """The cosine of a question's unit vector and the nearest example of each of these documents."""
        bounds = zip(self.starts[documents].tolist(), self.starts[documents + 1].tolist(), strict=True)
        # One document at a time, so that what is made of its bytes stays near the processor.
        likeness = [
            (self.examples[begin:end].astype(np.float32) @ question * self.scales[begin:end]).max()
            for begin, end in bounds
        ]
        return np.array(likeness, np.float32)
