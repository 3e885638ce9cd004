"""Where a verb is done: the services, the person and what the front end knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.actor import NO_SERVER, Actor
from bot.domain.errors import ServerNeeded
from bot.domain.forms import Reading
from bot.domain.knowledge import KnowledgeBase
from bot.domain.server import Nation, ServerSettings
from bot.services.app import App
from bot.services.servers import Servers


@dataclass(frozen=True, slots=True)
class Here:
    """The context that a handler gets as well as its verb.

    `lacking` tells which permissions the front end finds missing under a server's settings.
    """

    app: App
    by: Actor
    lacking: Callable[[ServerSettings], Sequence[str]] = lambda _settings: ()

    @property
    def base(self) -> KnowledgeBase:
        """The answers that this server shows."""
        return self.app.answering.finder.base(self.by.guild_id)

    @property
    def today(self) -> date:
        """The day in UTC, for what is overdue."""
        return self.app.now().date()

    @property
    def servers(self) -> Servers:
        """How servers are set up."""
        return self.app.servers

    @property
    def nation(self) -> Nation:
        """The nation of this server."""
        return self.servers.settings(self.by.guild_id).nation

    @property
    def reading(self) -> Reading:
        """What it takes to read what this person types, in the server's zone."""
        return Reading(self.app.now(), ZoneInfo(self.servers.settings(self.by.guild_id).time_zone))

    def must_be_in_a_server(self) -> None:
        """Raises ServerNeeded in a direct message."""
        if self.by.guild_id == NO_SERVER:
            raise ServerNeeded
