"""How one server has set Parley up."""

from dataclasses import dataclass
from enum import StrEnum

DEFAULT_RETENTION_DAYS = 365


class Nation(StrEnum):
    """Whose bank holidays count here."""

    ENGLAND = "England"
    SCOTLAND = "Scotland"
    WALES = "Wales"
    NORTHERN_IRELAND = "Northern Ireland"


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """A server's roles and channels (Discord's ids), zone (IANA name), nation and retention in days."""

    guild_id: int
    commissioner_role_id: int | None = None
    moderator_role_id: int | None = None
    queue_channel_id: int | None = None
    notes_channel_id: int | None = None
    time_zone: str = "Europe/London"
    nation: Nation = Nation.ENGLAND
    retention_days: int = DEFAULT_RETENTION_DAYS

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be set, in the order in which to set it."""
        wanted = {
            "the moderators' role": self.moderator_role_id,
            "the commissioners' role": self.commissioner_role_id,
            "the channel for unanswered questions": self.queue_channel_id,
            "the channel for published notes": self.notes_channel_id,
        }
        return tuple(name for name, value in wanted.items() if value is None)
