"""Whatever people press and send, it does something or asks something."""

from collections.abc import Iterator

import pytest

from bot.domain.verb import VERBS
from tests.walk.walker import Walker
from tests.walk.world import world


@pytest.fixture(scope="module")
def walker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walker]:
    """Someone who has been everywhere."""
    with world(tmp_path_factory.mktemp("walk")) as (made, situations):
        walker = Walker(made)
        for name, situation in situations.items():
            walker.walk(name, situation)
        yield walker


def test_nothing_breaks(walker: Walker) -> None:
    """No press and no form ends in an error that is not ours."""
    assert walker.broken == {}
    assert walker.steps > 5_000


def test_no_button_can_only_refuse(walker: Walker) -> None:
    """Every person can do what they are offered, in the situation that they are in."""
    assert walker.dead_buttons == []


def test_forms_that_are_filled_in_well_go_through(walker: Walker) -> None:
    """They ask for nothing more."""
    assert walker.to_fix == {}


def test_every_verb_was_performed(walker: Walker) -> None:
    """At least once, and not only refused."""
    assert set(VERBS) - walker.world.performed == set()


def test_everything_fits_both_front_ends(walker: Walker) -> None:
    """Each kind of card and form is laid out for Discord, which has limits, and printed at sixty columns."""
    assert walker.complaints == set()
