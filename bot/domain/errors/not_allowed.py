"""This person cannot do that here."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.actor import Role
from bot.domain.errors.base import NotAllowed, Thing


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
