"""What a person reads where something was refused: what is the matter, and what to do next."""

from collections.abc import Callable
from typing import Any

from bot.cards.card import Card
from bot.domain.actor import Role
from bot.domain.errors import ParleyError, RoleNeeded, ServerNeeded, UnknownVerb

Words = Callable[[Any], Card]


def _role_needed(error: RoleNeeded) -> Card:
    who = " and ".join(_WHO[role] for role in Role if role in error.roles)
    return Card(title="You cannot do that here", text=f"Only {who} can do this. Ask one of them.")


_WHO = {
    Role.COMMISSIONER: "this server's commissioners",
    Role.MODERATOR: "this server's moderators",
    Role.ADMINISTRATOR: "people who can manage this server",
}

WORDS: dict[type[ParleyError], Words] = {
    UnknownVerb: lambda _error: Card(
        title="I do not know that choice",
        text="It may be from an older message. Ask again, or type /help to see what I can do.",
    ),
    RoleNeeded: _role_needed,
    ServerNeeded: lambda _error: Card(
        title="This works in a server only",
        text="Open the server where the commissioners and moderators are, and do it there.",
    ),
}
"""The words for each kind of error; an error without its own is put as the nearest kind above it is."""


def refusal(error: ParleyError) -> Card:
    """The card for one of our own errors."""
    for kind in type(error).__mro__:
        if kind in WORDS:
            return WORDS[kind](error)
    return Card(title="That did not work", text=str(error))
