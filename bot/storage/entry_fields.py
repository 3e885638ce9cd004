"""What each line of a knowledge file's label may hold, and what to say where it does not."""

import difflib
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.domain.entry import SHORT_ANSWER_LIMIT, Relation, Status
from bot.domain.topics import TOPICS
from bot.storage.front_matter import FrontMatter

Complaint = tuple[int, str]
"""A line of the file, and what is wrong there."""

REQUIRED = (
    "title",
    "topic",
    "questions",
    "checks",
    "jurisdiction",
    "status",
    "as_of",
    "reviewed",
    "review_after",
    "sources",
)
OPTIONAL = ("superseded_by", "succession", "related")
_TEXTS = ("title", "topic", "jurisdiction", "status", "superseded_by", "succession")
_LISTS = ("questions", "checks")
_DATES = ("as_of", "reviewed", "review_after")
_SOURCE = {"title": str, "publisher": str, "year": int, "url": str, "confirmed": bool}
_TITLE_LIMIT = 100
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_LIMIT = 60
_URL = re.compile(r"https?://[^\s<>]+")


def is_id(text: str) -> bool:
    """The text can be an entry's id: it stays short and plain, because file names and buttons carry it."""
    return len(text) <= _ID_LIMIT and _ID.fullmatch(text) is not None


def complaints(entry_id: str, matter: FrontMatter) -> Iterator[Complaint]:
    """All that is wrong with one file, taken alone."""
    if not is_id(entry_id):
        yield (
            1,
            f"the file's name is its id: lower-case words joined by hyphens, at most {_ID_LIMIT} characters",
        )
    yield from _names(matter)
    for key, value in matter.values.items():
        if (wrong := _wrong_with(key, value)) is not None:
            yield matter.line_of(key), wrong
    yield from _wrong_succession(entry_id, matter)
    yield from _wrong_related(matter)
    yield from _wrong_sources(matter)
    yield from _wrong_body(matter)


def _names(matter: FrontMatter) -> Iterator[Complaint]:
    for key in REQUIRED:
        if key not in matter.values:
            yield 1, f"`{key}` is missing; add a line `{key} = …` to the label"
    for key in matter.values:
        if key not in (*REQUIRED, *OPTIONAL):
            yield matter.line_of(key), f"`{key}` is not a line that a label has{_did_you_mean(key)}"


def _did_you_mean(key: str) -> str:
    near = difflib.get_close_matches(key, (*REQUIRED, *OPTIONAL), n=1)
    return f"; did you mean `{near[0]}`?" if near else "; take it out"


def _wrong_with(key: str, value: Any) -> str | None:  # noqa: ANN401 - whatever TOML holds
    if key in _TEXTS and not (isinstance(value, str) and value.strip()):
        return f"`{key}` must be text in quotes, and not empty"
    if key in _LISTS and not _is_list_of_text(value):
        return f"`{key}` must be a list of one or more texts in quotes, between square brackets"
    if key in _DATES and type(value) is not date:
        return f"`{key}` must be a date such as 2026-11-22, without quotes"
    if key == "topic" and value not in TOPICS:
        return f"`{value}` is not a topic; use one of {', '.join(TOPICS)}"
    if key == "status" and value not in list(Status):
        return f"`{value}` is not a status; use one of {', '.join(Status)}"
    if key == "title" and len(value) > _TITLE_LIMIT:
        return f"the title has {len(value)} characters; cut it to {_TITLE_LIMIT}"
    return None


def _is_list_of_text(value: Any) -> bool:  # noqa: ANN401 - whatever TOML holds
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) and v.strip() for v in value)


def _wrong_succession(entry_id: str, matter: FrontMatter) -> Iterator[Complaint]:
    superseded = matter.values.get("status") == Status.SUPERSEDED
    if superseded and "superseded_by" not in matter.values:
        yield (
            matter.line_of("status"),
            "a superseded answer needs `superseded_by`, the id of what took its place",
        )
    if matter.values.get("superseded_by") == entry_id:
        yield matter.line_of("superseded_by"), "an answer cannot be superseded by itself; name another"
    if not superseded and "superseded_by" in matter.values:
        yield (
            matter.line_of("superseded_by"),
            "`superseded_by` goes only with the status `superseded`; take it out",
        )


def _wrong_related(matter: FrontMatter) -> Iterator[Complaint]:
    related = matter.values.get("related", {})
    if not isinstance(related, dict):
        yield matter.line_of("related"), "`related` must be a block [related] with lists of ids"
        return
    for relation, ids in related.items():
        if relation not in list(Relation):
            yield (
                matter.line_of(relation),
                f"`{relation}` is no kind of link; use one of {', '.join(Relation)}",
            )
        elif not _is_list_of_text(ids):
            yield (
                matter.line_of(relation),
                f"`{relation}` must be a list of ids in quotes, between square brackets",
            )


def _wrong_sources(matter: FrontMatter) -> Iterator[Complaint]:
    sources = matter.values.get("sources")
    if sources is None:
        return
    if not isinstance(sources, list) or not sources:
        yield matter.line_of("sources"), "no source; add a block [[sources]] with a title and a publisher"
        return
    for number, source in enumerate(sources):
        if (wrong := _wrong_source(source)) is not None:
            yield matter.line_of_block("sources", number), wrong


def _wrong_source(source: Any) -> str | None:  # noqa: ANN401 - whatever TOML holds
    if not isinstance(source, dict):
        return "a source must be a block [[sources]] with a title and a publisher"
    for key in ("title", "publisher"):
        if key not in source:
            return f"the source has no `{key}`; add one"
    for key, value in source.items():
        if key not in _SOURCE:
            return f"`{key}` is not a line that a source has; use {', '.join(_SOURCE)}"
        if type(value) is not _SOURCE[key] or value == "":
            return f"the source's `{key}` is not what it should be; see knowledge/README.md"
    if _URL.fullmatch(source.get("url", "https://a")) is None:
        return "the source's `url` must begin with https://, without spaces or angle brackets"
    return None


def _wrong_body(matter: FrontMatter) -> Iterator[Complaint]:
    short_answer = matter.body.partition("\n\n")[0]
    if not short_answer or short_answer.startswith("#"):
        yield matter.body_line, "no short answer; begin the text with a paragraph that stands alone"
    elif len(short_answer) > SHORT_ANSWER_LIMIT:
        over = f"the short answer has {len(short_answer)} characters"
        yield matter.body_line, f"{over}; cut it to {SHORT_ANSWER_LIMIT}, or end the paragraph sooner"
