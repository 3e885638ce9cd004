"""Databases as earlier versions made them, with rows in every table: `earlier/*.sql`, oldest first."""

import re
import sqlite3
from pathlib import Path

FOLDER = Path(__file__).parent / "earlier"
EARLIER = sorted(path.stem for path in FOLDER.glob("*.sql"))
NEWEST = EARLIER[-1]


def make(name: str, path: Path) -> Path:
    """Write one of them to a file."""
    with sqlite3.connect(path) as connection:
        connection.executescript((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


def rows(path: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
    """What a query finds in a file."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def schema(path: Path) -> dict[str, str]:
    """Every table, index and trigger with the statement that made it, spaces and quotes apart."""
    sql = "select type || ' ' || name, sql from sqlite_master where sql is not null"
    return {str(name): re.sub(r'[\s"]+', " ", str(text)).replace(" (", "(") for name, text in rows(path, sql)}


def columns(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table with each of its columns: name, type, whether it may be null, default, key."""
    tables = [
        str(name)
        for (name,) in rows(path, "select name from sqlite_master where type = 'table' order by name")
    ]
    return {table: [row[1:] for row in rows(path, f"pragma table_xinfo('{table}')")] for table in tables}


def filled(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table: int(str(rows(path, f"select count(*) from '{table}'")[0][0]))  # noqa: S608 - our own tables
        for table in columns(path)
        if not table.startswith(("sqlite_", "_sqlite"))
    }
