"""Measures what servers cost that have each edited an answer of their own, in one run.

    python -m tests.benchmarks.servers QUESTIONS

QUESTIONS is a file as `python -m bot evaluate` reads it; the servers are asked round robin.
"""

import os
import statistics
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before numpy is imported

import click

from bot.app import load_knowledge
from bot.domain.knowledge import KnowledgeBase
from bot.settings import SHIPPED_KNOWLEDGE
from bot.storage.question_files import read_questions

_SERVERS = (0, 5, 50, 500)


def edited(base: KnowledgeBase, number: int) -> KnowledgeBase:
    """The base of a server that has changed one answer and added a phrasing to it."""
    entry = list(base.entries.values())[number % len(base.entries)]
    changed = replace(
        entry,
        body=f"{entry.body} Server {number}.",
        questions=(*entry.questions, f"our own question {number}"),
    )
    return base.overlaid({entry.id: changed})


def resident() -> float:
    """The memory that this process holds now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@click.command()
@click.argument("questions", type=click.Path(exists=True, path_type=Path))
def main(questions: Path) -> None:
    """Print a line for each number of servers."""
    base = load_knowledge(SHIPPED_KNOWLEDGE)
    asked = [each.question for each in read_questions(questions)]
    base.answer_many(asked)
    for count in _SERVERS:
        before, start = resident(), time.perf_counter()
        servers = [edited(base, number) for number in range(count)] or [base]
        for server in servers:
            server.prepare()
        made, took = time.perf_counter() - start, []
        for number in range(max(count, len(asked))):
            started = time.perf_counter()
            servers[number % len(servers)].answer_many([asked[number % len(asked)]])
            took.append(1000 * (time.perf_counter() - started))
        memory = resident() - before
        print(
            f"{count} servers: p50 {statistics.median(took):.2f} ms, {made:.2f} s and {memory:.0f} MB to make"
        )


if __name__ == "__main__":
    main()
