"""How values stand in columns, and how they are read back."""

import sqlite3
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlite_utils import Database


def stored(moment: datetime) -> str:
    """A moment as text that sorts as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(text: str) -> datetime:
    """The moment that a column holds; aware."""
    return datetime.fromisoformat(text)


def stored_or_none(value: datetime | date | None) -> str | None:
    """A moment or a day as text; None stays None."""
    return stored(value) if isinstance(value, datetime) else value.isoformat() if value else None


def moment_or_none(text: str | None) -> datetime | None:
    """The moment in a column, if there is one."""
    return moment(text) if text else None


def day_or_none(text: str | None) -> date | None:
    """The day in a column, if there is one."""
    return date.fromisoformat(text) if text else None


def changed_one(done: sqlite3.Cursor) -> bool:
    """A statement changed the one row that it was for."""
    return done.rowcount == 1


def is_taken(error: sqlite3.IntegrityError) -> bool:
    """A unique index or a trigger refused, rather than a check or a foreign key."""
    return error.sqlite_errorcode in (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_TRIGGER)


def add_row(database: Database, table: str, row: Mapping[str, Any], *, once: bool = False) -> int:
    """Insert a row as one plain statement; returns its rowid. With `once`, one that is there stays.

    A booking inserts about ten rows: sqlite-utils would ask for the tables and their keys before each, which
    took as long as all the rest.
    """
    unless = " on conflict do nothing" if once else ""
    done = database.execute(
        f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))}){unless}",  # noqa: S608
        list(row.values()),
    )
    return int(done.lastrowid or 0)


def add_numbered(database: Database, table: str, row: dict[str, Any]) -> int:
    """Insert a row with the next number of its server, in the transaction of the caller; returns it.

    Rows of such tables are never deleted, so that no number comes twice.
    """
    sql = f"select coalesce(max(id), 0) + 1 from {table} where guild_id = ?"  # noqa: S608 - our own tables
    number = int(database.execute(sql, [row["guild_id"]]).fetchone()[0])
    add_row(database, table, {**row, "id": number})
    return number
