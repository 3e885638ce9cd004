"""What happened, to what, by which person and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.dialogue.acts import Act


class Subject(StrEnum):
    """The things that an event can be about."""

    SERVICE = "service"
    REQUEST = "request"
    BOOKING = "booking"
    RECORD = "record"
    AVAILABILITY = "availability"


@dataclass(frozen=True, slots=True)
class Event:
    """One change: what was done to the subject, and the code of the state that it led to.

    `facts` are what else has to be known of it, such as the time of a booking: plain values by name.
    """

    guild_id: int
    at: datetime
    actor_id: int
    subject: Subject
    subject_id: int
    act: Act
    became: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    why: str = ""

    @property
    def starts_at(self) -> datetime | None:
        """The time that a booking had then."""
        at = self.facts.get("starts_at")
        return datetime.fromisoformat(at) if isinstance(at, str) else None
