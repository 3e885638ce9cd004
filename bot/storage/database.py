"""Opens the SQLite file that everything is kept in, and brings its tables up to date."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from bot.domain.errors import DatabaseUnusable
from bot.storage.migrations import migrations

_BUSY_SECONDS = 30.0
"""How long a connection waits for another process before it gives up."""


@contextmanager
def open_database(path: Path | None) -> Iterator[Database]:
    """The database at `path`, made if need be, with its migrations applied. Raises DatabaseUnusable.

    Without a path it is in memory, and gone when this ends.

    Safe for several processes at once: write-ahead log, a patient busy handler, and migrations inside one
    immediate transaction, so that the second process finds them done. The connection may be used from
    another thread, by one at a time.
    """
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            path or ":memory:", timeout=_BUSY_SECONDS, check_same_thread=False, isolation_level=None
        )
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnusable(str(path), str(error)) from error
    with closing(connection):
        database = Database(connection)
        try:
            _prepare(database, is_file=path is not None)
        except sqlite3.Error as error:
            raise DatabaseUnusable(str(path), str(error)) from error
        yield database


@contextmanager
def immediate(database: Database) -> Iterator[None]:
    """One transaction that takes the write lock at its start, so that it waits rather than fails half-way."""
    database.execute("begin immediate")
    try:
        yield
    except BaseException:
        if database.conn.in_transaction:
            database.execute("rollback")
        raise
    database.execute("commit")


@contextmanager
def durable(database: Database) -> Iterator[None]:
    """One immediate transaction that is on the disk when it ends, so that no power cut undoes a promise."""
    database.execute("pragma synchronous = full")
    try:
        with immediate(database):
            yield
    finally:
        database.execute("pragma synchronous = normal")


def _prepare(database: Database, *, is_file: bool) -> None:
    database.execute("pragma foreign_keys = on")
    if is_file:
        _use_write_ahead_log(database)
    database.execute("pragma synchronous = normal")
    if migrations.pending(database):
        with immediate(database):
            migrations.apply(database)


def _use_write_ahead_log(database: Database) -> None:
    """Switch the file over once; SQLite refuses at once, without waiting, while another process does it."""
    deadline = time.monotonic() + _BUSY_SECONDS
    while database.journal_mode != "wal":
        try:
            database.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)
