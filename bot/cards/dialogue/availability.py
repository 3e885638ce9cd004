"""The cards in which commissioners see and set when they can talk."""

import calendar
from collections.abc import Sequence
from datetime import datetime

from bot.cards.card import Action, Card, Fact, Form
from bot.cards.dates import clock, day, moment
from bot.cards.dialogue.fields import YES_NO, form_of
from bot.cards.dialogue.words import zone_note
from bot.cards.fields import Asked
from bot.cards.pages import paged
from bot.cards.plain import count
from bot.domain.dialogue.availability import ALL_DAY, Availability, Rules, Window, WindowKind
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.forms import FREE, LimitsForm, RulesForm, WindowForm
from bot.domain.verbs.dialogue.availability import (
    AddAvailability,
    PauseAvailability,
    RemoveAvailability,
    SeeAvailability,
    SetSlotLimits,
    SetSlotRules,
)


def availability_card(mine: Availability, free: Sequence[Slot], now: datetime, page: int = 1) -> Card:
    """The rules, the windows, and the next free slots that they give."""
    rules = mine.rules
    soon = "\n".join(f"- {moment(slot.starts_at, rules.zone, now)}" for slot in free)
    shown = paged(mine.windows, page, lambda other: SeeAvailability(page=other))
    pause = (
        Action("Resume", PauseAvailability(paused=False))
        if rules.paused
        else Action("Pause", PauseAvailability(paused=True))
    )
    return Card(
        title="When you can talk",
        text=_windows(shown.items),
        detail=f"**Next free times**\n{soon}" if soon else _why_none(mine),
        facts=(
            Fact("Time zone", rules.zone.key),
            Fact("A conversation lasts", count(rules.minutes, "minute")),
            Fact("Free before and after", f"{rules.gap_before} and {count(rules.gap_after, 'minute')}"),
            Fact("Booked ahead", f"{count(rules.notice_hours, 'hour')} to {count(rules.ahead_days, 'day')}"),
            Fact("Maximum a week", str(rules.week_limit)),
            Fact("Charities can book a free time at once", "yes" if rules.direct else "no, I offer times"),
        ),
        actions=(
            *shown.actions,
            Action("Add times", AddAvailability()),
            Action("Zone and length", SetSlotRules()),
            Action("Notice and limits", SetSlotLimits()),
            pause,
        ),
        choices=tuple(
            Action(f"Remove: {window_text(window)}", RemoveAvailability(window.id)) for window in shown.items
        ),
        choose="Remove times",
        note=f"{shown.note}. {zone_note(rules.zone)}" if shown.note else zone_note(rules.zone),
    )


def window_form() -> Form:
    """Add a weekly window, a single day, or a day away."""
    asked = {
        "on": Asked("Which day", "Tuesday is every Tuesday; 1 December 2026 is that day only."),
        "hours": Asked("From when to when", "Such as 9am to 12:30pm. Leave it empty for a whole day away."),
        "kind": Asked(
            "Free or away?",
            value=FREE,
            options={FREE: "I can talk then", WindowKind.EXCEPTION: "I am away then"},
        ),
    }
    return form_of(WindowForm, "When can you talk?", Action("Add", AddAvailability()), asked)


def rules_form(rules: Rules) -> Form:
    """Zone, length and gaps."""
    asked = {
        "zone": Asked("Your time zone", "Such as Europe/London.", rules.zone.key),
        "minutes": Asked("Minutes of a conversation", value=str(rules.minutes)),
        "gap_before": Asked("Minutes free before", value=str(rules.gap_before)),
        "gap_after": Asked("Minutes free after", value=str(rules.gap_after)),
        "direct": Asked(
            "Can charities book a free time at once?", value="yes" if rules.direct else "no", options=YES_NO
        ),
    }
    return form_of(RulesForm, "Zone and length", Action("Save", SetSlotRules()), asked)


def limits_form(rules: Rules) -> Form:
    """Notice, how far ahead, and how many a week."""
    asked = {
        "notice_hours": Asked("Minimum hours of notice", value=str(rules.notice_hours)),
        "ahead_days": Asked("Maximum days ahead", value=str(rules.ahead_days)),
        "week_limit": Asked("Maximum conversations a week", value=str(rules.week_limit)),
    }
    return form_of(LimitsForm, "Notice and limits", Action("Save", SetSlotLimits()), asked)


def window_text(window: Window) -> str:
    """A window in words."""
    whole_day = (window.starts, window.ends) == ALL_DAY
    hours = "all day" if whole_day else f"{clock(window.starts)} to {clock(window.ends)}"
    if window.kind is WindowKind.WEEKLY or window.on is None:
        return f"every {calendar.day_name[window.weekday or 0]}, {hours}"
    away = ", away" if window.kind is WindowKind.EXCEPTION else ""
    return f"{day(window.on, weekday=True)}, {hours}{away}"


def _windows(windows: Sequence[Window]) -> str:
    if not windows:
        return "You have named no times yet, so charities see no free time. Add some first."
    return "\n".join(f"- {window_text(window)}" for window in windows)


def _why_none(mine: Availability) -> str:
    if mine.rules.paused:
        return "Paused: no one sees a free time until you resume. What is booked stays booked."
    return "" if not mine.windows else "No time is free under these rules within the days ahead."
