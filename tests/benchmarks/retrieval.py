"""Measures Parley's engine against its peers, in one run, each in a process of its own.

pip install -e '.[bench]'
python -m tests.benchmarks.retrieval                       # on Parley's own knowledge
python -m tests.benchmarks.retrieval DATA [--split test]   # on bases and questions in DATA
python -m tests.benchmarks.retrieval --made 1000 --made 10000 --engine parley  # on made bases
"""

import multiprocessing
import resource
import statistics
import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bot.settings import SHIPPED_KNOWLEDGE
from bot.storage.word_vectors import read_word_vectors
from tests.benchmarks.engines import NAMES, Engine, build
from tests.benchmarks.question_sets import NOT_COVERED, Question, QuestionSet, made_set, own_set, read_sets

_ACCEPTED = 0.95


@dataclass(frozen=True, slots=True)
class Figures:
    """What one engine did on one set: shares from 0 to 1, milliseconds, seconds and megabytes.

    `far` and `near` are the shares of uncovered questions refused when 95% of the covered ones are accepted.
    """

    top1: float
    top3: float
    slipped: float
    far: float
    near: float
    p50: float
    p99: float
    build: float
    memory: float


_MORE_IS_BETTER = ("top1", "top3", "slipped", "far", "near")


def measure(name: str, asked: QuestionSet) -> Figures:
    """Build an engine on a set's base and ask it all of the set's questions."""
    before, start = _resident(), time.perf_counter()
    engine = build(name, asked.documents, asked.signposts)
    built = time.perf_counter() - start
    memory = _resident() - before
    took: list[float] = []
    covered = [q for q in asked.questions if q.answer != NOT_COVERED]
    ranked = [_timed(engine, q.text, took) for q in covered]
    limit = sorted(sure for _, sure in ranked)[int(len(ranked) * (1 - _ACCEPTED))]
    return Figures(
        top1=_share([ids[:1] == [q.answer] for (ids, _), q in zip(ranked, covered, strict=True)]),
        top3=_share([q.answer in ids for (ids, _), q in zip(ranked, covered, strict=True)]),
        slipped=_share([engine.ask(q.slipped)[0][:1] == [q.answer] for q in covered]),
        far=_refused(engine, [q for q in asked.questions if q.kind == "far"], limit),
        near=_refused(engine, [q for q in asked.questions if q.kind == "near"], limit),
        p50=1000 * statistics.median(took),
        p99=1000 * sorted(took)[int(len(took) * 0.99)],
        build=built,
        memory=memory,
    )


def _timed(engine: Engine, question: str, took: list[float]) -> tuple[list[str], float]:
    start = time.perf_counter()
    ids, sure = engine.ask(question)
    took.append(time.perf_counter() - start)
    return list(ids), sure


def _refused(engine: Engine, uncovered: Sequence[Question], limit: float) -> float:
    return _share([engine.ask(q.text)[1] < limit for q in uncovered])


def _share(claims: Sequence[bool]) -> float:
    return sum(claims) / len(claims) if claims else float("nan")


def _resident() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _alone(name: str, asked: QuestionSet) -> Figures:
    """Measure in a process of its own, so that one engine's memory is not another's."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (name, asked))


def _show(title: str, rows: dict[str, Figures], console: Console) -> None:
    table = Table("engine", *(field.name for field in fields(Figures)), title=title)
    for name, figures in rows.items():
        table.add_row(
            name, *(_cell(f.name, v) for f, v in zip(fields(Figures), astuple(figures), strict=True))
        )
    table.add_section()
    table.add_row("best", *(_best(field.name, rows) for field in fields(Figures)))
    console.print(table)


def _cell(name: str, value: float) -> str:
    if value != value:  # noqa: PLR0124 - only what is not a number differs from itself
        return "-"
    return f"{value:.1%}" if name in _MORE_IS_BETTER else f"{value:.2f}"


def _best(name: str, rows: dict[str, Figures]) -> str:
    held = {engine: getattr(figures, name) for engine, figures in rows.items()}
    known = {engine: value for engine, value in held.items() if value == value}  # noqa: PLR0124
    if not known:
        return "-"
    return (max if name in _MORE_IS_BETTER else min)(known, key=lambda engine: known[engine])


def _mean(several: Sequence[Figures]) -> Figures:
    columns = zip(*map(astuple, several), strict=True)
    return Figures(*(_mean_of([v for v in column if v == v]) for column in columns))  # noqa: PLR0124


def _mean_of(values: Sequence[float]) -> float:
    return statistics.fmean(values) if values else float("nan")


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
@click.option("--split", type=click.Choice(["dev", "test"]), default="test", help="Which questions of DATA.")
@click.option("--made", type=int, multiple=True, help="Measure on a made base of this many entries.")
@click.option("--engine", "names", type=click.Choice(NAMES), multiple=True, help="Only these engines.")
def main(data: Path | None, split: str, made: tuple[int, ...], names: tuple[str, ...]) -> None:
    """Print a table for each set, and one of the means."""
    if made:
        words = sorted(word for word in read_word_vectors().rows if word.isalpha() and len(word) > 3)
        sets = [made_set(entries, words) for entries in made]
    else:
        sets = list(read_sets(data, split)) if data else [own_set(SHIPPED_KNOWLEDGE)]
    chosen, console = names or NAMES, Console(width=120)
    every = {asked.name: {name: _alone(name, asked) for name in chosen} for asked in sets}
    for title, rows in every.items():
        _show(title, rows, console)
    if len(every) > 1 and not made:
        means = {name: _mean([rows[name] for rows in every.values()]) for name in chosen}
        _show("mean of the sets", means, console)


if __name__ == "__main__":
    main()
