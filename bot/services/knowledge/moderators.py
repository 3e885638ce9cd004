"""Who may keep the answers right."""

from bot.domain.actor import Actor, Role
from bot.domain.errors import NotAllowed


def must_moderate(by: Actor) -> None:
    """Raises NotAllowed, for anybody but a moderator of the server that they act in."""
    if not by.has(Role.MODERATOR):
        raise NotAllowed(
            "Only this server's moderators can do that. If something is wrong with an answer, press"
            " “Suggest a change” under it."
        )
