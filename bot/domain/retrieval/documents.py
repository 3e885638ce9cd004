"""What the engine reads and what it returns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """What the engine reads of an entry."""

    id: str
    title: str
    questions: tuple[str, ...] = ()
    short_answer: str = ""
    body: str = ""
    topic: str = ""

    @property
    def examples(self) -> tuple[str, ...]:
        """The texts that a question is likely to resemble."""
        return (self.title, *self.questions)


@dataclass(frozen=True, slots=True)
class Match:
    """A document that may answer; `score` runs from 0 to 1."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Signals:
    """What the ranking saw, for judging whether the base covers the question at all.

    `known` is how much of the question any example covers. The others are of the best document: how
    like the mean of its examples the question is, and how far it is ahead of the second and of the best
    signpost. Each is near 1 for a question much like the base's own, near 0 for one unlike it.
    """

    known: float = 0.0
    likeness: float = 0.0
    lead: float = 0.0
    apart: float = 0.0


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best documents for a question, best first, and what was seen in finding them.

    `signpost` is set where a subject that the base does not cover fits better than any document. `vague` is a
    question of one word, where the best document has no phrasing of that word alone.
    """

    matches: tuple[Match, ...]
    signpost: Match | None
    signals: Signals
    vague: bool = False

    @property
    def lead(self) -> float:
        """How far the best match is ahead of the second."""
        scores = [match.score for match in self.matches[:2]] + [0.0, 0.0]
        return scores[0] - scores[1]
