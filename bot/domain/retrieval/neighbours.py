"""How like a document's examples a question is: to their mean, and to the nearest of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.vectors import Floats

Numbers = NDArray[np.intp]

_STEPS = 127
"""Bytes run from -127 to 127."""
_AT_A_TIME = 64
"""Documents whose means are made at a time."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some columns of vectors: a row of bytes for each vector, and what to multiply each row by."""

    rows: NDArray[np.int8]
    scales: Floats

    @classmethod
    def of(cls, vectors: Floats) -> "Block":
        """Bring vectors to bytes, each row by its own largest number."""
        most = np.maximum(np.maximum(vectors.max(1), -vectors.min(1)), np.float32(1e-9))
        scales = (most / np.float32(_STEPS)).astype(np.float32)
        return cls(np.rint(vectors * (1 / scales)[:, None]).astype(np.int8), scales)

    @property
    def width(self) -> int:
        """Numbers to a row."""
        return int(self.rows.shape[1])

    def floats(self, begin: int = 0, end: int | None = None) -> Floats:
        """The vectors again."""
        made: Floats = self.rows[begin:end].astype(np.float32) * self.scales[begin:end, None]
        return made


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The vectors of the examples of each document, at length 1, and their means.

    `blocks` lie side by side; they have a row for each example, in the order of the documents. Those of
    document n begin at `starts[n]` and end before `starts[n + 1]`. `centroids` has the unit mean of each
    document's (Rocchio, 1971), a row each.
    """

    blocks: tuple[Block, ...]
    starts: Numbers
    centroids: Floats

    @classmethod
    def of(cls, batches: Iterable[Floats], counts: Sequence[int], widths: Sequence[int]) -> "Neighbours":
        """Gather unit vectors, a block of each of the `widths`; `counts` says how many each document owns.

        Each owns at least one.
        """
        ends = np.cumsum(widths)
        gathered: list[list[Block]] = [[] for _ in widths]
        for batch in batches:
            for end, width, some in zip(ends, widths, gathered, strict=True):
                some.append(Block.of(batch[:, end - width : end]))
        blocks = [
            Block(
                np.concatenate([each.rows for each in some]) if some else np.zeros((0, width), np.int8),
                np.concatenate([each.scales for each in some]) if some else np.zeros(0, np.float32),
            )
            for width, some in zip(widths, gathered, strict=True)
        ]
        return cls.over(blocks, counts)

    @classmethod
    def over(cls, blocks: Sequence[Block], counts: Sequence[int]) -> "Neighbours":
        """Make the means of examples that are bytes already."""
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.intp)
        centroids = np.zeros((len(counts), sum(block.width for block in blocks)), np.float32)
        for first in range(0, len(counts), _AT_A_TIME):
            last = min(first + _AT_A_TIME, len(counts))
            begin, end = int(starts[first]), int(starts[last])
            some = np.hstack([block.floats(begin, end) for block in blocks])
            centroids[first:last] = np.add.reduceat(some, starts[first:last] - begin)
        lengths = np.sqrt(np.einsum("ij,ij->i", centroids, centroids))
        centroids /= np.maximum(lengths, np.float32(1e-9))[:, None]
        return cls(tuple(blocks), starts, centroids)

    @property
    def vectors(self) -> Floats:
        """The vectors of all examples, a row each."""
        return np.hstack([block.floats() for block in self.blocks])

    def to_means(self, questions: Floats) -> Floats:
        """The cosine of each question's unit vector, a row each, and each document's mean."""
        made: Floats = questions @ self.centroids.T
        return made

    def to_nearest(self, question: Floats, documents: Numbers) -> Floats:
        """The cosine of a question's unit vector and the nearest example of each of these documents."""
        ends = np.cumsum([block.width for block in self.blocks])
        parts = [question[end - block.width : end] for end, block in zip(ends, self.blocks, strict=True)]
        bounds = zip(self.starts[documents].tolist(), self.starts[documents + 1].tolist(), strict=True)
        # One document at a time, so that what is made of its bytes stays near the processor.
        return np.array([self._likeness(parts, begin, end).max() for begin, end in bounds], np.float32)

    def _likeness(self, parts: Sequence[Floats], begin: int, end: int) -> Floats:
        made = np.zeros(end - begin, np.float32)
        for block, part in zip(self.blocks, parts, strict=True):
            made += block.rows[begin:end].astype(np.float32) @ part * block.scales[begin:end]
        return made
