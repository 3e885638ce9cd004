"""What happened, to what, through whom and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Subject(StrEnum):
    """What an event is about."""

    SERVICE = "service"
    REQUEST = "request"
    BOOKING = "booking"
    RECORD = "record"
    AVAILABILITY = "availability"


@dataclass(frozen=True, slots=True)
class Event:
    """One change: what was done to the subject, and what it became."""

    guild_id: int
    at: datetime
    actor_id: int
    subject: Subject
    subject_id: int
    act: str
    became: str
    why: str = ""
