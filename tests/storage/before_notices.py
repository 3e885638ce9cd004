"""A database as the version before one outbox left it, with a row for each case."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.storage.migrations import migrations

AT = "2026-11-23T10:00:00.000+00:00"
_BOOKING = (
    '{"id":1,"guild_id":7,"request_id":1,"charity_id":5,"commissioner_id":6,'
    '"starts_at":"2026-12-01T09:00:00.000+00:00","ends_at":"2026-12-01T09:45:00.000+00:00",'
    '"state":"booked","uid":"u","sequence":0,"thread_id":null}'
)


def database_with_old_tables(path: Path) -> Path:
    """Apply all migrations but that of the notices, then fill in the old tables."""
    connection = sqlite3.connect(path, isolation_level=None)
    database = Database(connection)
    migrations.apply(database, stop_before="m050_notices")
    _fill(database)
    connection.close()
    return path


def _fill(db: Database) -> None:
    columns = "id, key, guild_id, place, user_id, news, request_id, booking_id, booking, why, due_at, state"
    for row in (
        (3, "event:1:person:handed over:1:5", 7, "person", 5, "handed over", 1, None, None, "", AT, "due"),
        (4, "event:2:room:room:1:0", 7, "room", 0, "room", 1, 1, _BOOKING, "", AT, "due"),
        (7, "event:3:queue:asked:1:0", 7, "queue", 0, "asked", 1, None, None, "", AT, "sent"),
        (9, "not reached:3", 7, "person", 6, "not reached", 1, None, None, "handed over", AT, "due"),
    ):
        settled = AT if row[0] == 7 else None
        db.execute(
            f"insert into outbox ({columns}, settled_at) values ({', '.join('?' * 13)})",  # noqa: S608
            [*row, settled],
        )
    for number, state, user_id in ((1, "answered", 21), (2, "waiting", 22)):
        db.execute(
            "insert into referrals (id, guild_id, question, state, referred_at) values (?, 7, 'q', ?, ?)",
            [number, state, AT],
        )
        db.execute("insert into to_be_told (referral_id, user_id) values (?, ?)", [number, user_id])
    db.execute(
        "insert into cases (guild_id, kind, item_id, state, by_id, entry_id, changed_at)"
        " values (7, 'referred', 1, 'answered', 1, 'tupe', ?)",
        [AT],
    )
    db.execute("insert into nudges (guild_id, nudged_at) values (7, '2026-11-20T10:00:00.000+00:00')")
