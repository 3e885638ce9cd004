"""What a commissioner sees of when they could talk."""

import calendar
from collections.abc import Mapping, Sequence

from bot.cards.card import Card, Fact, Field, Form, Option, legacy
from bot.cards.dialogue.words import when
from bot.domain.dialogue.availability import Availability, Rules, Window, WindowKind
from bot.domain.dialogue.bookings import Slot
from bot.domain.forms import Kind

_YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def availability_card(mine: Availability, free: Sequence[Slot]) -> Card:
    """The rules, the windows, and the next free slots that they give."""
    rules = mine.rules
    soon = "\n".join(f"- {when(slot.starts_at, rules.zone)}" for slot in free)
    return Card(
        title="When you could talk",
        text=_windows(mine.windows),
        detail=f"**Next free slots**\n{soon}" if soon else _why_none(mine),
        facts=(
            Fact("Time zone", rules.zone.key),
            Fact("A conversation lasts", f"{rules.minutes} minutes"),
            Fact("Free before and after", f"{rules.gap_before} and {rules.gap_after} minutes"),
            Fact("Notice", f"{rules.notice_hours} hours at least, {rules.ahead_days} days at most"),
            Fact("Most in a week", str(rules.week_limit)),
            Fact("Charities take a free slot at once", "yes" if rules.direct else "no, I offer times"),
        ),
        actions=(
            legacy("Add a window", "availability-add"),
            legacy("Zone and length", "availability-rules"),
            legacy("Notice and limits", "availability-limits"),
            legacy("Take up again", "availability-pause", ("no",))
            if rules.paused
            else legacy("Pause", "availability-pause", ("yes",)),
        ),
        choices=tuple(
            legacy(f"Remove: {said_window(window)}", "availability-remove", (str(window.id),))
            for window in mine.windows[:25]
        ),
        choose="Remove a window",
    )


def window_form(typed: Mapping[str, str]) -> Form:
    """Add a weekly window, a single day, or a day away."""
    return Form(
        title="When could you talk?",
        action=legacy("Add", "availability-add"),
        draft="availability-add",
        fields=(
            Field(
                "on",
                "Which day",
                value=typed.get("on", ""),
                help="Tuesday is every Tuesday; 1 December 2026 is that day only.",
            ),
            Field(
                "hours",
                "From when to when",
                value=typed.get("hours", ""),
                required=False,
                help="Such as 09:00 to 12:30. A day away may leave it empty.",
            ),
            Field(
                "kind",
                "Free or away?",
                Kind.CHOICE,
                typed.get("kind", "free"),
                options=(Option("free", "I could talk then"), Option(WindowKind.EXCEPTION, "I am away then")),
            ),
        ),
    )


def rules_form(rules: Rules, typed: Mapping[str, str]) -> Form:
    """Zone, length and gaps."""
    direct = "yes" if rules.direct else "no"
    return Form(
        title="Zone and length",
        action=legacy("Save", "availability-rules"),
        draft="availability-rules",
        fields=(
            Field(
                "zone",
                "Your time zone",
                value=typed.get("zone", rules.zone.key),
                help="Such as Europe/London.",
            ),
            _number("minutes", "Minutes of a conversation", typed, rules),
            _number("gap_before", "Minutes free before", typed, rules),
            _number("gap_after", "Minutes free after", typed, rules),
            Field(
                "direct",
                "May charities take a free slot at once?",
                Kind.CHOICE,
                typed.get("direct", direct),
                options=_YES_NO,
            ),
        ),
    )


def limits_form(rules: Rules, typed: Mapping[str, str]) -> Form:
    """Notice, how far ahead, and how many in a week."""
    return Form(
        title="Notice and limits",
        action=legacy("Save", "availability-limits"),
        draft="availability-limits",
        fields=(
            _number("notice_hours", "Hours of notice at least", typed, rules),
            _number("ahead_days", "Days ahead at most", typed, rules),
            _number("week_limit", "Most conversations in a week", typed, rules),
        ),
    )


def said_window(window: Window) -> str:
    """A window in words."""
    hours = f"{window.starts:%H:%M} to {window.ends:%H:%M}"
    if window.kind is WindowKind.WEEKLY:
        return f"every {calendar.day_name[window.weekday or 0]}, {hours}"
    away = ", away" if window.kind is WindowKind.EXCEPTION else ""
    return f"{window.on:%A %-d %B %Y}, {hours}{away}"


def _number(name: str, label: str, typed: Mapping[str, str], rules: Rules) -> Field:
    return Field(name, label, value=typed.get(name, str(getattr(rules, name))), limit=6)


def _windows(windows: Sequence[Window]) -> str:
    if not windows:
        return "You have named no time yet, so charities see no free slot. Add a window first."
    return "\n".join(f"- {said_window(window)}" for window in windows)


def _why_none(mine: Availability) -> str:
    if mine.rules.paused:
        return "Paused: nobody sees a free slot until you take it up again. What is booked stays booked."
    return "" if not mine.windows else "No slot is free under these rules within the days ahead."
