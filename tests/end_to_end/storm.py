"""A process that books, moves, cancels and delivers as fast as it can, until it is killed.

Each thing that it was told to have happened goes into a file, one line each, before it does the next; what it
delivers goes into a file that takes a key once, as Discord takes a nonce once. Run by test_kill.py:

    python -m tests.end_to_end.storm DATABASE FOLDER GUILD SEED
"""

import os
import random
import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bot.domain.dialogue.bookings import Booking
from bot.domain.errors import ParleyError
from bot.services.dialogue.views import BookingView
from tests.dialogue_world import NINE, World, charity, commissioner, world_at
from tests.terminal import Time

COMMISSIONERS, CHARITIES = range(10, 18), range(1000, 1024)
STARTS = [NINE, NINE + timedelta(hours=1)]


def set_up(world: World, guild_id: int) -> None:
    """A server of its own, in which everyone waits for a conversation."""
    for user_id in COMMISSIONERS:
        world.free_on("Tuesday", "09:00 to 11:00", commissioner(user_id, guild_id))
    for user_id in CHARITIES:
        world.asked(charity(user_id, guild_id))


def deliver(world: World, sink: sqlite3.Connection, guild_id: int) -> int:
    """Deliver all that is due in one server, each to a sink that takes a key once; returns how many."""
    due = [message for message in world.outbox.due() if message.guild_id == guild_id]
    for message in due:
        sink.execute("insert or ignore into seen (guild_id, key) values (?, ?)", [guild_id, message.key])
        world.outbox.sent(message)
    return len(due)


def open_sink(folder: Path) -> sqlite3.Connection:
    """Where messages arrive."""
    sink = sqlite3.connect(folder / "sink.db", isolation_level=None, check_same_thread=False, timeout=20)
    sink.execute("pragma journal_mode = wal")
    sink.execute("create table if not exists seen (guild_id int, key text, primary key (guild_id, key))")
    return sink


def shortly_before() -> Time:
    """Half an hour before the first conversation: both of its reminders are due."""
    return Time(NINE - timedelta(minutes=30))


def book_and_change(world: World, guild_id: int, chance: random.Random, tell: Callable[[str], None]) -> None:
    """Each asker in turn: book a slot, then perhaps move it, then perhaps cancel it."""
    charities = list(CHARITIES)
    chance.shuffle(charities)
    for user_id in charities:
        by = charity(user_id, guild_id)
        for request in world.dialogue.requests.mine(by=by).requests:
            with suppress(ParleyError):
                slot = chance.choice(COMMISSIONERS), chance.choice(STARTS)
                booked = world.dialogue.bookings.book(request.id, *slot, by=by)
                if isinstance(booked, BookingView):
                    tell(_line("booked", booked.booking))
                    _change(world, booked.booking, chance, tell)


def _change(world: World, booked: Booking, chance: random.Random, tell: Callable[[str], None]) -> None:
    by = charity(booked.charity_id, booked.guild_id)
    if chance.random() < 0.4:
        moved = world.dialogue.bookings.move(booked.id, chance.choice(STARTS), by=by)
        if isinstance(moved, BookingView):
            tell(_line("moved", moved.booking))
    if chance.random() < 0.2:
        tell(_line("cancelled", world.dialogue.bookings.cancel(booked.id, "storm", by=by).booking))


def _line(what: str, booking: Booking) -> str:
    return f"{what} {booking.id} {booking.charity_id} {booking.starts_at.isoformat()}\n"


def main() -> None:
    """Three who book and one who delivers, each with a connection of its own."""
    database, folder, guild_id, seed = (
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        int(sys.argv[3]),
        int(sys.argv[4]),
    )
    out = os.open(folder / f"told-{guild_id}.txt", os.O_CREAT | os.O_APPEND | os.O_WRONLY)

    def books(number: int) -> None:
        with world_at(database, Time(NINE - timedelta(days=3))) as world:
            chance = random.Random(seed * 10 + number)
            book_and_change(world, guild_id, chance, lambda line: void(os.write(out, line.encode())))

    def delivers() -> None:
        with world_at(database, shortly_before()) as world:
            sink = open_sink(folder)
            while True:
                deliver(world, sink, guild_id)

    threads = [threading.Thread(target=books, args=(number,), daemon=True) for number in range(3)]
    threads.append(threading.Thread(target=delivers, daemon=True))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def void(_value: object) -> None:
    """Take no interest in a value."""


if __name__ == "__main__":
    main()
