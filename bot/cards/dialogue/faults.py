"""What can be wrong with days, times and the rest that is filled in here, in words."""

import calendar
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.cards.card import Field
from bot.cards.dates import clock, day, moment
from bot.cards.faults import Words, add_words
from bot.cards.plain import plain
from bot.domain.dialogue.forms import DialogueFault
from bot.domain.dialogue.typed import TypedFault
from bot.domain.errors import Fault

_SUCH_AS_TIME = "Write a day and a time, such as Tuesday 1 December 2026 at 10am."
_SUCH_AS_DAY = "Write a day, such as 1 December 2026."
_QUOTED = 40

_TEXTS: Mapping[StrEnum, str] = {
    TypedFault.NO_TIME_OF_DAY: "I see no time of day in {typed}. " + _SUCH_AS_TIME,
    TypedFault.NO_SUCH_DAY: "{month} has {last} days. " + _SUCH_AS_DAY,
    TypedFault.NOT_A_DAY: "I cannot tell which day {typed} is. " + _SUCH_AS_DAY,
    TypedFault.DAY_PAST: "{on} is in the past. " + _SUCH_AS_DAY,
    TypedFault.TIME_PAST: "{at} is in the past. " + _SUCH_AS_TIME,
    TypedFault.TOO_FAR: "{on} is too far away. Write a day within two years.",
    TypedFault.CLOCKS_GO_FORWARD: "The clocks go forward that day, and {at} does not exist. Choose another.",
    TypedFault.NOT_A_CLOCK: "{typed} is not a time of day. Write one such as 9:30am.",
    TypedFault.NOT_HOURS: "Write two times of day, such as 9am to 12:30pm.",
    TypedFault.ENDS_FIRST: "The end, {ends}, is not after the start, {starts}.",
    DialogueFault.AWAY_WEEKLY: "Name one day on which you are away, such as 24 December 2026.",
    DialogueFault.NO_TIMES: "Offer from 1 to {most} times.",
    DialogueFault.BOOKED_THEN: "You are booked at {at}. Offer another time.",
    DialogueFault.NOT_A_COMMITMENT: (
        "Say whose each one is and by when, such as “charity: send the figures by 12 January 2027”."
    ),
    DialogueFault.TOO_MANY_COMMITMENTS: "There are {count} commitments, and {most} fit. Keep the main ones.",
}


def _words(text: str) -> Words:
    def words(fault: Fault, _field: Field) -> str:
        return text.format(**{name: _said(name, fault.facts) for name in fault.facts})

    return words


def _said(name: str, facts: Mapping[str, Any]) -> str:
    value = facts[name]
    match name:
        case "typed":
            return f"“{plain(value[:_QUOTED])}{'…' if len(value) > _QUOTED else ''}”"
        case "on":
            return day(value)
        case "at" if "zone" in facts:
            return moment(value, facts["zone"])
        case "at" | "starts" | "ends":
            return clock(value)
        case "month":
            return str(calendar.month_name[value])
        case _:
            return str(value)


add_words({code: _words(text) for code, text in _TEXTS.items()})
