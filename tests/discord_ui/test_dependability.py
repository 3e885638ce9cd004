"""What happens when Discord, the disk or the network do not behave."""

import asyncio
import sqlite3
import time

import pytest

from bot.domain.actor import Actor
from bot.settings import Settings
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import COMMAND, COMPONENT, MODAL_SUBMIT, LoopbackDiscord
from tests.loopback.said import Reading, Said
from tests.loopback.world import Channel, Guild, Person


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


async def test_it_is_ready_soon(loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild) -> None:
    """Fresh client to ready, with the answers read and the commands written, in under 0.3 seconds."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        async with running_bot() as client:
            took.append(time.perf_counter() - began)
            assert [each.id for each in client.guilds] == [guild.id]

    assert min(took) < 0.3
    assert loopback.world.command_writes == 1


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
    """Every third call fails, and everyone is answered within three seconds."""
    async with running_bot():
        loopback.world.fail_every, loopback.world.fail_with = 3, status
        asked = [
            loopback.slash("ask", by=Person(f"p{n}"), at=general, question="staff transfer") for n in range(9)
        ]
        said = await asyncio.gather(*asked)
        loopback.world.fail_every = 0

    assert all("Staff who are assigned" in one.text for one in said)
    assert all((one.exchange.acknowledged_after or 9) < 3 for one in said)


@pytest.mark.parametrize("status", [429, 500])
async def test_every_kind_of_press_outlasts_a_stumbling_discord(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    general: Channel,
    ada: Person,
    status: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Buttons, choices, forms, a share and a mention, while every third call fails; the log says so."""
    async with running_bot():
        loopback.world.fail_every, loopback.world.fail_with = 3, status
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        voted = await loopback.press(said, "Helpful", by=ada)
        form = await loopback.press(voted, "Ask a moderator", by=ada)
        sent = await loopback.submit(form, by=ada)
        shared = await loopback.press(voted, "Share", by=ada)
        chosen = await loopback.choose(voted, "Next:", by=ada)
        asked = await loopback.say("toilet map", by=ada, at=general, mention=True)
        answer = await loopback.reply_to(asked)
        loopback.world.fail_every = 0

    for each in (said, voted, form, sent, shared, chosen):
        assert (each.exchange.acknowledged_after or 9) < 3
    assert "Passed on" in sent.text
    assert "Shared" in shared.text
    assert "At least three months" in chosen.text
    assert "public toilets" in Reading(answer).text
    posted = [m for m in loopback.world.in_channel(general) if "Shared by" in Reading(m).text]
    assert len(posted) == 1
    assert any("stumbles" in record.message or "rate limited" in record.message for record in caplog.records)


async def test_a_connection_that_breaks_loses_nothing(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """A mention is answered, and a share posted, at the next try; a share that cannot be is given back."""
    async with running_bot():
        loopback.world.cut_messages = 1
        asked = await loopback.say("toilet map", by=ada, at=general, mention=True)
        answer = await loopback.reply_to(asked)
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        loopback.world.cut_messages = 9
        lost = await loopback.press(said, "Share", by=ada)
        loopback.world.cut_messages = 1
        shared = await loopback.press(said, "Share", by=ada)

    assert "public toilets" in Reading(answer).text
    assert "Nothing was shared; please try again" in lost.text
    assert "Everyone in this channel" in shared.text
    posted = [m for m in loopback.world.in_channel(general) if "Shared by" in Reading(m).text]
    assert len(posted) == 1


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
    """No one is left with `application did not respond`."""
    async with running_bot():
        began = time.monotonic()
        said = await asyncio.gather(
            *(loopback.slash("ask", by=Person(f"p{n}"), at=general, question="toilet map") for n in range(50))
        )

    assert all("public toilets" in one.text for one in said)
    assert all((one.exchange.acknowledged_after or 9) < 3 for one in said)
    assert time.monotonic() - began < 30


async def test_a_dropped_gateway_is_resumed_and_nothing_is_lost(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    general: Channel,
    ada: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Events of the meantime arrive after the resume, and the log says what happened."""
    caplog.set_level("INFO", "bot")
    async with running_bot():
        await loopback.gateway.drop()
        said = await loopback.slash("ask", by=ada, at=general, question="toilet map")

    assert loopback.gateway.resumes == 1
    told = [record.message for record in caplog.records]
    assert told.index("disconnected") < told.index("resumed")
    assert "public toilets" in said.text


async def test_what_is_delivered_twice_is_done_once(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """The same interaction again does nothing more."""
    async with running_bot() as client:
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
        form = await loopback.press(said, "Ask a moderator", by=ada)
        assert form.exchange.modal is not None
        field = {"type": 4, "custom_id": "question", "id": 1, "value": "Who pays?"}
        data = {
            "custom_id": form.exchange.modal["custom_id"],
            "components": [{"type": 18, "component": field}],
        }
        sending = loopback.begin(MODAL_SUBMIT, data, ada, general)
        for _ in range(2):
            await loopback.gateway.dispatch("INTERACTION_CREATE", sending.payload)
        await sending.settled.wait()
        asked = await loopback.say("toilet map", by=ada, at=general, mention=True)
        await loopback.gateway.dispatch("MESSAGE_CREATE", loopback.sent[asked.id])
        await loopback.reply_to(asked)
        await asyncio.sleep(0.1)
        waiting = await client.disk.call(client.app.feedback.waiting, by=Actor(ada.id, general.guild_id or 0))

    assert [referral.question for referral in waiting] == ["Who pays?"]
    assert len([m for m in loopback.world.in_channel(general) if m.id > asked.id]) == 1
    assert len([m for m in loopback.world.in_channel(general) if "Shared by" in Reading(m).text]) == 1
    assert Said(ask).text
    assert not ask.followups


async def test_a_command_that_is_gone_says_so(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """A phone may offer yesterday's commands. That is no one's mistake, and no reference to quote."""
    async with running_bot():
        loopback.world.commands.append({"id": "1", "name": "yesterday", "type": 1, "options": []})
        said = await loopback.slash("yesterday", by=ada, at=general)

    assert "Restart Discord" in said.text
    assert "/help" in said.text


async def test_too_many_forms_get_a_friendly_refusal(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """One person cannot bury the moderators in questions."""
    async with running_bot() as client:
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        form = await loopback.press(said, "Ask a moderator", by=ada)
        sent = [await loopback.submit(form, by=ada, question=f"Question {n}?") for n in range(21)]
        waiting = await client.disk.call(client.app.feedback.waiting, by=Actor(ada.id, general.guild_id or 0))

    assert len(waiting) == 20
    assert "Please try again in" in sent[-1].text


async def test_too_many_questions_get_a_friendly_refusal(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Not silence: the person reads when they can continue, and others are not held up."""
    async with running_bot():
        said = [await loopback.slash("ask", by=ada, at=general, question="toilet map") for _ in range(21)]
        other = await loopback.slash("ask", by=Person("bo"), at=general, question="toilet map")

    assert "Please try again in" in said[-1].text
    assert "public toilets" in other.text
