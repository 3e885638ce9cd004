"""Entries are written as they were meant: they survive files, forms and tables unchanged."""

import csv
from io import StringIO
from pathlib import Path

from hypothesis import given

from bot.domain.entry import Entry
from bot.domain.entry_parts import entry_of, faults_of, fields_of, typed_values
from bot.domain.errors import EntryInvalid
from bot.domain.faults import FileFault
from bot.storage.entry_bundles import read_lines, write_csv, write_jsonl
from bot.storage.entry_files import read_entries
from bot.storage.entry_making import make_entry
from bot.storage.entry_writer import write_entry
from bot.storage.front_matter import parse
from tests.entries import entries

SHIPPED = Path(__file__).parent.parent.parent / "knowledge"


@given(entries())
def test_a_written_entry_reads_back_as_it_was(entry: Entry) -> None:
    """Whatever is in its texts, even what ends a label or a line elsewhere."""
    parts = parse(write_entry(entry)).parts

    assert faults_of(entry.id, parts) == []
    assert entry_of(entry.id, parts) == entry


@given(entries())
def test_the_parts_of_a_form_hold_everything(entry: Entry) -> None:
    """Editing in chat loses nothing that it does not touch."""
    values = typed_values(fields_of(entry))

    assert faults_of(entry.id, values) == []
    assert entry_of(entry.id, values) == entry


def test_every_shipped_file_is_written_as_it_stands() -> None:
    """So an export is a clean difference: only what was changed."""
    for file in read_entries(SHIPPED).files:
        assert write_entry(file.entry) == Path(file.path).read_text(encoding="utf-8"), file.path


def test_every_shipped_entry_passes_the_rules_for_chat() -> None:
    """A moderator who opens one is not told of faults that they did not make."""
    for file in read_entries(SHIPPED).files:
        assert make_entry(file.entry.id, fields_of(file.entry)) == file.entry


def brought(name: str, text: str) -> list[Entry]:
    """The entries that a file of that name and text brings."""
    return [one[1] for one in read_lines(name, StringIO(text, newline="")) if not isinstance(one, FileFault)]


def test_the_shipped_entries_survive_every_table() -> None:
    """Out and in again, and nothing has changed."""
    known = [file.entry for file in read_entries(SHIPPED).files]

    assert brought("all.jsonl", write_jsonl(known)) == known
    assert brought("all.csv", write_csv(known)) == known


@given(entries())
def test_any_entry_that_chat_allows_survives_every_table(entry: Entry) -> None:
    """Formulas, apostrophes, quotes, bars and line breaks included."""
    try:
        entry = make_entry(entry.id, fields_of(entry))
    except EntryInvalid:
        return
    assert brought("a.jsonl", write_jsonl([entry])) == [entry]
    assert brought("a.csv", write_csv([entry])) == [entry]
    assert brought(f"{entry.id}.md", write_entry(entry)) == [entry]


@given(entries())
def test_no_cell_begins_as_a_formula(entry: Entry) -> None:
    """A spreadsheet that opens the file acts on nothing in it."""
    rows = list(csv.reader(StringIO(write_csv([entry]))))

    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
