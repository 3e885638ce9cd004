"""Asks Discord now and then whether those who can be booked are commissioners still.

The bot has no privileged intent, so nobody tells it when somebody loses a role.
"""

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.services.dialogue.dialogue import Dialogue

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

log = logging.getLogger(__name__)

EVERY = 600.0
"""Seconds between two roll calls."""


class RollCall(commands.Cog):
    """Takes those who have lost the role out of what can be booked."""

    def __init__(self, client: "Client", dialogue: Dialogue) -> None:
        self._client = client
        self._availability = dialogue.availability
        self._task: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._go_on(), name="roll-call")

    async def cog_unload(self) -> None:
        """End."""
        if self._task is not None:
            self._task.cancel()

    async def _go_on(self) -> None:
        await self._client.wait_until_ready()
        while True:
            try:
                await self.call_the_roll()
            except Exception:
                log.exception("roll call failed")
            await asyncio.sleep(EVERY)

    async def call_the_roll(self) -> None:
        """Look at everybody once."""
        for guild_id, user_id in await self._client.call(self._availability.on_duty):
            if await self._has_lost_the_role(guild_id, user_id):
                await self._client.call(self._availability.step_down, user_id, guild_id=guild_id)
                log.info("not a commissioner any more guild=%s", guild_id)

    async def _has_lost_the_role(self, guild_id: int, user_id: int) -> bool:
        """They lack the role, or have left. Where the role or the answer is missing, they have not."""
        settings = await self._client.call(self._client.servers.settings, guild_id)
        guild = self._client.get_guild(guild_id)
        role = guild.get_role(settings.commissioner_role_id or 0) if guild else None
        if guild is None or guild.unavailable or role is None:
            return False
        try:
            member = await guild.fetch_member(user_id)
        except discord.NotFound:
            return True
        except discord.HTTPException:
            return False
        return role not in member.roles


async def setup(client: "Client") -> None:
    """Call the roll, where anybody can be booked."""
    await client.add_cog(RollCall(client, client.app.dialogue))
