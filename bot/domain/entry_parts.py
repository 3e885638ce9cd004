"""The parts of an entry, each declared once, for files, tables, drafts, forms, checks and the guide."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.domain.entry import Entry, Status
from bot.domain.entry_blocks import Cues, Links, Sources
from bot.domain.entry_kinds import Body, Choice, Day, Lines, Part, Section
from bot.domain.faults import EntryCode, EntryFault
from bot.domain.topics import TOPICS

TITLE_LIMIT = 100
NOTE_LIMIT = 200
ID_LIMIT = 60
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

WITHOUT_SOURCES = (Status.GOOD_PRACTICE, Status.FOR_INFORMATION, Status.HOW_PARLEY_WORKS)
"""What needs no source: it is advice, or it is about something that anyone can look at."""

PARTS: tuple[Part, ...] = (
    Part("title", Section.TEXT, needed=True, limit=TITLE_LIMIT, shown=True),
    Choice("topic", Section.LABEL, needed=True, options=tuple(TOPICS)),
    Lines("questions", Section.QUESTIONS, needed=True),
    Lines("checks", Section.QUESTIONS, needed=True),
    Part("jurisdiction", Section.LABEL, needed=True, shown=True),
    Choice("status", Section.LABEL, needed=True, options=tuple(Status), kind=Status),
    Part("superseded_by", Section.LABEL),
    Part("succession", Section.LABEL, shown=True),
    Day("as_of", Section.DATES),
    Day("reviewed", Section.DATES, needed=True),
    Day("review_after", Section.DATES, needed=True),
    Part("note", Section.SOURCES, limit=NOTE_LIMIT, shown=True),
    Links("related", Section.SOURCES),
    Cues("contrasts", Section.QUESTIONS),
    Sources("sources", Section.SOURCES),
    Body("body", Section.TEXT, needed=True, shown=True),
)
"""Every part, in the order in which a file holds them."""

BY_KEY: Mapping[str, Part] = {part.key: part for part in PARTS}


def is_id(text: str) -> bool:
    """The text can be an entry's id: it stays short and plain, because file names and buttons carry it."""
    return len(text) <= ID_LIMIT and _ID.fullmatch(text) is not None


def faults_of(entry_id: str, values: Mapping[str, Any]) -> list[EntryFault]:
    """All that is wrong with an entry by itself; `values` are its parts as a file holds them."""
    return [*_each(entry_id, values), *_together(entry_id, values)]


def entry_of(entry_id: str, values: Mapping[str, Any]) -> Entry:
    """The entry of these parts, which were found sound when they were written."""
    return Entry(entry_id, **{part.key: _value(part, values) for part in PARTS})


def values_of(entry: Entry) -> dict[str, Any]:
    """The entry's parts as a file holds them, without those that are left out."""
    raw = {part.key: part.raw(getattr(entry, part.key)) for part in PARTS}
    return {key: value for key, value in raw.items() if value is not None}


def fields_of(entry: Entry) -> dict[str, str]:
    """The entry's parts as text that a person can fill in; `typed_values` gives back what went in."""
    return {part.key: part.text(getattr(entry, part.key)) for part in PARTS}


def typed_values(fields: Mapping[str, str]) -> dict[str, Any]:
    """The parts as a file would hold them, from text; what is empty is left out."""
    typed = {part.key: part.typed(fields.get(part.key, "")) for part in PARTS}
    return {key: value for key, value in typed.items() if value}


def parts_in(section: Section) -> tuple[Part, ...]:
    """The parts that are edited together."""
    return tuple(part for part in PARTS if part.section is section)


def _value(part: Part, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever the part holds
    return part.value(values.get(part.key))


def _each(entry_id: str, values: Mapping[str, Any]) -> Iterator[EntryFault]:
    """What is wrong with the id and with each part alone."""
    if not is_id(entry_id):
        yield EntryFault("", EntryCode.BAD_ID, {"limit": ID_LIMIT})
    for part in PARTS:
        if part.key in values:
            yield from part.faults(values[part.key])
        elif part.needed:
            yield part.fault(EntryCode.NEEDED)
    for key in values:
        if key not in BY_KEY:
            yield EntryFault(key, EntryCode.UNKNOWN_PART, {"options": tuple(BY_KEY)})


def _together(entry_id: str, values: Mapping[str, Any]) -> Iterable[EntryFault]:
    """What is wrong between parts."""
    status, successor = values.get("status"), values.get("superseded_by")
    superseded = status == Status.SUPERSEDED
    if superseded and "superseded_by" not in values:
        yield EntryFault("superseded_by", EntryCode.SUCCESSOR_NEEDED)
    if not superseded and "superseded_by" in values:
        yield EntryFault("superseded_by", EntryCode.SUCCESSOR_UNWANTED)
    if successor == entry_id:
        yield EntryFault("superseded_by", EntryCode.SUCCESSOR_SELF)
    if status in [each for each in Status if each not in WITHOUT_SOURCES] and "sources" not in values:
        yield EntryFault("sources", EntryCode.SOURCES_NEEDED, {"options": WITHOUT_SOURCES})
    contrasts = values.get("contrasts")
    if isinstance(contrasts, dict) and entry_id in contrasts:
        yield EntryFault("contrasts", EntryCode.CONTRASTS_SELF, at=entry_id)
