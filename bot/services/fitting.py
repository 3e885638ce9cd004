"""Fits when to answer, when to offer and when to say `I don't know`, by holding questions and entries out."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.domain.retrieval import Document, Index, Judge, Limits, Ranking, Vocabulary, WordVectors

_FOLDS = 5
_RIDGE = 1e-2
_ROUNDS = 30
_MOST_WRONG = 0.03
_MOST_DECLINED = 0.05


@dataclass(frozen=True, slots=True)
class Trial:
    """One held-out question: what the search made of it, and whether the base covered it and was right."""

    ranking: Ranking
    covered: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Fitter:
    """Tries the questions of documents on bases that do not hold them, and fits the limits to what came."""

    documents: Sequence[Document]
    signposts: Sequence[Document]
    vocabulary: Vocabulary
    words: WordVectors

    def fit(self) -> Limits:
        """The limits that answer most, with few wrong answers and few questions declined."""
        trials = list(self.trials())
        judge = fit_judge(trials)
        return fit_limits(trials, judge)

    def trials(self) -> Iterator[Trial]:
        """In each fold, a fifth of the questions, of the documents and of the signposts is held out."""
        for fold in range(_FOLDS):
            yield from self._fold(fold)

    def _fold(self, fold: int) -> Iterator[Trial]:
        away = set(self._topics()[fold::_FOLDS])
        kept, asked = _held_out([d for d in self.documents if d.topic not in away], fold)
        posts, unasked = _held_out(self.signposts, fold)
        index = Index.build(kept, vocabulary=self.vocabulary, words=self.words, signposts=posts)
        topics = {document.id: document.topic for document in self.documents}
        for document, question in asked:
            ranking = index.search(question)
            found = topics[ranking.matches[0].id] if ranking.matches else None
            yield Trial(ranking, covered=True, right=found == document.topic)
        absent = [(d, q) for d in self.documents if d.topic in away for q in d.questions[fold::_FOLDS]]
        for _, question in (*absent, *unasked):
            yield Trial(index.search(question), covered=False, right=False)

    def _topics(self) -> list[str]:
        return sorted({document.topic for document in self.documents})


def fit_judge(trials: Sequence[Trial]) -> Judge:
    """A ridge logistic regression of whether the base covers a question, both kinds weighing the same."""
    signals = np.array([[*astuple(trial.ranking.signals), 1.0] for trial in trials])
    covered = np.array([trial.covered for trial in trials], float)
    share = covered.mean()
    each = np.where(covered > 0, 0.5 / max(share, 1e-9), 0.5 / max(1 - share, 1e-9))
    weights = _logistic(signals, covered, each)
    return Judge(tuple(map(float, weights[:-1])), float(weights[-1]))


def fit_limits(trials: Sequence[Trial], judge: Judge) -> Limits:
    """The floor under which few covered questions lie, and the lowest `sure` and `margin` with few wrong answers."""
    covered = np.array([trial.covered for trial in trials])
    likely = np.array([judge.answerability(trial.ranking.signals) for trial in trials])
    floor = float(np.quantile(likely[covered], _MOST_DECLINED)) if covered.any() else 0.5
    best = Limits(floor, 1.0, 0.0, judge)
    most = -1
    for sure in np.quantile(likely[covered], np.linspace(0.05, 0.95, 19)) if covered.any() else []:
        for margin in np.linspace(0.0, 0.2, 11):
            right, wrong, astray = _counted(trials, likely, max(float(sure), floor), float(margin))
            if wrong <= _MOST_WRONG and astray <= _MOST_WRONG and right > most:
                best, most = Limits(floor, max(float(sure), floor), float(margin), judge), right
    return best


def _counted(
    trials: Sequence[Trial], likely: NDArray[np.float64], sure: float, margin: float
) -> tuple[float, float, float]:
    """Shares answered rightly and wrongly of what is covered, and answered at all of what is not."""
    lead = np.array([t.ranking.lead for t in trials])
    posted = np.array([t.ranking.signpost is not None for t in trials])
    answered = (likely >= sure) & (lead >= margin) & ~posted
    covered, right = np.array([t.covered for t in trials]), np.array([t.right for t in trials])
    return (
        float((answered & right)[covered].mean()),
        float((answered & ~right)[covered].mean()),
        float(answered[~covered].mean()) if (~covered).any() else 0.0,
    )


def _held_out(documents: Sequence[Document], fold: int) -> tuple[list[Document], list[tuple[Document, str]]]:
    """The documents without every fifth question, and those questions."""
    asked = [(document, question) for document in documents for question in document.questions[fold::_FOLDS]]
    kept = [
        replace(d, questions=tuple(q for n, q in enumerate(d.questions) if n % _FOLDS != fold))
        for d in documents
    ]
    return kept, asked


def _logistic(
    signals: NDArray[np.float64], truth: NDArray[np.float64], each: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Newton's method; the last column is the constant, and is not shrunk."""
    weights = np.zeros(signals.shape[1])
    shrink = np.full(signals.shape[1], _RIDGE * len(truth) / 100)
    shrink[-1] = 1e-6
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(signals @ weights, -30, 30)))
        slope = signals.T @ (each * (likely - truth)) + shrink * weights
        bend = (signals * (each * likely * (1 - likely))[:, None]).T @ signals + np.diag(shrink + 1e-9)
        weights -= np.linalg.solve(bend, slope)
    return weights
