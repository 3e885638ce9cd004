"""A database of any earlier version becomes what a new one is, and keeps all its rows."""

from pathlib import Path

import pytest

from bot.storage.database import open_database
from tests.storage.earlier_databases import EARLIER, NEWEST, columns, filled, make, rows, schema

NOTICES = {"outbox", "to_be_told", "nudges", "notices"}
"""What people are to be told was in three tables, and is in one."""


def brought_up_to_date(path: Path) -> Path:
    """Open it once."""
    with open_database(path):
        return path


@pytest.mark.parametrize("name", EARLIER)
def test_an_earlier_database_becomes_like_a_new_one(tmp_path: Path, name: str) -> None:
    """Column by column, with every index, check and trigger."""
    new = brought_up_to_date(tmp_path / "new.db")
    old = brought_up_to_date(make(name, tmp_path / "old.db"))

    assert columns(old) == columns(new)
    assert schema(old) == schema(new)


@pytest.mark.parametrize("name", EARLIER)
def test_nothing_that_it_holds_is_lost(tmp_path: Path, name: str) -> None:
    """Every row of every table is there, and what refers to it finds it."""
    path = make(name, tmp_path / "old.db")
    before = filled(path)
    after = filled(brought_up_to_date(path))

    assert all(before.values())
    assert sum(after.get(table, 0) for table in NOTICES) == sum(before.get(table, 0) for table in NOTICES)
    renamed = {"drafts": "entry_drafts"} if name.startswith("3-") else {}
    kept = before.keys() - NOTICES
    assert {table: after[renamed.get(table, table)] for table in kept} == {t: before[t] for t in kept}
    assert rows(path, "pragma foreign_key_check") == []
    assert rows(path, "pragma integrity_check") == [("ok",)]


def test_it_is_done_once(tmp_path: Path) -> None:
    """Opened again, nothing changes."""
    path = brought_up_to_date(make(NEWEST, tmp_path / "old.db"))
    before = schema(path)

    assert schema(brought_up_to_date(path)) == before
