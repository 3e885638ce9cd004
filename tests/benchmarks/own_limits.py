"""Fits the limits of bases that the shipped heads were not trained for, on public question sets.

    python -m tests.benchmarks.own_limits DATA

DATA is a folder as `retrieval.py` reads it; only its development questions are asked. The limits become
the part `own` of `bot/storage/data/engine.toml`.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from bot.domain.retrieval import Index
from bot.services.fitting import Held, Trial, fit_coverage, fit_limits
from bot.settings import SHIPPED_KNOWLEDGE
from bot.storage import engine_settings as settings
from bot.storage.engine import read_engine
from tests.benchmarks.question_sets import NOT_COVERED, QuestionSet, read_sets

_HELD = {"in": Held.PHRASING, "near": Held.ENTRY, "far": Held.TOPIC}


def trials(asked: QuestionSet) -> Iterator[Trial]:
    """Every question of a set, as it is typed."""
    engine = read_engine(SHIPPED_KNOWLEDGE)
    index = Index.build(
        asked.documents,
        vocabulary=engine.vocabulary,
        words=engine.words(),
        encoder=engine.encoder() if engine.encoder else None,
    )
    rankings = index.search_many([question.text for question in asked.questions])
    for question, ranking in zip(asked.questions, rankings, strict=True):
        answer = None if question.answer == NOT_COVERED else question.answer
        first = ranking.matches[0].id if ranking.matches else None
        yield Trial(
            question.text, ranking, _HELD[question.kind], answer, answer is not None and first == answer
        )


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(data: Path) -> None:
    """Fit, and write the limits."""
    found = [trial for asked in read_sets(data, "dev") for trial in trials(asked)]
    parts = (settings.WITH_ENCODER, settings.WITHOUT_ENCODER)
    limits = {part: settings.read_limits(settings.SETTINGS, part) for part in parts}
    limits[settings.OWN] = replace(fit_limits(found), offers=fit_coverage(found))
    text = settings.as_text(limits, settings.read_fingerprint())
    settings.SETTINGS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
