"""Calendars move and remove a conversation by its UID and SEQUENCE."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bot.domain.dialogue.bookings import Booking, Slot
from bot.domain.dialogue.calendar_file import Invitation, calendar_file
from bot.domain.dialogue.states import BookingState

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def booking(at: datetime, state: BookingState = BookingState.BOOKED, sequence: int = 0) -> Booking:
    """A conversation of 45 minutes."""
    return Booking(1, 2, 3, 4, 5, at, at + timedelta(minutes=45), state, "same@parley.invalid", sequence)


def event(made: Booking) -> tuple[Any, Any]:
    """The file's calendar and its one event, as another program reads them."""
    content = calendar_file(Invitation(made, "Early dialogue: Ada, Bo; & co", "Lunch\nclubs"), NOW)
    calendar = Calendar.from_ical(content)
    (found,) = calendar.walk("vevent")
    return calendar, found


def test_three_moves_and_a_cancellation() -> None:
    """SEQUENCE 1, 2, 3 under one UID, then a file that takes it out."""
    held = booking(NOW + timedelta(days=8))
    for sequence in (1, 2, 3):
        at = held.starts_at + timedelta(hours=1)
        held = held.at(Slot(at, at + timedelta(minutes=45), 5))
        calendar, found = event(held)
        assert (found["uid"], found["sequence"], calendar["method"]) == (
            "same@parley.invalid",
            sequence,
            "REQUEST",
        )
        assert found.decoded("dtstart") == at
    calendar, found = event(booking(held.starts_at, BookingState.CANCELLED, 4))
    assert (found["uid"], found["sequence"]) == ("same@parley.invalid", 4)
    assert (calendar["method"], found["status"]) == ("CANCEL", "CANCELLED")


@given(st.integers(0, 4 * 365 * 24 * 60), st.timezones())
@settings(max_examples=60, deadline=None)
def test_the_time_is_the_same_instant_wherever_it_is_read(minutes: int, zone: ZoneInfo) -> None:
    """The zone is in the file, also in the hour that comes twice."""
    at = (NOW + timedelta(minutes=minutes)).astimezone(zone)
    _, found = event(booking(at))

    assert found.decoded("dtstart").tzinfo is not None
    assert found.decoded("dtstart").timestamp() == at.timestamp()
    assert found.decoded("dtend").timestamp() == at.timestamp() + 2700


def test_what_people_typed_is_in_it_as_they_typed_it() -> None:
    """Commas, semicolons and new lines among it."""
    _, found = event(booking(datetime(2026, 12, 1, 9, tzinfo=UTC)))

    assert found["description"] == "Lunch\nclubs"
    assert found["summary"] == "Early dialogue: Ada, Bo; & co"
