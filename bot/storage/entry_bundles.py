"""Entries as files that people bring and take: Markdown, JSONL (one entry a line) and CSV (one a row)."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from bot.domain.entry import Entry
from bot.domain.errors import EntryFaulty
from bot.domain.faults import Fault
from bot.domain.fields import DATES, FIELDS, fields_of
from bot.storage.entry_files import GUIDE, entry_of
from bot.storage.entry_making import make_entry
from bot.storage.front_matter import FrontMatter, FrontMatterBroken, parse

FORMS = (".md", ".jsonl", ".csv")
MOST = 2000
"""Entries that are taken in at once."""

LARGEST = 50 * 2**20
"""Bytes of a file that is read at all."""

_COLUMNS = ("id", *FIELDS)
_ACTED_ON = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

Brought = tuple[int, Entry] | Fault
"""An entry and the line at which it begins, or what is wrong with it."""


def read_path(path: Path) -> Iterator[Brought]:
    """What a file, or every Markdown file of a folder, brings. A fault ends nothing but its entry."""
    if path.is_dir():
        for inner in sorted(path.rglob("*.md")):
            if inner.name != GUIDE:
                yield from read_path(inner)
        return
    try:
        if path.stat().st_size > LARGEST:
            yield Fault(str(path), 1, f"the file is larger than {LARGEST >> 20} MB; split it")
            return
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from read_lines(str(path), lines)
    except (OSError, UnicodeDecodeError) as error:
        yield Fault(str(path), 1, f"the file cannot be read as UTF-8 text ({error}); save it as such")


def read_lines(name: str, lines: Iterable[str]) -> Iterator[Brought]:
    """What a text of that file name brings, in order; no more than is taken in at once."""
    readers = {".md": _markdown, ".jsonl": _jsonl, ".csv": _csv}
    reader = readers.get(PurePath(name).suffix.lower())
    if reader is None:
        yield Fault(name, 1, f"this kind of file is not known; bring one of {', '.join(FORMS)}")
        return
    for number, brought in enumerate(reader(name, lines)):
        if number >= MOST:
            line = brought.line if isinstance(brought, Fault) else brought[0]
            yield Fault(name, line, f"there are more than {MOST} entries; split the file")
            return
        yield brought


def write_jsonl(entries: Iterable[Entry]) -> str:
    """The entries, one a line."""
    return "".join(json.dumps(_json(entry), ensure_ascii=False) + "\n" for entry in entries)


def write_csv(entries: Iterable[Entry]) -> str:
    """The entries, one a row, with every cell safe to open in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for entry in entries:
        fields = fields_of(entry)
        writer.writerow([_safe(cell) for cell in (entry.id, *(fields[name] for name in FIELDS))])
    return text.getvalue()


def _markdown(name: str, lines: Iterable[str]) -> Iterator[Brought]:
    try:
        matter = parse("".join(lines))
    except FrontMatterBroken as error:
        yield Fault(name, error.line, str(error))
        return
    yield from _tidied(name, 1, PurePath(name).stem, matter)


def _jsonl(name: str, lines: Iterable[str]) -> Iterator[Brought]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from _object(name, number, line)


def _object(name: str, number: int, line: str) -> Iterator[Brought]:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield Fault(name, number, f"this line is not JSON ({error}); write one object on each line")
        return
    if not isinstance(values, dict) or not all(isinstance(values.get(key), str) for key in ("id", "body")):
        yield Fault(name, number, "this line is not an object with an `id` and a `body`; see `export`")
        return
    entry_id, body = values.pop("id"), values.pop("body")
    label = {
        key: _date(value) if key in DATES else value for key, value in values.items() if value is not None
    }
    yield from _tidied(name, number, entry_id, FrontMatter(label, (), body, 1))


def _tidied(name: str, line: int, entry_id: str, matter: FrontMatter) -> Iterator[Brought]:
    """The entry, under the same rules as one that is written in chat."""
    made = entry_of(entry_id, matter)
    if isinstance(made, Entry):
        yield from _made(name, line, entry_id, fields_of(made))
    else:
        yield from (Fault(name, own if matter.lines else line, message) for own, message in made)


def _csv(name: str, lines: Iterable[str]) -> Iterator[Brought]:
    reader = csv.reader(lines, strict=True)
    begins = 1
    try:
        columns = next(reader, [])
        if sorted(columns) != sorted(_COLUMNS):
            yield Fault(name, 1, f"the first row must name these columns: {', '.join(_COLUMNS)}")
            return
        begins = reader.line_num + 1
        for row in reader:
            if row:
                yield from _row(name, begins, columns, row)
            begins = reader.line_num + 1
    except csv.Error as error:
        yield Fault(
            name, begins, f"the row that begins here cannot be read ({error}); look for a stray quote"
        )


def _row(name: str, line: int, columns: Sequence[str], row: Sequence[str]) -> Iterator[Brought]:
    if len(row) != len(columns):
        yield Fault(name, line, f"this row has {len(row)} cells, not {len(columns)}; look for a stray comma")
        return
    fields = {column: _restored(cell) for column, cell in zip(columns, row, strict=True)}
    yield from _made(name, line, fields.pop("id"), fields)


def _made(name: str, line: int, entry_id: str, fields: dict[str, str]) -> Iterator[Brought]:
    try:
        yield line, make_entry(entry_id, fields)
    except EntryFaulty as error:
        yield from (Fault(name, line, fault) for fault in error.faults)


def _json(entry: Entry) -> dict[str, Any]:
    made = {"id": entry.id, **asdict(entry)}
    made |= {name: str(made[name]) for name in DATES}
    made["sources"] = [_source(source) for source in made["sources"]]
    made["related"] = {
        relation: [link.entry_id for link in entry.related if link.relation == relation]
        for relation in dict.fromkeys(link.relation.value for link in entry.related)
    }
    return {key: value for key, value in made.items() if value is not None}


def _source(source: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value
        for key, value in source.items()
        if value is not None and (key, value) != ("confirmed", True)
    }


def _date(value: object) -> object:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return value


def _safe(cell: str) -> str:
    """The cell with an apostrophe before it, where a spreadsheet would act on it, or where it has one."""
    return f"'{cell}" if cell.startswith((*_ACTED_ON, "'")) else cell


def _restored(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_ACTED_ON, "'")) else cell
