"""Reads what people type into forms: days, times and zones. What cannot be read raises Wrong with a code."""

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.forms import Reading, Wrong
from bot.domain.setup_forms import SetupFault

TIME_LIMIT = 80
"""Characters of a day and time in words: longer text only makes `dateparser` slow."""

_FURTHEST = timedelta(days=730)
_HAS_A_TIME = re.compile(r"\d{1,2}[:.]\d{2}|\d\s*[ap]\.?m\b|\bnoon\b|\bmidday\b", re.IGNORECASE)
_NOON = re.compile(r"\b(noon|midday)\b", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)


class TypedFault(StrEnum):
    """What can be wrong with a day or a time."""

    NO_TIME_OF_DAY = "no-time-of-day"
    NO_SUCH_DAY = "no-such-day"
    NOT_A_DAY = "not-a-day"
    DAY_PAST = "day-past"
    TIME_PAST = "time-past"
    TOO_FAR = "too-far"
    CLOCKS_GO_FORWARD = "clocks-go-forward"
    NOT_A_CLOCK = "not-a-clock"
    NOT_HOURS = "not-hours"
    ENDS_FIRST = "ends-first"


def zone(text: str, _reading: Reading) -> ZoneInfo:
    """A time zone by its name."""
    if text not in available_timezones():
        raise Wrong(SetupFault.NOT_A_ZONE, typed=text)
    return ZoneInfo(text)


def clock(text: str, _reading: Reading) -> time:
    """A time of day, such as 9:30 or 2pm."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise Wrong(TypedFault.NOT_A_CLOCK, typed=text)
    hour, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half and not 1 <= hour <= 12:
        raise Wrong(TypedFault.NOT_A_CLOCK, typed=text)
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    if hour > 23 or minutes > 59:
        raise Wrong(TypedFault.NOT_A_CLOCK, typed=text)
    return time(hour, minutes)


def hours(text: str, reading: Reading) -> tuple[time, time]:
    """A span within a day, such as 9:00 to 12:30."""
    ends = re.split(r"\s*(?:-|\u2013|\bto\b|\buntil\b)\s*", text.strip())
    if len(ends) != 2:
        raise Wrong(TypedFault.NOT_HOURS)
    starts, finishes = clock(ends[0], reading), clock(ends[1], reading)
    if finishes <= starts:
        raise Wrong(TypedFault.ENDS_FIRST, starts=starts, ends=finishes)
    return starts, finishes


def day(text: str, reading: Reading) -> date:
    """A day, in words or in figures with the day first; never past."""
    found = _parsed(text, reading).date()
    if found < reading.now.astimezone(reading.zone).date():
        raise Wrong(TypedFault.DAY_PAST, on=found)
    return found


def moment(text: str, reading: Reading) -> datetime:
    """A day and time in words, read in the zone unless it names one; aware, and never past."""
    if not _HAS_A_TIME.search(text):
        raise Wrong(TypedFault.NO_TIME_OF_DAY, typed=text)
    found = _parsed(_NOON.sub("12:00", text), reading)
    if found.astimezone(UTC).astimezone(reading.zone).replace(tzinfo=None) != found.replace(tzinfo=None):
        raise Wrong(TypedFault.CLOCKS_GO_FORWARD, at=found.time())
    if found <= reading.now:
        raise Wrong(TypedFault.TIME_PAST, at=found, zone=reading.zone)
    return found.astimezone(UTC)


def _parsed(text: str, reading: Reading) -> datetime:
    """What `dateparser` reads, in the zone, within two years."""
    _refuse_impossible(text, reading.now.year)
    # Imported here: it is slow to load, and few people type a time.
    import dateparser

    found = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "REQUIRE_PARTS": [] if _WEEKDAY.search(text) else ["day"],
            "RELATIVE_BASE": reading.now.astimezone(reading.zone).replace(tzinfo=None),
        },
    )
    if found is None:
        raise Wrong(TypedFault.NOT_A_DAY, typed=text)
    found = found.astimezone(reading.zone) if found.tzinfo else found.replace(tzinfo=reading.zone)
    if found - reading.now > _FURTHEST:
        raise Wrong(TypedFault.TOO_FAR, on=found.date())
    return found


_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(calendar.month_name) if name}
_DAY_AND_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({'|'.join(_MONTHS)})[a-z]*\b(?:,?\s+(\d{{4}}))?",
    re.IGNORECASE,
)


def _refuse_impossible(text: str, this_year: int) -> None:
    """Say which day does not exist, such as 31 June."""
    for found in _DAY_AND_MONTH.finditer(text):
        month = _MONTHS[found[2].casefold()]
        year = int(found[3] or 0) or this_year
        last = 29 if month == 2 and not found[3] else calendar.monthrange(max(year, 1), month)[1]
        if int(found[1]) > last:
            raise Wrong(TypedFault.NO_SUCH_DAY, month=month, last=last)
