"""What a person reads where something was refused: what is the matter, and what to do next."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.card import Card, Field
from bot.cards.faults import fault_text
from bot.cards.plain import count, plain
from bot.domain.actor import Role
from bot.domain.errors import (
    AlreadyShared,
    Changed,
    Invalid,
    NotFound,
    NothingKept,
    ParleyError,
    RoleNeeded,
    ServerNeeded,
    Thing,
    TooFast,
    UnknownVerb,
)

Words = Callable[[Any], Card]

_WHO = {
    Role.COMMISSIONER: "this server's commissioners",
    Role.MODERATOR: "this server's moderators",
    Role.ADMINISTRATOR: "people who can manage this server",
}
_MISSING = {
    Thing.ENTRY: "There is no answer called {id}. /browse shows what there is.",
    Thing.TOPIC: "There is no subject called {id}. /browse lists them.",
    Thing.QUESTION: "I no longer know which question that was. Please ask it again.",
}
"""Words for each thing that is not there."""

_CHANGED: dict[Thing, str] = {}
"""What to say where someone else changed a thing, or dealt with it."""


def add_missing(words: Mapping[Thing, str]) -> None:
    """Add what to say where further things are not there."""
    _MISSING.update(words)


def add_changed(words: Mapping[Thing, str]) -> None:
    """Add what to say where someone else was quicker with further things."""
    _CHANGED.update(words)


def add_words(words: Mapping[type[ParleyError], Words]) -> None:
    """Add the words for further errors."""
    WORDS.update(words)


def _not_found(error: NotFound) -> Card:
    name = f"“{plain(str(error.id))}”" if isinstance(error.id, str) else str(error.id)
    return Card(title="I could not find that", text=_MISSING[error.thing].format(id=name))


def _changed(error: Changed) -> Card:
    return Card(title="Someone was quicker", text=_CHANGED[error.thing])


def _invalid(error: Invalid) -> Card:
    """For a command that was typed with what a form would have asked."""
    lines = [fault_text(fault, Field(name, name)) for name, fault in error.faults.items()]
    return Card(
        title="Please fix one thing" if len(lines) == 1 else "Please fix this", text="\n\n".join(lines)
    )


def _role_needed(error: RoleNeeded) -> Card:
    who = " and ".join(_WHO[role] for role in Role if role in error.roles)
    return Card(title="You cannot do that here", text=f"Only {who} can do this. Ask one of them.")


WORDS: dict[type[ParleyError], Words] = {
    UnknownVerb: lambda _error: Card(
        title="I do not know that choice",
        text="It may be from an older message. Ask again, or type /help to see what I can do.",
    ),
    NotFound: _not_found,
    Changed: _changed,
    Invalid: _invalid,
    RoleNeeded: _role_needed,
    ServerNeeded: lambda _error: Card(
        title="This works in a server only",
        text="Open the server where the commissioners and moderators are, and do it there.",
    ),
    TooFast: lambda error: Card(
        title="Please wait a moment",
        text=f"You have asked a lot in a short time. Please try again in {count(error.seconds, 'second')}.",
    ),
    NothingKept: lambda _error: Card(
        title="I cannot do that at the moment",
        text=(
            "My database cannot be opened, so I can answer questions but keep nothing. Please tell the person"
            " who runs me: my log says what is wrong."
        ),
    ),
    AlreadyShared: lambda _error: Card(
        title="Already shared",
        text="This answer has been shared once. Ask again to share it once more.",
    ),
}
"""The words for each kind of error; an error without its own is put as the nearest kind above it is."""


def refusal(error: ParleyError) -> Card:
    """The card for one of our own errors."""
    for kind in type(error).__mro__:
        if kind in WORDS:
            return WORDS[kind](error)
    return Card(title="That did not work", text=str(error))
