"""A part of an index: some documents with all by which they are found. A server's own edits are one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.retrieval.analysis import Analysis
from bot.domain.retrieval.bm25f import Fields, Postings
from bot.domain.retrieval.documents import Document
from bot.domain.retrieval.features import Featurizer
from bot.domain.retrieval.heads import Columns, Heads
from bot.domain.retrieval.neighbours import Neighbours
from bot.domain.retrieval.normalise import References, references, telling
from bot.domain.retrieval.vectors import Floats

_FIELD_WEIGHTS = {"title": 1.0, "questions": 1.0, "short_answer": 0.6, "body": 0.3}
_BATCH = 16
"""Documents whose examples are made into vectors at a time."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Documents and what each is known by.

    `alone` holds the words that are a whole phrasing of each, `references` the sections, recommendations and
    the like that any of them names.
    """

    documents: tuple[Document, ...]
    alone: tuple[frozenset[str], ...]
    references: References
    postings: Postings
    neighbours: Neighbours
    columns: Columns | None = None

    @classmethod
    def build(
        cls,
        documents: Sequence[Document],
        texts: "Texts",
        featurizer: Featurizer,
        like: Postings | None = None,
    ) -> "Segment":
        """Index documents whose texts have been taken apart; `like` as in `Postings.build`."""
        counts = [len(some) for some in texts.examples]
        return cls(
            documents=tuple(documents),
            alone=tuple(frozenset(_alone(examples)) for examples in texts.examples),
            references=texts.references(),
            postings=Postings.build(texts.fields(), _FIELD_WEIGHTS, like),
            neighbours=Neighbours.of(_batches(texts.examples, featurizer), counts, featurizer.widths),
        )

    def columns_of(self, heads: Heads) -> Columns:
        """The heads' weights in the order of the documents."""
        return Columns.of(heads, self.documents, self.neighbours.centroids)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of some documents, taken apart: the examples of each, its short answer and its body."""

    examples: Sequence[Sequence[Analysis]]
    bodies: Sequence[Analysis]

    @classmethod
    def of(
        cls, documents: Sequence[Document], examples: Sequence[Analysis], bodies: Sequence[Analysis]
    ) -> "Texts":
        """`examples` are those of all documents in turn; `bodies` a short answer and a body for each."""
        rest = iter(examples)
        return cls([[next(rest) for _ in document.examples] for document in documents], bodies)

    def fields(self) -> list[Fields]:
        """The terms of each document's fields."""
        return [
            {
                "title": examples[0].terms,
                "questions": [term for question in examples[1:] for term in question.terms],
                "short_answer": short.terms,
                "body": body.terms,
            }
            for examples, short, body in zip(self.examples, self.bodies[::2], self.bodies[1::2], strict=True)
        ]

    def references(self) -> References:
        """Every section, recommendation and the like that the texts name by number."""
        every = [example for examples in self.examples for example in examples]
        return frozenset(found for text in (*every, *self.bodies) for found in references(text.typed))


def _alone(examples: Sequence[Analysis]) -> Iterator[str]:
    """The words that are a whole example each."""
    for example in examples:
        words = telling(example.repaired)
        if len(words) == 1:
            yield words[0]


def _batches(owned: Sequence[Sequence[Analysis]], featurizer: Featurizer) -> Iterator[Floats]:
    """The vectors of the examples of a few documents at a time, so that making them needs little memory."""
    for start in range(0, len(owned), _BATCH):
        some = owned[start : start + _BATCH]
        yield featurizer.vectors([example for examples in some for example in examples])
