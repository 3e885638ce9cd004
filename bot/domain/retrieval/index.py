"""The index of a knowledge base: built once, then only read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.retrieval.analysis import Analyser, Analysis, analyse_base
from bot.domain.retrieval.bm25f import Fields, Postings
from bot.domain.retrieval.documents import Document, Match, Ranking, Signals
from bot.domain.retrieval.explain import Explanation, explained
from bot.domain.retrieval.features import Featurizer
from bot.domain.retrieval.neighbours import Neighbours, Numbers
from bot.domain.retrieval.normalise import telling
from bot.domain.retrieval.ranking import DEFAULT, Fusion
from bot.domain.retrieval.vectors import Floats, WordVectors
from bot.domain.retrieval.vocabulary import Vocabulary

_FIELD_WEIGHTS = {"title": 1.0, "questions": 1.0, "short_answer": 0.6, "body": 0.3}
_ROUNDING = 1e-5
_BATCH = 16
"""Documents whose examples are made into vectors at a time."""
_LIKELY = 16
"""Documents that are compared example by example."""


@dataclass(frozen=True, slots=True)
class Index:
    """Finds the documents that a question is about. Deterministic: the same base gives the same answers.

    The first `answerable` of the documents are the base's own, the others signposts. `alone` holds the words
    that are a whole phrasing of each.
    """

    documents: tuple[Document, ...]
    answerable: int
    alone: tuple[frozenset[str], ...]
    analyser: Analyser
    featurizer: Featurizer
    postings: Postings
    neighbours: Neighbours
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
        every, words = (*documents, *signposts), words or WordVectors.empty()
        analyser, examples, bodies = analyse_base(
            [text for document in every for text in document.examples],
            [text for document in every for text in (document.short_answer, document.body)],
            vocabulary or Vocabulary(),
            words.rows,
        )
        featurizer = Featurizer(examples, words=words, shape=fusion.shape)
        owned = _owned(every, examples)
        return cls(
            documents=every,
            answerable=len(documents),
            alone=tuple(frozenset(_alone(examples)) for examples in owned),
            analyser=analyser,
            featurizer=featurizer,
            postings=Postings.build(_fields(owned, bodies), _FIELD_WEIGHTS),
            neighbours=Neighbours.of(
                _batches(owned, featurizer), [len(some) for some in owned], featurizer.width
            ),
            fusion=fusion,
        )

    def search(self, question: str, limit: int = 5) -> Ranking:
        """The best documents for a question, and how sure it is that the base covers it."""
        return self.search_many([question], limit)[0]

    def search_many(self, questions: Sequence[str], limit: int = 5) -> list[Ranking]:
        """The same for many questions at once, which takes less time for each."""
        analyses = [self.analyser.analyse(question) for question in questions]
        vectors = self.featurizer.vectors(analyses)
        return [self._ranking(a, vector, limit) for a, vector in zip(analyses, vectors, strict=True)]

    def _ranking(self, analysis: Analysis, vector: Floats, limit: int) -> Ranking:
        words = telling(analysis.repaired)
        if not words or not self.answerable:
            return Ranking((), None, Signals())
        scores = self._scores(analysis, vector)
        best, posts = _best(scores[: self.answerable], limit), scores[self.answerable :]
        fits = scores[best].tolist()
        matches = tuple(Match(self.documents[n].id, _share(fit)) for n, fit in zip(best, fits, strict=True))
        lead, apart = _ahead(fits, posts)
        likeness = float(self.neighbours.centroids[best[0]] @ vector)
        signals = Signals(self._known(analysis), likeness, lead, apart)
        vague = len(words) == 1 and words[0] not in self.alone[best[0]]
        turned_away = bool(posts.max(initial=-np.inf) > fits[0])
        return Ranking(matches, self._signpost(posts) if turned_away else None, signals, vague)

    def score(self, analysis: Analysis, document: int) -> float:
        """How well one document fits, by its number."""
        if not analysis.stems:
            return 0.0
        vector = self.featurizer.vectors([analysis])[0]
        nearest = self.neighbours.to_nearest(vector, np.array([document]))[0]
        return float(self._first(analysis, vector)[document] + self.fusion.nearest * nearest)

    def _scores(self, analysis: Analysis, vector: Floats) -> Floats:
        """The score of every document; only those that may come first are compared example by example."""
        scores = self._first(analysis, vector)
        likely = np.sort(_likeliest(scores))
        nearest = self.neighbours.to_nearest(vector, likely)
        scores[likely] += np.float32(self.fusion.nearest) * nearest
        return scores

    def _first(self, analysis: Analysis, vector: Floats) -> Floats:
        return self.fusion.first(self.postings.scores(analysis.terms), self.neighbours.to_mean(vector))

    def explain(self, question: str, document_id: str) -> Explanation:
        """The words of the question that speak for a document, and what they were repaired from."""
        number = next(n for n, document in enumerate(self.documents) if document.id == document_id)
        analysis = self.analyser.analyse(question)
        return explained(analysis, lambda one: self.score(one, number), self.analyser.without)

    def _signpost(self, scores: Floats) -> Match:
        best = int(scores.argmax())
        return Match(self.documents[self.answerable + best].id, _share(float(scores[best])))

    def _known(self, analysis: Analysis) -> float:
        rarity = self.featurizer.rarity(analysis.stems)
        known = [self.featurizer.is_known(stem) for stem in analysis.stems]
        return float(rarity[known].sum() / rarity.sum())


def _ahead(best: Sequence[float], signposts: Floats) -> tuple[float, float]:
    """How far the best document is ahead of the second, and of the best signpost."""
    first, second = best[0], best[1] if len(best) > 1 else 0.0
    return first - second, first - max(0.0, float(signposts.max(initial=0.0)))


def _owned(documents: Sequence[Document], examples: Sequence[Analysis]) -> list[list[Analysis]]:
    """The examples of each document."""
    rest = iter(examples)
    return [[next(rest) for _ in document.examples] for document in documents]


def _alone(examples: Sequence[Analysis]) -> Iterator[str]:
    """The words that are a whole example each."""
    for example in examples:
        words = telling(example.repaired)
        if len(words) == 1:
            yield words[0]


def _fields(owned: Sequence[Sequence[Analysis]], bodies: Sequence[Analysis]) -> list[Fields]:
    """The terms of each document's fields; `bodies` holds a short answer and a body for each."""
    return [
        {
            "title": examples[0].terms,
            "questions": [term for question in examples[1:] for term in question.terms],
            "short_answer": short.terms,
            "body": body.terms,
        }
        for examples, short, body in zip(owned, bodies[::2], bodies[1::2], strict=True)
    ]


def _batches(owned: Sequence[Sequence[Analysis]], featurizer: Featurizer) -> Iterator[Floats]:
    """The vectors of the examples of a few documents at a time, so that making them needs little memory."""
    for start in range(0, len(owned), _BATCH):
        some = owned[start : start + _BATCH]
        yield featurizer.vectors([example for examples in some for example in examples])


def _likeliest(scores: Floats) -> Numbers:
    """The numbers of the documents that may come first, in any order."""
    if len(scores) <= _LIKELY:
        return np.arange(len(scores))
    return np.argpartition(scores, -_LIKELY)[-_LIKELY:]


def _best(scores: Floats, count: int) -> list[int]:
    """The numbers of the best documents, best first; of equals, the first.

    Scores are rounded, since machines differ in the last digits of a sum.
    """
    among = np.arange(len(scores))
    if count < len(scores):
        among = np.flatnonzero(scores >= np.partition(scores, -count)[-count] - _ROUNDING)
    order: list[int] = among[np.argsort(-np.round(scores[among] / _ROUNDING), kind="stable")][:count].tolist()
    return order


def _share(score: float) -> float:
    return round(min(1.0, max(0.0, score)), 5)
