"""A slot is given once, however many press it at the same instant."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.dialogue.bookings import Booking
from bot.domain.errors import WrongState
from bot.services.dialogue.bookings import Taken
from tests.dialogue_world import ELEVEN, GUILD, NINE, TEN, World, charity, commissioner, world_at
from tests.services.dialogue.presses import at_once, book, press


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A commissioner who can talk on Tuesday mornings."""
    with world_at(tmp_path / "parley.db") as made:
        made.free_on("Tuesday", "09:00 to 12:00")
        yield made


def test_two_hundred_people_press_the_same_slot(world: World, tmp_path: Path) -> None:
    """One has it; 199 are told so, with the next best slot, and there is no error."""
    requests = [world.asked(charity(1000 + n)).id for n in range(200)]
    presses = [press(request_id, NINE, 1000 + n) for n, request_id in enumerate(requests)]
    outcomes = at_once(presses, tmp_path / "parley.db")

    kinds = Counter(type(outcome).__name__ for outcome in outcomes)
    assert kinds == {"Booking": 1, "Taken": 199}, kinds
    refusals = [outcome for outcome in outcomes if isinstance(outcome, Taken)]
    assert all(refusal.instead[0].starts_at == TEN for refusal in refusals)
    assert len(world.stores.bookings.taken(GUILD, 10, NINE, ELEVEN)) == 1


def test_two_requests_share_an_offered_slot(world: World, tmp_path: Path) -> None:
    """Both may choose it, and the first has it; the other has its other offer left."""
    ids = [world.asked(charity(person)).id for person in (1, 2)]
    for request_id in ids:
        world.dialogue.requests.claim(request_id, by=commissioner())
        world.dialogue.offers.offer(request_id, [TEN, ELEVEN], by=commissioner())
    outcomes = at_once([press(ids[0], TEN, 1), press(ids[1], TEN, 2)], tmp_path / "parley.db")

    (taken,) = [outcome for outcome in outcomes if isinstance(outcome, Taken)]
    assert sum(isinstance(outcome, Booking) for outcome in outcomes) == 1
    assert taken.instead[0].starts_at == ELEVEN


def test_the_same_press_twice_is_one_booking(world: World) -> None:
    """Discord may deliver it twice, and people press twice."""
    request = world.asked()
    first, second = book(world, request.id, NINE, 1), book(world, request.id, NINE, 1)

    assert first == second
    with pytest.raises(WrongState):
        book(world, request.id, TEN, 1)
