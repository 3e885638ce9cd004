"""Free slots stand inside their windows, apart from one another, in every zone and on every day."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.dialogue.availability import Availability, Rules, Window, WindowKind
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.working_days import bank_holidays
from bot.domain.server import Nation

LONDON = ZoneInfo("Europe/London")
ZONES = [
    "Europe/London", "Europe/Madrid", "Europe/Helsinki", "America/New_York", "Asia/Kolkata",
    "Australia/Lord_Howe", "Pacific/Apia", "UTC",
]  # fmt: skip
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
"""The last Sundays of March and October, when the clocks change in the United Kingdom."""


def never(_day: date) -> bool:
    """No bank holidays."""
    return False


def weekly(weekday: int, starts: str, ends: str) -> Window:
    """A window of every week."""
    return Window(WindowKind.WEEKLY, time.fromisoformat(starts), time.fromisoformat(ends), weekday)


def once(on: date, starts: str, ends: str, kind: WindowKind = WindowKind.DAY) -> Window:
    """A window or an exception of one day."""
    return Window(kind, time.fromisoformat(starts), time.fromisoformat(ends), on=on)


def free(windows: Sequence[Window], now: datetime, taken: Sequence[Slot] = (), **rules: object) -> list[Slot]:
    """The free slots under some rules."""
    made = Rules(**{"zone": LONDON, "notice_hours": 0, **rules})  # type: ignore[arg-type]
    return list(Availability(1, made, tuple(windows)).free_slots(taken, now, never))


@st.composite
def windows_of(draw: st.DrawFn, around: date) -> Window:
    """Any window within two weeks."""
    starts = draw(st.times(max_value=time(22, 0))).replace(second=0, microsecond=0, tzinfo=None)
    minutes = draw(st.integers(10, 23 * 60 + 59 - starts.hour * 60 - starts.minute))
    ends = (datetime.combine(around, starts) + timedelta(minutes=minutes)).time()
    kind = draw(st.sampled_from(list(WindowKind)))
    if kind is WindowKind.WEEKLY:
        return Window(kind, starts, ends, draw(st.integers(0, 6)))
    return Window(kind, starts, ends, on=around + timedelta(days=draw(st.integers(0, 14))))


@st.composite
def situations(draw: st.DrawFn) -> tuple[Availability, datetime]:
    """Anyone's availability at a moment shortly before some clock change or other."""
    start = draw(st.sampled_from([SPRING, AUTUMN, date(2027, 3, 14), date(2026, 11, 1), date(2027, 4, 4)]))
    now = datetime.combine(start - timedelta(days=draw(st.integers(0, 9))), draw(st.times()), UTC)
    rules = Rules(
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        minutes=draw(st.integers(5, 120)),
        gap_before=draw(st.integers(0, 45)),
        gap_after=draw(st.integers(0, 45)),
        notice_hours=draw(st.integers(0, 72)),
        ahead_days=draw(st.integers(1, 20)),
        week_limit=draw(st.integers(1, 6)),
    )
    windows = draw(st.lists(windows_of(now.date()), min_size=1, max_size=5))
    return Availability(7, rules, tuple(windows)), now


def is_open(mine: Availability, moment: datetime) -> bool:
    """Whether a minute lies in a window and in no exception, by the wall clock alone."""
    wall = moment.astimezone(mine.rules.zone)
    held = [w for w in mine.windows if w.is_on(wall.date()) and w.starts <= wall.time() < w.ends]
    return bool(held) and all(window.kind is not WindowKind.EXCEPTION for window in held)


@given(situations())
@settings(max_examples=120, deadline=None)
def test_every_minute_of_a_slot_lies_in_a_window(situation: tuple[Availability, datetime]) -> None:
    """Whatever the clocks do: nothing is offered when the wall clock says that the person is away."""
    mine, now = situation
    for slot in list(mine.free_slots((), now, never))[:40]:
        assert slot.ends_at - slot.starts_at == mine.rules.length
        assert slot.starts_at >= now + timedelta(hours=mine.rules.notice_hours)
        minutes = range(0, mine.rules.minutes, 5)
        assert all(is_open(mine, slot.starts_at + timedelta(minutes=minute)) for minute in minutes)
        assert is_open(mine, slot.ends_at - timedelta(seconds=1))


@given(situations(), st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
@settings(max_examples=80, deadline=None)
def test_what_is_booked_keeps_its_distance(
    situation: tuple[Availability, datetime], picks: list[int]
) -> None:
    """Book one free slot after another: none overlaps, every gap is kept, no week holds too many."""
    mine, now = situation
    taken: list[Slot] = []
    for pick in picks:
        offered = list(mine.free_slots(taken, now, never))
        if offered:
            taken.append(offered[pick % len(offered)])
    taken.sort()
    assert all(b.starts_at - a.ends_at >= mine.rules.gap for a, b in pairwise(taken))
    weeks = Counter(slot.starts_at.astimezone(mine.rules.zone).isocalendar()[:2] for slot in taken)
    assert all(count <= mine.rules.week_limit for count in weeks.values())


@given(situations(), st.lists(st.tuples(st.integers(0, 20_000), st.integers(5, 180)), max_size=6))
@settings(max_examples=80, deadline=None)
def test_nothing_is_offered_close_to_what_was_booked_before(
    situation: tuple[Availability, datetime], old: list[tuple[int, int]]
) -> None:
    """Bookings may stem from other rules, of any length and at any minute."""
    mine, now = situation
    taken = [
        Slot(start := now + timedelta(minutes=minute), start + timedelta(minutes=length), 7)
        for minute, length in old
    ]
    for slot in mine.free_slots(taken, now, never):
        for other in taken:
            assert (
                slot.starts_at >= other.ends_at + mine.rules.gap
                or slot.ends_at + mine.rules.gap <= other.starts_at
            )


def test_windows_that_lie_close_share_the_gap() -> None:
    """What is booked at the end of one takes the beginning of the next away."""
    day = date(2026, 12, 1)
    windows = [once(day, "09:00", "10:00"), once(day, "10:05", "11:05")]
    now = datetime(2026, 11, 30, tzinfo=UTC)
    first, second = free(windows, now, minutes=60, gap_after=15)

    assert free(windows, now, [first], minutes=60, gap_after=15) == []
    assert free(windows, now, [first], minutes=60, gap_after=5) == [second]


@given(situations())
@settings(max_examples=40, deadline=None)
def test_slots_come_in_order_and_once(situation: tuple[Availability, datetime]) -> None:
    """The soonest first, and none twice, however windows overlap."""
    mine, now = situation
    offered = list(mine.free_slots((), now, never))

    assert offered == sorted(set(offered))


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_nine_oclock_stays_nine_oclock(day: date) -> None:
    """A weekly window keeps its wall-clock time on both sides of a clock change."""
    now = datetime.combine(day - timedelta(days=6), time(0), UTC)
    offered = free([weekly(4, "09:00", "10:00"), weekly(0, "09:00", "10:00")], now, ahead_days=10)

    walls = {slot.starts_at.astimezone(LONDON).time() for slot in offered}
    assert walls == {time(9)}
    assert len({slot.starts_at.time() for slot in offered}) == 2


def test_an_hour_that_does_not_exist_is_not_offered() -> None:
    """Between one and two on the last Sunday of March there is nothing."""
    now = datetime(2027, 3, 27, 12, tzinfo=UTC)

    assert free([once(SPRING, "01:00", "02:00")], now, minutes=30) == []
    late = free([once(SPRING, "00:30", "03:00")], now, minutes=60, gap_after=0)
    assert [slot.starts_at.astimezone(LONDON).strftime("%H:%M") for slot in late] == ["00:30"]


def test_an_hour_that_comes_twice_is_offered_once() -> None:
    """Between one and two on the last Sunday of October the second hour counts."""
    now = datetime(2026, 10, 24, 12, tzinfo=UTC)
    (slot,) = free([once(AUTUMN, "01:00", "02:00")], now, minutes=60)

    assert slot.starts_at == datetime(2026, 10, 25, 1, tzinfo=UTC)


def test_exceptions_cut_windows() -> None:
    """The time left on both sides is offered."""
    day = date(2026, 12, 1)
    now = datetime(2026, 11, 30, tzinfo=UTC)
    away = once(day, "10:00", "11:00", WindowKind.EXCEPTION)
    offered = free([weekly(1, "09:00", "12:00"), away], now, minutes=60, gap_after=0, ahead_days=5)

    assert [slot.starts_at.hour for slot in offered] == [9, 11]


def test_bank_holidays_of_the_nation_are_left_out() -> None:
    """St Andrew's Day is one in Scotland only; a day that is named is meant."""
    now = datetime(2026, 11, 29, tzinfo=UTC)
    monday = date(2026, 11, 30)
    mine = Availability(1, Rules(LONDON, notice_hours=0, ahead_days=5), (weekly(0, "09:00", "10:00"),))

    assert len(list(mine.free_slots((), now, bank_holidays(Nation.ENGLAND)))) == 1
    assert list(mine.free_slots((), now, bank_holidays(Nation.SCOTLAND))) == []
    named = Availability(1, mine.rules, (once(monday, "09:00", "10:00"),))
    assert len(list(named.free_slots((), now, bank_holidays(Nation.SCOTLAND)))) == 1


def test_a_pause_offers_nothing() -> None:
    """Until it is taken up again."""
    assert free([weekly(1, "09:00", "12:00")], datetime(2026, 11, 23, tzinfo=UTC), paused=True) == []
