"""Fits when to answer, when to offer and when to say `I don't know`, by holding questions and entries out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from enum import StrEnum
from itertools import product

import numpy as np
from numpy.typing import NDArray

from bot.domain.engine import Engine
from bot.domain.entry import Entry, Signpost
from bot.domain.retrieval import Document, Index, Judge, Limits, Ranking, Signals, WordVectors
from bot.domain.searched import as_document, as_post

_FOLDS = 5
_RIDGE = 1.0
_ROUNDS = 30
_MOST_WRONG = 0.02
"""The share of covered questions that may be answered by an entry that is no sibling of the right one."""
_MOST_SIBLINGS = 0.15
"""The share that may be answered by any other entry: an answer shows its siblings below it."""
_MOST_ASTRAY = 0.04
"""The share that may be answered of what signposts turn away, each asked with its phrasing held out.

Of the 45 that were answered most surely in November 2026, an entry did answer about half.
"""
_MOST_USELESS = 0.35
"""The share of offers that may hold no answer: what is held out is harder than what people ask."""
_UNCOVERED = 0.25
"""The share of all questions that is taken to be about what the base does not cover."""

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


class Held(StrEnum):
    """What was held out of the base when a question was tried."""

    PHRASING = "phrasing"
    ENTRY = "entry"
    TOPIC = "topic"
    SIGNPOST = "signpost"


@dataclass(frozen=True, slots=True)
class Trial:
    """One question that was held out: what the search made of it, and the entry that answers it, if any.

    `near` is true where the first entry is the right one or a sibling of it.
    """

    question: str
    ranking: Ranking
    held: Held
    entry_id: str | None = None
    near: bool = False

    @property
    def covered(self) -> bool:
        """The base answers it."""
        return self.entry_id is not None

    @property
    def place(self) -> int:
        """The place of the right entry, from 0; 9 where it is not among the best."""
        ids = [match.id for match in self.ranking.matches]
        return ids.index(self.entry_id) if self.entry_id in ids else 9


@dataclass(frozen=True, slots=True)
class Fitter:
    """Tries questions on bases that do not hold them, and fits the limits to what came."""

    entries: Sequence[Entry]
    signposts: Sequence[Signpost]
    engine: Engine

    def fit(self) -> Limits:
        """The limits that answer most, with at most two wrong answers in a hundred of each kind."""
        return fit_limits(list(self.trials()))

    def trials(self) -> Iterator[Trial]:
        """Fold by fold, what each held out.

        In a fold a fifth of the questions, of the topics, of the other topics' entries and of what signposts
        turn away is held out. Heads are trained anew on what is left.
        """
        for fold in range(_FOLDS):
            yield from self._fold(fold)

    def _fold(self, fold: int) -> Iterator[Trial]:
        away = set(sorted({entry.topic for entry in self.entries})[fold::_FOLDS])
        rest = [entry for entry in self.entries if entry.topic not in away]
        gone = {entry.id for entry in rest[fold :: _FOLDS * 2]}
        index = self._index(
            [replace(e, questions=_kept(e.questions, fold)) for e in rest if e.id not in gone],
            [replace(post, questions=_kept(post.questions, fold)) for post in self.signposts],
        )
        asked: list[tuple[str, Held, str | None]] = []
        for entry in self.entries:
            held = Held.TOPIC if entry.topic in away else Held.ENTRY if entry.id in gone else Held.PHRASING
            found = entry.id if held is Held.PHRASING else None
            asked += [(question, held, found) for question in entry.questions[fold::_FOLDS]]
        for post in self.signposts:
            asked += [(question, Held.SIGNPOST, None) for question in post.questions[fold::_FOLDS]]
        rankings = index.search_many([question for question, _, _ in asked])
        documents = {entry.id: as_document(entry) for entry in self.entries}
        for (question, held, found), ranking in zip(asked, rankings, strict=True):
            first = documents[ranking.matches[0].id] if ranking.matches else None
            near = found is not None and first is not None and documents[found].is_near(first)
            yield Trial(question, ranking, held, found, near)

    def _index(self, entries: Sequence[Entry], signposts: Sequence[Signpost]) -> Index:
        return Index.build(
            [as_document(entry) for entry in entries],
            vocabulary=self.engine.vocabulary,
            words=self.engine.words(),
            signposts=[as_post(post) for post in signposts],
            encoder=self.engine.encoder() if self.engine.encoder else None,
            at_leisure=True,
        )


def fingerprint(words: WordVectors) -> tuple[float, ...]:
    """What the scoring makes of a few questions on a small base: it moves when the scoring is changed."""
    index = Index.build(_PROBE, words=words)
    rankings = [index.search(question) for question in _PROBE_QUESTIONS]
    return tuple(round(value, 4) for r in rankings for value in (r.matches[0].score, *astuple(r.signals)))


def fit_limits(trials: Sequence[Trial]) -> Limits:
    """Three judges, and the limits that answer and offer most within the stated cost."""
    weights = weights_of(trials)
    asked = [number for number, trial in enumerate(trials) if trial.ranking.matches]
    truths = (
        [trial.place == 0 for trial in trials],
        [trial.near for trial in trials],
        [trial.place < 3 for trial in trials],
    )
    found = [trials[number] for number in asked]
    judges = [_judge(found, np.array(truth)[asked], weights[asked]) for truth in truths]
    limits = _surest(trials, weights, Limits(1.0, 1.0, 1.0, *judges))
    return replace(limits, floor=_floor(trials, weights, limits))


def fit_coverage(trials: Sequence[Trial]) -> Judge:
    """A judge of whether the base covers a question at all, by how like it the best document is.

    For bases without signposts: on public sets the other signals mislead it about other subjects.
    """
    given = [trial for trial in trials if trial.ranking.matches]
    few = [replace(trial, ranking=replace(trial.ranking, signals=_few(trial))) for trial in given]
    return _judge(few, np.array([trial.covered for trial in given]), weights_of(given))


def _few(trial: Trial) -> Signals:
    seen = trial.ranking.signals
    return Signals(topic_lead=seen.topic_lead, score=seen.score, mean=seen.mean)


def weights_of(trials: Sequence[Trial]) -> NDArray[np.float64]:
    """What each trial counts: a quarter of all is not covered, half of that by signposts."""
    share = {Held.PHRASING: 1 - _UNCOVERED, Held.SIGNPOST: _UNCOVERED / 2}
    share |= dict.fromkeys((Held.TOPIC, Held.ENTRY), _UNCOVERED / 4)
    counts = Counter(trial.held for trial in trials)
    return np.array([share[trial.held] / counts[trial.held] for trial in trials])


def _surest(trials: Sequence[Trial], weights: NDArray[np.float64], limits: Limits) -> Limits:
    """The limits that answer most rightly, with few wrong and few astray."""
    anyhow = replace(limits, sure=0.0, safe=0.0)
    free = np.array([anyhow.answers(trial.ranking) for trial in trials])
    likely = np.array([limits.judge.probability(trial.ranking.signals) for trial in trials])
    close = np.array([limits.siblings.probability(trial.ranking.signals) for trial in trials])
    covered, right = np.array([t.covered for t in trials]), np.array([t.place == 0 for t in trials])
    near = np.array([trial.near for trial in trials])
    posted = np.array([trial.held is Held.SIGNPOST for trial in trials])
    posted = posted if posted.any() else ~covered
    best, most = (1.0, 1.0), -1.0
    for sure, safe in product(np.linspace(0.3, 0.98, 69), np.linspace(0.3, 0.98, 69)):
        answered = free & (likely >= sure) & (close >= safe)
        costs = (
            (answered & ~near)[covered].mean() / _MOST_WRONG,
            (answered & ~right)[covered].mean() / _MOST_SIBLINGS,
            answered[posted].mean() / _MOST_ASTRAY,
        )
        gained = weights[answered & right].sum()
        if max(costs) <= 1 and gained > most:
            best, most = (float(sure), float(safe)), gained
    return replace(limits, sure=round(best[0], 4), safe=round(best[1], 4))


def _floor(trials: Sequence[Trial], weights: NDArray[np.float64], limits: Limits) -> float:
    """The lowest floor at which few of the offers hold no answer."""
    offered = np.array(
        [
            not limits.answers(t.ranking) and t.ranking.signpost is None and bool(t.ranking.matches)
            for t in trials
        ]
    )
    likely = np.array([limits.offers.probability(trial.ranking.signals) for trial in trials])
    useless = np.array([trial.place >= 3 for trial in trials])
    for floor in np.linspace(0.05, 0.95, 91):
        some = offered & (likely >= floor)
        if weights[some & useless].sum() <= _MOST_USELESS * max(weights[some].sum(), 1e-9):
            return round(float(floor), 4)
    return 0.95


def _judge(trials: Sequence[Trial], truth: NDArray[np.bool_], weights: NDArray[np.float64]) -> Judge:
    """A ridge logistic regression on the signals, by Newton's method."""
    given = np.array([astuple(trial.ranking.signals) for trial in trials])
    middle, spread = given.mean(0), given.std(0) + 1e-6
    signals = np.hstack([(given - middle) / spread, np.ones((len(given), 1))])
    each = weights / weights.mean()
    found = np.zeros(signals.shape[1])
    shrink = np.full(signals.shape[1], _RIDGE)
    shrink[-1] = 1e-6
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(signals @ found, -30, 30)))
        slope = signals.T @ (each * (likely - truth)) + shrink * found
        bend = (signals * (each * likely * (1 - likely))[:, None]).T @ signals + np.diag(shrink)
        found -= np.linalg.solve(bend, slope)
    scaled = found[:-1] / spread
    return Judge(tuple(map(float, scaled)), float(found[-1] - scaled @ middle))


def _kept(questions: Sequence[str], fold: int) -> tuple[str, ...]:
    """The questions without every fifth one."""
    return tuple(question for number, question in enumerate(questions) if number % _FOLDS != fold)
