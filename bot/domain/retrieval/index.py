"""The index of a knowledge base: built once, then only read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.retrieval.bm25f import Postings
from bot.domain.retrieval.classifier import Classifier
from bot.domain.retrieval.documents import Document, Match, Ranking, Signals
from bot.domain.retrieval.explain import Explanation, explained
from bot.domain.retrieval.features import Analysis, Featurizer
from bot.domain.retrieval.ranking import DEFAULT, Fusion, Parts, fused
from bot.domain.retrieval.vectors import Floats, WordVectors
from bot.domain.retrieval.vocabulary import Vocabulary

_FIELD_WEIGHTS = {"title": 1.0, "questions": 1.0, "short_answer": 0.6, "body": 0.3}


@dataclass(frozen=True, slots=True)
class Index:
    """Finds the documents that a question is about. Deterministic: the same base gives the same answers."""

    documents: tuple[Document, ...]
    answerable: int
    featurizer: Featurizer
    postings: Postings
    classifier: Classifier
    centres: Floats
    fusion: Fusion

    @classmethod
    def build(
        cls,
        documents: Sequence[Document],
        *,
        vocabulary: Vocabulary | None = None,
        words: WordVectors | None = None,
        signposts: Sequence[Document] = (),
        fusion: Fusion = DEFAULT,
    ) -> "Index":
        """Index documents, with signposts for what they do not cover. Under 0.3 s for a few hundred."""
        every = (*documents, *signposts)
        featurizer = Featurizer(
            [text for document in every for text in document.examples],
            vocabulary=vocabulary or Vocabulary(),
            words=words or WordVectors.empty(),
            shape=fusion.shape,
            extra=[text for document in documents for text in (document.short_answer, document.body)],
        )
        analysed = [[featurizer.analyse(text) for text in document.examples] for document in every]
        vectors = np.array([featurizer.vector(a) for some in analysed for a in some], np.float32)
        vectors = vectors.reshape(-1, featurizer.width)
        owners = [number for number, some in enumerate(analysed) for _ in some]
        return cls(
            documents=every,
            answerable=len(documents),
            featurizer=featurizer,
            postings=Postings.build(
                [_fields(d, some, featurizer) for d, some in zip(every, analysed, strict=True)],
                _FIELD_WEIGHTS,
            ),
            classifier=Classifier.train(vectors, owners, len(every), penalty=fusion.penalty),
            centres=_centres(vectors, [len(some) for some in analysed]),
            fusion=fusion,
        )

    def search(self, question: str, limit: int = 5) -> Ranking:
        """The best documents for a question, and how sure it is that the base covers it."""
        analysis = self.featurizer.analyse(question)
        if not analysis.stems or not self.documents:
            return Ranking((), None, Signals())
        parts = self.parts(analysis)
        scores = fused(parts, self.fusion)
        order = np.argsort(-scores, kind="stable")[: limit + len(self.documents) - self.answerable]
        matches = [Match(self.documents[n].id, _share(scores[n])) for n in order if n < self.answerable][
            :limit
        ]
        signals = self._signals(analysis, parts, scores, order)
        return Ranking(tuple(matches), self._signpost(order, scores), signals)

    def parts(self, analysis: Analysis) -> Parts:
        """The score of every document by each method."""
        vector = self.featurizer.vector(analysis)
        return Parts(
            words=self.postings.scores(analysis.terms),
            classifier=self.classifier.scores(vector),
            likeness=self.centres @ vector,
        )

    def explain(self, question: str, document_id: str) -> Explanation:
        """The words of the question that speak for a document, and what they were repaired from."""
        number = next(n for n, document in enumerate(self.documents) if document.id == document_id)
        return explained(self, self.featurizer.analyse(question), number)

    def _signpost(self, order: Sequence[int], scores: Floats) -> Match | None:
        best = order[0]
        return Match(self.documents[best].id, _share(scores[best])) if best >= self.answerable else None

    def _signals(self, analysis: Analysis, parts: Parts, scores: Floats, order: Sequence[int]) -> Signals:
        best = order[0]
        known = sum(self.featurizer.rarity(s) for s in analysis.stems if self.featurizer.is_known(s))
        every = sum(self.featurizer.rarity(s) for s in analysis.stems)
        return Signals(
            coverage=float(parts.words[best]),
            known=known / every if every else 0.0,
            classifier=float(parts.classifier[best]),
            likeness=float(parts.likeness[best]),
            lead=float(scores[best] - scores[order[1]]) if len(order) > 1 else float(scores[best]),
            length=min(1.0, len(analysis.stems) / 10),
        )


def _fields(
    document: Document, examples: Sequence[Analysis], featurizer: Featurizer
) -> dict[str, Sequence[str]]:
    title, *questions = examples
    return {
        "title": title.terms,
        "questions": [term for question in questions for term in question.terms],
        "short_answer": featurizer.analyse(document.short_answer).terms,
        "body": featurizer.analyse(document.body).terms,
    }


def _centres(vectors: Floats, counts: Sequence[int]) -> Floats:
    """The unit mean of each document's examples."""
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.intp)
    sums = np.add.reduceat(vectors, starts) if len(vectors) else vectors
    lengths = np.sqrt((sums**2).sum(1, keepdims=True))
    made: Floats = sums / np.maximum(lengths, np.float32(1e-9))
    return made


def _share(score: float) -> float:
    return float(min(1.0, max(0.0, score)))
