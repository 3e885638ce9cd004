"""What is slow to make of a base's texts, made beforehand: an index is put together from it at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.bm25f import Postings
from bot.domain.retrieval.documents import Document
from bot.domain.retrieval.encoder import Encoder
from bot.domain.retrieval.features import Shape
from bot.domain.retrieval.neighbours import Block, Neighbours
from bot.domain.retrieval.normalise import References
from bot.domain.retrieval.segment import Segment
from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a base and how often it uses them, its postings, and the vectors of its examples.

    `counts` and `slips` are the speller's, `held` and `examples` the featurizer's. `by_words` has the part of
    each example's vector that comes of its words, at length 1; `encoded` the encoder's bytes for it.
    """

    counts: Mapping[str, int]
    slips: Mapping[str, str]
    held: Mapping[str, int]
    alone: tuple[frozenset[str], ...]
    references: References
    postings: Postings
    owned: tuple[int, ...]
    by_words: Block
    encoded: NDArray[np.int8]

    @property
    def examples(self) -> int:
        """How many examples the base has."""
        return sum(self.owned)

    def segment(self, documents: Sequence[Document], encoder: Encoder | None, shape: Shape) -> Segment:
        """The documents with all by which they are found."""
        blocks = [self.by_words]
        if encoder is not None:
            share = np.float32(shape.encoded)
            words = Block(self.by_words.rows, self.by_words.scales * np.sqrt(1 - share))
            blocks = [words, Block(self.encoded, _unit_scales(self.encoded) * np.sqrt(share))]
        return Segment(
            tuple(documents), self.alone, self.references, self.postings, Neighbours.over(blocks, self.owned)
        )


def _unit_scales(rows: NDArray[np.int8]) -> Floats:
    """What brings each row of bytes to length 1."""
    squares = np.einsum("ij,ij->i", rows, rows, dtype=np.float32, casting="unsafe")
    lengths = np.sqrt(np.maximum(squares, np.float32(1e-9)))
    made: Floats = (1 / lengths).astype(np.float32)
    return made
