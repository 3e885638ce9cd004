"""Reads `engine.toml`: the limits that were fitted, and the scoring that they were fitted for."""

from collections.abc import Sequence
from pathlib import Path

import tomli

from bot.domain.retrieval import Judge, Limits

SETTINGS = Path(__file__).parent / "data" / "engine.toml"


def read_limits(path: Path = SETTINGS) -> Limits:
    """The fitted limits."""
    values = tomli.loads(path.read_text(encoding="utf-8"))
    judge = Judge(tuple(map(float, values["judge"]["weights"])), float(values["judge"]["bias"]))
    return Limits(float(values["floor"]), float(values["sure"]), float(values["margin"]), judge)


def read_fingerprint(path: Path = SETTINGS) -> tuple[float, ...]:
    """What the scoring made of the probe when the limits were fitted."""
    return tuple(map(float, tomli.loads(path.read_text(encoding="utf-8"))["fingerprint"]))


def as_text(limits: Limits, fingerprint: Sequence[float]) -> str:
    """The file for fitted limits, with the fingerprint of the scoring that they were fitted for."""
    return (
        "# Written by `python -m bot fit`. Do not edit: the tests hold the fingerprint to the scoring.\n"
        f"floor = {limits.floor:.4f}\nsure = {limits.sure:.4f}\nmargin = {limits.margin:.4f}\n"
        f"fingerprint = {_numbers(fingerprint)}\n\n"
        f"[judge]\nweights = {_numbers(limits.judge.weights)}\nbias = {limits.judge.bias:.4f}\n"
    )


def _numbers(values: Sequence[float]) -> str:
    return f"[{', '.join(f'{value:.4f}' for value in values)}]"
