"""The time that was offered is booked when the clocks change."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.domain.dialogue.bookings import Booking
from tests.dialogue_world import GUILD, charity, world_at
from tests.services.dialogue.presses import book, calendar_of


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        (datetime(2026, 10, 12, 12, tzinfo=UTC), "Europe/Madrid"),
        (datetime(2026, 10, 12, 12, tzinfo=UTC), "America/New_York"),
        (datetime(2027, 3, 15, 12, tzinfo=UTC), "Europe/Helsinki"),
        (datetime(2027, 3, 15, 12, tzinfo=UTC), "Asia/Kolkata"),
    ],
)
def test_the_last_sundays_of_march_and_october(tmp_path: Path, start: datetime, zone: str) -> None:
    """Every slot of four weeks is booked as it was offered, at nine by the commissioner's clock."""
    with world_at(tmp_path / "parley.db") as world:
        world.time.comes_to(start)
        world.free_on("Monday", "09:00 to 10:00", zone=zone)
        world.free_on("Friday", "09:00 to 10:00")
        offered = world.dialogue.offers.times(world.asked().id, by=charity()).free[:4]
        for person, slot in enumerate(offered, 2):
            booking = world.booked(slot.starts_at, charity(person))
            assert booking.slot == slot
            assert booking.starts_at.astimezone(ZoneInfo(zone)).hour == 9
            assert world.stores.bookings.get(GUILD, booking.id) == booking


def test_what_was_offered_is_what_is_booked_across_a_clock_change(tmp_path: Path) -> None:
    """A charity in London, a commissioner in New York, whose clocks change three weeks earlier."""
    new_york = ZoneInfo("America/New_York")
    with world_at(tmp_path / "parley.db") as world:
        world.time.comes_to(datetime(2027, 3, 8, 12, tzinfo=UTC))
        world.free_on("Wednesday", "09:00 to 10:00", zone="America/New_York", week_limit="5")
        slots = world.dialogue.offers.times(world.asked().id, by=charity()).free
        first, before, after = slots[0], slots[1], slots[2]
        assert [slot.starts_at.hour for slot in slots[:5]] == [14, 13, 13, 13, 13]
        assert {slot.starts_at.astimezone(new_york).hour for slot in slots} == {9}
        assert after.starts_at.astimezone(ZoneInfo("Europe/London")).hour == 13
        assert first.starts_at.date() == date(2027, 3, 10)
        booking = book(world, 1, before.starts_at, 1)
        assert isinstance(booking, Booking)
        assert booking.slot == before
        event = Calendar.from_ical(calendar_of(world, booking)).walk("vevent")[0]
        assert event.decoded("dtstart") == before.starts_at
