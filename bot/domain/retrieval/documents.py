"""What the engine reads and what it returns."""

from dataclasses import dataclass

Contrasts = tuple[tuple[str, tuple[str, ...]], ...]
"""Ids of documents that differ only in a cue, each with the words that point here and not there."""


@dataclass(frozen=True, slots=True)
class Document:
    """What the engine reads of an entry."""

    id: str
    title: str
    questions: tuple[str, ...] = ()
    short_answer: str = ""
    body: str = ""
    topic: str = ""
    contrasts: Contrasts = ()
    near: tuple[str, ...] = ()
    """Ids of the documents that this one leads to."""

    def is_near(self, other: "Document") -> bool:
        """Both are of one topic, or one leads to the other, or is told apart from it: those are siblings."""
        if self.topic and self.topic == other.topic:
            return True
        linked = (*self.near, *(name for name, _ in self.contrasts))
        return other.id in linked or self.id in other.near or any(self.id == n for n, _ in other.contrasts)

    @property
    def examples(self) -> tuple[str, ...]:
        """The texts that a question is likely to resemble."""
        return (self.title, *self.questions)


@dataclass(frozen=True, slots=True)
class Match:
    """A document that can answer; `score` is its share of the evidence for all, from 0 to 1."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Signals:
    """What the ranking saw, for judging whether the best document answers the question.

    `known` is how much of the question any example covers. The others are of the best document: how far it is
    ahead of the best that is no sibling of it, of the second and of the best signpost, its score, its BM25F,
    its cosines to its nearest example and to their mean, the log-probability of the document and of its topic
    by the heads, how many methods put its topic first, and the logarithm of how many telling words there are.
    """

    known: float = 0.0
    topic_lead: float = 0.0
    lead: float = 0.0
    apart: float = 0.0
    score: float = 0.0
    words: float = 0.0
    nearest: float = 0.0
    mean: float = 0.0
    head: float = 0.0
    topic: float = 0.0
    agreed: float = 0.0
    telling: float = 0.0


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best documents for a question, best first, and what was seen in finding them.

    `signpost` is set where a subject that the base does not cover fits better than any document. `vague` is a
    question of one word, where the best document has no phrasing of that word alone, and one that names a
    section or recommendation by a number of which the base knows nothing. `rivals` are the documents that
    differ from the best only in a cue that the question does not settle.
    """

    matches: tuple[Match, ...]
    signpost: Match | None
    signals: Signals
    vague: bool = False
    rivals: tuple[Match, ...] = ()

    @property
    def lead(self) -> float:
        """How far the best match is ahead of the second."""
        scores = [match.score for match in self.matches[:2]] + [0.0, 0.0]
        return scores[0] - scores[1]
