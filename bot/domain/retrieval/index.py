"""The index of a knowledge base: built once, then only read. A server's own edits lie over a shared one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.analysis import Analyser, Analysis, analyse_base
from bot.domain.retrieval.contrasts import ContrastTable
from bot.domain.retrieval.documents import Document, Ranking, Signals
from bot.domain.retrieval.encoder import Encoder
from bot.domain.retrieval.explain import Explanation, explained
from bot.domain.retrieval.features import Featurizer
from bot.domain.retrieval.heads import Heads, Numbers
from bot.domain.retrieval.kinds import Kinds
from bot.domain.retrieval.normalise import telling
from bot.domain.retrieval.parts import Parts
from bot.domain.retrieval.ranking import DEFAULT, WITHOUT_ENCODER, Fusion
from bot.domain.retrieval.scores import Scores, scores_of
from bot.domain.retrieval.segment import Segment, Texts
from bot.domain.retrieval.spelling import Speller
from bot.domain.retrieval.standing import ranking_of
from bot.domain.retrieval.vectors import Floats, WordVectors
from bot.domain.retrieval.vocabulary import Vocabulary

_AT_A_TIME = 128
"""Questions whose vectors are compared with all documents in one go."""


@dataclass(frozen=True, slots=True)
class Index:
    """Finds the documents that a question is about. Deterministic: the same base gives the same answers.

    `documents` are those of all segments in turn. `kinds` tells for each whether it may answer, is a
    signpost, or is not shown since an edit has replaced it. `trained` is true where the heads were trained
    beforehand.
    """

    segments: tuple[Segment, ...]
    documents: tuple[Document, ...]
    kinds: Kinds
    analyser: Analyser
    featurizer: Featurizer
    fusion: Fusion
    heads: Heads
    contrasts: ContrastTable
    trained: bool

    @classmethod
    def build(  # noqa: PLR0913 - each is a part that the engine can do without
        cls,
        documents: Sequence[Document],
        *,
        vocabulary: Vocabulary | None = None,
        words: WordVectors | None = None,
        signposts: Sequence[Document] = (),
        fusion: Fusion | None = None,
        encoder: Encoder | None = None,
        heads: Heads | None = None,
        at_leisure: bool = False,
        parts: Parts | None = None,
    ) -> "Index":
        """Index documents, with signposts for what they do not cover.

        `heads` are used where they know nine tenths of the documents and their vectors are as wide; else new
        ones are trained, those of a large base in earnest only `at_leisure`, which takes minutes. `parts` are
        what was made beforehand of these same documents.
        """
        every, words = (*documents, *signposts), words or WordVectors.empty()
        vocabulary = vocabulary or Vocabulary()
        fusion = fusion or (DEFAULT if encoder else WITHOUT_ENCODER)
        if parts is not None:
            analyser = Analyser(vocabulary, Speller(parts.counts, words.rows, parts.slips))
            featurizer = Featurizer(
                parts.held, parts.examples, words=words, shape=fusion.shape, encoder=encoder
            )
            segment = parts.segment(every, encoder, fusion.shape)
        else:
            analyser, examples, bodies = analyse_base(*_texts(every), vocabulary, words.rows)
            featurizer = Featurizer.of(examples, words=words, shape=fusion.shape, encoder=encoder)
            segment = Segment.build(every, Texts.of(every, examples, bodies), featurizer)
        usable = heads is not None and len(heads.matrix) == featurizer.width + 1 and heads.covers(documents)
        chosen = heads if heads is not None and usable else trained(segment, at_leisure=at_leisure)
        segment = replace(segment, columns=segment.columns_of(chosen))
        kinds = Kinds.of(len(documents), len(signposts))
        table = ContrastTable.of(documents)
        return cls((segment,), every, kinds, analyser, featurizer, fusion, chosen, table, usable)

    def overlaid(self, changes: Mapping[str, Document | None]) -> "Index":
        """The same with some documents changed, new or (None) taken away: it costs what was changed.

        How rare words are is still counted on this index. Overlay an index that is no overlay itself.
        """
        own = tuple(document for document in changes.values() if document is not None)
        analyser, examples, bodies = self.analyser.with_texts(*_texts(own))
        shared = self.segments[0]
        featurizer = self.featurizer.with_examples(examples)
        added = Segment.build(own, Texts.of(own, examples, bodies), featurizer, shared.postings)
        added = replace(added, columns=added.columns_of(self.heads))
        documents = (*self.documents, *own)
        kinds = self.kinds.without([n for n, d in enumerate(self.documents) if d.id in changes], len(own))
        shown = (document for n, document in enumerate(documents) if kinds.answers[n])
        return replace(
            self,
            segments=(shared, added),
            documents=documents,
            kinds=kinds,
            analyser=analyser,
            featurizer=featurizer,
            contrasts=ContrastTable.of(shown),
        )

    @property
    def vectors(self) -> Floats:
        """The vectors of the first segment's examples."""
        return self.segments[0].neighbours.vectors

    def taken_apart(self, encoded: NDArray[np.int8]) -> Parts:
        """What took long to make, of an index without an encoder, with the encoder's bytes."""
        segment, speller = self.segments[0], self.analyser.speller
        return Parts(
            speller.counts,
            speller.slips,
            self.featurizer.held,
            segment.alone,
            segment.references,
            segment.postings,
            tuple(np.diff(segment.neighbours.starts).tolist()),
            segment.neighbours.blocks[0],
            encoded,
        )

    def vectors_of(self, texts: Sequence[str]) -> Floats:
        """The vectors of texts as they are searched for, a row of length 1 each."""
        return self.featurizer.vectors([self.analyser.analyse(text) for text in texts])

    def search(self, question: str, limit: int = 5) -> Ranking:
        """The best documents for a question, and what was seen in finding them."""
        return self.search_many([question], limit)[0]

    def search_many(self, questions: Sequence[str], limit: int = 5) -> list[Ranking]:
        """The same for many questions at once, which takes less time for each."""
        return list(chain.from_iterable(self._some(some, limit) for some in _parts(questions)))

    def _some(self, questions: Sequence[str], limit: int) -> Iterator[Ranking]:
        analyses = [self.analyser.analyse(question) for question in questions]
        empty = not self.kinds.answers.any()
        every = [None] * len(analyses) if empty else self._scores(analyses)
        for analysis, scores in zip(analyses, every, strict=True):
            if scores is None or not telling(analysis.repaired):
                yield Ranking((), None, Signals())
            else:
                yield ranking_of(self, analysis, scores, limit)

    def _scores(self, analyses: Sequence[Analysis]) -> list[Scores]:
        vectors = self.featurizer.vectors(analyses)
        return scores_of(self.segments, self.kinds, self.fusion, analyses, vectors)

    def score(self, analysis: Analysis, document: int) -> float:
        """How well one document fits, by its number, compared with itself alone on other questions."""
        return float(self._scores([analysis])[0].fit(document))

    def explain(self, question: str, document_id: str) -> Explanation:
        """The words of the question that match a document, and what they were repaired from."""
        numbers = (n for n, document in enumerate(self.documents) if document.id == document_id)
        number = next(n for n in numbers if self.kinds.shown[n])
        analysis = self.analyser.analyse(question)
        return explained(analysis, lambda one: self.score(one, number), self.analyser.without)


def trained(segment: Segment, *, at_leisure: bool = False) -> Heads:
    """Heads for the documents of a segment, trained on their examples."""
    neighbours = segment.neighbours
    owners: Numbers = np.repeat(np.arange(len(segment.documents)), np.diff(neighbours.starts))
    return Heads.train(neighbours.vectors, owners, segment.documents, at_leisure=at_leisure)


def _texts(documents: Sequence[Document]) -> tuple[list[str], list[str]]:
    """The examples of documents, and a short answer and a body of each."""
    return (
        [text for document in documents for text in document.examples],
        [text for document in documents for text in (document.short_answer, document.body)],
    )


def _parts(questions: Sequence[str]) -> Iterator[Sequence[str]]:
    return (questions[start : start + _AT_A_TIME] for start in range(0, len(questions), _AT_A_TIME))
