"""How an answer should be written: what makes it hard to read, hard to find or hard to trust."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from bot.domain.entry import Entry, Status, normal_form
from bot.domain.faults import EntryFault, Severity
from bot.domain.readability import reading_age

TITLE_WANTED = 60
"""Characters of a title that a phone shows whole."""

AGE_WANTED, AGE_LIMIT = 14, 16
"""Years of age: a short answer above the first is a warning, above the second an error."""

WORDS_LIMIT = 25
"""Words of a sentence."""

QUESTIONS_WANTED = 30
PHRASING_LIMIT = 140
"""Characters of a phrasing; people type less."""

ALIKE = 90.0
"""Likeness, of 100, above which a check only repeats a phrasing and tests nothing."""

_BARE = re.compile(r"(?:yes|no)\s*(?:[,.:;!–—-]|$)", re.IGNORECASE)  # noqa: RUF001
_PROVENANCE = re.compile(r"\([^)]*(?:not confirmed|not checked|paraphrased)[^)]*\)", re.IGNORECASE)
_WHOSE = re.compile(r"(?<!2012 )\bthe article\b", re.IGNORECASE)
_NO_SOURCE = ("general knowledge", "practical advice")
_ADDRESS = re.compile(r"(?:https?://)?(?P<host>[^/?#]*)(?P<rest>.*)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
_WORD = re.compile(r"\S*\w\S*")


class StyleCode(StrEnum):
    """Faults of style."""

    BARE_OPENING = "bare-opening"
    HARD_TO_READ = "hard-to-read"
    LONG_SENTENCE = "long-sentence"
    LONG_TITLE = "long-title"
    PROVENANCE = "provenance"
    NOT_PLAIN = "not-plain"
    WHOSE_ARTICLE = "whose-article"
    FEW_QUESTIONS = "few-questions"
    LONG_PHRASING = "long-phrasing"
    LIGHT_EDIT = "light-edit"
    NO_REAL_SOURCE = "no-real-source"
    FRONT_PAGE = "front-page"
    NO_LAW = "no-law"
    AS_OF_WITHOUT_SOURCES = "as-of-without-sources"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Wording that is not plain English, and what to write instead."""

    found: re.Pattern[str]
    write: str


def style_faults(entry: Entry, patterns: Sequence[Pattern]) -> Iterator[EntryFault]:
    """All that is not written as it should be, errors and warnings."""
    for rule in _RULES:
        yield from rule(entry)
    yield from _plain_english(entry, patterns)


def _error(part: str, code: StyleCode, at: str | int | None = None, **facts: object) -> EntryFault:
    return EntryFault(part, code, facts, at)


def _warning(part: str, code: StyleCode, at: str | int | None = None, **facts: object) -> EntryFault:
    return EntryFault(part, code, facts, at, Severity.WARNING)


def _title(entry: Entry) -> Iterator[EntryFault]:
    if len(entry.title) > TITLE_WANTED:
        yield _error("title", StyleCode.LONG_TITLE, length=len(entry.title), limit=TITLE_WANTED)


def _opening(entry: Entry) -> Iterator[EntryFault]:
    if _BARE.match(entry.short_answer):
        yield _error("body", StyleCode.BARE_OPENING)


def _reading_age(entry: Entry) -> Iterator[EntryFault]:
    short, whole = reading_age(entry.short_answer), reading_age(entry.body)
    if short > AGE_LIMIT:
        yield _error("body", StyleCode.HARD_TO_READ, age=short, limit=AGE_WANTED, whole=False)
    elif short > AGE_WANTED:
        yield _warning("body", StyleCode.HARD_TO_READ, age=short, limit=AGE_WANTED, whole=False)
    elif whole > AGE_LIMIT:
        yield _warning("body", StyleCode.HARD_TO_READ, age=whole, limit=AGE_LIMIT, whole=True)


def _sentences(entry: Entry) -> Iterator[EntryFault]:
    for sentence in _SENTENCE_END.split(entry.short_answer):
        words = len(_WORD.findall(sentence))
        if words > WORDS_LIMIT:
            yield _warning(
                "body", StyleCode.LONG_SENTENCE, begins=sentence[:40], words=words, limit=WORDS_LIMIT
            )


def _provenance(entry: Entry) -> Iterator[EntryFault]:
    for found in _PROVENANCE.finditer(entry.body):
        yield _error("body", StyleCode.PROVENANCE, at=_line_of(found), found=found[0])


def _article(entry: Entry) -> Iterator[EntryFault]:
    if (found := _WHOSE.search(entry.body)) is not None:
        yield _warning("body", StyleCode.WHOSE_ARTICLE, at=_line_of(found))


def _questions(entry: Entry) -> Iterator[EntryFault]:
    if len(entry.questions) < QUESTIONS_WANTED:
        yield _warning(
            "questions", StyleCode.FEW_QUESTIONS, number=len(entry.questions), wanted=QUESTIONS_WANTED
        )
    for question in entry.questions:
        if len(question) > PHRASING_LIMIT:
            yield _warning(
                "questions",
                StyleCode.LONG_PHRASING,
                at=question,
                begins=question[:40],
                length=len(question),
                limit=PHRASING_LIMIT,
            )


def _checks(entry: Entry) -> Iterator[EntryFault]:
    by_form = {normal_form(question): question for question in entry.questions}
    for check in entry.checks:
        near = process.extractOne(normal_form(check), by_form, scorer=fuzz.ratio)
        if near is not None and near[1] > ALIKE:
            yield _error("checks", StyleCode.LIGHT_EDIT, at=check, check=check, question=near[0])


def _sources(entry: Entry) -> Iterator[EntryFault]:
    for number, source in enumerate(entry.sources):
        if source.publisher == "Parley" or source.title.casefold().startswith(_NO_SOURCE):
            yield _error("sources", StyleCode.NO_REAL_SOURCE, at=number, title=source.title)
        elif source.url and not _address(source.url)[1].strip("/"):
            yield _warning("sources", StyleCode.FRONT_PAGE, at=number, url=source.url)


def _law(entry: Entry) -> Iterator[EntryFault]:
    hosts = (_address(source.url)[0] for source in entry.sources if source.url)
    if entry.status is Status.IN_FORCE and not any(f".{host}".endswith(".gov.uk") for host in hosts):
        yield _warning("sources", StyleCode.NO_LAW)


def _address(url: str) -> tuple[str, str]:
    """The host of an address, and all that comes after it."""
    found = _ADDRESS.fullmatch(url)
    return (found["host"], found["rest"]) if found else ("", "")


def _as_of(entry: Entry) -> Iterator[EntryFault]:
    if entry.as_of is not None and not entry.sources:
        yield _warning("as_of", StyleCode.AS_OF_WITHOUT_SOURCES)


def _plain_english(entry: Entry, patterns: Sequence[Pattern]) -> Iterator[EntryFault]:
    for part, text in (("title", entry.title), ("note", entry.note or ""), ("body", entry.body)):
        for pattern in patterns:
            for found in pattern.found.finditer(text):
                at = _line_of(found) if part == "body" else None
                yield _warning(part, StyleCode.NOT_PLAIN, at, found=found[0].strip(), write=pattern.write)


def _line_of(found: re.Match[str]) -> str:
    """The whole line in which something was found, by which its place in a file is known."""
    text = found.string
    start, end = text.rfind("\n", 0, found.end()) + 1, text.find("\n", found.end())
    return text[start : end if end >= 0 else None]


_RULES: tuple[Callable[[Entry], Iterator[EntryFault]], ...] = (
    _title,
    _opening,
    _reading_age,
    _sentences,
    _provenance,
    _article,
    _questions,
    _checks,
    _sources,
    _law,
    _as_of,
)
