"""The kinds of parts that an entry has: what each takes, and how it is put as text.

A part's value takes three shapes. `raw` is what a file holds: text, a date, a list or a block, as TOML reads
it. `value` is what an `Entry` holds. `text` is what a person fills in, in a form or a spreadsheet's cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.domain.entry import SHORT_ANSWER_LIMIT
from bot.domain.faults import EntryCode, EntryFault

FIELD_LIMIT = 4000
"""Characters that a part can have as text, since a form's field holds no more."""


class Section(StrEnum):
    """The sections in which an entry is edited, since a form has room for five fields."""

    TEXT = "text"
    QUESTIONS = "questions"
    SOURCES = "sources"
    LABEL = "label"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an entry: a line of text, unless a kind below says otherwise.

    `key` names it in a file, a table and a draft. `limit` counts the characters of its text. `shown` parts
    are shown as Markdown.
    """

    key: str
    section: Section
    needed: bool = False
    limit: int = FIELD_LIMIT
    shown: bool = False

    def faults(self, raw: Any) -> Iterator[EntryFault]:  # noqa: ANN401 - whatever a file holds
        """What is wrong with what a file holds."""
        if not (isinstance(raw, str) and raw.strip()):
            yield self.fault(EntryCode.NOT_TEXT)
        elif len(raw) > self.limit:
            yield self.fault(EntryCode.TOO_LONG, length=len(raw), limit=self.limit)

    def value(self, raw: Any) -> Any:  # noqa: ANN401
        """What the entry holds, None standing for a part that is left out."""
        return raw

    def raw(self, value: Any) -> Any:  # noqa: ANN401
        """What a file holds; nothing where the part is left out."""
        return value or None

    def text(self, value: Any) -> str:  # noqa: ANN401
        """What a person fills in."""
        return str(value or "")

    def typed(self, text: str) -> Any:  # noqa: ANN401
        """What a file would hold for a text that a person filled in, sound or not; empty for none."""
        return " ".join(text.split())

    def fault(self, code: EntryCode, at: str | int | None = None, **facts: object) -> EntryFault:
        """A fault of this part."""
        return EntryFault(self.key, code, facts, at)


@dataclass(frozen=True, slots=True)
class Choice(Part):
    """One of some codes."""

    options: tuple[str, ...] = ()
    kind: type[StrEnum] | None = None

    def faults(self, raw: Any) -> Iterator[EntryFault]:  # noqa: ANN401
        """Anything but one of the codes."""
        if raw not in self.options:
            yield self.fault(EntryCode.NOT_AN_OPTION, typed=raw, options=self.options)

    def value(self, raw: Any) -> Any:  # noqa: ANN401
        """The code."""
        return self.kind(raw) if self.kind else raw

    def raw(self, value: Any) -> Any:  # noqa: ANN401
        """The code as plain text."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Day(Part):
    """A date."""

    def faults(self, raw: Any) -> Iterator[EntryFault]:  # noqa: ANN401
        """Anything but a date."""
        if type(raw) is not date:
            yield self.fault(EntryCode.NOT_A_DATE)

    def typed(self, text: str) -> Any:  # noqa: ANN401
        """The date, or what was typed in its place."""
        try:
            return date.fromisoformat(text.strip())
        except ValueError:
            return text.strip()


@dataclass(frozen=True, slots=True)
class Lines(Part):
    """Texts, one on each line."""

    def faults(self, raw: Any) -> Iterator[EntryFault]:  # noqa: ANN401
        """Anything but a list of one or more texts."""
        if not is_texts(raw):
            yield self.fault(EntryCode.NOT_A_LIST)

    def value(self, raw: Any) -> Any:  # noqa: ANN401
        """The texts."""
        return tuple(raw)

    def raw(self, value: Any) -> Any:  # noqa: ANN401
        """The texts."""
        return list(value)

    def text(self, value: Any) -> str:  # noqa: ANN401
        """The texts, one on each line."""
        return "\n".join(value)

    def typed(self, text: str) -> Any:  # noqa: ANN401
        """The lines that hold something."""
        return lines_of(text)


@dataclass(frozen=True, slots=True)
class Body(Part):
    """The Markdown, which begins with the short answer."""

    def faults(self, raw: Any) -> Iterator[EntryFault]:  # noqa: ANN401
        """No short answer, or one that is too long."""
        short = raw.partition("\n\n")[0]
        if not short or short.startswith("#"):
            yield self.fault(EntryCode.NO_SHORT_ANSWER)
        elif len(short) > SHORT_ANSWER_LIMIT:
            yield self.fault(EntryCode.SHORT_ANSWER_TOO_LONG, length=len(short), limit=SHORT_ANSWER_LIMIT)

    def typed(self, text: str) -> Any:  # noqa: ANN401
        """The Markdown, with one kind of line break."""
        return "\n".join(text.splitlines()).strip()


def is_texts(raw: Any) -> bool:  # noqa: ANN401
    """It is a list of one or more texts, none of them empty."""
    return isinstance(raw, list) and bool(raw) and all(isinstance(text, str) and text.strip() for text in raw)


def lines_of(text: str) -> list[str]:
    """The lines that hold something, each without spare spaces."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
