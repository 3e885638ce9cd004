"""A request for a conversation with a commissioner."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import Actor, Role
from bot.domain.dialogue.acts import NOTHING, Act, Conditions, Part
from bot.domain.dialogue.states import REQUESTS, RequestState


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person fills in to ask for a conversation."""

    organisation: str
    about: str
    hopes: str = ""
    access_needs: str = ""
    conflicts: str = ""
    first_contact: bool = True
    service_id: int | None = None


@dataclass(frozen=True, slots=True)
class DialogueRequest:
    """A wish, and where it has got to. `id` counts within its server.

    `holder_id` is the commissioner who has taken it on.
    """

    id: int
    guild_id: int
    asker_id: int
    wish: Wish
    state: RequestState
    asked_at: datetime
    holder_id: int | None = None
    answered_at: datetime | None = None

    def part_of(self, actor: Actor) -> Part:
        """The part of a person of the same server."""
        return part_in(actor, self.asker_id, self.holder_id)

    def after(self, act: Act, by: Actor, holding: Conditions = NOTHING) -> RequestState:
        """The state after a person's act. Raises WrongPart, WrongState or ConditionUnmet."""
        return REQUESTS.after(self.state, act, self.part_of(by), self.id, holding)


def part_in(actor: Actor, asker_id: int, holder_id: int | None) -> Part:
    """The part of a person in a conversation between two people of their server."""
    if actor.user_id == asker_id:
        return Part.ASKER
    if not actor.has(Role.COMMISSIONER):
        return Part.MODERATOR if actor.has(Role.MODERATOR) else Part.OTHER
    return Part.HOLDER if actor.user_id == holder_id else Part.COMMISSIONER
