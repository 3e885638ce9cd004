"""What people type is read as they mean it, or told in a sentence how to mend it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.dialogue import typed
from bot.domain.dialogue.availability import WindowKind
from bot.domain.dialogue.availability_form import read_window
from bot.domain.dialogue.records import Side, read_commitments
from bot.domain.errors import ToMend

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
TODAY = NOW.date()
LONDON = ZoneInfo("Europe/London")


def moment(words: str, zone: ZoneInfo = LONDON) -> datetime:
    """A time in words, read this morning."""
    return typed.moment(words, "Time 1", zone=zone, now=NOW)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Tuesday 1 December 2026 at 10:00", datetime(2026, 12, 1, 10, tzinfo=UTC)),
        ("1st of December 2026 10am", datetime(2026, 12, 1, 10, tzinfo=UTC)),
        ("01/12/2026 10.30", datetime(2026, 12, 1, 10, 30, tzinfo=UTC)),
        ("Tue 1 Dec 2026, 10:00 GMT", datetime(2026, 12, 1, 10, tzinfo=UTC)),
        ("tomorrow at noon", datetime(2026, 11, 24, 12, tzinfo=UTC)),
        ("friday 2pm", datetime(2026, 11, 27, 14, tzinfo=UTC)),
        ("1 July 2027 at 10:00", datetime(2027, 7, 1, 9, tzinfo=UTC)),
    ],
)
def test_a_time_in_words(words: str, meant: datetime) -> None:
    """Day first, in the person's zone, with or without a weekday."""
    assert moment(words) == meant


def test_a_time_is_read_in_the_zone_of_whoever_types() -> None:
    """Unless it names one."""
    assert moment("1 December 2026 10:00", ZoneInfo("Europe/Madrid")).hour == 9
    assert moment("1 December 2026 10:00 GMT", ZoneInfo("Europe/Madrid")).hour == 10


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("soon", "no time of day"),
        ("1 December 2026", "no time of day"),
        ("yesterday at 10:00", "is past"),
        ("14:30", "which day"),
        ("May at 10:00", "which day"),
        ("March 2027 at 10:00", "which day"),
        ("23 November 2026 at 10:00", "is past"),
        ("31 June 2027 at 10:00", "June has 30 days"),
        ("the 31st of June 10am", "June has 30 days"),
        ("29 February 2027 at 10:00", "February has 28 days"),
        ("31/06/2027 10:00", "cannot tell"),
        ("1 December at 25:00", "cannot tell"),
        ("28 March 2027 at 01:30", "does not exist"),
        ("1 December 2040 at 10:00", "too far"),
        ("x" * 10_000 + " 10:00", "characters"),
        ("", "no time of day"),
    ],
)
def test_a_time_that_cannot_be_meant(words: str, said: str) -> None:
    """Each gets its own sentence, short enough to read."""
    with pytest.raises(ToMend, match=said) as told:
        moment(words)
    assert len(str(told.value)) < 250


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("09:00 to 12:30", (time(9), time(12, 30))),
        ("9-12", (time(9), time(12))),
        ("9am until 2pm", (time(9), time(14))),
        ("9.15 \u2013 10.00", (time(9, 15), time(10))),
    ],
)
def test_hours_in_words(words: str, span: tuple[time, time]) -> None:
    """As people write them."""
    assert typed.hours(words, "The hours") == span


@pytest.mark.parametrize(
    "words", ["12:00 to 9:00", "9", "9 to 9", "25:00 to 26:00", "13pm to 14pm", "9:75 to 10"]
)
def test_hours_that_cannot_be_meant(words: str) -> None:
    """An end before its start among them."""
    with pytest.raises(ToMend):
        typed.hours(words, "The hours")


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
@pytest.mark.parametrize(
    "read",
    [
        moment,
        lambda words: moment(words + " 10:00"),
        lambda words: typed.day(words, "The day", today=TODAY),
        lambda words: typed.hours(words, "The hours"),
        typed.zone,
        lambda words: typed.number(words, "Minutes", 5, 480),
        lambda words: read_window({"on": words, "hours": "9 to 10"}, TODAY),
        lambda words: read_commitments(f"charity: x by {words}", TODAY),
    ],
)
def test_anything_may_be_typed(read: Callable[[str], object], words: str) -> None:
    """Nothing that people can type is an error of ours."""
    with suppress(ToMend):
        read(words)


def test_a_weekday_is_every_week_and_a_date_is_once() -> None:
    """And a day away has no end of its own."""
    assert read_window({"on": "tuesdays", "hours": "9-12"}, TODAY).weekday == 1
    assert read_window({"on": "1 December 2026", "hours": "9-12"}, TODAY).on == date(2026, 12, 1)
    away = read_window({"on": "24 December 2026", "kind": "exception"}, TODAY)
    assert (away.kind, away.starts) == (WindowKind.EXCEPTION, time(0))
    with pytest.raises(ToMend, match="name one day"):
        read_window({"on": "Tuesday", "kind": "exception"}, TODAY)


def test_promises_are_read_line_by_line() -> None:
    """Whose it is, what it is, and by when."""
    first, second = read_commitments(
        "charity: send the figures by 12 January 2027\nCommissioner: reply by email by 1 March 2027", TODAY
    )

    assert (first.side, first.what, first.due_on) == (Side.CHARITY, "send the figures", date(2027, 1, 12))
    assert (second.side, second.what) == (Side.COMMISSIONER, "reply by email")
    with pytest.raises(ToMend, match="whose it is"):
        read_commitments("send it all by Friday", TODAY)


@pytest.mark.parametrize("words", ["Tuesday", "tuesdays", "every Tuesday", "Tue", "Tues"])
def test_a_weekday_is_every_such_day_however_it_is_shortened(words: str) -> None:
    """Not only the next one."""
    window = read_window({"on": words, "hours": "9 to 12"}, TODAY)
    assert (window.kind, window.weekday) == (WindowKind.WEEKLY, 1)


@pytest.mark.parametrize(("words", "day"), [("weds", 2), ("Thur", 3), ("Thurs", 3), ("Fri", 4)])
def test_other_short_weekdays(words: str, day: int) -> None:
    """As people write them."""
    assert read_window({"on": words, "hours": "9 to 12"}, TODAY).weekday == day


@pytest.mark.parametrize("words", ["December", "2026", "March 2027"])
def test_a_month_or_a_year_is_no_day(words: str) -> None:
    """Nothing makes up the day."""
    with pytest.raises(ToMend, match="which day"):
        read_window({"on": words, "hours": "9 to 12"}, TODAY)
