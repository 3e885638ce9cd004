"""Fits when to answer, when to offer and when to say `I don't know`, by holding questions and entries out."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.domain.entry import Entry, Signpost
from bot.domain.knowledge import Engine, as_document
from bot.domain.retrieval import Document, Index, Judge, Limits, Ranking, WordVectors

_FOLDS = 5
_RIDGE = 1e-2
_ROUNDS = 30
_MOST_WRONG = 0.09
_MOST_DECLINED = 0.04
_MOST_ASTRAY = 0.25

_PROBE = (
    Document(
        "notice", "How much notice before funding ends?", ("three months notice", "funding stops next week")
    ),
    Document(
        "overheads", "Do grants cover overheads?", ("core costs", "will they pay for rent and management")
    ),
    Document(
        "tupe",
        "What is TUPE?",
        ("do staff transfer to the new provider", "taking on another charity's people"),
    ),
)
_PROBE_QUESTIONS = (
    "notice of fundng",
    "who pays our rent",
    "staff moving to us",
    "the weather in Leeds",
    "TUPE",
)


@dataclass(frozen=True, slots=True)
class Trial:
    """One held-out question: what the search made of it, and whether the base covered it and was right."""

    ranking: Ranking
    covered: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Fitter:
    """Tries questions on bases that do not hold them, and fits the limits to what came."""

    entries: Sequence[Entry]
    signposts: Sequence[Signpost]
    engine: Engine

    def fit(self) -> Limits:
        """The limits that answer most, with few wrong answers and few questions declined."""
        trials = list(self.trials())
        return fit_limits(trials, fit_judge(trials))

    def trials(self) -> Iterator[Trial]:
        """The checks, asked of the whole base; then, fold by fold, what each held out.

        In a fold, a fifth of the questions, of the topics and of what signposts turn away is held out.
        """
        whole = self._index(self.entries, self.signposts)
        for entry in self.entries:
            yield from (self._covered(whole, entry, check) for check in entry.checks)
        for fold in range(_FOLDS):
            yield from self._fold(fold)

    def _fold(self, fold: int) -> Iterator[Trial]:
        away = set(self._topics()[fold::_FOLDS])
        index = self._index(
            [replace(e, questions=_kept(e.questions, fold)) for e in self.entries if e.topic not in away],
            [replace(post, questions=_kept(post.questions, fold)) for post in self.signposts],
        )
        for entry in self.entries:
            for question in entry.questions[fold::_FOLDS]:
                if entry.topic in away:
                    yield Trial(index.search(question), covered=False, right=False)
                else:
                    yield self._covered(index, entry, question)
        for post in self.signposts:
            yield from (
                Trial(index.search(q), covered=False, right=False) for q in post.questions[fold::_FOLDS]
            )

    def _covered(self, index: Index, entry: Entry, question: str) -> Trial:
        ranking = index.search(question)
        topics = {document.id: document.topic for document in index.documents}
        found = topics[ranking.matches[0].id] if ranking.matches else None
        return Trial(ranking, covered=True, right=found == entry.topic)

    def _index(self, entries: Sequence[Entry], signposts: Sequence[Signpost]) -> Index:
        return Index.build(
            [as_document(entry) for entry in entries],
            vocabulary=self.engine.vocabulary,
            words=self.engine.words(),
            signposts=[Document(post.id, post.title, post.questions) for post in signposts],
        )

    def _topics(self) -> list[str]:
        return sorted({entry.topic for entry in self.entries})


def fingerprint(words: WordVectors) -> tuple[float, ...]:
    """What the scoring makes of a few questions on a small base: it moves when the scoring is changed."""
    index = Index.build(_PROBE, words=words)
    rankings = [index.search(question) for question in _PROBE_QUESTIONS]
    return tuple(round(value, 4) for r in rankings for value in (r.matches[0].score, *astuple(r.signals)))


def fit_judge(trials: Sequence[Trial]) -> Judge:
    """A ridge logistic regression of whether the base covers a question, both kinds weighing the same."""
    signals = np.array([[*astuple(trial.ranking.signals), 1.0] for trial in trials])
    covered = np.array([trial.covered for trial in trials], float)
    share = covered.mean()
    each = np.where(covered > 0, 0.5 / max(share, 1e-9), 0.5 / max(1 - share, 1e-9))
    weights = _logistic(signals, covered, each)
    return Judge(tuple(map(float, weights[:-1])), float(weights[-1]))


def fit_limits(trials: Sequence[Trial], judge: Judge) -> Limits:
    """The floor under which few covered questions lie, and the limits that answer most with few wrong.

    Trials hold questions of both kinds, covered and not.
    """
    covered = np.array([trial.covered for trial in trials])
    likely = np.array([judge.answerability(trial.ranking.signals) for trial in trials])
    floor = float(np.quantile(likely[covered], _MOST_DECLINED))
    best, most = Limits(floor, 1.0, 0.0, judge), 0.0
    for sure in np.quantile(likely[covered], np.linspace(0.05, 0.95, 37)):
        for margin in np.linspace(0.01, 0.2, 20):
            limits = Limits(floor, max(float(sure), floor), float(margin), judge)
            right, wrong, astray = _counted(trials, likely, limits)
            if wrong <= _MOST_WRONG and astray <= _MOST_ASTRAY and right > most:
                best, most = limits, right
    return best


def _counted(
    trials: Sequence[Trial], likely: NDArray[np.float64], limits: Limits
) -> tuple[float, float, float]:
    """Shares answered rightly and wrongly of what is covered, and answered at all of what is not."""
    lead = np.array([t.ranking.lead for t in trials])
    posted = np.array([t.ranking.signpost is not None for t in trials])
    answered = (likely >= limits.sure) & (lead >= limits.margin) & ~posted
    covered, right = np.array([t.covered for t in trials]), np.array([t.right for t in trials])
    return (
        float((answered & right)[covered].mean()),
        float((answered & ~right)[covered].mean()),
        float(answered[~covered].mean()),
    )


def _kept(questions: Sequence[str], fold: int) -> tuple[str, ...]:
    """The questions without every fifth one."""
    return tuple(question for number, question in enumerate(questions) if number % _FOLDS != fold)


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
