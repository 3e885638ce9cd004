"""What comes of a question: an answer, suggestions, or an honest `I don't know`."""

from dataclasses import dataclass

from bot.domain.distress import HelpCard
from bot.domain.entry import Entry, Signpost


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may answer the question; `score` runs from 0 to 1."""

    entry: Entry
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry is clearly right. `ranked` holds the best five, best first, the answer being the first.

    `confidence`, here and below, is how sure it is that the base covers the question, from 0 to 1; `also`
    holds what answers further questions of the same message.
    """

    ranked: tuple[Candidate, ...]
    confidence: float
    also: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry:
        """The entry that answers."""
        return self.ranked[0].entry


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Two or three entries could be right: `offered`, best first. `ranked` holds the best five."""

    ranked: tuple[Candidate, ...]
    confidence: float
    offered: tuple[Entry, ...]
    also: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Nothing here answers it. `signpost` says who might, where we know; `ranked` is still in order."""

    ranked: tuple[Candidate, ...]
    confidence: float
    signpost: Signpost | None = None


@dataclass(frozen=True, slots=True)
class Help:
    """The person is in distress or danger, or writes of someone who is: who to call.

    It is never logged, and `evaluate` counts it as neither asserted nor declined.
    """

    card: HelpCard
    ranked: tuple[Candidate, ...] = ()
    confidence: float = 1.0


Outcome = Answer | Suggestions | NoAnswer | Help


def name_of(outcome: Outcome) -> str:
    """The outcome as it is kept and printed: `answer`, `suggestions`, `no_answer` or `help`."""
    match outcome:
        case Answer():
            return "answer"
        case Suggestions():
            return "suggestions"
        case NoAnswer():
            return "no_answer"
        case Help():
            return "help"
