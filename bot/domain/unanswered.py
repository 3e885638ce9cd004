"""Questions that were not answered well, similar ones grouped, so that one answer serves many."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from bot.domain.entry import normal_form
from bot.domain.wording import seen

_ALIKE = 80.0
"""Likeness, of 100, from which two questions are taken to be the same."""


class CaseKind(StrEnum):
    """Where an unanswered question comes from: the log of what was asked, or someone who passed it on."""

    ASKED = "asked"
    REFERRED = "referred"


@dataclass(frozen=True, slots=True, order=True)
class CaseKey:
    """Names one unanswered question of a server."""

    kind: CaseKind
    item_id: int

    def __str__(self) -> str:
        """As a button carries it."""
        return f"{self.kind[0]}{self.item_id}"

    @classmethod
    def of(cls, text: str) -> "CaseKey | None":
        """The key that a button carried; None where it is not one."""
        kind = next((kind for kind in CaseKind if text[:1] == kind[0]), None)
        number = text[1:]
        sound = kind and number.isascii() and number.isdigit() and len(number) < 19
        return cls(kind, int(number)) if kind and sound else None


@dataclass(frozen=True, slots=True)
class Case:
    """One unanswered question, who has claimed it, and which draft is to answer it."""

    key: CaseKey
    question: str
    claimed_by: int | None = None
    draft_id: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Unanswered questions that ask the same."""

    cases: tuple[Case, ...]

    @property
    def question(self) -> str:
        """The wording that came most often; the first of those that came equally often."""
        return Counter(_line(case.question) for case in self.cases).most_common(1)[0][0]

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every different wording, the most frequent first."""
        firsts = {normal_form(case.question): _line(case.question) for case in reversed(self.cases)}
        return tuple(dict.fromkeys((self.question, *firsts.values())))

    @property
    def claimed_by(self) -> int | None:
        """The moderator who sees to it, if anyone does."""
        return next((case.claimed_by for case in self.cases if case.claimed_by is not None), None)


def grouped(cases: Iterable[Case]) -> list[Group]:
    """The cases in groups, most asked first. Each joins the group whose first wording is most like it."""
    groups: dict[str, list[Case]] = {}
    heads: list[str] = []
    for case in cases:
        form = _sorted_form(case.question)
        head = form if form in groups else _most_like(form, heads)
        if head is None:
            heads.append(form)
        groups.setdefault(head or form, []).append(case)
    return sorted((Group(tuple(some)) for some in groups.values()), key=lambda group: -len(group.cases))


def _line(question: str) -> str:
    """A question on one line, with nothing in it that cannot be seen: it may become a phrasing."""
    return " ".join(seen(question).split())


def _sorted_form(question: str) -> str:
    """The words in one order, sorted once: comparing many then takes a fifth of the time."""
    return " ".join(sorted(normal_form(question).split()))


def _most_like(form: str, heads: Sequence[str]) -> str | None:
    found = process.extractOne(form, heads, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else None
