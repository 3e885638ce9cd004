"""What happens when Discord, the disk or the network do not behave."""

import asyncio
import sqlite3
import time

import pytest

from bot.settings import Settings
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import COMMAND, COMPONENT, LoopbackDiscord
from tests.loopback.said import Reading, Said
from tests.loopback.world import Channel, Person


async def test_no_privileged_intent_is_needed(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """With all of them refused, everything that was asked for still comes."""
    loopback.world.refused_intents = 1 << 1 | 1 << 8 | 1 << 15
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        asked = await loopback.say("toilet map", by=ada, at=general, mention=True)
        assert "public toilets" in Reading(await loopback.reply_to(asked)).text

    assert "Staff who are assigned" in said.text


async def test_it_is_ready_soon(loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel) -> None:
    """Fresh client to ready, with the commands written."""
    async with running_bot() as client:
        assert client.is_ready()
    assert general in loopback.world.guilds[0].channels


async def test_commands_are_written_only_when_they_changed(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel
) -> None:
    """The second start finds what it would write."""
    async with running_bot():
        pass
    async with running_bot():
        pass
    assert loopback.world.command_writes == 1
    loopback.world.commands[0]["description"] = "Something older"
    async with running_bot():
        pass
    assert loopback.world.command_writes == 2


@pytest.mark.parametrize("status", [429, 500])
async def test_a_stumbling_discord_loses_nobody(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, status: int
) -> None:
    """Every third call fails, and everybody is answered within three seconds."""
    async with running_bot():
        loopback.world.fail_every, loopback.world.fail_with = 3, status
        asked = [
            loopback.slash("ask", by=Person(f"p{n}"), at=general, question="staff transfer") for n in range(9)
        ]
        said = await asyncio.gather(*asked)
        loopback.world.fail_every = 0

    assert all("Staff who are assigned" in one.text for one in said)
    assert all((one.exchange.acknowledged_after or 9) < 3 for one in said)


async def test_a_locked_database_makes_nobody_wait_in_silence(
    loopback: LoopbackDiscord, running_bot: RunningBot, settings: Settings, general: Channel, ada: Person
) -> None:
    """Another process holds the lock for 2.5 seconds; the person is acknowledged, then answered."""
    async with running_bot():
        other = sqlite3.connect(settings.database, isolation_level=None, check_same_thread=False)
        other.execute("begin immediate")
        release = asyncio.get_running_loop().call_later(2.5, other.execute, "commit")
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        release.cancel()
        other.close()

    assert said.exchange.acknowledged_after is not None
    assert said.exchange.acknowledged_after < 3
    assert "Staff who are assigned" in said.text


async def test_fifty_people_at_once_are_all_answered(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel
) -> None:
    """Nobody is left with `application did not respond`."""
    async with running_bot():
        began = time.monotonic()
        said = await asyncio.gather(
            *(loopback.slash("ask", by=Person(f"p{n}"), at=general, question="toilet map") for n in range(50))
        )

    assert all("public toilets" in one.text for one in said)
    assert all((one.exchange.acknowledged_after or 9) < 3 for one in said)
    assert time.monotonic() - began < 30


async def test_a_dropped_gateway_is_resumed_and_nothing_is_lost(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """What happened meanwhile is taken in after the resume."""
    async with running_bot():
        await loopback.gateway.drop()
        asked = asyncio.create_task(loopback.slash("ask", by=ada, at=general, question="toilet map"))
        said = await asked

    assert loopback.gateway.resumes == 1
    assert "public toilets" in said.text


async def test_what_is_delivered_twice_is_done_once(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """The same interaction again does nothing more."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        share = Reading(said.message).button("Share")["custom_id"]
        press = loopback.begin(
            COMPONENT, {"component_type": 2, "custom_id": share}, ada, general, said.message
        )
        for _ in range(2):
            await loopback.gateway.dispatch("INTERACTION_CREATE", press.payload)
        await press.settled.wait()
        ask = loopback.begin(COMMAND, said.exchange.payload["data"], ada, general)
        for _ in range(2):
            await loopback.gateway.dispatch("INTERACTION_CREATE", ask.payload)
        await ask.settled.wait()
        await asyncio.sleep(0.1)

    assert len(loopback.world.in_channel(general)) == 1
    assert Said(ask).text
    assert not ask.followups


async def test_too_many_questions_get_a_friendly_refusal(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Not silence: the person reads when they may go on, and others are not held up."""
    async with running_bot():
        said = [await loopback.slash("ask", by=ada, at=general, question="toilet map") for _ in range(21)]
        other = await loopback.slash("ask", by=Person("bo"), at=general, question="toilet map")

    assert "Please ask again in" in said[-1].text
    assert "public toilets" in other.text


HOSTILE = [
    "@everyone",
    "<@&123456789012345678>",
    "[free money](https://example.org)",
    "x" * 2000,
    "\u202etupe\u202c",
    "t\u200bupe",
]


@pytest.mark.parametrize("question", HOSTILE)
async def test_a_hostile_question_pings_nobody(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person, question: str
) -> None:
    """Whatever was typed, nothing that the bot sends may mention anybody."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question=question)

    assert "example.org" not in said.text
    assert loopback.world.complaints == []
    for _, _, body in loopback.world.requests:
        allowed = (body.get("data") or body).get("allowed_mentions")
        assert allowed is None or allowed["parse"] == []
