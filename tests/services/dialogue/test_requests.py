"""Typed text is kept until it is sent, and a request goes from hand to hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.dialogue.states import RequestState
from bot.domain.errors import NotAllowed, NotFound
from tests.dialogue_world import NINE, World, charity, commissioner, moderator, world_at


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Two commissioners who can talk on Tuesdays."""
    with world_at(tmp_path / "parley.db") as made:
        for user_id in (10, 12):
            made.free_on("Tuesday", "09:00 to 12:00", commissioner(user_id))
        yield made


def test_a_request_is_handed_over_and_given_back(world: World) -> None:
    """Only to someone who takes conversations, and its place in the queue stays."""
    world.asked()
    world.asked(charity(2))
    world.dialogue.requests.claim(1, by=commissioner())
    assert world.dialogue.requests.colleagues(1, by=commissioner()) == [12]
    with pytest.raises(NotFound):
        world.dialogue.requests.hand_over(1, 99, by=commissioner())
    handed = world.dialogue.requests.hand_over(1, 12, by=commissioner()).request
    assert handed.holder_id == 12
    assert world.told(12)[-1] == "handed_over"
    back = world.dialogue.requests.give_back(1, by=commissioner(12)).request
    assert (back.state, back.holder_id) == (RequestState.WAITING, None)
    assert [request.id for request in world.dialogue.requests.queue(by=commissioner()).requests] == [1, 2]


def test_the_usual_wait_is_that_of_the_middle(world: World) -> None:
    """Half waited less for their first answer, half more."""
    assert world.dialogue.requests.usual_wait(by=charity()) is None
    for person, hours in enumerate((1, 2, 60), 1):
        request = world.asked(charity(person))
        world.time.passes(hours=hours)
        world.dialogue.requests.claim(request.id, by=commissioner())
    wait = world.dialogue.requests.usual_wait(by=charity())
    assert wait is not None
    assert wait.total_seconds() == 7200


def test_a_request_whose_holder_is_away_goes_back_to_the_queue(world: World) -> None:
    """By a colleague or a moderator; its asker and its holder are told, and nothing is held any longer."""
    world.asked()
    for by in (commissioner(11), moderator()):
        world.dialogue.requests.claim(1, by=commissioner())
        world.dialogue.offers.offer(1, [NINE], by=commissioner())
        world.told(1)
        back = world.dialogue.requests.give_back(1, by=by).request

        assert (back.state, back.holder_id) == (RequestState.WAITING, None)
        assert world.dialogue.offers.times(1, by=charity()).offered == ()
        assert (world.told(1), world.told(10)[-1]) == (["given_back"], "given_back")
    with pytest.raises(NotAllowed):
        world.dialogue.requests.give_back(1, by=charity(2))
