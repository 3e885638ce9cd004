"""Commissioners change their own time, and no one else's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.events import Subject
from bot.domain.dialogue.states import BookingState, RequestState
from bot.domain.errors import Invalid, LimitReached, NotFound
from tests.dialogue_world import ELSEWHERE, GUILD, NINE, World, charity, commissioner, world_at


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A commissioner who can talk on Tuesday mornings."""
    with world_at(tmp_path / "parley.db") as made:
        made.free_on("Tuesday", "09:00 to 12:00")
        yield made


def test_a_pause_hides_free_slots_and_keeps_what_is_booked(world: World) -> None:
    """Until it is taken up again."""
    booking = world.booked(NINE)
    waiting = world.asked(charity(2))
    world.dialogue.availability.pause(paused=True, by=commissioner())
    assert world.dialogue.offers.times(waiting.id, by=charity(2)).free == ()
    assert world.dialogue.bookings.get(booking.id, by=charity()) == booking
    world.dialogue.availability.pause(paused=False, by=commissioner())
    assert world.dialogue.offers.times(waiting.id, by=charity(2)).free


def test_a_window_is_removed_by_its_owner_only(world: World) -> None:
    """Someone else's number is none of yours."""
    (window,) = world.dialogue.availability.mine(by=commissioner()).windows
    with pytest.raises(NotFound):
        world.dialogue.availability.remove(window.id, by=commissioner(11))
    assert world.dialogue.availability.remove(window.id, by=commissioner()).windows == ()


def test_rules_that_cannot_be_meant_change_nothing(world: World) -> None:
    """An unknown zone, a word for a number, a number out of range."""
    before = world.dialogue.availability.mine(by=commissioner()).rules
    for typed in ({"zone": "Mars/Olympus"}, {"minutes": "four"}, {"ahead_days": "0"}, {"week_limit": "-1"}):
        with pytest.raises(Invalid) as told:
            world.free_on("Monday", "09:00 to 10:00", None, **typed)
        assert list(told.value.faults) == list(typed)
    assert world.dialogue.availability.mine(by=commissioner()).rules == before


def test_windows_are_limited_and_changes_are_logged(world: World) -> None:
    """No one fills the disk, and each change has its line."""
    for _ in range(49):
        world.free_on("Monday", "09:00 to 10:00")
    with pytest.raises(LimitReached):
        world.free_on("Monday", "09:00 to 10:00")
    log = world.stores.events.of(GUILD, Subject.AVAILABILITY, 10)
    assert [event.act for event in log] == [Act.ADD_WINDOW] * 50


def test_who_steps_down_cannot_be_booked_and_their_requests_go_back(world: World) -> None:
    """What is booked stays; another server's commissioner of the same number is left alone."""
    world.free_on("Tuesday", "09:00 to 12:00", commissioner(guild_id=ELSEWHERE))
    booking = world.booked(NINE)
    world.dialogue.requests.claim(world.asked(charity(2)).id, by=commissioner())
    waiting = world.asked(charity(3))
    assert world.dialogue.availability.on_duty() == [(GUILD, 10), (ELSEWHERE, 10)]
    for _ in range(2):
        world.dialogue.availability.step_down(10, guild_id=GUILD)

    assert world.dialogue.availability.on_duty() == [(ELSEWHERE, 10)]
    assert world.dialogue.offers.times(waiting.id, by=charity(3)).free == ()
    assert world.dialogue.requests.get(2, by=charity(2)).state is RequestState.WAITING
    assert world.dialogue.bookings.get(booking.id, by=charity()).state is BookingState.BOOKED
    assert world.told(2)[-1] == "given_back"
