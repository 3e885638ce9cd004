"""Asks ten thousand arbitrary texts, straight and through a conversation, and times each.

python -m tests.benchmarks.arbitrary [COUNT]
"""

import gc
import random
import statistics
import string
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.actions.dispatcher import Dispatcher
from bot.app import running
from bot.console.chat import Chat
from bot.domain.actor import in_the_terminal
from bot.settings import read_settings


def arbitrary(count: int) -> list[str]:
    """Texts of any letters, and long ones of junk words and of real words."""
    made: list[str] = []

    @settings(
        max_examples=count * 3 // 4, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.text(max_size=4000))
    def collect(text: str) -> None:
        made.append(text)

    collect()
    dice = random.Random(1)
    while len(made) < count:
        letters = dice.choice((string.ascii_lowercase, string.printable, "aeiou? .", "funding notice? "))
        made.append("".join(dice.choices(letters + " ", k=dice.randrange(4000))))
    return made


def report(name: str, ask: Callable[[str], object], texts: Sequence[str]) -> None:
    """Ask each text and print how long it took."""
    took = []
    for text in texts:
        start = time.perf_counter()
        ask(text)
        took.append(1000 * (time.perf_counter() - start))
    took.sort()
    print(
        f"{name:8} {len(texts)} texts: median {statistics.median(took):.2f} ms,"
        f" p99 {took[int(len(took) * 0.99)]:.2f} ms, longest {took[-1]:.2f} ms"
    )


def main() -> None:
    """Print the times."""
    texts = arbitrary(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    with running(read_settings({}), lambda: datetime.now(UTC), keep=False) as app:
        base = app.answering.finder.base(0)
        # What made the texts leaves much behind: the collector must not walk it while an answer is timed.
        gc.collect()
        gc.freeze()
        report("engine", base.answer, texts)
        report("chat", Chat(Dispatcher(app), in_the_terminal()).reply, texts)


if __name__ == "__main__":
    main()
