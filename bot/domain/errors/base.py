"""The roots of the tree of errors, the things they are about, and faults of fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Thing(StrEnum):
    """The things that an error can be about."""

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


class NotAllowed(ParleyError):
    """This person cannot do that here."""


class Conflict(ParleyError):
    """It could be done, but not as things are now."""


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
class WrongUsage(ParleyError):
    """A command was typed with words that it does not take, or without one that it needs."""

    command: str


class Unusable(ParleyError):
    """A file, a setting or the database cannot be used as it is."""
