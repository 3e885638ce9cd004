"""A curated answer: its words, what it is about, where it comes from and whether it still applies."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

SHORT_ANSWER_LIMIT = 400
"""Characters that a short answer may have, so that it is read whole on a phone."""


class Status(StrEnum):
    """The worth of an answer today."""

    IN_FORCE = "in force"
    GOOD_PRACTICE = "good practice"
    SUPERSEDED = "superseded"
    HISTORY = "history"
    NOT_YET_LAW = "not yet law"
    FOR_INFORMATION = "for information"
    HOW_PARLEY_WORKS = "how Parley works"


class Relation(StrEnum):
    """Why one entry points at another."""

    SEE_ALSO = "see-also"
    TAKE_CARE = "take-care"
    NEXT = "next"


FORMERLY = {"evidence": Relation.SEE_ALSO, "exception": Relation.TAKE_CARE, "next-step": Relation.NEXT}
"""The names of relations until November 2026: servers' own revisions still hold them."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; `confirmed` is false where no one could read the source itself."""

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
    are. `as_of` is the date of the newest source that was read, `reviewed` the day on which a person last
    read the answer. `succession` is the sentence shown under every answer that this entry has superseded,
    `note` a sentence on what was not confirmed. `contrasts` are sibling entries, each with words of a
    question that point here and not there.
    """

    id: str
    title: str
    topic: str
    questions: tuple[str, ...]
    checks: tuple[str, ...]
    jurisdiction: str
    status: Status
    as_of: date | None
    reviewed: date
    review_after: date
    sources: tuple[Source, ...]
    body: str
    related: tuple[Related, ...] = ()
    superseded_by: str | None = None
    succession: str | None = None
    note: str | None = None
    contrasts: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def short_answer(self) -> str:
        """The first paragraph, which makes sense by itself."""
        return self.body.partition("\n\n")[0]

    @property
    def detail(self) -> str:
        """All that follows the short answer, as Markdown; may be empty."""
        return self.body.partition("\n\n")[2].strip()

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Every other entry that this one names, each after the part that names it."""
        return (
            *(("related", link.entry_id) for link in self.related),
            *(("contrasts", entry_id) for entry_id, _ in self.contrasts),
            *((("superseded_by", self.superseded_by),) if self.superseded_by else ()),
        )

    @cached_property
    def version(self) -> str:
        """Twelve hex digits that change whenever anything in the entry does.

        Kept once made, since every question writes one down and it costs as much as the search.
        """
        return hashlib.sha256(json.dumps(_fingerprinted(self), default=str).encode()).hexdigest()[:12]

    def is_due_for_review(self, today: date) -> bool:
        """The day has come on which a person must read this again."""
        return today >= self.review_after


@dataclass(frozen=True, slots=True)
class Signpost:
    """A subject that people ask about and the knowledge base does not cover, with the way on.

    `links` are pairs of a title and an address.
    """

    id: str
    title: str
    text: str
    questions: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()


def _fingerprinted(entry: Entry) -> dict[str, Any]:
    """The text of a version: as it was before parts and names were added, so that versions stay the same.

    Servers' revisions hold the version of the shipped entry that they were made from.
    """
    former = {relation: name for name, relation in FORMERLY.items()}
    held = asdict(entry)
    held["related"] = [{**link, "relation": former[link["relation"]]} for link in held["related"]]
    return {name: value for name, value in held.items() if name not in ("note", "contrasts") or value}


def normal_form(phrasing: str) -> str:
    """The phrasing without case, punctuation or extra spaces: two that agree here are the same question."""
    return " ".join(_words(phrasing.casefold()))


def _words(text: str) -> Iterator[str]:
    return (word for word in "".join(c if c.isalnum() else " " for c in text).split())
