"""A request for a conversation with a commissioner."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import Actor, Role
from bot.domain.dialogue.states import Part, RequestState
from bot.domain.dialogue.typed import SHORT_LIMIT, TEXT_LIMIT, text, yes

_NUMBER = re.compile("[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody fills in to ask for a conversation."""

    organisation: str
    about: str
    hopes: str = ""
    access_needs: str = ""
    conflicts: str = ""
    first_contact: bool = True
    service_id: int | None = None


@dataclass(frozen=True, slots=True)
class DialogueRequest:
    """A wish, and where it has got to. `holder_id` is the commissioner who has it."""

    id: int
    guild_id: int
    asker_id: int
    wish: Wish
    state: RequestState
    asked_at: datetime
    holder_id: int | None = None
    answered_at: datetime | None = None

    def part_of(self, actor: Actor) -> Part:
        """What a person of the same server is to it."""
        return part_in(actor, self.asker_id, self.holder_id)


def part_in(actor: Actor, asker_id: int, holder_id: int | None) -> Part:
    """What a person is to a conversation between two people of their server."""
    if actor.user_id == asker_id:
        return Part.ASKER
    if not actor.has(Role.COMMISSIONER):
        return Part.MODERATOR if actor.has(Role.MODERATOR) else Part.OTHER
    return Part.HOLDER if actor.user_id == holder_id else Part.COMMISSIONER


def read_wish(typed: Mapping[str, str]) -> Wish:
    """What somebody typed into the form. Raises ToMend."""
    service = typed.get("service", "")
    return Wish(
        organisation=text(typed.get("organisation", ""), "Your organisation"),
        about=text(typed.get("about", ""), "What it is about", TEXT_LIMIT),
        hopes=text(typed.get("hopes", ""), "What you hope for", SHORT_LIMIT, needed=False),
        access_needs=text(typed.get("access_needs", ""), "What you need to take part", needed=False),
        conflicts=text(typed.get("conflicts", ""), "Conflicts of interest", SHORT_LIMIT, needed=False),
        first_contact=yes(typed.get("first_contact", "yes")),
        service_id=int(service) if _NUMBER.fullmatch(service) else None,
    )
