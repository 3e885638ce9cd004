"""The /dialogue, /service and /availability commands."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.card import legacy
from bot.discord_ui.router import run

if TYPE_CHECKING:
    from bot.discord_ui.client import Client

Interaction = discord.Interaction[Any]
Number = app_commands.Range[int, 1, 2**53 - 1]


@app_commands.guild_only()
class Dialogue(
    commands.GroupCog, group_name="dialogue", group_description="Conversations with commissioners"
):
    """Ask for a conversation, and see what waits."""

    def __init__(self, client: "Client") -> None:
        self.client = client

    @app_commands.command()
    async def request(self, interaction: Interaction) -> None:
        """Ask a commissioner for a conversation."""
        await run(self.client, interaction, legacy("", "dialogue-request").verb)

    @app_commands.command()
    async def mine(self, interaction: Interaction) -> None:
        """See your requests and bookings, to move, cancel or add to them."""
        await run(self.client, interaction, legacy("", "dialogue-mine").verb)

    @app_commands.command()
    async def queue(self, interaction: Interaction) -> None:
        """For commissioners: the requests that wait, oldest first."""
        await run(self.client, interaction, legacy("", "dialogue-queue").verb)

    @app_commands.command()
    @app_commands.describe(request="The number of your request")
    async def slots(self, interaction: Interaction, request: Number) -> None:
        """See the times that your request can be booked for."""
        await run(self.client, interaction, legacy("", "slots", (str(request),)).verb)

    @app_commands.command()
    @app_commands.describe(number="The number of the conversation")
    async def booking(self, interaction: Interaction, number: Number) -> None:
        """See one conversation, to move, cancel or add to it."""
        await run(self.client, interaction, legacy("", "booking", (str(number),)).verb)


@app_commands.guild_only()
class Service(commands.GroupCog, group_name="service", group_description="What is to be commissioned"):
    """Planned services."""

    def __init__(self, client: "Client") -> None:
        self.client = client

    @app_commands.command(name="list")
    async def list_all(self, interaction: Interaction) -> None:
        """See what is to be commissioned."""
        await run(self.client, interaction, legacy("", "service-list").verb)

    @app_commands.command()
    async def add(self, interaction: Interaction) -> None:
        """For commissioners: add a planned service."""
        await run(self.client, interaction, legacy("", "service-add").verb)

    @app_commands.command()
    @app_commands.describe(number="The number of the service")
    async def show(self, interaction: Interaction, number: Number) -> None:
        """See one planned service."""
        await run(self.client, interaction, legacy("", "service-show", (str(number),)).verb)

    @app_commands.command()
    @app_commands.describe(number="The number of the service")
    async def close(self, interaction: Interaction, number: Number) -> None:
        """For commissioners: a tender notice is out, so one-to-one conversations end."""
        await run(self.client, interaction, legacy("", "service-close", (str(number),)).verb)

    @app_commands.command()
    @app_commands.describe(number="The number of the service")
    async def reopen(self, interaction: Interaction, number: Number) -> None:
        """For commissioners: the notice was withdrawn, so people may talk again."""
        await run(self.client, interaction, legacy("", "service-reopen", (str(number),)).verb)


@app_commands.guild_only()
class Availability(
    commands.GroupCog, group_name="availability", group_description="For commissioners: when you could talk"
):
    """When a commissioner could talk."""

    def __init__(self, client: "Client") -> None:
        self.client = client

    @app_commands.command(name="list")
    async def list_all(self, interaction: Interaction) -> None:
        """See when you could talk, and your next free slots."""
        await run(self.client, interaction, legacy("", "availability-list").verb)

    @app_commands.command()
    async def add(self, interaction: Interaction) -> None:
        """Add a weekly time, a single day, or a day away."""
        await run(self.client, interaction, legacy("", "availability-add").verb)

    @app_commands.command()
    async def pause(self, interaction: Interaction) -> None:
        """Offer no free slots for a while; what is booked stays booked."""
        await run(self.client, interaction, legacy("", "availability-pause").verb)

    @app_commands.command()
    async def remove(self, interaction: Interaction) -> None:
        """Take one of your times away."""
        await run(self.client, interaction, legacy("", "availability-remove").verb)


async def setup(client: "Client") -> None:
    """Add the commands."""
    for cog in (Dialogue, Service, Availability):
        await client.add_cog(cog(client))
