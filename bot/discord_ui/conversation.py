"""Answers a mention, and a direct message. Neither needs the message-content intent."""

import logging
import re
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.cards.card import Action, Card
from bot.discord_ui.errors import card_of
from bot.discord_ui.layout import layout_of
from bot.discord_ui.people import author_of
from bot.domain.actor import Actor

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
        await message.reply(view=layout_of(card), mention_author=False)

    async def _card(self, message: discord.Message) -> Card:
        self.client.pace.take(message.author.id)
        by = await self.client.call(author_of, message, self.client.servers)
        question = self._question(message)
        log.info("mentioned guild=%s", by.guild_id)
        return await self._answered(question, by) if question else self._help(by)

    async def _answered(self, question: str, by: Actor) -> Card:
        return self.client.desk.say(await self.client.call(self.client.desk.ask, question, by=by), by=by)

    def _help(self, by: Actor) -> Card:
        card = self.client.desk.perform(Action("", "help"), by=by)
        assert isinstance(card, Card)  # noqa: S101 - help is always a card
        return card

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
