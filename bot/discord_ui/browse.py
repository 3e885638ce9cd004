"""The /browse and /help commands."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.card import legacy
from bot.discord_ui.router import run

if TYPE_CHECKING:
    from bot.discord_ui.client import Client


class Browse(commands.Cog):
    """Look around."""

    def __init__(self, client: "Client") -> None:
        self.client = client

    @app_commands.command()
    async def browse(self, interaction: discord.Interaction[Any]) -> None:
        """Look through the answers by subject."""
        await run(self.client, interaction, legacy("", "browse").verb)

    @app_commands.command()
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        """What I can do for you here, and what I keep."""
        await run(self.client, interaction, legacy("", "help").verb)


async def setup(client: "Client") -> None:
    """Add the commands."""
    await client.add_cog(Browse(client))
