"""What the bot does of itself: tell people that their question has an answer, remind of what is overdue."""

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.actions.knowledge.telling import told
from bot.cards.knowledge.entries import overdue_card
from bot.discord_ui.as_published import direct_channel
from bot.discord_ui.layout import layout_of
from bot.discord_ui.lost import LOST
from bot.services.knowledge.knowledge import Knowledge
from bot.storage.knowledge.cases import Telling

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds between two rounds, where nothing calls for one sooner."""


_NONCE = 25
"""Characters of a nonce, by which Discord posts once what is sent again."""


class Rounds(commands.Cog):
    """Goes round once a minute, and at once when a moderator has done something."""

    def __init__(self, client: "Client", knowledge: Knowledge) -> None:
        self.client = client
        self._knowledge = knowledge
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
                await self._tell_everybody()
                await self._remind_everybody()
            except Exception:
                log.exception("round failed")
            try:
                async with asyncio.timeout(EVERY):
                    await self._called.wait()
            except TimeoutError:
                continue

    async def _tell_everybody(self) -> None:
        for telling in await self.client.call(self._knowledge.tellings.due):
            if await self.client.call(self._knowledge.tellings.take, telling):
                await self._tell(telling)

    async def _tell(self, telling: Telling) -> None:
        """Tell one person; where Discord fails they are told later, where they take no messages never."""
        card = await self.client.call(told, self.client.app, telling)
        try:
            channel = await direct_channel(self.client, telling.user_id)
            nonce = f"{telling.referral_id}-{telling.user_id}"[-_NONCE:]
            await channel.send(view=layout_of(card), nonce=nonce)
        except (discord.Forbidden, discord.NotFound):
            log.info("told nobody referral=%s: they take no messages", telling.referral_id)
        except (discord.HTTPException, *LOST) as error:
            await self.client.call(self._knowledge.tellings.put_back, telling)
            log.warning("telling failed referral=%s error=%s", telling.referral_id, type(error).__name__)

    async def _remind_everybody(self) -> None:
        for guild in self.client.guilds:
            settings = await self.client.call(self.client.servers.settings, guild.id)
            channel = guild.get_channel(settings.queue_channel_id or 0)
            if isinstance(channel, discord.TextChannel):
                await self._remind(guild.id, channel)

    async def _remind(self, guild_id: int, channel: discord.TextChannel) -> None:
        overdue = await self.client.call(self._knowledge.nudging.due, guild_id)
        first = bool(overdue) and await self.client.call(self._knowledge.nudging.take, guild_id)
        if first:
            card = overdue_card([(one.entry, one.owner_id) for one in overdue])
            await channel.send(view=layout_of(card))


async def setup(client: "Client") -> None:
    """Go round, where there is something to keep."""
    if client.app.knowledge is not None:
        await client.add_cog(Rounds(client, client.app.knowledge))
