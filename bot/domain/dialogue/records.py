"""What was said in a conversation, and what was promised there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.dialogue.states import RecordState
from bot.domain.dialogue.typed import LINE_LIMIT, TEXT_LIMIT, day, text
from bot.domain.errors import ToMend


class Side(StrEnum):
    """Whose promise it is."""

    CHARITY = "the charity"
    COMMISSIONER = "the commissioner"


@dataclass(frozen=True, slots=True)
class Minutes:
    """What one side writes down. `given` went from commissioner to charity, `received` the other way.

    `published` is the summary that everyone may read.
    """

    people: str
    given: str = ""
    received: str = ""
    documents: str = ""
    conflicts: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """You said, we did: what one side promised, and by when. `id` is 0 until it is kept."""

    side: Side
    what: str
    due_on: date
    done: bool = False
    id: int = 0
    booking_id: int = 0

    def is_late(self, today: date) -> bool:
        """Its day has passed, and it is not done."""
        return not self.done and today > self.due_on


@dataclass(frozen=True, slots=True)
class Record:
    """The minutes of one booking, what was added to them, and who stands by them."""

    booking_id: int
    guild_id: int
    stage: str
    minutes: Minutes
    state: RecordState
    additions: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()


_PROMISE = re.compile(r"(charity|commissioner)\s*:\s*(.+)\s+by\s+(.+)", re.IGNORECASE)
_MOST_PROMISES = 20


def read_minutes(typed: Mapping[str, str]) -> Minutes:
    """What one side typed. Raises ToMend."""
    return Minutes(
        people=text(typed.get("people", ""), "People and their roles", TEXT_LIMIT),
        given=text(typed.get("given", ""), "What the commissioner told", TEXT_LIMIT, needed=False),
        received=text(typed.get("received", ""), "What the charity told", TEXT_LIMIT, needed=False),
        documents=text(typed.get("documents", ""), "Documents shared", TEXT_LIMIT, needed=False),
        conflicts=text(typed.get("conflicts", ""), "Conflicts of interest", TEXT_LIMIT, needed=False),
        published=text(typed.get("published", ""), "The summary for everyone", TEXT_LIMIT, needed=False),
    )


def read_commitments(typed: str, today: date) -> tuple[Commitment, ...]:
    """Promises, one to a line: `charity: send the figures by 12 January 2027`. Raises ToMend."""
    lines = [line.strip() for line in re.split(r"[\n;]", typed) if line.strip()]
    if len(lines) > _MOST_PROMISES:
        raise ToMend(f"Commitments: {len(lines)} are more than the {_MOST_PROMISES} that fit.")
    return tuple(_commitment(line, today) for line in lines)


def _commitment(line: str, today: date) -> Commitment:
    found = _PROMISE.fullmatch(line)
    if not found:
        raise ToMend(
            "Commitments: write each on its own line, with whose it is and by when, such as"
            " “charity: send the figures by 12 January 2027”."
        )
    side = Side.CHARITY if found[1].casefold() == "charity" else Side.COMMISSIONER
    what = text(found[2], "Commitments", LINE_LIMIT)
    return Commitment(side, what, day(found[3], "Commitments", today=today))
