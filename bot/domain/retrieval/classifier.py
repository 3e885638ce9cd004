"""A linear classifier over the documents, trained on their examples when the base is loaded."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Classifier:
    """Least squares, one document against the rest (Rifkin, Yeo and Poggio, 2003): closed form, so quick.

    `weights` has a row for each document: its product with a question's vector is near 1 for one of the
    document's own examples. `centres` has the unit mean of each document's examples.
    """

    weights: Floats
    centres: Floats

    @classmethod
    def train(
        cls, batches: Iterable[tuple[Floats, NDArray[np.intp]]], width: int, *, penalty: float
    ) -> "Classifier":
        """Fit to batches of examples: a row for each, and how many each of the batch's documents owns, in order.

        Each document owns at least one, and all documents weigh the same.
        """
        gram = np.float32(penalty) * np.eye(width, dtype=np.float32)
        gathered = [np.zeros((0, width), np.float32)]
        for examples, counts in batches:
            share = (1 / counts).astype(np.float32).repeat(counts)[:, None]
            weighted = examples * share
            gram += examples.T @ weighted
            gathered.append(np.add.reduceat(weighted, np.cumsum(counts) - counts))
        means = np.concatenate(gathered)
        mean = means.sum(0) / np.float32(max(len(means), 1))
        weights = np.linalg.solve(gram, (means - mean).T).T
        lengths = np.sqrt((means**2).sum(1, keepdims=True))
        means /= np.maximum(lengths, np.float32(1e-9))
        return cls(np.ascontiguousarray(weights, np.float32), means)
