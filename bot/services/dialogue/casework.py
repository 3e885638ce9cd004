"""What every job of early dialogue shares: the stores, the servers' settings and the clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.services.servers import Servers
from bot.storage.dialogue.stores import Stores


@dataclass(frozen=True, slots=True)
class Casework:
    """The stores, the servers' settings and the clock."""

    stores: Stores
    servers: Servers
    now: Clock

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """One decision: what is read inside holds until it is made."""
        with self.stores.deciding():
            yield

    def zone(self, guild_id: int) -> ZoneInfo:
        """The server's own time zone."""
        return ZoneInfo(self.servers.settings(guild_id).time_zone)

    def today(self, guild_id: int) -> date:
        """The day in the server's own time zone."""
        return self.now().astimezone(self.zone(guild_id)).date()
