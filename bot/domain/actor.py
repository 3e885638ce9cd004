"""Who is acting, in which server, and what they may do there."""

from dataclasses import dataclass
from enum import StrEnum

TERMINAL = 0
"""The server id of the terminal, which belongs to no Discord server."""


class Role(StrEnum):
    """What somebody may do in a server beyond asking, as its administrators have set."""

    COMMISSIONER = "commissioner"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in one server. Discord's ids, 0 for the terminal's own user and server."""

    user_id: int
    guild_id: int
    roles: frozenset[Role] = frozenset()

    def has(self, role: Role) -> bool:
        """The person holds this role in this server."""
        return role in self.roles
