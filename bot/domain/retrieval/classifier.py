"""A linear classifier over the documents, trained on their examples when the base is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.retrieval.vectors import Floats


@dataclass(frozen=True, slots=True)
class Classifier:
    """Least squares, one document against the rest (Rifkin, Yeo and Poggio, 2003): closed form, so quick.

    `weights` has a row for each document.
    """

    weights: Floats

    @classmethod
    def train(
        cls, examples: Floats, owners: Sequence[int], documents: int, *, penalty: float
    ) -> "Classifier":
        """Fit to examples, one a row, in the order of the documents that own them; each owns at least one."""
        width = examples.shape[1]
        counts = np.bincount(np.asarray(owners, np.intp), minlength=documents).astype(np.float32)
        each = 1.0 / np.sqrt(counts[list(owners)])
        weighted = examples * each[:, None]
        gram = weighted.T @ weighted + np.float32(penalty) * np.eye(width, dtype=np.float32)
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.intp)
        sums = np.add.reduceat(examples * (each**2)[:, None], starts)
        mean = (weighted * each[:, None]).sum(0) / np.float32(max(documents, 1))
        weights = np.linalg.solve(gram, (sums - mean).T).T
        return cls(np.ascontiguousarray(weights, np.float32))

    def scores(self, question: Floats) -> Floats:
        """How much each document fits a question's vector: near 1 for one of its own examples."""
        made: Floats = self.weights @ question
        return made
