"""Compares this version with an earlier one: start-up, questions and bookings, in one run.

    python -m tests.benchmarks.versions COMMIT

COMMIT is checked out and installed in a folder of its own. Both versions take turns, so that both meet the
same disturbances. Processor time is used where it can be, wall time on Discord, and `ratio` is this version
over the earlier one.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parents[2]
ROUNDS = 5
QUESTIONS = [
    "How much notice must a council give before it cuts our grant?",
    "does TUPE apply when we win a contract",
    "can we talk to the comissioner before the tender",
    "what does the Social Value Act ask for",
    "may we campaign while we are funded",
] * 60

BOOKING = """
import json, tempfile
from pathlib import Path
from statistics import median
from tests.benchmarks.dialogue import measure
with tempfile.TemporaryDirectory() as folder:
    print(json.dumps(median(measure(Path(folder))["booking"][0])))
"""

DISCORD = """
import asyncio, json, tempfile
from pathlib import Path
from tests.benchmarks.discord_ask import ASK, ASK_ANEW, LoopbackDiscord, client_process, figures
async def main():
    async with LoopbackDiscord().running() as loopback:
        channel = loopback.add_guild("Riverside").channels[0]
        with tempfile.TemporaryDirectory() as folder:
            async with client_process("parley", loopback, Path(folder) / "parley.db") as (_, ready):
                made = await figures(loopback, channel, ASK, ASK_ANEW)
    print(json.dumps([ready, made[ASK].p50 / 1000, made[ASK_ANEW].p50 / 1000]))
asyncio.run(main())
"""


class Version(NamedTuple):
    """One version: the folder that it is in, and the Python that has what it needs."""

    folder: Path
    python: Path

    def run(self, *words: str, typed: str = "") -> str:
        """What it prints."""
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [str(self.python), *words],
                cwd=self.folder,
                input=typed,
                env={**os.environ, "PARLEY_DATABASE": str(Path(folder) / "parley.db")},
                check=True,
                capture_output=True,
                text=True,
            )
        return done.stdout


def processor_seconds(version: Version, typed: str) -> float:
    """How much processor time a conversation in the terminal takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    version.run("-m", "bot", "chat", "--no-log", typed=typed)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def in_the_terminal(version: Version) -> dict[str, float]:
    """Seconds for the first answer of a process, and for each one after it."""
    first = processor_seconds(version, QUESTIONS[0] + "\n")
    all_of_them = processor_seconds(version, "\n".join(QUESTIONS) + "\n")
    return {"start-up and one answer": first, "each answer after": (all_of_them - first) / len(QUESTIONS[1:])}


def booking(version: Version) -> dict[str, float]:
    """Seconds for one booking."""
    return {"booking": json.loads(version.run("-c", BOOKING))}


def on_discord(version: Version) -> dict[str, float]:
    """Seconds until it is ready, and for an /ask that was asked before and one that was not."""
    ready, asked, anew = json.loads(version.run("-c", DISCORD))
    return {"ready on Discord": ready, "/ask, asked before": asked, "/ask, new": anew}


JOBS: tuple[Callable[[Version], dict[str, float]], ...] = (in_the_terminal, booking, on_discord)


def measured(versions: tuple[Version, Version]) -> dict[str, tuple[list[float], list[float]]]:
    """Seconds by what was measured, of the first and the second version, a figure for each round."""
    taken: dict[str, tuple[list[float], list[float]]] = {}
    for _ in range(ROUNDS):
        for job in JOBS:
            for place, version in enumerate(versions):
                for name, seconds in job(version).items():
                    taken.setdefault(name, ([], []))[place].append(seconds)
    return taken


def checked_out(commit: str, folder: Path) -> Version:
    """An earlier version, with what it needs."""
    place = folder / "earlier"
    subprocess.run(["git", "clone", "--quiet", str(HERE), str(place)], check=True)
    subprocess.run(["git", "checkout", "--quiet", commit], cwd=place, check=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "-e", ".[dev]"], cwd=place, check=True)
    return Version(place, python)


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        earlier = checked_out(sys.argv[1], Path(folder))
        taken = measured((earlier, Version(HERE, Path(sys.executable))))
    print(f"{'':26}{'earlier':>12}{'now':>12}{'ratio':>8}")
    for name, (before, now) in taken.items():
        print(
            f"{name:26}{median(before) * 1000:10.1f}ms{median(now) * 1000:10.1f}ms"
            f"{median(now) / median(before):8.2f}"
        )


if __name__ == "__main__":
    main()
