"""What the bot does of itself: tell people that their question has an answer, remind of what is overdue."""

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.cards.knowledge.entries import overdue_card
from bot.discord_ui.layout import layout_of
from bot.discord_ui.tellings import Teller
from bot.services.knowledge.knowledge import Knowledge

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds between two rounds, where nothing calls for one sooner."""


class Rounds(commands.Cog):
    """Goes round once a minute, and at once when a moderator has done something."""

    def __init__(self, client: "Client", knowledge: Knowledge, teller: Teller) -> None:
        self.client = client
        self._knowledge = knowledge
        self._teller = teller
        self._called = asyncio.Event()
        self._going: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Begin."""
        self._going = asyncio.create_task(self._go_round(), name="parley-rounds")

    async def cog_unload(self) -> None:
        """End."""
        if self._going is not None:
            self._going.cancel()

    @commands.Cog.listener()
    async def on_performed(self) -> None:
        """A moderator may have published: look at once whether somebody waits for that."""
        self._called.set()

    async def _go_round(self) -> None:
        await self.client.wait_until_ready()
        while True:
            self._called.clear()  # before looking, so that a call meanwhile is not lost
            try:
                await self._teller.tell_everybody()
                await self._remind_everybody()
            except Exception:
                log.exception("round failed")
            try:
                async with asyncio.timeout(EVERY):
                    await self._called.wait()
            except TimeoutError:
                continue

    async def _remind_everybody(self) -> None:
        for guild in self.client.guilds:
            settings = await self.client.call(self.client.servers.settings, guild.id)
            channel = guild.get_channel(settings.queue_channel_id or 0)
            if isinstance(channel, discord.TextChannel):
                await self._remind(guild.id, channel)

    async def _remind(self, guild_id: int, channel: discord.TextChannel) -> None:
        overdue = await self.client.call(self._knowledge.review_reminders.due, guild_id)
        first = bool(overdue) and await self.client.call(self._knowledge.review_reminders.claim, guild_id)
        if first:
            card = overdue_card([(one.entry, one.owner_id) for one in overdue])
            await channel.send(view=layout_of(card))


async def setup(client: "Client") -> None:
    """Go round, where there is something to keep."""
    await client.add_cog(Rounds(client, client.app.knowledge, client.teller))
