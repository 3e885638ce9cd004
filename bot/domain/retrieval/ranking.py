"""How the methods' scores become one."""

from dataclasses import dataclass, field

from bot.domain.retrieval.features import Shape
from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Fusion:
    """What each method weighs, fixed for every base; chosen on public question sets."""

    classifier: float = 0.37
    words: float = 0.36
    likeness: float = 0.27
    penalty: float = 1.0
    shape: Shape = field(default_factory=Shape)


DEFAULT = Fusion()


@dataclass(frozen=True, slots=True)
class Parts:
    """The score of every document by each method, each near 1 at best."""

    words: Floats
    classifier: Floats
    likeness: Floats


def fused(parts: Parts, fusion: Fusion) -> Floats:
    """One score for each document."""
    made: Floats = (
        fusion.classifier * parts.classifier + fusion.words * parts.words + fusion.likeness * parts.likeness
    )
    return made
