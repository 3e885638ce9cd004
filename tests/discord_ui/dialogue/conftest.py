"""A server that is set up, with a charity, a commissioner and a moderator in it."""

from collections.abc import AsyncIterator

import pytest

from bot.discord_ui.client import Client
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.world import Channel, Guild, Person
from tests.terminal import Time


@pytest.fixture
def now() -> Time:
    """A clock that the test moves."""
    return Time()


@pytest.fixture
def notes(guild: Guild) -> Channel:
    """Where published notes go, and where private threads hang."""
    return guild.add_channel("notes")


@pytest.fixture
def carol(guild: Guild) -> Person:
    """A commissioner, once the server is set up."""
    person = Person("carol")
    guild.give(person, "Commissioners")
    return person


@pytest.fixture
def mo(guild: Guild) -> Person:
    """A moderator, once the server is set up."""
    person = Person("mo")
    guild.give(person, "Moderators")
    return person


@pytest.fixture
async def client(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    notes: Channel,
    owner: Person,
    ada: Person,
    carol: Person,
    mo: Person,
) -> AsyncIterator[Client]:
    """A running bot in a server that is set up, and people who take direct messages."""
    for person in (ada, carol, mo):
        loopback.direct_channel(person)
    async with running_bot() as started:
        card = await loopback.slash("setup", by=owner, at=general)
        form = await loopback.press(card, "Roles and channels", by=owner)
        roles = {"moderators": guild.role("Moderators"), "commissioners": guild.role("Commissioners")}
        await loopback.submit(form, by=owner, **roles, queue=general.id, notes=notes.id)
        yield started
