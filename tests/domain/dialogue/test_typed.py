"""Typed text is read as people mean it, or a sentence says how to fix it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.card import Field
from bot.cards.dialogue import faults as words_of_faults
from bot.cards.faults import fault_text
from bot.domain.dialogue import typed
from bot.domain.dialogue.availability import Window, WindowKind
from bot.domain.dialogue.forms import FinishRecordForm, MoveForm, RulesForm, WindowForm
from bot.domain.dialogue.records import Commitment, Side
from bot.domain.errors import Invalid
from bot.domain.forms import Reading, Wrong, read_form, specs_of

assert words_of_faults
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
READING = Reading(NOW, LONDON)


def moment(words: str, zone: ZoneInfo = LONDON) -> datetime:
    """A time in words, read this morning."""
    return typed.moment(words, Reading(NOW, zone))


def window(**filled: str) -> Window:
    """When someone can talk, as they typed it."""
    return read_form(WindowForm, filled, READING).window()


def commitments(words: str) -> tuple[Commitment, ...]:
    """What was promised, as someone typed it."""
    return read_form(FinishRecordForm, {"people": "both", "commitments": words}, READING).commitments


def said(error: Invalid) -> str:
    """The words for the one field that has a fault, as people read it."""
    ((name, fault),) = error.faults.items()
    return fault_text(fault, Field(name, name))


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
    ("words", "text"),
    [
        ("soon", "no time of day"),
        ("1 December 2026", "no time of day"),
        ("yesterday at 10:00", "in the past"),
        ("14:30", "which day"),
        ("May at 10:00", "which day"),
        ("March 2027 at 10:00", "which day"),
        ("23 November 2026 at 10:00", "in the past"),
        ("31 June 2027 at 10:00", "June has 30 days"),
        ("the 31st of June 10am", "June has 30 days"),
        ("29 February 2027 at 10:00", "February has 28 days"),
        ("31/06/2027 10:00", "cannot tell"),
        ("1 December at 25:00", "cannot tell"),
        ("28 March 2027 at 01:30", "does not exist"),
        ("1 December 2040 at 10:00", "too far"),
        ("x" * 10_000 + " 10:00", "characters"),
        ("", "needed"),
    ],
)
def test_a_time_that_cannot_be_meant(words: str, text: str) -> None:
    """Each gets its own sentence, short enough to read."""
    with pytest.raises(Invalid) as told:
        read_form(MoveForm, {"time": words}, READING)
    assert text in said(told.value)
    assert len(said(told.value)) < 250


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
    assert typed.hours(words, READING) == span


@pytest.mark.parametrize(
    "words", ["12:00 to 9:00", "9", "9 to 9", "25:00 to 26:00", "13pm to 14pm", "9:75 to 10"]
)
def test_hours_that_cannot_be_meant(words: str) -> None:
    """An end before its start among them."""
    with pytest.raises(Wrong):
        typed.hours(words, READING)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
@pytest.mark.parametrize(
    "read",
    [
        moment,
        lambda words: moment(words + " 10:00"),
        lambda words: typed.day(words, READING),
        lambda words: typed.hours(words, READING),
        lambda words: read_form(RulesForm, {name: words for name in specs_of(RulesForm)}, READING),
        lambda words: window(on=words, hours="9 to 10"),
        lambda words: commitments(f"charity: x by {words}"),
    ],
)
def test_anything_may_be_typed(read: Callable[[str], object], words: str) -> None:
    """Nothing that people can type is an error of ours."""
    with suppress(Wrong, Invalid):
        read(words)


def test_a_weekday_is_every_week_and_a_date_is_once() -> None:
    """And a day away has no end of its own."""
    assert window(on="tuesdays", hours="9-12").weekday == 1
    assert window(on="1 December 2026", hours="9-12").on == date(2026, 12, 1)
    away = window(on="24 December 2026", kind="exception")
    assert (away.kind, away.starts) == (WindowKind.EXCEPTION, time(0))
    with pytest.raises(Invalid) as told:
        window(on="Tuesday", kind="exception")
    assert "Name one day" in said(told.value)


def test_promises_are_read_line_by_line() -> None:
    """Whose it is, what it is, and by when."""
    first, second = commitments(
        "charity: send the figures by 12 January 2027\nCommissioner: reply by email by 1 March 2027"
    )

    assert (first.side, first.what, first.due_on) == (Side.CHARITY, "send the figures", date(2027, 1, 12))
    assert (second.side, second.what) == (Side.COMMISSIONER, "reply by email")
    with pytest.raises(Invalid) as told:
        commitments("send it all by Friday")
    assert "Say whose each one is" in said(told.value)


@pytest.mark.parametrize("words", ["Tuesday", "tuesdays", "every Tuesday", "Tue", "Tues"])
def test_a_weekday_is_every_such_day_however_it_is_shortened(words: str) -> None:
    """Not only the next one."""
    found = window(on=words, hours="9 to 12")
    assert (found.kind, found.weekday) == (WindowKind.WEEKLY, 1)


@pytest.mark.parametrize(("words", "day"), [("weds", 2), ("Thur", 3), ("Thurs", 3), ("Fri", 4)])
def test_other_short_weekdays(words: str, day: int) -> None:
    """As people write them."""
    assert window(on=words, hours="9 to 12").weekday == day


@pytest.mark.parametrize("words", ["December", "2026", "March 2027"])
def test_a_month_or_a_year_is_no_day(words: str) -> None:
    """Nothing makes up the day."""
    with pytest.raises(Invalid) as told:
        window(on=words, hours="9 to 12")
    assert "which day" in said(told.value)
