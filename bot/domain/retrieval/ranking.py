"""How the methods' scores become one."""

from dataclasses import dataclass, field

import numpy as np

from bot.domain.retrieval.features import Shape
from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Fusion:
    """What each method weighs, fixed for every base; chosen on public question sets and on our own."""

    words: float = 0.45
    mean: float = 0.32
    nearest: float = 0.25
    shape: Shape = field(default_factory=Shape)

    def first(self, words: Floats, mean: Floats) -> Floats:
        """The score by the methods that look at every document."""
        made: Floats = np.float32(self.words) * words + np.float32(self.mean) * mean
        return made


DEFAULT = Fusion()
