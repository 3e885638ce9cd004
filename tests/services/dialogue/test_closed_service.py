"""After a tender notice is out, no path leads to a one-to-one conversation about it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.states import BookingState, RequestState
from bot.domain.errors import Conflict, EngagementOver, NotAllowed
from tests.dialogue_world import ELEVEN, GUILD, NINE, TEN, World, charity, commissioner, world_at
from tests.services.dialogue.presses import at_once, book, press


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A commissioner who can talk on Tuesday mornings."""
    with world_at(tmp_path / "parley.db") as made:
        made.free_on("Tuesday", "09:00 to 12:00")
        yield made


def test_bookings_to_come_are_cancelled_with_the_reason(world: World) -> None:
    """Both are told, with where to ask instead."""
    world.service()
    booking = world.booked(NINE, service="1")
    view, cancelled = world.dialogue.planned.close(1, by=commissioner())

    assert (view.service.is_closed, cancelled) == (True, 1)
    (told,) = [m for m in world.outbox.due() if m.kind == "closed" and m.to == 1]
    assert "the portal" in told.payload["why"]
    assert world.dialogue.bookings.get(booking.id, by=charity()).state is BookingState.CANCELLED
    assert world.dialogue.requests.get(1, by=charity()).state is RequestState.CLOSED


def test_no_path_books(world: World) -> None:
    """Not an offer made before, not a free slot, not a new request, not a move."""
    world.service()
    world.dialogue.requests.claim(world.asked(service="1").id, by=commissioner())
    world.dialogue.offers.offer(1, [TEN], by=commissioner())
    booking = world.booked(NINE, charity(2), service="1")
    world.dialogue.planned.close(1, by=commissioner())
    for refused in (
        lambda: book(world, 1, TEN, 1),
        lambda: book(world, 1, NINE, 1),
        lambda: world.asked(charity(3), service="1"),
        lambda: world.dialogue.offers.times(1, by=charity()),
        lambda: world.dialogue.bookings.move(booking.id, TEN, by=charity(2)),
        lambda: world.dialogue.bookings.move(booking.id, TEN, by=commissioner()),
        lambda: world.dialogue.offers.offer(1, [TEN], by=commissioner()),
        lambda: world.dialogue.requests.claim(1, by=commissioner()),
    ):
        with pytest.raises((Conflict, NotAllowed)):
            refused()
    assert world.stores.bookings.taken(GUILD, 10, NINE, ELEVEN) == []
    assert isinstance(book(world, world.asked(charity(4)).id, TEN, 4), Booking), "it is held for nobody"


def test_a_press_that_crosses_the_closing(world: World, tmp_path: Path) -> None:
    """Whichever comes first, nothing is booked in the end."""
    world.service()
    ids = [world.asked(charity(100 + n), service="1").id for n in range(10)]
    world.free_on("Wednesday", "09:00 to 17:00")
    wednesday = NINE + timedelta(days=1)
    presses = [press(ids[n], wednesday + timedelta(hours=n), 100 + n) for n in range(6)]

    def close(own: World) -> object:
        return own.dialogue.planned.close(1, by=commissioner())

    at_once([*presses, close], tmp_path / "parley.db")

    assert world.stores.bookings.taken(GUILD, 10, NINE, NINE + timedelta(days=5)) == []


def test_engagement_ends_on_its_last_day(world: World) -> None:
    """A slot after it is refused, one before it is not."""
    world.service(closes_on="7 December 2026")
    request = world.asked(service="1")
    with pytest.raises(EngagementOver) as told:
        book(world, request.id, NINE + timedelta(days=7), 1)
    assert told.value.last_day == date(2026, 12, 7)
    shown = world.dialogue.offers.times(request.id, by=charity()).free
    assert {slot.starts_at.date() for slot in shown} == {NINE.date()}
    assert isinstance(book(world, request.id, NINE, 1), Booking)


def test_a_service_that_is_reopened_after_its_last_day_can_be_talked_about(world: World) -> None:
    """The day that has passed holds no longer; one to come does."""
    world.service(closes_on="24 November 2026")
    world.service(closes_on="7 December 2026")
    world.time.passes(days=5)
    for number in (1, 2):
        world.dialogue.planned.close(number, by=commissioner())
        world.dialogue.planned.reopen(number, by=commissioner())

    assert world.dialogue.planned.get(1, by=charity()).service.closes_on is None
    assert world.dialogue.planned.get(2, by=charity()).service.closes_on == date(2026, 12, 7)
    assert world.asked(service="1").id == 1
