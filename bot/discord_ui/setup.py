"""The /setup command."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.card import legacy
from bot.discord_ui.router import run

if TYPE_CHECKING:
    from bot.discord_ui.client import Client


class Setup(commands.Cog):
    """Set a server up."""

    def __init__(self, client: "Client") -> None:
        self.client = client

    @app_commands.command()
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    async def setup(self, interaction: discord.Interaction[Any]) -> None:
        """Set roles and channels, and see what is missing."""
        await run(self.client, interaction, legacy("", "setup").verb)


async def setup(client: "Client") -> None:
    """Add the command."""
    await client.add_cog(Setup(client))
