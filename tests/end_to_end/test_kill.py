"""`kill -9` at any instant of a storm: what was acknowledged is there, nothing is doubled, all is told once.

PARLEY_KILL_ROUNDS=200 runs the long loop.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

from tests.dialogue_world import World, world_at
from tests.end_to_end.storm import deliver, open_sink, set_up, shortly_before

ROOT = Path(__file__).parent.parent.parent
ROUNDS = int(os.environ.get("PARLEY_KILL_ROUNDS", "3"))


def test_a_storm_and_a_kill_lose_and_double_nothing(tmp_path: Path) -> None:
    """Each round is a server of its own in the same file; each is checked after a restart."""
    database, chance = tmp_path / "parley.db", random.Random(7)
    told = 0
    for guild_id in range(100, 100 + ROUNDS):
        with world_at(database) as world:
            set_up(world, guild_id)
        storm_and_kill(database, tmp_path, guild_id, chance)
        with world_at(database, shortly_before()) as world:
            told += check_bookings(world, tmp_path, guild_id)
            sink = open_sink(tmp_path)
            while deliver(world, sink, guild_id):
                pass
            check_messages(world, sink, guild_id)
            sink.close()
    assert told > ROUNDS, "hardly anything happened before the kills"


def storm_and_kill(database: Path, folder: Path, guild_id: int, chance: random.Random) -> None:
    """Let it rage for a moment, then kill it without a word."""
    command = [sys.executable, "-m", "tests.end_to_end.storm", str(database), str(folder), str(guild_id)]
    process = subprocess.Popen(
        [*command, str(chance.randrange(10**6))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(chance.uniform(0.02, 0.6))
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def check_bookings(world: World, folder: Path, guild_id: int) -> int:
    """All that was acknowledged is there, or what was done to it next; returns how much that was."""
    rows = all_rows(world, "select * from bookings where guild_id = ?", guild_id)
    kept = {row["id"]: row for row in rows}
    path = folder / f"told-{guild_id}.txt"
    lines = path.read_text().splitlines() if path.exists() else []
    last: dict[int, tuple[str, int, str]] = {}
    for line in lines:
        what, number, person, starts_at = line.split()
        last[int(number)] = (what, int(person), starts_at)
    for booking_id, (what, asker, starts_at) in last.items():
        row = kept[booking_id]
        assert row["charity_id"] == asker
        went_on = row["state"] == "cancelled" or row["sequence"] > (what == "moved")
        assert datetime.fromisoformat(row["starts_at"]) == datetime.fromisoformat(starts_at) or went_on
        assert what != "cancelled" or row["state"] == "cancelled"
    slots = Counter((r["commissioner_id"], r["starts_at"]) for r in rows if r["state"] != "cancelled")
    assert not slots or max(slots.values()) == 1
    check_log(world, rows, guild_id)
    return len(lines)


def check_log(world: World, rows: list[sqlite3.Row], guild_id: int) -> None:
    """Each booking has the events that made it what it is, and no other booking has any."""
    events = all_rows(
        world, "select * from dialogue_events where subject = 'booking' and guild_id = ?", guild_id
    )
    acts = {row["id"]: Counter(e["act"] for e in events if e["subject_id"] == row["id"]) for row in rows}
    assert {event["subject_id"] for event in events} == set(acts)
    for row in rows:
        assert acts[row["id"]]["book"] == 1
        assert acts[row["id"]]["cancel"] == (row["state"] == "cancelled")
        assert acts[row["id"]]["move"] + acts[row["id"]]["cancel"] == row["sequence"]


def check_messages(world: World, sink: sqlite3.Connection, guild_id: int) -> None:
    """Everything that is due arrived, once; each booking that is still on has its reminders.

    A dropped notice may have arrived too: a conversation can be moved while its reminder is on the way.
    """
    seen = {key for (key,) in sink.execute("select key from seen where guild_id = ?", [guild_id])}
    outbox = dict(world.stores.outbox.all(guild_id))
    sent = {key for key, state in outbox.items() if state == "sent"}
    assert sent <= seen <= set(outbox)
    for row in all_rows(world, "select * from bookings where guild_id = ?", guild_id):
        reminders = [key for key in seen if key.startswith(f"booking:{row['id']}:{row['sequence']}:")]
        if row["state"] == "booked":
            due = 4 if row["starts_at"].startswith("2026-12-01T09") else 2
            assert len(reminders) == due, (row["id"], reminders)


def all_rows(world: World, sql: str, guild_id: int) -> list[sqlite3.Row]:
    """Rows as they stand in the file."""
    connection = world.stores._database.conn
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, [guild_id]).fetchall()
