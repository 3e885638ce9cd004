"""How the methods' scores become one."""

from dataclasses import dataclass, field

import numpy as np

from bot.domain.retrieval.classifier import Training
from bot.domain.retrieval.features import Shape
from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Fusion:
    """What each method weighs, fixed for every base; chosen on public question sets."""

    words: float = 0.36
    training: Training = field(default_factory=Training)
    shape: Shape = field(default_factory=Shape)


DEFAULT = Fusion()


@dataclass(frozen=True, slots=True)
class Parts:
    """The score of every document by each method: `words` from 0 to 1, `vectors` weighed already."""

    words: Floats
    vectors: Floats


def fused(parts: Parts, fusion: Fusion) -> Floats:
    """One score for each document."""
    made: Floats = np.float32(fusion.words) * parts.words + parts.vectors
    return made
