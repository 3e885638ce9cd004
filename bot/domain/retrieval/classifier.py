"""A linear classifier over the documents, trained on their examples when the base is loaded."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Training:
    """How the classifier is trained: what its two linear scores weigh, and the ridge penalty of the first."""

    discrimination: float = 0.37
    likeness: float = 0.27
    penalty: float = 1.0


@dataclass(frozen=True, slots=True)
class Classifier:
    """Two linear scores as one: what sets a document apart from the rest, and what it is like.

    The first is least squares, one document against the rest (Rifkin, Yeo and Poggio, 2003): closed form, so
    quick. The second is the unit mean of the document's examples (Rocchio, 1971). `weights` has a row for
    each document.
    """

    weights: Floats

    @classmethod
    def train(
        cls, batches: Iterable[tuple[Floats, NDArray[np.intp]]], shape: tuple[int, int], training: Training
    ) -> "Classifier":
        """Fit to batches: a row for each example, and how many each of the batch's documents owns.

        `shape` is the number of documents and the length of a row. Each document owns at least one example,
        and all documents weigh the same.
        """
        means = np.zeros(shape, np.float32)
        gram = np.float32(training.penalty) * np.eye(shape[1], dtype=np.float32)
        done = 0
        for examples, counts in batches:
            weighted = examples * (1 / counts).astype(np.float32).repeat(counts)[:, None]
            gram += examples.T @ weighted
            means[done : done + len(counts)] = np.add.reduceat(weighted, np.cumsum(counts) - counts)
            done += len(counts)
        inverse = np.linalg.inv(gram) * np.float32(training.discrimination)
        weights = means @ inverse
        weights -= means.mean(0) @ inverse if len(means) else 0
        means *= (
            np.float32(training.likeness)
            / np.maximum(np.sqrt(np.einsum("ij,ij->i", means, means)), np.float32(1e-9))[:, None]
        )
        weights += means
        return cls(weights)

    def scores(self, question: Floats) -> Floats:
        """How much each document fits a question's vector."""
        made: Floats = self.weights @ question
        return made
