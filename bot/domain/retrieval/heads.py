"""Softmax classifiers over the vectors: how probable each document is, and each topic."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.documents import Document
from bot.domain.retrieval.vectors import Floats

Numbers = NDArray[np.intp]

NOT_COVERED = "none"
"""The topic of signposts."""

_SCALE = np.float32(8.0)
_BATCH = 2048
_EPOCHS = 15
_FEWEST_STEPS = 60
_RATE = 0.05
_SHRINK = np.float32(3e-4)
_MOST_WORK = 4_500_000
"""Examples times documents above which a head is made of the means alone: training would take seconds."""
_SHARPNESS = np.float32(20.0)
_LEAST = np.float32(-12.0)


@dataclass(frozen=True)
class Heads:
    """Weights for each document and each topic that was known when they were trained.

    `matrix` has a column for each of `documents`, then of `topics`; its last row is the constant.
    `fingerprint` names the base and the encoder that they were trained for.
    """

    documents: tuple[str, ...]
    topics: tuple[str, ...]
    matrix: Floats
    fingerprint: str = ""

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """The column of each document."""
        return {name: column for column, name in enumerate(self.documents)}

    def covers(self, documents: Sequence[Document]) -> bool:
        """Nine tenths of these documents were known when the heads were trained."""
        known = sum(document.id in self.columns for document in documents)
        return known >= 0.9 * len(documents)

    @classmethod
    def train(
        cls, vectors: Floats, owners: Numbers, documents: Sequence[Document], *, at_leisure: bool = False
    ) -> "Heads":
        """Train on the examples' vectors, `owners` telling the number of the document that each is of.

        A large base gets columns made of means, which take no time, unless this may be done `at_leisure`.
        """
        topics = tuple(sorted({topic_of(document) for document in documents}))
        topic = np.array([topics.index(topic_of(document)) for document in documents], np.intp)[owners]
        quick = not at_leisure and len(vectors) * len(documents) > _MOST_WORK
        fitted = _means if quick else _fitted
        matrix = np.hstack([fitted(vectors, owners, len(documents)), fitted(vectors, topic, len(topics))])
        return cls(tuple(document.id for document in documents), topics, matrix)


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads' weights in the order of some documents, and the column of each document's topic.

    A document that the heads do not know is given a column made of the mean of its examples; a topic that
    they do not know is held for as probable as can be, so that it decides nothing.
    """

    matrix: Floats
    topics: Floats
    topic: Numbers

    @classmethod
    def of(cls, heads: Heads, documents: Sequence[Document], centroids: Floats) -> "Columns":
        """Put the heads' columns in the order of these documents."""
        made = np.empty((heads.matrix.shape[0], len(documents)), np.float32)
        for place, document in enumerate(documents):
            column = heads.columns.get(document.id)
            made[:, place] = heads.matrix[:, column] if column is not None else _from_mean(centroids[place])
        numbers = {topic: number for number, topic in enumerate(heads.topics)}
        topic = np.array([numbers.get(topic_of(document), -1) for document in documents], np.intp)
        return cls(made, heads.matrix[:, len(heads.documents) :], topic)

    def logits(self, vectors: Floats) -> Floats:
        """The evidence for each document, a row for each vector."""
        made: Floats = _with_constant(vectors) @ self.matrix
        return made

    def topic_logs(self, vectors: Floats) -> Floats:
        """The log-probability of each topic, a row for each vector; the last column is that of no topic."""
        made = log_shares(_with_constant(vectors) @ self.topics)
        return np.hstack([made, np.zeros((len(vectors), 1), np.float32)])


def topic_of(document: Document) -> str:
    """The document's topic; signposts have one of their own."""
    return document.topic or NOT_COVERED


def log_shares(logits: Floats) -> Floats:
    """The logarithm of each row's softmax, at least -12."""
    shifted = logits - logits.max(1, keepdims=True)
    with np.errstate(divide="ignore"):
        made: Floats = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return np.maximum(made, _LEAST)


def _with_constant(vectors: Floats) -> Floats:
    return np.hstack([vectors * _SCALE, np.ones((len(vectors), 1), np.float32)])


def _from_mean(mean: Floats) -> Floats:
    """A column by which the mean's own direction counts for the document."""
    return np.append(mean * (_SHARPNESS / _SCALE), np.float32(0.0))


def _fitted(vectors: Floats, owners: Numbers, count: int) -> Floats:
    """Weights by which a softmax tells the owners apart."""
    given = _with_constant(vectors)
    if count < 2:
        return _means(vectors, owners, count)
    steps = max(_EPOCHS * math.ceil(len(given) / _BATCH), _FEWEST_STEPS)
    return softmax_fitted(given, owners, count, steps=steps, batch=_BATCH)


def softmax_fitted(  # noqa: PLR0913 - as many as a training has settings
    given: Floats,
    owners: Numbers,
    count: int,
    *,
    steps: int,
    batch: int | None = None,
    weights: Floats | None = None,
    shrink: np.float32 = _SHRINK,
) -> Floats:
    """Train a softmax: Adam (Kingma and Ba, 2015) on cross-entropy, on `batch` rows at a time or on all.

    `weights` are what each row counts, in sum 1; all the same where they are not given. `shrink` pulls
    towards 0.
    """
    dice, parts = np.random.default_rng(0), math.ceil(len(given) / batch) if batch else 1
    made = np.zeros((given.shape[1], count), np.float32)
    first, second = np.zeros_like(made), np.zeros_like(made)
    equal = np.ones(len(given), np.float32) if weights is None else weights
    for step in range(steps):
        if step % parts == 0:
            batches = np.array_split(dice.permutation(len(given)), parts)
        some = batches[step % parts]
        each = equal[some] / np.float32(len(some)) if weights is None else equal[some]
        slope: Floats = _slope(given[some], owners[some], made, each) + made * shrink
        first += np.float32(0.1) * (slope - first)
        second += np.float32(0.001) * (slope * slope - second)
        root = np.sqrt(second / np.float32(1 - 0.999 ** (step + 1)))
        step_size = np.float32(_RATE / (1 - 0.9 ** (step + 1)))
        made -= step_size * first / (root + np.float32(1e-8))
    return made


def _slope(given: Floats, owners: Numbers, made: Floats, weights: Floats) -> Floats:
    """The gradient of the weighted cross-entropy."""
    wrong: Floats = np.exp(log_shares(given @ made))
    wrong[np.arange(len(owners)), owners] -= 1
    wrong *= weights[:, None]
    slope: Floats = given.T @ wrong
    return slope


def _means(vectors: Floats, owners: Numbers, count: int) -> Floats:
    """Columns made of the means, for bases too large to train on."""
    if not count:
        return np.zeros((vectors.shape[1] + 1, 0), np.float32)
    sums = np.zeros((count, vectors.shape[1]), np.float32)
    np.add.at(sums, owners, vectors)
    lengths = np.maximum(np.sqrt(np.einsum("ij,ij->i", sums, sums)), np.float32(1e-9))
    return np.stack([_from_mean(mean) for mean in sums / lengths[:, None]], axis=1)
