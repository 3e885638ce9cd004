"""The one shape of everything that the bot says, whatever shows it."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.entry import Source
from bot.domain.forms import Kind
from bot.domain.verb import ID_LIMIT, Verb

CUSTOM_ID_LIMIT = ID_LIMIT


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person can do next: the verb is all that it means, the label is what it is called."""

    label: str
    verb: Verb

    @property
    def custom_id(self) -> str:
        """The verb as text, from which a button pressed years later is understood."""
        return self.verb.custom_id

    @property
    def arguments(self) -> tuple[str, ...]:
        """The verb's arguments as text."""
        return self.verb.arguments


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values that a field of choices may have."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks. `name` is its key among the values that come back.

    `fault` says what was wrong with what was typed before, which `value` holds.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    value: str = ""
    required: bool = True
    help: str = ""
    limit: int = 200
    options: tuple[Option, ...] = ()
    fault: str = ""


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
    whether an answer still applies. `actions` are things to do with this card; `choices` are one list to
    choose from, introduced by `choose`. A card that `replaces` takes the place of the private one whose
    action led to it; else it comes below. Nothing in it depends on colour, pictures or a front end.
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
