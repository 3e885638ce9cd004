"""Days, times and moments as people read them: the one place where they are written.

Nothing here uses `%-d`, which only the C libraries of Linux and macOS know.
"""

import calendar
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cards.plain import count


def day(on: date, *, today: date | None = None, weekday: bool = False) -> str:
    """A day, such as "1 December 2026"; the year is left out where `today` is in the same one."""
    name = f"{calendar.day_name[on.weekday()]} " if weekday else ""
    year = "" if today is not None and today.year == on.year else f" {on.year}"
    return f"{name}{on.day} {calendar.month_name[on.month]}{year}"


def clock(at: time) -> str:
    """A time of day, such as "9am", "9:30am" or "midday"."""
    if not at.minute and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour - 1) % 12 + 1}{minutes}{'pm' if at.hour >= 12 else 'am'}"


def time_of(at: datetime, zone: ZoneInfo) -> str:
    """The time of day in a zone; what the clocks are set to is added in the hour that comes twice."""
    local = at.astimezone(zone)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{clock(local.time())} {local.tzname()}" if twice else clock(local.time())


def moment(at: datetime, zone: ZoneInfo, now: datetime | None = None) -> str:
    """A day and time in a zone, such as "Monday 30 November, 9am".

    The year is left out only where `now` is in the same one.
    """
    today = now.astimezone(zone).date() if now is not None else None
    return f"{day(at.astimezone(zone).date(), today=today, weekday=True)}, {time_of(at, zone)}"


def moment_in(at: datetime, zones: Sequence[ZoneInfo], now: datetime | None = None) -> str:
    """The same moment in each zone: one that shows the same clock is not repeated."""
    said: dict[str, ZoneInfo] = {}
    for zone in zones:
        said.setdefault(moment(at, zone, now), zone)
    if len(said) == 1:
        return next(iter(said))
    return "; ".join(f"{text} ({zone_name(zone)})" for text, zone in said.items())


def zone_name(zone: ZoneInfo) -> str:
    """A zone as people call it."""
    return "UK time" if zone.key == "Europe/London" else f"{zone.key} time"


def span(length: timedelta) -> str:
    """A length of time in the unit that fits, rounded, such as "2 days"."""
    minutes = max(1, round(length.total_seconds() / 60))
    for size, unit in ((1440, "day"), (60, "hour")):
        if minutes >= size:
            return count(round(minutes / size), unit)
    return count(minutes, "minute")
