"""A real client against a loopback Discord, with a real database and a small knowledge base."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from pathlib import Path

import discord
import pytest
from yarl import URL

from bot.app import running
from bot.discord_ui.client import Client
from bot.settings import Settings
from tests.discord_ui.moderators import moderator
from tests.knowledge_folder import KnowledgeFolder
from tests.loopback.discord import TOKEN, LoopbackDiscord
from tests.loopback.world import Channel, Guild, Person

RunningBot = Callable[[], AbstractAsyncContextManager[Client]]


@pytest.fixture
async def loopback(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LoopbackDiscord]:
    """A Discord of our own; the client library is pointed at it, and at nothing else."""
    async with LoopbackDiscord().running() as made:
        monkeypatch.setattr(discord.http.Route, "BASE", made.rest_url)
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", URL(made.gateway_url))
        yield made
        assert made.world.complaints == []


@pytest.fixture
def settings(tmp_path: Path, three_answers: KnowledgeFolder) -> Settings:
    """Where the bot under test keeps its things."""
    return Settings(database=tmp_path / "parley.db", knowledge=three_answers.path)


@pytest.fixture
def running_bot(loopback: LoopbackDiscord, settings: Settings, now: Callable[[], datetime]) -> RunningBot:
    """Start the bot, and stop it when the block ends; start it again for a restart."""

    @asynccontextmanager
    async def start() -> AsyncIterator[Client]:
        with running(settings, now) as app:
            client = Client(app, guild_ready_timeout=0.02)
            async with client:
                task = asyncio.create_task(client.start(TOKEN))
                ready = asyncio.create_task(client.wait_until_ready())
                await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=10)
                if task.done():
                    task.result()
                yield client
            await asyncio.wait({task}, timeout=5)

    return start


@pytest.fixture
def guild(loopback: LoopbackDiscord) -> Guild:
    """A server where charities and commissioners meet."""
    return loopback.add_guild("Riverside")


@pytest.fixture
def general(guild: Guild) -> Channel:
    """Its one channel."""
    return guild.channels[0]


@pytest.fixture
def ada() -> Person:
    """A village charity's director."""
    return Person("ada")


@pytest.fixture
def owner(guild: Guild) -> Person:
    """Someone who may manage the server."""
    person = Person("owner")
    guild.managers.add(person.id)
    return person


@pytest.fixture
def meg(guild: Guild) -> Person:
    """A moderator."""
    return moderator(guild, "meg")


@pytest.fixture
def sam(guild: Guild) -> Person:
    """Another moderator."""
    return moderator(guild, "sam")
