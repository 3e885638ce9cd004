"""What each method says of each document, for many questions at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval.analysis import Analysis
from bot.domain.retrieval.heads import Columns, Numbers, log_shares
from bot.domain.retrieval.kinds import Kinds
from bot.domain.retrieval.ranking import Fusion
from bot.domain.retrieval.segment import Segment
from bot.domain.retrieval.vectors import Floats

_LIKELY = 16
_LIKELY_POSTS = 6
"""Documents, and signposts, that are compared example by example."""
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Scores:
    """One question's scores, a number for each document. `nearest` is 0 but for those of `likely`."""

    fused: Floats
    words: Floats
    mean: Floats
    head: Floats
    topic: Floats
    nearest: Floats
    likely: Numbers
    alone: Floats

    def fit(self, document: int) -> np.float32:
        """How well one document fits by the methods that do not depend on the other documents."""
        return np.float32(self.alone[document])


def scores_of(
    segments: Sequence[Segment],
    kinds: Kinds,
    fusion: Fusion,
    analyses: Sequence[Analysis],
    vectors: Floats,
) -> list[Scores]:
    """The scores of all documents for each question; those that are not shown get none."""
    shown = kinds.shown
    columns = [segment.columns for segment in segments if segment.columns is not None]
    words = _beside([np.array([s.postings.scores(a.terms) for a in analyses], np.float32) for s in segments])
    mean = _beside([segment.neighbours.to_means(vectors) for segment in segments])
    head = log_shares(np.where(shown, _beside([each.logits(vectors) for each in columns]), _NEVER))
    topic = _topics(columns, vectors)
    alone = np.float32(fusion.words) * words + np.float32(fusion.mean) * mean
    first = alone + np.float32(fusion.head) * head + np.float32(fusion.topic) * topic
    first = np.where(shown, first, _NEVER)
    made = []
    for number, vector in enumerate(vectors):
        likely = _likeliest(first[number], kinds)
        nearest = np.zeros(len(shown), np.float32)
        nearest[likely] = _nearest(segments, vector, likely)
        fused = first[number] + np.float32(fusion.nearest) * nearest
        made.append(
            Scores(
                fused,
                words[number],
                mean[number],
                head[number],
                topic[number],
                nearest,
                likely,
                alone[number],
            )
        )
    return made


def _topics(columns: Sequence[Columns], vectors: Floats) -> Floats:
    """The log-probability of each document's topic. All columns come of the same heads."""
    logs = columns[0].topic_logs(vectors)
    return _beside([logs[:, each.topic] for each in columns])


def _beside(parts: Sequence[Floats]) -> Floats:
    return parts[0] if len(parts) == 1 else np.hstack(parts)


def _likeliest(scores: Floats, kinds: Kinds) -> Numbers:
    """The numbers of the documents and of the signposts that may come first, in order."""
    best = [_most(scores, kinds.answers, _LIKELY), _most(scores, kinds.posts, _LIKELY_POSTS)]
    return np.sort(np.concatenate(best))


def _most(scores: Floats, among: NDArray[np.bool_], count: int) -> Numbers:
    numbers = np.flatnonzero(among)
    if len(numbers) <= count:
        return numbers
    return numbers[np.argpartition(scores[numbers], -count)[-count:]]


def _nearest(segments: Sequence[Segment], vector: Floats, likely: Numbers) -> Floats:
    """The cosine of the nearest example of each of these documents, which are in order."""
    made, start = [], 0
    for segment in segments:
        end = start + len(segment.documents)
        some = likely[(likely >= start) & (likely < end)] - start
        made.append(segment.neighbours.to_nearest(vector, some))
        start = end
    return np.concatenate(made)
