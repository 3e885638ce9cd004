"""Moderators are reminded of the answers that they must read again, once a week."""

import pytest

from bot.discord_ui.background.reminders import add_reminders
from tests.discord_ui.conftest import RunningBot
from tests.discord_ui.moderators import set_up
from tests.knowledge_folder import KnowledgeFolder
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Guild, Message, Person


@pytest.fixture
def overdue(three_answers: KnowledgeFolder) -> None:
    """One answer whose day has come."""
    three_answers.write("old", title="Old", questions=["old thing"], review_after="2026-01-31")


async def reminded(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, general: Channel, owner: Person
) -> Message:
    """Start the bot, let it look, and wait for what it posts."""
    async with running_bot() as client:
        await set_up(loopback, guild, general, owner)
        await add_reminders(client.context)
        client.context.performed.set()
        return await loopback.eventually(lambda: next(iter(loopback.world.in_channel(general)), None))


async def test_moderators_are_reminded_once_a_week(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    overdue: None,
) -> None:
    """Overdue reviews are listed in their channel, once, whatever happens meanwhile."""
    posted = await reminded(loopback, running_bot, guild, general, owner)
    await reminded(loopback, running_bot, guild, general, owner)

    assert "`old`, overdue since 31 January 2026" in Reading(posted).text
    assert len(loopback.world.in_channel(general)) == 1


async def test_a_reminder_whose_first_send_fails_is_sent_later(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    overdue: None,
) -> None:
    """It is not lost for a week because Discord stumbled once."""
    async with running_bot() as client:
        await set_up(loopback, guild, general, owner)
        await add_reminders(client.context)
        loopback.world.cut_messages = 1
        client.context.performed.set()
        await loopback.eventually(lambda: True if loopback.world.cut_messages == 0 else None)
        client.context.performed.set()
        await loopback.eventually(lambda: next(iter(loopback.world.in_channel(general)), None))

    assert len(loopback.world.in_channel(general)) == 1
