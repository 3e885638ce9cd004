"""How a server is set up, and what a person's roles there let them do."""

import zoneinfo
from collections.abc import Iterable
from dataclasses import replace

from bot.domain.actor import NO_SERVER, Actor, Role
from bot.domain.errors import NotAllowed, SettingsFaulty
from bot.domain.server import Nation, ServerSettings
from bot.storage.servers import ServerStore


class Servers:
    """Each server's settings. They are few and read at every step, so they are kept in memory too."""

    def __init__(self, store: ServerStore) -> None:
        self._store = store
        self._known: dict[int, ServerSettings] = {}

    def settings(self, guild_id: int) -> ServerSettings:
        """How this server is set up."""
        if guild_id not in self._known:
            self._known[guild_id] = self._store.get(guild_id)
        return self._known[guild_id]

    def actor(self, user_id: int, guild_id: int, role_ids: Iterable[int], *, manages: bool) -> Actor:
        """A person with the roles that this server's settings give them."""
        if guild_id == NO_SERVER:
            return Actor(user_id, guild_id)
        settings, held = self.settings(guild_id), set(role_ids)
        roles = {
            Role.COMMISSIONER: settings.commissioner_role_id in held,
            Role.MODERATOR: settings.moderator_role_id in held,
            Role.ADMINISTRATOR: manages,
        }
        return Actor(user_id, guild_id, frozenset(role for role, has in roles.items() if has))

    def set_places(
        self,
        *,
        commissioners: int | None,
        moderators: int | None,
        queue: int | None,
        notes: int | None,
        by: Actor,
    ) -> ServerSettings:
        """Set roles and channels by id. Raises NotAllowed."""
        return self._change(
            by,
            commissioner_role_id=commissioners,
            moderator_role_id=moderators,
            queue_channel_id=queue,
            notes_channel_id=notes,
        )

    def set_rules(self, *, time_zone: str, nation: str, retention_days: str, by: Actor) -> ServerSettings:
        """Set zone, nation and retention as they were typed. Raises NotAllowed or SettingsFaulty."""
        zone = time_zone.strip()
        if zone not in zoneinfo.available_timezones():
            raise SettingsFaulty(f"{zone!r} is not a time zone that I know. Write one such as Europe/London.")
        if nation not in list(Nation):
            raise SettingsFaulty(f"{nation!r} is not a nation here. Choose one of {', '.join(Nation)}.")
        days = retention_days.strip()
        if not (days.isascii() and days.isdigit() and 1 <= len(days) <= 5 and 1 <= int(days) <= 36500):
            raise SettingsFaulty("Give the days to keep questions as a number from 1 to 36500, such as 365.")
        return self._change(by, time_zone=zone, nation=Nation(nation), retention_days=int(days))

    def _change(self, by: Actor, **changes: object) -> ServerSettings:
        if not by.has(Role.ADMINISTRATOR):
            raise NotAllowed("Only somebody who may manage this server can set it up. Ask one of them.")
        settings = replace(self.settings(by.guild_id), **changes)  # type: ignore[arg-type]
        self._store.put(settings)
        self._known[by.guild_id] = settings
        return settings
