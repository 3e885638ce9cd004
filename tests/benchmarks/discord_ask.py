"""The time of an /ask in Discord, compared with a bare command of the same client and a bare client.

    python -m tests.benchmarks.discord_ask

A loopback Discord runs here; each client runs in a process of its own. In blocks that take turns, people
type /ask and /ping at the same client: /ask with questions that were asked before, as most are that someone
picks from the completions, and with questions that no one has asked. Then a client that has nothing but /ping
does the same alone.
"""

import asyncio
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands
from yarl import URL

from tests.loopback.discord import TOKEN, LoopbackDiscord
from tests.loopback.world import Channel, Person

ROOT = Path(__file__).parent.parent.parent
BLOCKS, IN_A_BLOCK, AT_ONCE = 10, 200, 10
ASK, ASK_ANEW, PING = "/ask, asked before", "/ask, never asked", "/ping beside it"
QUESTIONS = (
    "what is TUPE?",
    "how much notice before our grant ends",
    "can we criticise the council if it funds us",
    "what is the social value act",
    "the weather in Leeds",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Interactions in a second, and the milliseconds that the middle one and the slow ones took."""

    rate: float
    p50: float
    p99: float

    @classmethod
    def of(cls, waits: list[float], elapsed: float) -> "Figures":
        """From each interaction's seconds and those of the whole."""
        every = statistics.quantiles(waits, n=100)
        return cls(len(waits) / elapsed, every[49] * 1000, every[98] * 1000)


@app_commands.command()
async def ping(interaction: discord.Interaction[Any]) -> None:
    """Answer at once."""
    await interaction.response.send_message("pong", ephemeral=True)


def serve(kind: str, rest: str, gateway: str) -> None:
    """Be a client: `parley` with /ping as well as its own commands, or `bare` with nothing else."""
    discord.http.Route.BASE = rest
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)
    if kind == "parley":
        _serve_parley()
    else:
        asyncio.run(_serve_bare())


def _serve_parley() -> None:
    """The command line's own bot, with one command more."""
    from bot.__main__ import main
    from bot.discord_ui.client import Client

    class WithPing(Client):
        async def setup_hook(self) -> None:
            self.tree.add_command(ping)
            await super().setup_hook()

    sys.modules[Client.__module__].Client = WithPing  # type: ignore[attr-defined]
    main(["discord"], prog_name="python -m bot")


async def _serve_bare() -> None:
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    client = commands.Bot(commands.when_mentioned, intents=intents, help_command=None, max_messages=None)

    async def setup() -> None:
        client.tree.add_command(ping)
        await client.tree.sync()

    client.setup_hook = setup  # type: ignore[method-assign]
    async with client:
        await client.start(TOKEN)


@asynccontextmanager
async def client_process(
    kind: str, loopback: LoopbackDiscord, database: Path
) -> AsyncIterator[tuple[int, float]]:
    """A client's process id, and the seconds from its start until it was ready."""
    loopback.gateway.ready.clear()
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.benchmarks.discord_ask", kind),
        *(loopback.rest_url, loopback.gateway_url),
        cwd=ROOT,
        env={**os.environ, "PARLEY_DATABASE": str(database), "DISCORD_TOKEN": TOKEN},
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        await asyncio.wait_for(loopback.gateway.ready.wait(), 30)
        yield process.pid, time.perf_counter() - began
    finally:
        process.kill()
        await process.wait()


def typed(what: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Commands with their options, without end."""
    for number in itertools.count():
        question = QUESTIONS[number % len(QUESTIONS)]
        match what:
            case _ if what == ASK:
                yield "ask", {"question": question}
            case _ if what == ASK_ANEW:
                yield "ask", {"question": f"{question} for project {number}"}
            case _:
                yield "ping", {}


async def block(
    loopback: LoopbackDiscord, commands: Iterator[tuple[str, dict[str, str]]], channel: Channel
) -> tuple[list[float], float]:
    """So many people type the commands; the seconds of each, and of all."""
    waits: list[float] = []
    some = itertools.islice(commands, IN_A_BLOCK)

    async def person() -> None:
        for command, options in some:
            somebody = Person("somebody")  # so that no one asks too much
            began = time.perf_counter()
            await loopback.slash(command, by=somebody, at=channel, **options)
            waits.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(person() for _ in range(AT_ONCE)))
    elapsed = time.perf_counter() - began
    _forget(loopback)
    return waits, elapsed


def _forget(loopback: LoopbackDiscord) -> None:
    """What the loopback remembers for tests, which would slow it down."""
    loopback.world.exchanges.clear()
    loopback.world.requests.clear()
    loopback.world.messages.clear()


async def figures(loopback: LoopbackDiscord, channel: Channel, *of: str) -> dict[str, Figures]:
    """The figures of each, from blocks that take turns, after one to warm up."""
    commands = {what: typed(what) for what in of}
    waits: dict[str, list[float]] = {what: [] for what in of}
    elapsed = dict.fromkeys(of, 0.0)
    for number in range(BLOCKS + 1):
        for what in of:
            some, seconds = await block(loopback, commands[what], channel)
            if number:
                waits[what] += some
                elapsed[what] += seconds
    return {what: Figures.of(waits[what], elapsed[what]) for what in of}


def resident(pid: int) -> float:
    """Megabytes that a process holds in memory."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


async def measure() -> None:
    """Measure, and print."""
    async with LoopbackDiscord().running() as loopback:
        channel = loopback.add_guild("Riverside").channels[0]
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "parley.db"
            ready: dict[str, list[float]] = {"parley": [], "bare": []}
            for _ in range(5):
                for kind, times in ready.items():
                    async with client_process(kind, loopback, database) as (_, seconds):
                        times.append(seconds)
            async with client_process("parley", loopback, database) as (pid, _):
                began = time.perf_counter()
                await loopback.slash("ask", by=Person("first"), at=channel, question=QUESTIONS[0])
                first = time.perf_counter() - began
                made = await figures(loopback, channel, ASK, ASK_ANEW, PING)
                memory = resident(pid)
            async with client_process("bare", loopback, database) as (pid, _):
                alone = (await figures(loopback, channel, PING))[PING]
                bare_memory = resident(pid)
    for name, each in (*made.items(), ("/ping alone", alone)):
        share = f"{each.rate / made[PING].rate:4.0%} of /ping beside it" if name.startswith("/ask") else ""
        print(
            f"{name:20} {each.rate:6.0f} a second   p50 {each.p50:5.1f} ms   p99 {each.p99:5.1f} ms   {share}"
        )
    soon, bare_soon = statistics.median(ready["parley"]), statistics.median(ready["bare"])
    print(f"memory  {memory:.0f} MB against {bare_memory:.0f}, {memory / bare_memory:.2f} times")
    print(
        f"ready   {soon:.2f} s against {bare_soon:.2f}, {soon - bare_soon:+.2f} s;"
        f" the first answer {first:.2f} s later"
    )
    print("goals   70% of the rate, 1.3 times the memory, +0.5 s")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        serve(*sys.argv[1:])
    else:
        asyncio.run(measure())
