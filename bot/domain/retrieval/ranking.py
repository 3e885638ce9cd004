"""How the methods' scores become one."""

from dataclasses import dataclass, field

from bot.domain.retrieval.features import Shape


@dataclass(frozen=True, slots=True)
class Fusion:
    """What each method weighs, fixed for every base; chosen on public question sets and on our own.

    `head` and `topic` weigh the heads' log-probabilities. `cue` is what the question's cues move
    one of two documents that are easily mixed up, and the other back; `polarity` is the same for two that
    differ in before and after, must and must not, and the like. `sharpness` turns scores into shares.
    """

    words: float = 0.45
    mean: float = 0.2
    nearest: float = 0.5
    head: float = 0.1
    topic: float = 0.05
    cue: float = 0.1
    polarity: float = 0.3
    sharpness: float = 9.0
    shape: Shape = field(default_factory=Shape)


DEFAULT = Fusion()
WITHOUT_ENCODER = Fusion(mean=0.32, nearest=0.25)
"""Where there is no encoder the examples are compared by their words, which tells less."""
