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


class Setting(StrEnum):
    """What an administrator sets."""

    MODERATORS = "moderators"
    COMMISSIONERS = "commissioners"
    QUEUE = "queue"
    NOTES = "notes"


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
    def missing(self) -> tuple[Setting, ...]:
        """What is still to be set, in the order in which to set it."""
        wanted = {
            Setting.MODERATORS: self.moderator_role_id,
            Setting.COMMISSIONERS: self.commissioner_role_id,
            Setting.QUEUE: self.queue_channel_id,
            Setting.NOTES: self.notes_channel_id,
        }
        return tuple(name for name, value in wanted.items() if value is None)
