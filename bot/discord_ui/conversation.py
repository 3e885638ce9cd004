"""Answers a mention, and a direct message. Neither needs the message-content intent."""

import logging
import re
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.cards.card import Card
from bot.cards.help import short_help_card
from bot.discord_ui.as_published import reply
from bot.discord_ui.errors import card_of
from bot.discord_ui.layout import layout_of
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.answer import name_of

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

log = logging.getLogger(__name__)


class Conversation(commands.Cog):
    """Speak where people speak."""

    def __init__(self, client: "Client") -> None:
        self.client = client

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer what was said to the bot; leave everything else unread."""
        if message.author.bot or not self._is_for_us(message) or not self.client.seen.first_time(message.id):
            return
        try:
            card = await self._card(message)
        except Exception as error:  # noqa: BLE001 - the last line of defence: every error becomes words
            card = card_of(error, doing="mention")
        try:
            await reply(message.channel, message.id, layout_of(card), nonce=message.id)
        except discord.HTTPException as error:
            log.warning("cannot reply channel=%s status=%s", message.channel.id, error.status)

    async def _card(self, message: discord.Message) -> Card:
        self.client.pace.take(message.author.id)
        question = self._question(message)
        if not question:
            return short_help_card()
        by = Actor(message.author.id, message.guild.id if message.guild else NO_SERVER)
        asked = await self.client.ask(question, by=by)
        log.info("mentioned guild=%s outcome=%s", by.guild_id, name_of(asked.outcome))
        return self.client.desk.say(asked, by=by, in_public=True)

    def _is_for_us(self, message: discord.Message) -> bool:
        me = self.client.user
        return message.guild is None or (me is not None and me in message.mentions)

    def _question(self, message: discord.Message) -> str:
        """What was said, without our own name."""
        me = self.client.user
        return re.sub(rf"<@!?{me.id if me else 0}>", " ", message.content).strip()


async def setup(client: "Client") -> None:
    """Add the listener."""
    await client.add_cog(Conversation(client))
