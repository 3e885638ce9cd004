"""What an /ask costs in Discord, beside a bare command of the same client and a bare client.

    python -m tests.benchmarks.discord_ask

A loopback Discord runs here; each client runs in a process of its own. In blocks that take turns, people
type /ask and /ping at the same client; then a client that has nothing but /ping does the same alone.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
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
    """Be a client: `parley` with /ping beside its own commands, or `bare` with nothing else."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    discord.http.Route.BASE = rest
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)
    asyncio.run(_serve_parley() if kind == "parley" else _serve_bare())


async def _serve_parley() -> None:
    from bot.app import running
    from bot.discord_ui.client import Client
    from bot.discord_ui.logs import log_to_stdout
    from bot.settings import read_settings

    log_to_stdout()
    with running(read_settings(os.environ), lambda: datetime.now(UTC)) as app:
        async with Client(app) as client:
            client.pace._questions = 10**9  # so few people ask so much nowhere else
            client.tree.add_command(ping)
            await client.start(TOKEN)


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
        env={**os.environ, "PARLEY_DATABASE": str(database)},
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        await asyncio.wait_for(loopback.gateway.ready.wait(), 30)
        yield process.pid, time.perf_counter() - began
    finally:
        process.kill()
        await process.wait()


async def block(loopback: LoopbackDiscord, command: str, channel: Channel) -> tuple[list[float], float]:
    """So many people type the command; the seconds of each, and of all."""
    waits: list[float] = []
    numbers = iter(range(IN_A_BLOCK))

    async def person() -> None:
        somebody = Person("somebody")
        for number in numbers:
            options = {"question": QUESTIONS[number % len(QUESTIONS)]} if command == "ask" else {}
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
    """Each command's figures, from blocks that take turns, after one to warm up."""
    waits: dict[str, list[float]] = {command: [] for command in of}
    elapsed = dict.fromkeys(of, 0.0)
    for number in range(BLOCKS + 1):
        for command in of:
            some, seconds = await block(loopback, command, channel)
            if number:
                waits[command] += some
                elapsed[command] += seconds
    return {command: Figures.of(waits[command], elapsed[command]) for command in of}


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
            for _ in range(3):
                for kind, times in ready.items():
                    async with client_process(kind, loopback, database) as (_, seconds):
                        times.append(seconds)
            async with client_process("parley", loopback, database) as (pid, _):
                of_parley = await figures(loopback, channel, "ask", "ping")
                memory = resident(pid)
            async with client_process("bare", loopback, database) as (pid, _):
                of_bare = await figures(loopback, channel, "ping")
                bare_memory = resident(pid)
    for name, made in (
        ("/ask", of_parley["ask"]),
        ("/ping beside it", of_parley["ping"]),
        ("/ping alone", of_bare["ping"]),
    ):
        print(f"{name:16} {made.rate:6.0f} a second   p50 {made.p50:5.1f} ms   p99 {made.p99:5.1f} ms")
    soon, bare_soon = min(ready["parley"]), min(ready["bare"])
    ratio, larger = of_parley["ask"].rate / of_parley["ping"].rate, memory / bare_memory
    print(f"rate             {ratio:.0%} of /ping beside it (goal: 70%)")
    print(f"memory           {memory:.0f} MB against {bare_memory:.0f}, {larger:.2f} times (goal: 1.3)")
    print(f"ready            {soon:.2f} s against {bare_soon:.2f}, {soon - bare_soon:+.2f} s (goal: +0.5)")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        serve(*sys.argv[1:])
    else:
        asyncio.run(measure())
