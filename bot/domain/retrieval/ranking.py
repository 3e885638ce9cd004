"""How the methods' scores become one."""

from dataclasses import dataclass, field

import numpy as np

from bot.domain.retrieval.features import Shape
from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Fusion:
    """What each method weighs, fixed for every base; chosen on public question sets."""

    words: float = 0.36
    likeness: float = 0.32
    shape: Shape = field(default_factory=Shape)


DEFAULT = Fusion()


@dataclass(frozen=True, slots=True)
class Parts:
    """The score of every document by each method: BM25F on its words, and likeness to its examples."""

    words: Floats
    likeness: Floats


def fused(parts: Parts, fusion: Fusion) -> Floats:
    """One score for each document."""
    made: Floats = np.float32(fusion.words) * parts.words + np.float32(fusion.likeness) * parts.likeness
    return made
