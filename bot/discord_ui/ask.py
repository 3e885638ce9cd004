"""The /ask command, and the message menu that answers somebody's question."""

import logging
import time
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.card import Card
from bot.cards.notices import no_words_card
from bot.discord_ui.delivery import deliver, tell
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.answer import name_of

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

log = logging.getLogger(__name__)


class Ask(commands.Cog):
    """Ask, privately."""

    def __init__(self, client: "Client") -> None:
        self.client = client

    @app_commands.command(name="ask")
    @app_commands.describe(question="What you would like to know, in your own words")
    async def ask(
        self, interaction: discord.Interaction[Any], question: app_commands.Range[str, 1, 2000]
    ) -> None:
        """Ask about charities and public services. Only you see the answer."""
        await deliver(interaction, answer(self.client, interaction, question), in_place=False)
        await self.client.teller.show_what_waits(interaction)

    @ask.autocomplete("question")
    async def complete(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer questions that people ask. Local and quick; the disk is not touched."""
        offered = self.client.app.answering.finder.complete(typed, guild_id=interaction.guild_id or 0)
        return [app_commands.Choice(name=text, value=text) for text in offered]


async def answer(
    client: "Client", interaction: discord.Interaction[Any], question: str, reply_to: int | None = None
) -> Card:
    """Answer a question for the person behind the interaction. Raises TooFast."""
    client.pace.take(interaction.user.id)
    started = time.perf_counter()
    by = Actor(interaction.user.id, interaction.guild_id or NO_SERVER)
    asked = await client.ask(question, by=by)
    took = (time.perf_counter() - started) * 1000
    log.info("asked guild=%s outcome=%s ms=%.0f", interaction.guild_id, name_of(asked.outcome), took)
    return client.desk.say(asked, by=by, reply_to=reply_to)


async def setup(client: "Client") -> None:
    """Add the command and the menu."""
    await client.add_cog(Ask(client))

    async def answer_this(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        if message.content.strip():
            work = answer(client, interaction, message.content, reply_to=message.id)
            await deliver(interaction, work, in_place=False)
        else:
            await tell(interaction, no_words_card())

    client.tree.add_command(app_commands.ContextMenu(name="Answer this", callback=answer_this))
