"""People press slots, one after another or at the same instant."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.cards.dialogue.calendar import calendar_attachment
from bot.domain.actor import Actor
from bot.domain.dialogue.bookings import Booking
from bot.services.dialogue.bookings import Taken
from tests.dialogue_world import World, charity, world_at


def book(world: World, request_id: int, at: datetime, person: int) -> Booking | Taken:
    """Someone presses a slot."""
    booked = world.dialogue.bookings.book(request_id, 10, at, by=charity(person))
    return booked if isinstance(booked, Taken) else booked.booking


def move(world: World, number: int, at: datetime, by: Actor) -> Booking | Taken:
    """Someone moves a conversation."""
    moved = world.dialogue.bookings.move(number, at, by=by)
    return moved if isinstance(moved, Taken) else moved.booking


def calendar_of(world: World, booking: Booking) -> bytes:
    """The file that comes with a conversation as it was then."""
    view = world.dialogue.views.told(booking, booking.charity_id)
    assert view is not None
    return calendar_attachment(view, booking).content


def press(request_id: int, at: datetime, person: int) -> Callable[[World], object]:
    """A press that waits for its moment."""
    return lambda world: book(world, request_id, at, person)


def at_once(doing: list[Callable[[World], object]], path: Path) -> list[object]:
    """Do all this at the same instant, each in a thread with a connection of its own."""
    start, done = threading.Barrier(len(doing)), [None] * len(doing)

    def run(place: int, do: Callable[[World], object]) -> None:
        with world_at(path) as own:
            start.wait()
            try:
                done[place] = do(own)  # type: ignore[call-overload]
            except Exception as error:  # noqa: BLE001 - what went wrong is what the test looks at
                done[place] = error  # type: ignore[call-overload]

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(doing)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(done)
