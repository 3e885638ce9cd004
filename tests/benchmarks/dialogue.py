"""How long the queue, the free slots and a booking take with little and with much in the database.

    python -m tests.benchmarks.dialogue

Each figure is the median of several goes; `ratio` is much over little, in one run on one machine.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from statistics import median

from bot.domain.actor import Actor
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.requests import Wish
from bot.domain.dialogue.states import RequestState
from bot.services.dialogue.views import BookingView
from tests.dialogue_world import GUILD, NINE, World, charity, commissioner, world_at

GOES = 25
COMMISSIONERS = range(10, 20)
MONDAY_AT_NINE = NINE - timedelta(days=1)
LITTLE, MUCH = (100, 20), (10_000, 2_000)
"""Requests, and how many of them are booked."""

MOST_RATIO, MOST_SECONDS = 2.0, 0.1


def fill(world: World, requests: int, bookings: int) -> None:
    """A server in which people have asked for a long time, and ten commissioners who are often booked."""
    for user_id in COMMISSIONERS:
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
            world.free_on(day, "09:00 to 17:00", commissioner(user_id), week_limit="40")
    began = world.time() - timedelta(days=400)
    with world.stores.deciding():
        for number in range(requests):
            wish = Wish(f"Charity {number}", "lunch clubs")
            at = began + timedelta(hours=number)
            request = world.stores.requests.add(GUILD, 1000 + number, wish, at=at)
            if number < bookings:
                _book(world, number, request.id)


def _book(world: World, number: int, request_id: int) -> None:
    """One booking to come: five a day of each commissioner, week after week, which leaves three free."""
    request = world.stores.requests.get(GUILD, request_id)
    assert request is not None
    owner, place = COMMISSIONERS[number % len(COMMISSIONERS)], number // len(COMMISSIONERS)
    week, day, hour = place // 25, place % 25 // 5, place % 5
    at = MONDAY_AT_NINE + timedelta(weeks=week, days=day, hours=hour)
    assert world.stores.bookings.add(request, Slot(at, at + timedelta(minutes=45), owner), f"uid-{number}")
    world.stores.requests.step(request, RequestState.BOOKED, owner, world.time())


def jobs_in(world: World) -> dict[str, Callable[[int], object]]:
    """What is measured, each as the nth go at it."""
    offers, availability = world.dialogue.offers, world.dialogue.availability
    asked = [world.asked(charity(500 + number)) for number in range(GOES)]
    return {
        "queue": lambda _: world.dialogue.requests.queue(by=commissioner()),
        "free slots, 8 weeks": lambda _: availability.free(10_000, by=commissioner()),
        "times of a request": lambda n: offers.times(asked[n].id, by=_who(asked[n].asker_id)),
        "booking": lambda n: _take(world, asked[n].id, _who(asked[n].asker_id)),
    }


def seconds(do: Callable[[int], object], number: int) -> float:
    """How long one go takes."""
    began = time.perf_counter()
    do(number)
    return time.perf_counter() - began


def measure(folder: Path) -> dict[str, tuple[list[float], list[float]]]:
    """Every go with little and with much, in turn, so that both meet the same disturbances."""
    with world_at(folder / "little.db") as little, world_at(folder / "much.db") as much:
        fill(little, *LITTLE)
        fill(much, *MUCH)
        little.dialogue.availability.prepare()
        few, many = jobs_in(little), jobs_in(much)
        taken: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in few}
        for name, number in product(few, range(GOES)):
            taken[name][0].append(seconds(few[name], number))
            taken[name][1].append(seconds(many[name], number))
    return taken


def _take(world: World, request_id: int, by: Actor) -> None:
    """Take one of the afternoon slots, which are free, as someone who presses it would."""
    at = MONDAY_AT_NINE + timedelta(weeks=1, days=request_id % 5, hours=5 + request_id % 3)
    booked = world.dialogue.bookings.book(
        request_id, COMMISSIONERS[request_id % len(COMMISSIONERS)], at, by=by
    )
    assert isinstance(booked, BookingView)


def _who(user_id: int) -> Actor:
    return replace(charity(), user_id=user_id)


def main() -> int:
    """Print the table; fails where the promise does not hold."""
    broken = False
    print(f"{'':22}{'100':>10}{'10,000':>10}{'at most':>10}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (little, much) in measure(Path(folder)).items():
            figures = median(little), median(much), max(*little, *much)
            ratio = figures[1] / figures[0]
            broken |= ratio > MOST_RATIO or figures[2] > MOST_SECONDS
            print(f"{name:22}" + "".join(f"{one * 1000:8.1f}ms" for one in figures) + f"{ratio:8.2f}")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
