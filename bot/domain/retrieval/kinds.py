"""Which documents of an index may answer, which are signposts, and which an edit has replaced."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Kinds:
    """For each document, whether it may answer and whether it is a signpost; neither where it is replaced."""

    answers: Flags
    posts: Flags

    @classmethod
    def of(cls, documents: int, signposts: int) -> "Kinds":
        """Documents, then signposts."""
        answers = np.arange(documents + signposts) < documents
        return cls(answers, ~answers)

    @property
    def shown(self) -> Flags:
        """Those that are searched."""
        made: Flags = self.answers | self.posts
        return made

    def without(self, numbers: Sequence[int], added: int) -> "Kinds":
        """Some are replaced, and as many as `added` stand behind that may answer."""
        answers = np.append(self.answers, np.ones(added, bool))
        answers[list(numbers)] = False
        return Kinds(answers, np.append(self.posts, np.zeros(added, bool)))
