"""Who is acting, in which server, and what they can do there."""

from dataclasses import dataclass
from enum import StrEnum

NO_SERVER = 0
"""The server id of a direct message: no words are kept there."""

TERMINAL = 1
"""The server id of the terminal, which is a server of its own; no Discord server has it."""


class Role(StrEnum):
    """What someone can do in a server beyond asking, as its administrators have set."""

    COMMISSIONER = "commissioner"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in one server, by Discord's ids or those of the terminal."""

    user_id: int
    guild_id: int
    roles: frozenset[Role] = frozenset()

    def has(self, role: Role) -> bool:
        """The person holds this role in this server."""
        return role in self.roles


PARTS = {
    "charity": frozenset[Role](),
    "commissioner": frozenset({Role.COMMISSIONER}),
    "moderator": frozenset({Role.MODERATOR, Role.ADMINISTRATOR}),
}
"""The parts that people can take in the terminal, each with the roles that it brings."""


def name_in_the_terminal(user_id: int) -> str:
    """Someone of the terminal by their part, such as `charity 1`."""
    place, person = user_id // 1000 - 1, user_id % 1000
    return f"{list(PARTS)[place]} {person}" if 0 <= place < len(PARTS) else f"person {user_id}"


def in_the_terminal(part: str = "charity", person: int = 1) -> Actor:
    """The person who has this part in the terminal; several may have the same one (`person`, 1 to 999)."""
    return Actor(1000 * (1 + list(PARTS).index(part)) + person, TERMINAL, PARTS[part])
