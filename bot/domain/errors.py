"""Every error that Parley raises on purpose: facts, without a sentence.

ParleyError
├── NotFound            there is no such thing here: `thing`, `id`
│   ├── NoVersion       an entry never had that version here
│   ├── UnknownVerb     a button that this version does not know
│   ├── UnknownCommand  a command that there is not, with those that are spelt alike
│   └── StaleCommand    a command of yesterday, which Discord still offers
├── NotAllowed          this person cannot do that here
│   ├── RoleNeeded      it takes one of these roles
│   ├── WrongPart       it is for another side of the conversation
│   ├── NotAMember      this person has left the server, or the bot has
│   ├── NotYours        only the person who made it can change it
│   ├── WrongSecond     someone else must agree
│   └── ServerNeeded    it cannot be done in a direct message
├── Conflict            it could be done, but not as things are now
│   ├── AlreadyShared   an answer is shared once
│   ├── WrongState      the thing is in a state in which this is not done
│   ├── ConditionUnmet  its state allows this, but something else about it does not
│   ├── EngagementOver  nobody can talk one to one about that service then
│   ├── FormNotBegun    the second step of a form without the first
│   ├── Changed         someone else changed it a moment ago
│   ├── EntryInvalid    an entry cannot go live as it is written: every fault
│   ├── DraftInTheWay   a draft of one's own would be lost
│   ├── NothingChanged  the draft says what is live already
│   ├── SecondNeeded    a second moderator must agree
│   ├── AlreadyClaimed  another moderator is working on it
│   ├── LimitReached    as many as one person can have
│   ├── TooFast         more than one person's share for now
│   ├── Restarting      the bot is asked to stop in the middle of it
│   └── CannotPost      it could not be shown to others: `why`
├── Invalid             something that was filled in cannot be read: a fault for each field
├── WrongUsage          a command was typed with words that it does not take: `command`
└── Unusable            something cannot be used as it is
    ├── SettingUnusable     an environment variable
    ├── DatabaseUnusable    the database
    ├── NothingKept         it would have to be kept, and there is no database to keep it in
    ├── QuestionsUnusable   a file of questions
    ├── KnowledgeFaulty     the knowledge base: its first fault
    └── ImportRefused       entries that were brought: how many faults they have

What people read is made of them in one place, `bot/cards/refusals.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.actor import Role
from bot.domain.faults import EntryFault, FileFault


class Thing(StrEnum):
    """What an error is about."""

    ENTRY = "entry"
    QUESTION = "question"
    TOPIC = "topic"
    REVISION = "revision"
    DRAFT = "draft"
    SUGGESTION = "suggestion"
    PHRASING = "phrasing"
    CASE = "case"
    PLAN = "plan"
    SHIPPED_TEXT = "shipped-text"
    REQUEST = "request"
    BOOKING = "booking"
    RECORD = "record"
    COMMITMENT = "commitment"
    SERVICE = "service"
    WINDOW = "window"
    PERSON = "person"
    VERB = "verb"


class ParleyError(Exception):
    """Something that Parley refuses, or cannot do, and knows why."""


@dataclass(eq=False)
class NotFound(ParleyError):
    """There is no such thing in this server."""

    thing: Thing
    id: int | str = ""


class NoVersion(NotFound):
    """An entry (`id`) never had that version here or, where `retired`, had no text in it."""

    def __init__(self, entry_id: str, number: int, *, retired: bool = False) -> None:
        super().__init__(Thing.REVISION, entry_id)
        self.number, self.retired = number, retired


class UnknownVerb(NotFound):
    """A button that this version does not know; `id` is what it said."""

    def __init__(self, name: str) -> None:
        super().__init__(Thing.VERB, name)


@dataclass(eq=False)
class UnknownCommand(NotFound):
    """A command that there is not; `near` are those that may have been meant."""

    near: tuple[str, ...] = ()

    def __init__(self, typed: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(Thing.VERB, typed)
        self.near = near


class StaleCommand(NotFound):
    """A command of yesterday, which Discord still offers; `id` is its name."""

    def __init__(self, name: str) -> None:
        super().__init__(Thing.VERB, name)


class NotAllowed(ParleyError):
    """This person cannot do that here."""


@dataclass(eq=False)
class NotYours(NotAllowed):
    """Only the person who made it can change it."""

    thing: Thing
    id: int


@dataclass(eq=False)
class WrongSecond(NotAllowed):
    """Someone else must agree: another moderator or, where `other_side`, one from the other side."""

    other_side: bool


@dataclass(eq=False)
class RoleNeeded(NotAllowed):
    """It takes one of these roles."""

    roles: frozenset[Role]


@dataclass(eq=False)
class WrongPart(NotAllowed):
    """It is for another side of the conversation. `act` and `parts` are codes of `dialogue.states`."""

    thing: Thing
    number: int
    act: StrEnum
    part: StrEnum


class NotAMember(NotAllowed):
    """This person has left the server, or the bot has."""


class ServerNeeded(NotAllowed):
    """It cannot be done in a direct message, where there are neither roles nor colleagues."""


class Conflict(ParleyError):
    """It could be done, but not as things are now."""


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
    """Nobody can talk one to one about this service then; `last_day` is None once a notice is out."""

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
class EntryInvalid(Conflict):
    """An entry cannot go live as it is written: every fault, once."""

    entry_id: str
    faults: tuple[EntryFault, ...]


@dataclass(eq=False)
class DraftInTheWay(Conflict):
    """This moderator has a draft of the entry that would be lost."""

    entry_id: str
    draft_id: int


@dataclass(eq=False)
class NothingChanged(Conflict):
    """The draft says what is live already."""

    draft_id: int


@dataclass(eq=False)
class SecondNeeded(Conflict):
    """A second moderator must agree: to changes on these topics, or since a must-answer would be lost."""

    topics: tuple[str, ...]
    loses_must_answer: bool
    both_sides: bool


@dataclass(eq=False)
class AlreadyClaimed(Conflict):
    """Another moderator is working on it; it is free after so many days without a change."""

    thing: Thing
    days: int


@dataclass(eq=False)
class Changed(Conflict):
    """Someone else changed it a moment ago, or has dealt with it."""

    thing: Thing
    id: int | str = ""


@dataclass(eq=False)
class AlreadyShared(Conflict):
    """An answer is shared once."""

    asked_id: int


class Restarting(Conflict):
    """The bot is asked to stop in the middle of it, and nothing has changed."""


class Blocked(StrEnum):
    """Why a card could not be shown to others."""

    KIND = "kind"
    PERMISSION = "permission"
    FAILED = "failed"


@dataclass(eq=False)
class CannotPost(Conflict):
    """A card could not be shown to others."""

    why: Blocked


class Limit(StrEnum):
    """What one person can have only so many of."""

    OPEN = "open"
    WINDOWS = "windows"


@dataclass(eq=False)
class LimitReached(Conflict):
    """As many as one person can have."""

    limit: Limit
    most: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field: a code, and what it needs to be said."""

    code: StrEnum
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(eq=False)
class Invalid(ParleyError):
    """Something that was filled in cannot be read: a fault for each field, by its name."""

    faults: Mapping[str, Fault]


@dataclass(eq=False)
class TooFast(Conflict):
    """More than one person's share for now; `seconds` until the next can come."""

    seconds: int


@dataclass(eq=False)
class WrongUsage(ParleyError):
    """A command was typed with words that it does not take, or without one that it needs."""

    command: str


class Unusable(ParleyError):
    """A file, a setting or the database cannot be used as it is."""


class SettingNeeds(StrEnum):
    """What a setting must be."""

    YES_OR_NO = "yes or no"
    DAYS = "days"
    TOKEN = "token"  # noqa: S105 - the name of what is missing


@dataclass(eq=False)
class SettingUnusable(Unusable):
    """An environment variable is missing, or has a value that cannot be used."""

    name: str
    needs: SettingNeeds
    value: str = ""


@dataclass(eq=False)
class DatabaseUnusable(Unusable):
    """The database cannot be opened; `reason` is what the system says."""

    path: str
    reason: str


class NothingKept(Unusable):
    """It would have to be kept, and there is no database to keep it in."""


class QuestionsNeed(StrEnum):
    """What a file of questions must hold."""

    TEXT = "text"
    JSON = "json"
    QUESTION = "question"
    EXPECT = "expect"
    TOPIC = "topic"


@dataclass(eq=False)
class QuestionsUnusable(Unusable):
    """A file of questions cannot be used; `line` counts from 1, and is 0 for the file itself."""

    path: str
    needs: QuestionsNeed
    line: int = 0
    detail: str = ""


@dataclass(eq=False)
class KnowledgeFaulty(Unusable):
    """The knowledge base cannot be used as it is: the first fault."""

    fault: FileFault


@dataclass(eq=False)
class ImportRefused(Unusable):
    """Nothing was brought in, because of so many faults."""

    faults: int


# The errors below still carry their sentence. Each goes when what raises it has been taken over.


class NoSuchEntry(NotFound):
    """No answer has that id."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(Thing.ENTRY, entry_id)


class NoSuchAction(ParleyError):
    """A button or command that this version does not know."""


class EmptyText(ParleyError):
    """Something was to be written, and nothing was."""


class NotNow(Conflict):
    """This could be done, but not in the state that things are in."""
