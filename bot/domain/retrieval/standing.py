"""Who is first: the ranking of the documents for one question, from the scores of each method."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from bot.domain.retrieval.analysis import Analysis
from bot.domain.retrieval.contrasts import ContrastTable
from bot.domain.retrieval.documents import Document, Match, Ranking, Signals
from bot.domain.retrieval.features import Featurizer
from bot.domain.retrieval.kinds import Flags, Kinds
from bot.domain.retrieval.normalise import references, stems, telling
from bot.domain.retrieval.ranking import Fusion
from bot.domain.retrieval.scores import Scores
from bot.domain.retrieval.segment import Segment
from bot.domain.retrieval.vectors import Floats

_ROUNDING = 1e-4
_SIBLINGS = 8
"""Of so many of the best, siblings are told apart by their cues."""
_RIVAL, _POLAR_RIVAL = 0.05, 0.25
"""How near a sibling must be in score to be as likely, where no cue tells it from the best."""


class Searched(Protocol):
    """What of an index it takes to rank its documents."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Its parts, whose documents follow one another."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of all segments in turn."""

    @property
    def kinds(self) -> Kinds:
        """Which of them may answer."""

    @property
    def featurizer(self) -> Featurizer:
        """Knows how rare each stem is."""

    @property
    def fusion(self) -> Fusion:
        """How the methods are weighed."""

    @property
    def contrasts(self) -> ContrastTable:
        """Which documents differ in little, and by which cues."""


def ranking_of(index: Searched, analysis: Analysis, scores: Scores, limit: int) -> Ranking:
    """The best documents, what tells how sure it is, and the signpost where one fits better."""
    kinds = index.kinds
    fused, unsettled = _told_apart(index, analysis, scores.fused)
    scores = replace(scores, fused=fused)
    order = _best(np.where(kinds.answers, fused, -np.inf), max(limit, _SIBLINGS))
    best = order[0]
    shares = _shares(fused, kinds.answers, index.fusion.sharpness)
    rivals = [n for n in order[1:] if frozenset((best, n)) in unsettled and _is_rival(index, fused, best, n)]
    posts = np.where(kinds.posts, fused, -np.inf)
    post = int(posts.argmax())
    return Ranking(
        matches=tuple(_match(index, number, shares) for number in order[:limit]),
        signpost=_match(index, post, shares) if posts[post] > fused[best] else None,
        signals=_signals(index, analysis, scores, best),
        vague=_is_vague(index, analysis, telling(analysis.repaired), best),
        rivals=tuple(_match(index, number, shares) for number in rivals),
    )


def _is_rival(index: Searched, fused: Floats, best: int, other: int) -> bool:
    """The other is as likely: nearly where they differ in polarity, all but the same elsewhere."""
    pair = index.documents[best].id, index.documents[other].id
    most = _POLAR_RIVAL if pair in index.contrasts.polar else _RIVAL
    return bool(fused[best] - fused[other] < most)


def _match(index: Searched, number: int, shares: Floats) -> Match:
    return Match(index.documents[number].id, round(min(1.0, float(shares[number])), 4))


def _told_apart(index: Searched, analysis: Analysis, fused: Floats) -> tuple[Floats, set[frozenset[int]]]:
    """The scores after the cues have spoken, and the pairs of siblings that the cues leave open."""
    if not index.contrasts.siblings:
        return fused, set()
    order = _best(np.where(index.kinds.answers, fused, -np.inf), _SIBLINGS)
    places = {index.documents[number].id: number for number in order}
    pointed = index.contrasts.pointed(tuple(places), analysis.stems)
    moved = dict.fromkeys(order, 0.0)
    for (one, other), way in pointed.items():
        weight = index.fusion.polarity if (one, other) in index.contrasts.polar else index.fusion.cue
        moved[places[one]] += way * weight
        moved[places[other]] -= way * weight
    made, most = fused.copy(), index.fusion.polarity
    for number, by in moved.items():
        made[number] += np.float32(max(-most, min(most, by)))
    return made, {frozenset((places[a], places[b])) for (a, b), way in pointed.items() if not way}


def _shares(fused: Floats, answers: Flags, sharpness: float) -> Floats:
    """Each document's share of the evidence for all that can answer; a signpost's by the same measure."""
    best = fused[answers].max()
    raised = np.exp(np.float32(sharpness) * np.minimum(fused - best, np.float32(5.0)))
    made: Floats = raised / raised[answers].sum()
    return made


def _signals(index: Searched, analysis: Analysis, scores: Scores, best: int) -> Signals:
    """What tells of the best document."""
    documents, answers, fused = index.documents, index.kinds.answers, scores.fused
    topic = documents[best].topic
    likely = [number for number in scores.likely.tolist() if answers[number]]
    others = [float(fused[number]) for number in likely if number != best]
    elsewhere = [
        float(fused[number])
        for number in likely
        if number != best and not documents[best].is_near(documents[number])
    ]
    posts = fused[index.kinds.posts]
    score = float(fused[best])
    return Signals(
        known=_known(index, analysis),
        topic_lead=_lead(score, elsewhere),
        lead=_lead(score, others),
        apart=_lead(score, posts.tolist()),
        score=round(score, 4),
        words=round(float(scores.words[best]), 4),
        nearest=round(float(scores.nearest[best]), 4),
        mean=round(float(scores.mean[best]), 4),
        head=round(float(scores.head[best]), 4),
        topic=round(float(scores.topic[best]), 4),
        agreed=_agreed(index, scores, likely, topic),
        telling=round(math.log1p(len(telling(analysis.repaired))), 4),
    )


def _lead(score: float, others: Sequence[float]) -> float:
    """How far ahead it is of the best of the others, at most 1."""
    return round(min(1.0, score - max(others, default=-np.inf)), 4)


def _agreed(index: Searched, scores: Scores, likely: Sequence[int], topic: str) -> float:
    """The share of the methods that put the same topic first, among the likely documents."""
    if not likely:
        return 0.0  # only signposts came near
    methods = (scores.words, scores.mean, scores.head, scores.nearest)
    firsts = [likely[int(method[likely].argmax())] for method in methods]
    return sum(index.documents[first].topic == topic for first in firsts) / len(methods)


def _known(index: Searched, analysis: Analysis) -> float:
    found = stems(telling(analysis.repaired)) or analysis.stems
    rarity = index.featurizer.rarity(found)
    known = [index.featurizer.is_known(stem) for stem in found]
    return round(float(rarity[known].sum() / rarity.sum()), 4)


def _is_vague(index: Searched, analysis: Analysis, words: Sequence[str], best: int) -> bool:
    """One word that may mean much, or a number with a name that nothing here is known by."""
    known = [segment.references for segment in index.segments]
    if any(not any(named in some for some in known) for named in references(analysis.typed)):
        return True
    return len(words) == 1 and words[0] not in _alone(index, best)


def _alone(index: Searched, number: int) -> frozenset[str]:
    for segment in index.segments:
        if number < len(segment.alone):
            return segment.alone[number]
        number -= len(segment.alone)
    return frozenset()


def _best(scores: Floats, count: int) -> list[int]:
    """The numbers of the best documents, best first; of equals, the first.

    Scores are rounded, since machines differ in the last digits of a sum.
    """
    among = np.flatnonzero(scores > -np.inf)
    if count < len(among):
        least = np.partition(scores[among], -count)[-count]
        among = among[scores[among] >= least - _ROUNDING]
    order: list[int] = among[np.argsort(-np.round(scores[among] / _ROUNDING), kind="stable")][:count].tolist()
    return order
