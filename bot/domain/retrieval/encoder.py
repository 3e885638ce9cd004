"""What the engine needs of a sentence encoder: that it turns texts into vectors. Storage has one."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.vectors import Floats

_STEPS = 127


class Encoder(Protocol):
    """Turns each text into a vector of length 1, by its meaning as a whole."""

    @property
    def dimensions(self) -> int:
        """Numbers to a vector."""

    def __call__(self, texts: Sequence[str]) -> Floats:
        """One row for each text. A text's row does not depend on the other texts."""


def as_bytes(vectors: Floats) -> NDArray[np.int8]:
    """Vectors as bytes: what processors compute differently in the last digits becomes equal."""
    most = np.maximum(np.abs(vectors).max(1, keepdims=True), np.float32(1e-9))
    made: NDArray[np.int8] = np.rint(vectors * (np.float32(_STEPS) / most)).astype(np.int8)
    return made


def as_vectors(rows: NDArray[np.int8]) -> Floats:
    """The vectors of length 1 that bytes stand for."""
    made = rows.astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", made, made))
    unit: Floats = made / np.maximum(lengths, np.float32(1e-9))[:, None]
    return unit
