"""Reads what a commissioner types about when they could talk."""

import calendar
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

from bot.domain.dialogue.availability import Rules, Window, WindowKind
from bot.domain.dialogue.typed import day, hours, number, yes, zone
from bot.domain.errors import ToMend

ALL_DAY = time(0, 0), time(23, 59)
"""The hours of an exception that names none."""

_WEEKDAYS = {
    short: number
    for number, name in enumerate(calendar.day_name)
    for short in (name.casefold(), name.casefold()[:3])
} | {"thur": 3}
"""A weekday in full or as people shorten it, such as Tue, Tues or Weds, without an s at the end."""


def read_window(typed: Mapping[str, str], today: date) -> Window:
    """What a commissioner typed: a weekday or a day, and the hours; `away` makes it an exception.

    Raises ToMend.
    """
    on, span = typed.get("on", "").strip(), typed.get("hours", "").strip()
    away = typed.get("kind", "") == WindowKind.EXCEPTION
    starts, ends = ALL_DAY if away and not span else hours(span, "The hours")
    weekday = _WEEKDAYS.get(on.casefold().removeprefix("every ").removesuffix("s"))
    if weekday is None:
        kind = WindowKind.EXCEPTION if away else WindowKind.DAY
        return Window(kind, starts, ends, on=day(on, "The day", today=today))
    if away:
        raise ToMend("The day: name one day on which you are away, such as 24 December 2026.")
    return Window(WindowKind.WEEKLY, starts, ends, weekday=weekday)


def read_rules(typed: Mapping[str, str], held: Rules) -> Rules:
    """What a commissioner typed over the rules that held. Raises ToMend."""

    def whole(name: str, what: str, least: int, most: int) -> int:
        return number(typed.get(name) or str(getattr(held, name)), what, least, most)

    return replace(
        held,
        zone=zone(typed["zone"]) if "zone" in typed else held.zone,
        minutes=whole("minutes", "Minutes of a conversation", 5, 480),
        gap_before=whole("gap_before", "Minutes free before", 0, 480),
        gap_after=whole("gap_after", "Minutes free after", 0, 480),
        notice_hours=whole("notice_hours", "Hours of notice", 0, 2000),
        ahead_days=whole("ahead_days", "Days ahead", 1, 365),
        week_limit=whole("week_limit", "Most in a week", 1, 100),
        direct=yes(typed["direct"]) if "direct" in typed else held.direct,
    )
