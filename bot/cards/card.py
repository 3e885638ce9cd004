"""The one shape of everything that the bot says, whatever shows it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.entry import Source

CUSTOM_ID_LIMIT = 100
"""Characters that Discord allows an action's id; the verb and its arguments must fit."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person may do next: a verb and its arguments, which are all that it means."""

    label: str
    verb: str
    arguments: tuple[str, ...] = ()

    @property
    def custom_id(self) -> str:
        """The verb and its arguments as one text, from which a button pressed years later is understood."""
        return ":".join((self.verb, *self.arguments))

    @classmethod
    def from_custom_id(cls, custom_id: str, label: str = "") -> "Action":
        """The action that a custom id stands for."""
        verb, *arguments = custom_id.split(":")
        return cls(label, verb, tuple(arguments))


class FieldKind(StrEnum):
    """How a form's field is filled in."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    CHOICE = "choice"
    ROLE = "role"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values that a field of choices may have."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks. `name` is its key among the values that come back."""

    name: str
    label: str
    kind: FieldKind = FieldKind.LINE
    value: str = ""
    required: bool = True
    help: str = ""
    limit: int = 200
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Up to five things to fill in, and the action that gets them.

    `draft` names where what was typed is kept until it has gone through; empty where it is not.
    """

    title: str
    action: Action
    fields: tuple[Field, ...]
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a card."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value. A moment stays a moment until a front end shows it in the reader's own zone."""

    label: str
    value: str | datetime


@dataclass(frozen=True, slots=True)
class Card:
    """A title, Markdown, facts, sources, and what a person may do next.

    `text` is what everyone reads; `detail` is for those who read on; `note` is one line below, such as
    whether an answer still holds. `actions` are things to do with this card; `choices` are one list to
    choose from, introduced by `choose`. A card that `replaces` takes the place of the private one whose
    action led to it; else it stands beside. Nothing in it depends on colour, pictures or a front end.
    """

    title: str
    text: str = ""
    detail: str = ""
    facts: tuple[Fact, ...] = ()
    note: str = ""
    sources: tuple[Source, ...] = ()
    actions: tuple[Action, ...] = ()
    choices: tuple[Action, ...] = ()
    choose: str = "Choose one"
    replaces: bool = True
    files: tuple[Attachment, ...] = ()

    @property
    def everything_to_do(self) -> tuple[Action, ...]:
        """The choices, then the actions, in the order in which a terminal numbers them."""
        return (*self.choices, *self.actions)


@dataclass(frozen=True, slots=True)
class Said:
    """A card for the person who acted and, where others are to see something, the card for them.

    `reply_to` is the message that `public` answers, where it answers one.
    """

    card: Card
    public: Card | None = None
    reply_to: int | None = None
