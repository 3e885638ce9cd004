"""Who can keep the answers right."""

from bot.domain.actor import Actor, Role
from bot.domain.errors import RoleNeeded


def must_moderate(by: Actor) -> None:
    """Raises RoleNeeded, for anyone but a moderator of the server that they act in."""
    if not by.has(Role.MODERATOR):
        raise RoleNeeded(frozenset({Role.MODERATOR}))
