"""A curated answer: its words, what it is about, where it comes from and whether it still holds."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

SHORT_ANSWER_LIMIT = 400
"""Characters that a short answer may have, so that it is read whole on a phone."""


class Status(StrEnum):
    """Whether an answer still holds."""

    IN_FORCE = "in force"
    GOOD_PRACTICE = "good practice"
    SUPERSEDED = "superseded"
    HISTORY = "history"


class Relation(StrEnum):
    """Why one entry points at another."""

    EVIDENCE = "evidence"
    EXCEPTION = "exception"
    NEXT_STEP = "next-step"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; `confirmed` is false where nobody could read the source itself."""

    title: str
    publisher: str
    year: int | None = None
    url: str | None = None
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """A link to another entry, with its reason."""

    relation: Relation
    entry_id: str


@dataclass(frozen=True)
class Entry:
    """One answer to one thing that people ask.

    `body` is Markdown; its first paragraph is the short answer. `questions` are indexed, `checks` never
    are. `as_of` is the day to which the facts held, `reviewed` the day on which a person last read them.
    `succession` is the sentence shown under every answer that this entry has superseded.
    """

    id: str
    title: str
    topic: str
    questions: tuple[str, ...]
    checks: tuple[str, ...]
    jurisdiction: str
    status: Status
    as_of: date
    reviewed: date
    review_after: date
    sources: tuple[Source, ...]
    body: str
    related: tuple[Related, ...] = ()
    superseded_by: str | None = None
    succession: str | None = None

    @property
    def short_answer(self) -> str:
        """The first paragraph, which stands alone."""
        return self.body.partition("\n\n")[0]

    @property
    def detail(self) -> str:
        """All that follows the short answer, as Markdown; may be empty."""
        return self.body.partition("\n\n")[2].strip()

    @cached_property
    def version(self) -> str:
        """Twelve hex digits that change whenever anything in the entry does.

        Kept once made, since every question writes one down and it costs as much as the search.
        """
        return hashlib.sha256(json.dumps(asdict(self), default=str).encode()).hexdigest()[:12]

    def is_due_for_review(self, today: date) -> bool:
        """The day has come on which a person must read this again."""
        return today >= self.review_after


@dataclass(frozen=True, slots=True)
class Signpost:
    """A subject that people ask about and the knowledge base does not cover, with the way on."""

    id: str
    title: str
    text: str
    questions: tuple[str, ...]


def normal_form(phrasing: str) -> str:
    """The phrasing without case, punctuation or extra spaces: two that agree here are the same question."""
    return " ".join(_words(phrasing.casefold()))


def _words(text: str) -> Iterator[str]:
    return (word for word in "".join(c if c.isalnum() else " " for c in text).split())
