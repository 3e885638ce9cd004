"""A bot whose database cannot be opened still answers, and says so of all that it would have to keep."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import running_anyhow
from bot.discord_ui.client import Client
from bot.settings import Settings
from tests.discord_ui.test_process import StartWorker, worker  # noqa: F401 - a fixture
from tests.knowledge_folder import KnowledgeFolder
from tests.loopback.discord import TOKEN, LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Guild, Person
from tests.terminal import Time


@pytest.fixture
def settings(tmp_path: Path, three_answers: KnowledgeFolder) -> Settings:
    """The database is a folder, which no one can open as a file."""
    return Settings(database=tmp_path, knowledge=three_answers.path)


@pytest.fixture
async def client(loopback: LoopbackDiscord, guild: Guild, settings: Settings) -> AsyncIterator[Client]:
    """A bot that runs all the same."""
    with running_anyhow(settings, Time()) as app:
        client = Client(app, guild_ready_timeout=0.02)
        async with client:
            task = asyncio.create_task(client.start(TOKEN))
            await client.wait_until_ready()
            yield client
        await asyncio.wait({task}, timeout=5)


async def test_it_answers_and_lets_people_read_on(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person
) -> None:
    """From the shipped text, with nothing to press that counts or shares."""
    said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
    text, labels = said.text, set(said.labels)
    for label in labels:
        pressed = label in {button["label"] for button in Reading(said.message).buttons()}
        shown = await (loopback.press if pressed else loopback.choose)(said, label, by=ada)
        assert "cannot" not in shown.text
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
    looked = await loopback.slash("browse", by=ada, at=general)

    assert "Staff who are assigned to the service move with it." in text
    assert {"Read more", "Sources"} <= labels
    assert looked.labels


@pytest.mark.parametrize("command", ["dialogue request", "dialogue mine", "setup", "knowledge review"])
async def test_what_must_be_kept_is_refused(
    loopback: LoopbackDiscord, client: Client, general: Channel, owner: Person, command: str
) -> None:
    """With the reason, and who to tell; not only after a form was filled in."""
    said = await loopback.slash(command, by=owner, at=general)

    assert said.exchange.modal is None
    assert "My database cannot be opened" in said.text


async def test_the_log_says_which_file_and_what_to_do(
    loopback: LoopbackDiscord,
    worker: StartWorker,  # noqa: F811
    guild: Guild,
    general: Channel,
    ada: Person,
) -> None:
    """Through the command line, as a host runs it."""
    async with worker() as bot:
        await asyncio.wait_for(loopback.gateway.ready.wait(), 20)
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        bot.process.terminate()
        code = await bot.end()

    assert "Staff who are assigned" in said.text
    assert code == 0
    assert any(" ERROR " in line and "Set PARLEY_DATABASE" in line for line in bot.lines)
