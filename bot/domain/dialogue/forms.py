"""What people fill in to ask for a conversation, to agree on its time and to record it."""

import calendar
import re
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.dialogue.availability import ALL_DAY, Window, WindowKind
from bot.domain.dialogue.records import Commitment, Side
from bot.domain.dialogue.states import Stage
from bot.domain.dialogue.typed import TIME_LIMIT, day, hours, moment, zone
from bot.domain.errors import Fault, Invalid
from bot.domain.forms import (
    LINE_LIMIT,
    FormFault,
    Reading,
    Wrong,
    choice,
    form,
    line,
    paragraph,
    whole_number,
    yes_or_no,
)

SHORT_LIMIT = 600
FREE = "free"
_MOST_COMMITMENTS = 20
_NUMBER = re.compile("[1-9][0-9]{0,17}")
_PROMISE = re.compile(r"(charity|commissioner)\s*:\s*(.+)\s+by\s+(.+)", re.IGNORECASE)


class DialogueFault(StrEnum):
    """Faults of these forms, as well as those of days and times."""

    AWAY_WEEKLY = "away-weekly"
    NO_TIMES = "no-times"
    BOOKED_THEN = "booked-then"
    NOT_A_COMMITMENT = "not-a-commitment"
    TOO_MANY_COMMITMENTS = "too-many-commitments"


def _service(text: str, _reading: Reading) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


@form
class RequestForm:
    """The first step of asking: who, what about, and which planned service."""

    organisation: str = line()
    about: str = paragraph()
    service: int | None = choice(read=_service, default=None)
    hopes: str = paragraph(limit=SHORT_LIMIT, default="")


@form
class SendRequestForm(RequestForm):
    """Both steps of asking: with what the commissioner has to know for a fair conversation."""

    access_needs: str = line(default="")
    conflicts: str = paragraph(limit=SHORT_LIMIT, default="")
    first_contact: bool = yes_or_no(default=True)


@form
class TextForm:
    """One text that the other side reads: a reason, a note or what is added to a record."""

    text: str = paragraph()


@form
class OfferForm:
    """Times to offer, in words."""

    time1: datetime | None = line(read=moment, limit=TIME_LIMIT, default=None)
    time2: datetime | None = line(read=moment, limit=TIME_LIMIT, default=None)
    time3: datetime | None = line(read=moment, limit=TIME_LIMIT, default=None)
    time4: datetime | None = line(read=moment, limit=TIME_LIMIT, default=None)
    time5: datetime | None = line(read=moment, limit=TIME_LIMIT, default=None)

    @property
    def starts(self) -> dict[str, datetime]:
        """The times that were filled in, by their fields."""
        return {name: at for name, at in vars(self).items() if at is not None}


@form
class MoveForm:
    """A new time, in words."""

    time: datetime = line(read=moment, limit=TIME_LIMIT)


@form
class CancelForm:
    """Why, and whether others can have the time, which only a commissioner is asked."""

    text: str = paragraph()
    offer_on: bool = yes_or_no(default=True)


@form
class ServiceForm:
    """What is to be commissioned, and where to ask once it is closed."""

    title: str = line()
    authority: str = line()
    stage: Stage = choice(
        (Stage.EXPLORING, Stage.OPEN), read=lambda text, _reading: Stage(text), default=Stage.EXPLORING
    )
    closes_on: date | None = line(read=day, limit=TIME_LIMIT, default=None)
    route: str = line()


_WEEKDAYS = {
    short: number
    for number, name in enumerate(calendar.day_name)
    for short in (name.casefold(), name.casefold()[:3])
} | {"thur": 3}
"""A weekday in full or as people shorten it, such as Tue, Tues or Weds, without an s at the end."""


def _weekday_or_day(text: str, reading: Reading) -> int | date:
    weekday = _WEEKDAYS.get(text.casefold().removeprefix("every ").removesuffix("s"))
    return day(text, reading) if weekday is None else weekday


@form
class WindowForm:
    """A weekday or one day, and the hours; `kind` says whether a commissioner can talk then or is away."""

    on: int | date = line(read=_weekday_or_day, limit=TIME_LIMIT)
    hours: tuple[time, time] | None = line(read=hours, default=None)
    kind: str = choice((FREE, WindowKind.EXCEPTION), default=FREE)

    def window(self) -> Window:
        """The window. Raises Invalid where its parts do not go together."""
        away = self.kind == WindowKind.EXCEPTION
        if self.hours is None and not away:
            raise Invalid({"hours": Fault(FormFault.NEEDED)})
        starts, ends = self.hours or ALL_DAY
        if isinstance(self.on, date):
            kind = WindowKind.EXCEPTION if away else WindowKind.DAY
            return Window(kind, starts, ends, on=self.on)
        if away:
            raise Invalid({"on": Fault(DialogueFault.AWAY_WEEKLY)})
        return Window(WindowKind.WEEKLY, starts, ends, weekday=self.on)


@form
class RulesForm:
    """Zone, length and gaps in minutes, and whether charities can take a free slot at once."""

    zone: ZoneInfo = line(read=zone)
    minutes: int = line(read=whole_number(5, 480), limit=6)
    gap_before: int = line(read=whole_number(0, 480), limit=6)
    gap_after: int = line(read=whole_number(0, 480), limit=6)
    direct: bool = yes_or_no()


@form
class LimitsForm:
    """Hours of notice, days ahead, and conversations a week."""

    notice_hours: int = line(read=whole_number(0, 2000), limit=6)
    ahead_days: int = line(read=whole_number(1, 365), limit=6)
    week_limit: int = line(read=whole_number(1, 100), limit=6)


def _commitments(text: str, reading: Reading) -> tuple[Commitment, ...]:
    """Promises, one on each line: `charity: send the figures by 12 January 2027`."""
    lines = [part.strip() for part in re.split(r"[\n;]", text) if part.strip()]
    if len(lines) > _MOST_COMMITMENTS:
        raise Wrong(DialogueFault.TOO_MANY_COMMITMENTS, count=len(lines), most=_MOST_COMMITMENTS)
    return tuple(_commitment(one, reading) for one in lines)


def _commitment(text: str, reading: Reading) -> Commitment:
    found = _PROMISE.fullmatch(text)
    if not found:
        raise Wrong(DialogueFault.NOT_A_COMMITMENT, typed=text)
    what = found[2].strip()
    if len(what) > LINE_LIMIT:
        raise Wrong(FormFault.TOO_LONG, length=len(what), limit=LINE_LIMIT)
    return Commitment(Side(found[1].casefold()), what, day(found[3], reading))


@form
class RecordForm:
    """The first step of a record: who was there, and what each side said."""

    people: str = paragraph()
    given: str = paragraph(default="")
    received: str = paragraph(default="")
    documents: str = paragraph(default="")
    conflicts: str = paragraph(default="")


@form
class FinishRecordForm(RecordForm):
    """Both steps of a record: with what everyone can read, and what was promised."""

    published: str = paragraph(default="")
    commitments: tuple[Commitment, ...] = paragraph(read=_commitments, default=())
