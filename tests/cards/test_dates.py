"""Days and times as people read them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.cards.dates import clock, day, moment, moment_in, span, time_of

LONDON, MADRID, DUBLIN = ZoneInfo("Europe/London"), ZoneInfo("Europe/Madrid"), ZoneInfo("Europe/Dublin")
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_the_year_is_said_where_it_is_not_this_one() -> None:
    """And always where no one says what this one is, as in a record."""
    at = datetime(2026, 11, 30, 9, tzinfo=UTC)

    assert moment(at, LONDON, NOW) == "Monday 30 November, 9am"
    assert moment(at, LONDON) == "Monday 30 November 2026, 9am"
    assert moment(at.replace(year=2027), LONDON, NOW) == "Tuesday 30 November 2027, 9am"
    assert day(date(2027, 3, 1)) == "1 March 2027"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(9), "9am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(23, 59), "11:59pm"),
    ],
)
def test_a_time_of_day(at: time, said: str) -> None:
    """On the twelve-hour clock, without minutes where there are none."""
    assert clock(at) == said


def test_the_hour_that_comes_twice_can_be_told_apart() -> None:
    """By what the clocks are set to."""
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    assert time_of(first, LONDON) == "1:30am BST"
    assert time_of(first + timedelta(hours=1), LONDON) == "1:30am GMT"
    assert time_of(first - timedelta(hours=1), LONDON) == "12:30am"


def test_a_moment_in_several_zones_is_said_once_where_the_clocks_agree() -> None:
    """One time once."""
    at = datetime(2026, 12, 1, 9, tzinfo=UTC)

    assert moment_in(at, (LONDON, DUBLIN), NOW) == "Tuesday 1 December, 9am"
    assert moment_in(at, (LONDON, MADRID), NOW) == (
        "Tuesday 1 December, 9am (UK time); Tuesday 1 December, 10am (Europe/Madrid time)"
    )


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "1 minute"), (150, "2 minutes"), (3600, "1 hour"), (90_000, "1 day"), (400_000, "5 days")],
)
def test_a_length_of_time(seconds: int, said: str) -> None:
    """In the unit that fits, rounded."""
    assert span(timedelta(seconds=seconds)) == said
