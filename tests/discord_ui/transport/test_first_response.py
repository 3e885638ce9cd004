"""The first response comes within the three seconds that Discord waits, whatever becomes of the calls."""

import asyncio
import logging
import sqlite3

import pytest

from bot.settings import Settings
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Said
from tests.loopback.world import Channel, Person


def in_time(said: Said) -> bool:
    """Discord had not given up before it was acknowledged."""
    return said.exchange.acknowledged_after is not None and said.exchange.acknowledged_after < 3


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What went wrong on our side, in the log."""
    return [record.message for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("slow", [0.7, 1.2])
async def test_a_slow_discord_is_waited_for(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    general: Channel,
    ada: Person,
    caplog: pytest.LogCaptureFixture,
    slow: float,
) -> None:
    """An answer, a vote and a share each come once, and nothing is taken for a fault of ours."""
    async with running_bot():
        loopback.world.slow = slow
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        voted, shared = await asyncio.gather(
            loopback.press(said, "Helpful", by=ada), loopback.press(said, "Share", by=ada)
        )
        loopback.world.slow = 0.0
        await loopback.eventually(lambda: "Everyone in this channel" in shared.text or None)

    assert "Staff who are assigned" in said.text
    assert "Helpful (your vote)" in voted.labels
    assert all(map(in_time, (said, voted, shared)))
    assert len(loopback.world.in_channel(general)) == 1
    assert errors(caplog) == []


async def test_a_slow_discord_and_a_locked_database_together(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    settings: Settings,
    general: Channel,
    ada: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Everyone is told to wait in time, and then sees the result."""
    async with running_bot():
        before = await loopback.slash("ask", by=ada, at=general, question="toilet map")
        loopback.world.slow = 0.7
        with sqlite3.connect(settings.database, isolation_level=None) as other:
            other.execute("begin immediate")
            waiting = [
                asyncio.create_task(loopback.slash("ask", by=ada, at=general, question="staff transfer")),
                asyncio.create_task(loopback.press(before, "Helpful", by=ada)),
                asyncio.create_task(loopback.press(before, "Share", by=ada)),
            ]
            await asyncio.sleep(2.5)
            other.execute("commit")
        said, voted, shared = await asyncio.gather(*waiting)
        await loopback.eventually(lambda: "Everyone in this channel" in shared.text or None)
        await loopback.eventually(lambda: "Helpful (your vote)" in voted.labels or None)
        await loopback.eventually(lambda: "Staff who are assigned" in said.text or None)

    assert all(map(in_time, (said, voted, shared)))
    assert len(loopback.world.in_channel(general)) == 1
    assert errors(caplog) == []


async def test_a_response_that_never_arrived_is_given_again(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """The connection broke on the way there."""
    async with running_bot():
        loopback.world.cut_callbacks = 2
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")

    assert "Staff who are assigned" in said.text
    assert in_time(said)


async def test_a_response_of_which_nothing_was_heard_is_not_given_twice(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Discord took it, and the connection broke before it could say so: the answer is there, and works."""
    async with running_bot():
        loopback.world.lose_callbacks = 1
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        voted = await loopback.press(said, "Helpful", by=ada)

    assert "Staff who are assigned" in said.text
    assert not said.exchange.followups
    assert "Helpful (your vote)" in voted.labels


async def test_a_long_rest_that_discord_asks_for_is_not_taken_by_a_first_response(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel
) -> None:
    """Sixty people at once, every third call told to wait for ninety seconds: all are answered in time."""
    async with running_bot():
        loopback.world.fail_every, loopback.world.fail_with, loopback.world.retry_after = 3, 429, 90.0
        people = [Person(f"p{n}") for n in range(60)]
        said = await asyncio.gather(
            *(loopback.slash("ask", by=person, at=general, question="staff transfer") for person in people)
        )
        loopback.world.fail_every = 0

    assert all("Staff who are assigned" in one.text for one in said)
    assert all(map(in_time, said))
