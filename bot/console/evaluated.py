"""The figures of an evaluation as lines for a terminal, or as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from bot.cards.evaluation import lines
from bot.domain.knowledge import KnowledgeBase
from bot.services.evaluation import evaluate
from bot.storage.question_files import read_sets


def measured(base: KnowledgeBase, path: Path, *, as_json: bool) -> Iterator[str]:
    """The figures of a file of questions, or of every set in a folder. Raises QuestionsUnusable."""
    sets = {name: evaluate(base, asked) for name, asked in read_sets(path, base.entries).items()}
    if as_json:
        made = {name: asdict(figures) for name, figures in sets.items()}
        yield json.dumps(made if path.is_dir() else next(iter(made.values())), ensure_ascii=False, indent=2)
        return
    for name, figures in sets.items():
        yield from lines(name if path.is_dir() else "", figures)
