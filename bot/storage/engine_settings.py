"""Reads `engine.toml`: the limits that were fitted, and the scoring that they were fitted for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import tomli

from bot.domain.retrieval import Judge, Limits

SETTINGS = Path(__file__).parent / "data" / "engine.toml"

WITH_ENCODER, WITHOUT_ENCODER, OWN = "with-encoder", "without-encoder", "own"
"""The parts of the file: for the shipped answers with and without the encoder, and for any other base."""


def read_limits(path: Path = SETTINGS, part: str = WITHOUT_ENCODER) -> Limits:
    """The fitted limits of one part."""
    values = tomli.loads(path.read_text(encoding="utf-8"))[part]
    return Limits(
        float(values["floor"]),
        float(values["sure"]),
        float(values["safe"]),
        _judge(values["judge"]),
        _judge(values["siblings"]),
        _judge(values["offers"]),
    )


def read_fingerprint(path: Path = SETTINGS) -> tuple[float, ...]:
    """What the scoring made of the probe when the limits were fitted."""
    return tuple(map(float, tomli.loads(path.read_text(encoding="utf-8"))["fingerprint"]))


def as_text(limits: Mapping[str, Limits], fingerprint: Sequence[float]) -> str:
    """The file for fitted limits by part, with the fingerprint of the scoring they were fitted for."""
    return (
        "# Written by `python -m bot fit`. Do not edit: the tests hold the fingerprint to the scoring.\n"
        f"fingerprint = {_numbers(fingerprint)}\n"
        + "".join(_part(name, limits[name]) for name in sorted(limits))
    )


def _part(name: str, limits: Limits) -> str:
    judges = (("judge", limits.judge), ("siblings", limits.siblings), ("offers", limits.offers))
    return (
        f"\n[{name}]\nfloor = {limits.floor:.4f}\nsure = {limits.sure:.4f}\nsafe = {limits.safe:.4f}\n"
    ) + "".join(
        f"{key} = {{ weights = {_numbers(judge.weights)}, bias = {judge.bias:.4f} }}\n"
        for key, judge in judges
    )


def _judge(values: Mapping[str, object]) -> Judge:
    weights, bias = values["weights"], values["bias"]
    if not isinstance(weights, list) or not isinstance(bias, int | float):
        raise TypeError("a judge has weights and a bias")
    return Judge(tuple(map(float, weights)), float(bias))


def _numbers(values: Sequence[float]) -> str:
    return f"[{', '.join(f'{value:.4f}' for value in values)}]"
