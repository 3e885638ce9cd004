"""The figures of an evaluation as lines for a terminal, or as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path

from bot.domain.knowledge import KnowledgeBase
from bot.services.evaluation import Evaluation, evaluate
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


def lines(name: str, found: Evaluation) -> Iterator[str]:
    """The figures, then calibration, kinds and what was confused."""
    if name:
        yield f"\n{name}"
    for each in fields(found):
        value = getattr(found, each.name)
        if isinstance(value, bool | int):
            yield f"{each.name.replace('_', ' '):20} {value}"
        elif isinstance(value, float):
            span = found.intervals.get(each.name)
            between = f" ({span.least:.1%} to {span.most:.1%})" if span else ""
            yield f"{each.name.replace('_', ' '):20} {value:.1%}{between}"
    for one in found.calibration:
        yield f"said {one.said:.0%}, right {one.right:.0%} of {one.questions}"
    for kind, shares in found.by_kind.items():
        right, wrong = shares["answered_right"], shares["answered_wrong"]
        asked = f"{shares['questions']:.0f} questions"
        yield f"{kind}: {asked}, {right:.0%} answered rightly, {wrong:.0%} wrongly"
    for wrong_one in found.confusion:
        how = "answered by" if wrong_one.asserted else "found first"
        yield f"{wrong_one.expected}: {wrong_one.question!r} {how} {wrong_one.found}"
