"""Reads what people type into forms: text, numbers, days and times. Raises ToMend, which says how."""

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.errors import ToMend

LINE_LIMIT = 200
SHORT_LIMIT = 600
TEXT_LIMIT = 1000
_LONGEST_TIME = 80
_FURTHEST = timedelta(days=730)
_HAS_A_TIME = re.compile(r"\d{1,2}[:.]\d{2}|\d\s*[ap]\.?m\b|\bnoon\b|\bmidday\b", re.IGNORECASE)
_NOON = re.compile(r"\b(noon|midday)\b", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_SAMPLE_TIME = "Write a day and a time, such as Tuesday 1 December 2026 at 10:00."
_SAMPLE_DAY = "Write a day, such as 1 December 2026."


def text(value: str, what: str, limit: int = LINE_LIMIT, *, needed: bool = True) -> str:
    """Text without surrounding space, no longer than may be."""
    value = value.strip().encode("utf-8", "replace").decode("utf-8")
    if needed and not value:
        raise ToMend(f"{what}: this one is needed. Write a few words.")
    if len(value) > limit:
        raise ToMend(f"{what}: that is {len(value):,} characters; {limit:,} fit. Please shorten it.")
    return value


def number(value: str, what: str, least: int, most: int) -> int:
    """A whole number in a range."""
    value = value.strip()
    if not (value.isascii() and value.isdigit() and len(value) < 7 and least <= int(value) <= most):
        raise ToMend(f"{what}: write a whole number from {least} to {most}.")
    return int(value)


def yes(value: str) -> bool:
    """Whether a choice of yes or no says yes."""
    return value.strip().casefold() in {"yes", "y", "true"}


def zone(value: str) -> ZoneInfo:
    """A time zone by its name."""
    value = value.strip()
    if value not in available_timezones():
        raise ToMend(f"{value[:60]!r} is not a time zone that I know. Write one such as Europe/London.")
    return ZoneInfo(value)


def clock(value: str, what: str) -> time:
    """A time of day, such as 9:30 or 2pm."""
    found = _CLOCK.fullmatch(value.strip())
    sample = f"{what}: write a time of day, such as 09:30."
    if not found:
        raise ToMend(sample)
    hours, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half and not 1 <= hours <= 12:
        raise ToMend(sample)
    hours = hours % 12 + (12 if half == "pm" else 0) if half else hours
    if hours > 23 or minutes > 59:
        raise ToMend(sample)
    return time(hours, minutes)


def hours(value: str, what: str) -> tuple[time, time]:
    """A span within a day, such as 9:00 to 12:30."""
    ends = re.split(r"\s*(?:-|\u2013|\bto\b|\buntil\b)\s*", value.strip())
    if len(ends) != 2:
        raise ToMend(f"{what}: write two times of day, such as 09:00 to 12:30.")
    starts, finishes = clock(ends[0], what), clock(ends[1], what)
    if finishes <= starts:
        raise ToMend(f"{what}: the end, {finishes:%H:%M}, is not after the start, {starts:%H:%M}.")
    return starts, finishes


def day(value: str, what: str, *, today: date) -> date:
    """A day, in words or in figures with the day first; never past."""
    found = _parsed(value, what, _SAMPLE_DAY, datetime.combine(today, time(), UTC), UTC).date()
    if found < today:
        raise ToMend(f"{what}: {found:%-d %B %Y} is past. {_SAMPLE_DAY}")
    return found


def moment(value: str, what: str, *, zone: ZoneInfo, now: datetime) -> datetime:
    """A day and time in words, read in a zone unless it names one; aware, and never past."""
    if not _HAS_A_TIME.search(value):
        raise ToMend(f"{what}: I see no time of day in {_quoted(value)}. {_SAMPLE_TIME}")
    found = _parsed(_NOON.sub("12:00", value), what, _SAMPLE_TIME, now, zone)
    if found.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != found.replace(tzinfo=None):
        raise ToMend(f"{what}: at {found:%H:%M} that day the clocks go forward, so that time does not exist.")
    if found <= now:
        raise ToMend(f"{what}: {found:%A %-d %B %Y, %H:%M} is past. {_SAMPLE_TIME}")
    return found.astimezone(UTC)


def _parsed(value: str, what: str, sample: str, now: datetime, zone: tzinfo) -> datetime:
    """What `dateparser` reads, in the zone, within two years."""
    if len(value) > _LONGEST_TIME:
        raise ToMend(f"{what}: that is {len(value):,} characters; {_LONGEST_TIME} fit. {sample}")
    _refuse_impossible(value, what, now.year)
    # Imported here: it is slow to load, and few people type a time.
    import dateparser

    found = dateparser.parse(
        value.strip(),
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "REQUIRE_PARTS": [] if _WEEKDAY.search(value) else ["day"],
            "RELATIVE_BASE": now.astimezone(zone).replace(tzinfo=None),
        },
    )
    if found is None:
        raise ToMend(f"{what}: I cannot tell which day {_quoted(value)} is. {sample}")
    found = found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)
    if found - now > _FURTHEST:
        raise ToMend(f"{what}: {found:%-d %B %Y} is too far away. {sample}")
    return found


_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(calendar.month_name) if name}
_DAY_AND_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({'|'.join(_MONTHS)})[a-z]*\b(?:,?\s+(\d{{4}}))?",
    re.IGNORECASE,
)


def _refuse_impossible(value: str, what: str, this_year: int) -> None:
    """Say which day does not exist, such as 31 June."""
    for found in _DAY_AND_MONTH.finditer(value):
        month = _MONTHS[found[2].casefold()]
        year = int(found[3] or 0) or this_year
        last = 29 if month == 2 and not found[3] else calendar.monthrange(max(year, 1), month)[1]
        if int(found[1]) > last:
            raise ToMend(f"{what}: {calendar.month_name[month]} has {last} days. {_SAMPLE_DAY}")


def _quoted(value: str) -> str:
    """What was typed, short enough to say back."""
    value = value.strip()
    return f"“{value[:40]}…”" if len(value) > 40 else f"“{value}”"
