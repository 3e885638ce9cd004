"""Entries as files: Markdown, JSONL (an entry on each line) and CSV (an entry in each row)."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any

from bot.domain.entry import Entry
from bot.domain.entry_kinds import Day
from bot.domain.entry_parts import BY_KEY, PARTS, entry_of, faults_of, fields_of, values_of
from bot.domain.errors import EntryInvalid
from bot.domain.faults import FileCode, FileFault, file_fault
from bot.storage.entry_files import GUIDE
from bot.storage.entry_making import make_entry
from bot.storage.front_matter import FrontMatter, FrontMatterBroken, parse

KINDS = (".md", ".jsonl", ".csv")
MOST = 2000
"""Entries that are brought in at once."""

LARGEST = 50 * 2**20
"""Bytes of a file that is read at all."""

_COLUMNS = ("id", *BY_KEY)
_NEEDED_COLUMNS = frozenset({"id", *(part.key for part in PARTS if part.needed)})
_ACTED_ON = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

Brought = tuple[int, Entry] | FileFault
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
            yield file_fault(str(path), 1, FileCode.TOO_LARGE, limit=LARGEST >> 20)
            return
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from read_lines(str(path), lines)
    except (OSError, UnicodeDecodeError) as error:
        yield file_fault(str(path), 1, FileCode.UNREADABLE, why=str(error))


def read_lines(name: str, lines: Iterable[str]) -> Iterator[Brought]:
    """What a text of that file name brings, in order; no more than is brought in at once."""
    readers = {".md": _markdown, ".jsonl": _jsonl, ".csv": _csv}
    reader = readers.get(PurePath(name).suffix.lower())
    if reader is None:
        yield file_fault(name, 1, FileCode.UNKNOWN_KIND, options=KINDS)
        return
    for number, brought in enumerate(reader(name, lines)):
        if number >= MOST:
            line = brought.line if isinstance(brought, FileFault) else brought[0]
            yield file_fault(name, line, FileCode.TOO_MANY, limit=MOST)
            return
        yield brought


def write_jsonl(entries: Iterable[Entry]) -> str:
    """The entries, one on each line."""
    return "".join(
        json.dumps({"id": entry.id, **values_of(entry)}, ensure_ascii=False, default=str) + "\n"
        for entry in entries
    )


def write_csv(entries: Iterable[Entry]) -> str:
    """The entries, one in each row, with every cell safe to open in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for entry in entries:
        writer.writerow([_safe(cell) for cell in (entry.id, *fields_of(entry).values())])
    return text.getvalue()


def _markdown(name: str, lines: Iterable[str]) -> Iterator[Brought]:
    try:
        matter = parse("".join(lines))
    except FrontMatterBroken as error:
        yield FileFault(name, error.line, error.fault)
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
        yield file_fault(name, number, FileCode.NOT_JSON, why=str(error))
        return
    if not isinstance(values, dict) or not all(isinstance(values.get(key), str) for key in ("id", "body")):
        yield file_fault(name, number, FileCode.NOT_AN_OBJECT)
        return
    entry_id, body = values.pop("id"), values.pop("body")
    label = {key: _dated(key, value) for key, value in values.items() if value is not None}
    yield from _tidied(name, number, entry_id, FrontMatter(label, (), body, 1))


def _tidied(name: str, line: int, entry_id: str, matter: FrontMatter) -> Iterator[Brought]:
    """The entry, under the same rules as one that is written in chat."""
    if faults := faults_of(entry_id, matter.parts):
        for fault in faults:
            yield FileFault(name, matter.line_of_fault(fault) if matter.lines else line, fault)
        return
    yield from _made(name, line, entry_id, fields_of(entry_of(entry_id, matter.parts)))


def _csv(name: str, lines: Iterable[str]) -> Iterator[Brought]:
    reader = csv.reader(lines, strict=True)
    begins = 1
    try:
        columns = next(reader, [])
        if not _NEEDED_COLUMNS <= {*columns} <= {*_COLUMNS} or len({*columns}) < len(columns):
            yield file_fault(name, 1, FileCode.COLUMNS, options=_COLUMNS)
            return
        begins = reader.line_num + 1
        for row in reader:
            if row:
                yield from _row(name, begins, columns, row)
            begins = reader.line_num + 1
    except csv.Error as error:
        yield file_fault(name, begins, FileCode.ROW, why=str(error))


def _row(name: str, line: int, columns: Sequence[str], row: Sequence[str]) -> Iterator[Brought]:
    if len(row) != len(columns):
        yield file_fault(name, line, FileCode.CELLS, cells=len(row), columns=len(columns))
        return
    fields = {column: _restored(cell) for column, cell in zip(columns, row, strict=True)}
    yield from _made(name, line, fields.pop("id"), fields)


def _made(name: str, line: int, entry_id: str, fields: dict[str, str]) -> Iterator[Brought]:
    try:
        yield line, make_entry(entry_id, fields)
    except EntryInvalid as error:
        yield from (FileFault(name, line, fault) for fault in error.faults)


def _dated(key: str, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """A date from its text, which is all that JSON has for one."""
    part = BY_KEY.get(key)
    return part.typed(value) if isinstance(part, Day) and isinstance(value, str) else value


def _safe(cell: str) -> str:
    """The cell with an apostrophe before it, where a spreadsheet would act on it, or where it has one."""
    return f"'{cell}" if cell.startswith((*_ACTED_ON, "'")) else cell


def _restored(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_ACTED_ON, "'")) else cell
