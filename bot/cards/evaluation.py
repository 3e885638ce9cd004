"""The figures of an evaluation as lines for a terminal."""

from collections.abc import Iterator
from dataclasses import fields

from bot.services.evaluation import Evaluation


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
        yield f"{kind}: {asked}, {right:.0%} answered right, {wrong:.0%} answered wrong"
    for wrong_one in found.confusion:
        how = "answered by" if wrong_one.asserted else "found first"
        yield f"{wrong_one.expected}: {wrong_one.question!r} {how} {wrong_one.found}"
