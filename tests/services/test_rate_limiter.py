"""No one asks so much that others wait, and no one is remembered for longer than that takes."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.refusals import refusal
from bot.domain.errors import TooFast
from bot.services.rate_limiter import RateLimiter

START = datetime(2026, 11, 23, 10, tzinfo=UTC)
steps = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 2).map(lambda n: 20 * n)), max_size=60)


@given(steps)
def test_each_person_has_so_many_in_any_minute(steps: list[tuple[int, int]]) -> None:
    """For every person and time: what is allowed is what counting the last minute anew would allow."""
    moment = START
    limiter = RateLimiter(lambda: moment, questions=3)
    allowed: dict[int, list[datetime]] = defaultdict(list)
    for person, seconds in steps:
        moment += timedelta(seconds=seconds)
        recent = [at for at in allowed[person] if at + timedelta(minutes=1) > moment]
        if len(recent) < 3:
            limiter.count(person)
            allowed[person].append(moment)
        else:
            with pytest.raises(TooFast):
                limiter.count(person)


def test_a_refusal_says_when_to_come_back() -> None:
    """In seconds from now."""
    moment = START
    limiter = RateLimiter(lambda: moment, questions=1)
    limiter.count(1)
    moment += timedelta(seconds=20)

    with pytest.raises(TooFast) as refused:
        limiter.count(1)
    assert refused.value.seconds == 40


def test_a_wait_of_one_second_is_one_second() -> None:
    """It is said as people say it."""
    moment = START
    limiter = RateLimiter(lambda: moment, questions=1)
    limiter.count(1)
    moment += timedelta(seconds=59)

    with pytest.raises(TooFast) as refused:
        limiter.count(1)
    assert "in 1 second." in refusal(refused.value).text


def test_people_are_forgotten() -> None:
    """A minute after someone's last question nothing is left of them."""
    moment = START
    limiter = RateLimiter(lambda: moment)
    for person in range(100):
        limiter.count(person)
    moment += timedelta(minutes=1)
    limiter.count(100)

    assert len(limiter) == 1
