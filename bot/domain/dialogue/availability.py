"""When a commissioner can talk. Free slots are computed from this and from what is booked; none is kept."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.dialogue.bookings import Slot

ALL_DAY = time(0, 0), time(23, 59)
"""The hours of an exception that names none."""

Closed = Callable[[date], bool]
"""Whether a day is a bank holiday."""


class WindowKind(StrEnum):
    """A window comes every week, or on one day; an exception takes time away from one day."""

    WEEKLY = "weekly"
    DAY = "day"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class Window:
    """A span of wall-clock time: `weekday` (Monday is 0) for a weekly one, `on` for the others."""

    kind: WindowKind
    starts: time
    ends: time
    weekday: int | None = None
    on: date | None = None
    id: int = 0

    def is_on(self, on: date) -> bool:
        """It falls on that day."""
        return on == self.on if self.kind is not WindowKind.WEEKLY else on.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class Rules:
    """How a commissioner's time can be booked.

    `direct` lets a charity take a free slot at once. The gap between two conversations is the
    longer of the one after the first and the one before the second.
    """

    zone: ZoneInfo
    minutes: int = 45
    gap_before: int = 0
    gap_after: int = 15
    notice_hours: int = 48
    ahead_days: int = 56
    week_limit: int = 5
    direct: bool = True
    paused: bool = False

    @property
    def length(self) -> timedelta:
        """How long a conversation lasts."""
        return timedelta(minutes=self.minutes)

    @property
    def gap(self) -> timedelta:
        """The least time between two conversations."""
        return timedelta(minutes=max(self.gap_before, self.gap_after))


@dataclass(frozen=True, slots=True)
class Availability:
    """One commissioner's rules and windows."""

    commissioner_id: int
    rules: Rules
    windows: tuple[Window, ...] = ()

    def within(self, days: int) -> "Availability":
        """The same, looking no further ahead than that."""
        return replace(self, rules=replace(self.rules, ahead_days=min(days, self.rules.ahead_days)))

    def free_slots(self, taken: Sequence[Slot], now: datetime, closed: Closed) -> Iterator[Slot]:
        """The slots that can still be booked, soonest first.

        `taken` are the slots that are booked or held, in any order.
        """
        if self.rules.paused:
            return
        held = _Taken(taken, self.rules)
        earliest = now + timedelta(hours=self.rules.notice_hours)
        for slot in self._slots(now, closed):
            if slot.starts_at >= earliest and held.leave(slot):
                yield slot

    def _slots(self, now: datetime, closed: Closed) -> Iterator[Slot]:
        """Every slot of every window, whether or not it is taken."""
        today = now.astimezone(self.rules.zone).date()
        for days in range(self.rules.ahead_days + 1):
            for start, end in self._open(today + timedelta(days=days), closed):
                yield from self._cut(start, end)

    def _cut(self, start: datetime, end: datetime) -> Iterator[Slot]:
        while start + self.rules.length <= end:
            yield Slot(start, start + self.rules.length, self.commissioner_id)
            start += self.rules.length + self.rules.gap

    def _open(self, day: date, closed: Closed) -> list[tuple[datetime, datetime]]:
        """The spans of a day in which the commissioner can talk, joined where they meet, in order."""
        on_day = [window for window in self.windows if window.is_on(day)]
        shut = [w for w in on_day if w.kind is WindowKind.EXCEPTION]
        held = [w for w in on_day if w.kind is WindowKind.DAY]
        if not closed(day):
            held += [w for w in on_day if w.kind is WindowKind.WEEKLY]
        spans = _joined(instants(window, day, self.rules.zone) for window in held)
        for window in shut:
            away = instants(window, day, self.rules.zone, outwards=True)
            spans = [left for span in spans for left in _without(span, away)]
        return spans


class _Taken:
    """What is booked or held, in order, so that a slot is soon known to be free."""

    def __init__(self, taken: Sequence[Slot], rules: Rules) -> None:
        self._rules = rules
        self._slots = sorted(taken)
        self._starts = [slot.starts_at for slot in self._slots]
        self._longest = max((slot.ends_at - slot.starts_at for slot in taken), default=timedelta())
        self._in_week = Counter(self._week(start) for start in self._starts)

    def leave(self, slot: Slot) -> bool:
        """The slot is free, with its gaps, and its week is not full."""
        if self._in_week[self._week(slot.starts_at)] >= self._rules.week_limit:
            return False
        after, before = slot.starts_at - self._rules.gap, slot.ends_at + self._rules.gap
        first = bisect_left(self._starts, after - self._longest)
        last = bisect_left(self._starts, before)
        return not any(other.ends_at > after for other in self._slots[first:last])

    def _week(self, start: datetime) -> date:
        """The Monday of the week, by the commissioner's own calendar."""
        day = start.astimezone(self._rules.zone).date()
        return day - timedelta(days=day.weekday())


def instants(
    window: Window, day: date, zone: ZoneInfo, *, outwards: bool = False
) -> tuple[datetime, datetime]:
    """A window's start and end on one day, right when the clocks change.

    Where a wall-clock time comes twice that day or not at all, the window is read as the shorter one, so
    that no slot is outside it; an exception is read `outwards`, as the longer one.
    """
    later, earlier = (min, max) if outwards else (max, min)
    return later(_readings(day, window.starts, zone)), earlier(_readings(day, window.ends, zone))


def _readings(day: date, wall: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """What a wall-clock time can mean that day; the two differ only while the clocks change."""
    local = datetime.combine(day, wall, zone)
    return local.replace(fold=0).astimezone(UTC), local.replace(fold=1).astimezone(UTC)


def _joined(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    joined: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def _without(
    span: tuple[datetime, datetime], away: tuple[datetime, datetime]
) -> Iterator[tuple[datetime, datetime]]:
    """What an exception leaves of a span."""
    if span[0] < (first_end := min(span[1], away[0])):
        yield span[0], first_end
    if (second_start := max(span[0], away[1])) < span[1]:
        yield second_start, span[1]
