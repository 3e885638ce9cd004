"""An entry as people fill it in: each part as plain text, in a form, a draft or a spreadsheet's cell."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.domain.entry import Entry, Relation, Source

FIELD_LIMIT = 4000
"""Characters that a part may have, since a form's field holds no more."""

LINES = ("title", "topic", "jurisdiction", "status", "superseded_by", "succession")
"""Parts of one line."""

DATES = ("as_of", "reviewed", "review_after")
LISTS = ("questions", "checks")
"""Parts with one text on each line."""

FIELDS = (*LINES, *DATES, *LISTS, "sources", "related", "body")
"""Every part, by name. A source is a line `title | publisher | year | address | not confirmed`, of which
all but the first two may be left out; a link is a line such as `next-step: one-id, another-id`."""

REQUIRED = ("title", "topic", "questions", "checks", "jurisdiction", "status", *DATES, "sources", "body")
_NOT_CONFIRMED = "not confirmed"
_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ESCAPED = re.compile(r"\\([\\|])")


def fields_of(entry: Entry) -> dict[str, str]:
    """The entry's parts as text. `values_of` gives back what went in."""
    made = {name: str(getattr(entry, name) or "") for name in (*LINES, *DATES)}
    made |= {name: "\n".join(getattr(entry, name)) for name in LISTS}
    made["sources"] = "\n".join(_line(source) for source in entry.sources)
    links = {relation: [r.entry_id for r in entry.related if r.relation is relation] for relation in Relation}
    order = dict.fromkeys(link.relation for link in entry.related)
    made["related"] = "\n".join(f"{relation}: {', '.join(links[relation])}" for relation in order)
    made["body"] = entry.body
    return made


def values_of(fields: Mapping[str, str]) -> dict[str, Any]:
    """The values of a knowledge file's label, from the parts; what is left empty is left out."""
    values: dict[str, Any] = {name: " ".join(fields.get(name, "").split()) for name in LINES}
    values |= {name: _date(fields.get(name, "").strip()) for name in DATES}
    values |= {name: _lines(fields.get(name, "")) for name in LISTS}
    values["sources"] = [_source(line) for line in _lines(fields.get("sources", ""))]
    values["related"] = dict(_link(line) for line in _lines(fields.get("related", "")))
    return {name: value for name, value in values.items() if value}


def body_of(fields: Mapping[str, str]) -> str:
    """The Markdown, with one kind of line break."""
    return "\n".join(fields.get("body", "").splitlines()).strip()


def empty_parts(fields: Mapping[str, str]) -> Iterator[str]:
    """The parts that an entry needs and that hold nothing but space."""
    return (name for name in REQUIRED if not fields.get(name, "").strip())


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _date(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _line(source: Source) -> str:
    year, url = str(source.year) if source.year is not None else "", source.url or ""
    parts = [source.title, source.publisher, year, url, "" if source.confirmed else _NOT_CONFIRMED]
    return " | ".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts if part)


def _source(line: str) -> dict[str, Any]:
    """A source by its line; what is neither year, address nor `not confirmed` stands under its own name."""
    parts = [_ESCAPED.sub(r"\1", part).strip() for part in _BAR.sub("\\1\n", line).split("\n")]
    made: dict[str, Any] = dict(zip(("title", "publisher"), filter(None, parts[:2]), strict=False))
    for part in filter(None, parts[2:]):
        made |= _rest(part)
    return made


def _rest(part: str) -> dict[str, Any]:
    if part.isascii() and part.isdigit() and len(part) <= 4:
        return {"year": int(part)}
    if part == _NOT_CONFIRMED:
        return {"confirmed": False}
    return {"url": part} if "://" in part else {part: part}


def _link(line: str) -> tuple[str, list[str]]:
    relation, _, ids = line.partition(":")
    return relation.strip(), [entry_id.strip() for entry_id in ids.split(",") if entry_id.strip()]
