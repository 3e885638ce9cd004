"""It could be done, but not as things are now."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.errors.base import Conflict, Thing


@dataclass(eq=False)
class WrongState(Conflict):
    """The thing is in a state in which this is not done."""

    thing: Thing
    number: int | str
    state: StrEnum
    act: StrEnum


@dataclass(eq=False)
class ConditionUnmet(Conflict):
    """Its state allows this, but something else about it does not. The codes are of `dialogue.states`."""

    thing: Thing
    number: int
    act: StrEnum
    condition: StrEnum


@dataclass(eq=False)
class EngagementOver(Conflict):
    """No one can talk one to one about this service then; `last_day` is None once a notice is out."""

    number: int
    title: str
    route: str
    last_day: date | None


@dataclass(eq=False)
class FormNotBegun(Conflict):
    """The second step of a form was taken without the first; `thing` is what the form makes."""

    thing: Thing
    number: int = 0


@dataclass(eq=False)
class Changed(Conflict):
    """Someone else changed it a moment ago, or has dealt with it."""

    thing: Thing
    id: int | str = ""


@dataclass(eq=False)
class AlreadyClaimed(Conflict):
    """Another moderator is working on it; it is free after so many days without a change."""

    thing: Thing
    days: int


class Limit(StrEnum):
    """Things of which one person can have only so many."""

    OPEN = "open"
    WINDOWS = "windows"


@dataclass(eq=False)
class LimitReached(Conflict):
    """As many as one person can have."""

    limit: Limit
    most: int


@dataclass(eq=False)
class TooFast(Conflict):
    """More than one person's share for now; `seconds` until the next can come."""

    seconds: int


class Restarting(Conflict):
    """The bot is asked to stop in the middle of it, and nothing has changed."""


@dataclass(eq=False)
class AlreadyShared(Conflict):
    """An answer is shared once."""

    asked_id: int


class Blocked(StrEnum):
    """Why a card could not be shown to others."""

    KIND = "kind"
    PERMISSION = "permission"
    FAILED = "failed"


@dataclass(eq=False)
class CannotPost(Conflict):
    """A card could not be shown to others."""

    why: Blocked
