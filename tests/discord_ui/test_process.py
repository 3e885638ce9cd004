"""The worker as a host runs it: a process of its own, which starts, is stopped and is killed."""

import asyncio
import os
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.discord_ui.launcher import __file__ as launcher
from tests.knowledge_folder import KnowledgeFolder
from tests.loopback.discord import COMMAND, TOKEN, LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Person
from tests.refused import was_refused

ROOT = Path(__file__).parent.parent.parent
READY_WITHIN = 20.0
NOWHERE = "http://127.0.0.1:9/api/v10"


class Worker:
    """A running worker and, once it has ended, its output."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.output = ""

    async def end(self) -> int:
        """Wait until it has gone; returns its exit code."""
        out, _ = await asyncio.wait_for(self.process.communicate(), READY_WITHIN)
        self.output += out.decode()
        return self.process.returncode or 0

    @property
    def lines(self) -> list[str]:
        """What it wrote, line by line."""
        return self.output.splitlines()


StartWorker = Callable[..., AbstractAsyncContextManager[Worker]]


@pytest.fixture
def worker(loopback: LoopbackDiscord, settings: Settings) -> StartWorker:
    """Start the worker; whatever it does, it is gone when the block ends."""

    @asynccontextmanager
    async def start(*, rest: str = "", token: str = TOKEN) -> AsyncIterator[Worker]:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            launcher,
            rest or loopback.rest_url,
            loopback.gateway_url,
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PARLEY_DATABASE": str(settings.database),
                "PARLEY_KNOWLEDGE": str(settings.knowledge),
                "DISCORD_TOKEN": token,
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        loopback.gateway.ready.clear()
        try:
            yield Worker(process)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()

    return start


async def ready(loopback: LoopbackDiscord) -> None:
    """Wait until the worker has identified itself and has the servers."""
    await asyncio.wait_for(loopback.gateway.ready.wait(), READY_WITHIN)


async def test_without_a_token_one_line_says_what_to_do(worker: StartWorker) -> None:
    """What to set, where to get it, and that the terminal needs none."""
    async with worker(token="") as bot:
        code = await bot.end()

    assert code == 2
    assert len(bot.lines) == 1
    for word in ("DISCORD_TOKEN", "developer portal", "python -m bot chat"):
        assert word in bot.lines[0]


async def test_a_refused_token_is_one_line(loopback: LoopbackDiscord, worker: StartWorker) -> None:
    """It names the setting, and does not print it."""
    loopback.world.refused_token = True
    async with worker() as bot:
        code = await bot.end()

    assert code == 2
    assert len(bot.lines) == 1, bot.output
    assert "Discord refuses the token" in bot.lines[0]
    assert TOKEN not in bot.output


async def test_a_token_that_cannot_be_sent_is_refused_in_one_line(worker: StartWorker) -> None:
    """Two lines were pasted where one belongs; neither is printed."""
    pasted = "first.half\nsecond.half"
    async with worker(token=pasted) as bot:
        code = await bot.end()

    assert code == 2
    assert len(bot.lines) == 1, bot.output
    assert "Discord refuses the token" in bot.lines[0]
    assert "half" not in bot.output


async def test_a_refused_intent_is_one_line(loopback: LoopbackDiscord, worker: StartWorker) -> None:
    """Even one that every bot may have."""
    loopback.world.refused_intents = 1
    async with worker() as bot:
        code = await bot.end()

    assert code == 1
    assert "Discord refuses an intent" in bot.lines[-1]
    assert [line for line in bot.lines if " ERROR " in line] == bot.lines[-1:]
    assert "Traceback" not in bot.output


async def test_no_network_is_one_line(worker: StartWorker) -> None:
    """No one listens there."""
    async with worker(rest=NOWHERE) as bot:
        code = await bot.end()

    assert code == 1
    assert len(bot.lines) == 1, bot.output
    assert "Discord cannot be reached" in bot.lines[0]


async def test_a_connection_that_breaks_at_the_start_is_one_line(
    loopback: LoopbackDiscord, worker: StartWorker
) -> None:
    """Someone listens, and hangs up."""
    loopback.world.cut_everything = True
    async with worker() as bot:
        code = await bot.end()

    assert code == 1
    assert len(bot.lines) == 1, bot.output
    assert "Discord cannot be reached" in bot.lines[0]


async def test_asked_to_stop_it_finishes_what_is_in_hand(
    loopback: LoopbackDiscord, worker: StartWorker, settings: Settings, general: Channel, ada: Person
) -> None:
    """An answer that the disk holds up still comes; then it leaves within five seconds."""
    async with worker() as bot:
        await ready(loopback)
        other = sqlite3.connect(settings.database, isolation_level=None)
        other.execute("begin immediate")
        asking = asyncio.create_task(loopback.slash("ask", by=ada, at=general, question="staff transfer"))
        await asyncio.sleep(0.3)
        bot.process.terminate()
        stopped_at = time.monotonic()
        asyncio.get_running_loop().call_later(2.0, other.execute, "commit")
        said = await asking
        code = await bot.end()
        took = time.monotonic() - stopped_at
        other.close()

    assert "Staff who are assigned" in said.text
    assert code == 0
    assert took < 5
    assert "stopped unfinished=0" in bot.lines[-1]


async def test_a_disk_that_never_answers_does_not_keep_it(
    loopback: LoopbackDiscord, worker: StartWorker, settings: Settings, general: Channel, ada: Person
) -> None:
    """Work that takes over five seconds is left, and the exit code says so."""
    async with worker() as bot:
        await ready(loopback)
        other = sqlite3.connect(settings.database, isolation_level=None)
        other.execute("begin immediate")
        data = loopback.begin(COMMAND, ask_data(loopback, "staff transfer"), ada, general)
        await loopback.gateway.dispatch("INTERACTION_CREATE", data.payload)
        await asyncio.sleep(0.3)
        bot.process.terminate()
        stopped_at = time.monotonic()
        code = await bot.end()
        took = time.monotonic() - stopped_at
        other.close()

    assert code != 0
    assert took < 5


async def test_after_kill_9_every_button_works(
    loopback: LoopbackDiscord,
    worker: StartWorker,
    three_answers: KnowledgeFolder,
    general: Channel,
    ada: Person,
) -> None:
    """Each button, the choices and a form that were posted before the process was killed."""
    three_answers.write("ask-for-a-conversation", topic="booking", questions=["book a conversation"])
    async with worker() as bot:
        await ready(loopback)
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        unclear = await loopback.slash("ask", by=ada, at=general, question="purple elephants")
        asked = await loopback.say("what is tupe?", by=ada, at=general, mention=True)
        mentioned = await loopback.reply_to(asked)
        form = await loopback.press(unclear, "Ask a moderator", by=ada)
        bot.process.kill()
        await bot.end()
    async with worker() as bot:
        await ready(loopback)
        shown = said.message.body
        buttons = Reading(said.message)
        pressed = {
            label: await loopback.press_id(said.message, buttons.button(label)["custom_id"], by=ada)
            for label in buttons.labels
            if not label.startswith("Next:")
        }
        said.message.body = shown
        chosen = await loopback.choose(said.message, "Next:", by=ada)
        sent = await loopback.submit(form, by=ada)
        public = await loopback.press(mentioned, "Read more", by=Person("bo"))
        bot.process.terminate()
        assert await bot.end() == 0

    for label, result in pressed.items():
        assert result.exchange.modal or not was_refused(result.text), label
        assert result.exchange.modal or "went wrong" not in result.text, label
    assert {"Share", "Helpful", "Not helpful", "Sources", "Ask a moderator"} <= set(pressed)
    assert "At least three months" in chosen.text
    assert "Passed on" in sent.text
    assert "Tell bidders" in public.text


async def test_nothing_that_was_asked_is_in_the_log(
    loopback: LoopbackDiscord, worker: StartWorker, settings: Settings, general: Channel, ada: Person
) -> None:
    """Neither a question nor a token, also when Discord stumbles and when the disk fails."""
    private = "zebra crossing grant"
    async with worker() as bot:
        await ready(loopback)
        said = await loopback.slash("ask", by=ada, at=general, question=private)
        await loopback.say(private, by=ada, at=general, mention=True)
        await loopback.say(private, by=ada, at=loopback.direct_channel(ada))
        form = await loopback.press(said, "Ask a moderator", by=ada)
        await loopback.submit(form, by=ada, question=private, tell="yes")
        loopback.world.fail_every = 2
        await loopback.slash("ask", by=ada, at=general, question=private)
        loopback.world.fail_every = 0
        with sqlite3.connect(settings.database) as other:
            other.execute("drop table questions")
        other.close()
        failed = await loopback.slash("ask", by=ada, at=general, question=private)
        bot.process.terminate()
        assert await bot.end() == 0

    reference = failed.text.rpartition("quote `")[2].partition("`")[0]
    assert any(f"reference={reference}" in line and "OperationalError" in line for line in bot.lines)
    assert "zebra" not in bot.output
    assert TOKEN not in bot.output
    assert not any(exchange.token in bot.output for exchange in loopback.world.exchanges.values())
    assert all(line[:2] == "20" for line in bot.lines), bot.output


def ask_data(loopback: LoopbackDiscord, question: str) -> dict[str, object]:
    """What Discord sends of an /ask."""
    known = next(command for command in loopback.world.commands if command["name"] == "ask")
    options = [{"name": "question", "type": 3, "value": question}]
    return {"id": known["id"], "name": "ask", "type": 1, "options": options}
