"""How a server is set up, and what a person's roles there let them do."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.actor import NO_SERVER, Actor, Role
from bot.domain.errors import RoleNeeded
from bot.domain.server import ServerSettings
from bot.domain.setup_forms import PlacesForm, RulesForm
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

    def set_places(self, places: PlacesForm, *, by: Actor) -> ServerSettings:
        """Set roles and channels. Raises RoleNeeded."""
        return self._change(
            by,
            commissioner_role_id=places.commissioners,
            moderator_role_id=places.moderators,
            queue_channel_id=places.queue,
            notes_channel_id=places.notes,
        )

    def set_rules(self, rules: RulesForm, *, by: Actor) -> ServerSettings:
        """Set zone, nation and retention. Raises RoleNeeded."""
        return self._change(
            by, time_zone=rules.time_zone, nation=rules.nation, retention_days=rules.retention_days
        )

    def _change(self, by: Actor, **changes: object) -> ServerSettings:
        if not by.has(Role.ADMINISTRATOR):
            raise RoleNeeded(frozenset({Role.ADMINISTRATOR}))
        settings = replace(self.settings(by.guild_id), **changes)  # type: ignore[arg-type]
        self._store.put(settings)
        self._known[by.guild_id] = settings
        return settings
