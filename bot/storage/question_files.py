"""Reads files of questions whose right topic is known: one JSON object a line."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.errors import QuestionsFaulty
from bot.domain.topics import TOPICS

NONE = "none"
"""The expectation of a question that the base does not cover."""


@dataclass(frozen=True, slots=True)
class ExpectedQuestion:
    """A question and the topics any of which would be right; empty where no answer is."""

    question: str
    expect: frozenset[str]

    @property
    def has_answer(self) -> bool:
        """The knowledge base should answer it."""
        return bool(self.expect)


def read_questions(path: Path) -> list[ExpectedQuestion]:
    """Read a file of `{"question": …, "expect": [topic, …] or ["none"]}` lines. Raises QuestionsFaulty."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsFaulty(f"{path} cannot be read: {error}.") from error
    return [_question(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _question(path: Path, number: int, line: str) -> ExpectedQuestion:
    try:
        return _expected(json.loads(line))
    except ValueError as error:
        raise QuestionsFaulty(f"{path}:{number}: {error}.") from error


def _expected(record: Any) -> ExpectedQuestion:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(record, dict) or not isinstance(record.get("question"), str):
        raise ValueError('a line must be an object such as {"question": "…", "expect": ["rec-1"]}')
    expect = record.get("expect")
    if not isinstance(expect, list) or not expect or not all(isinstance(topic, str) for topic in expect):
        raise ValueError('`expect` must be a list of topics, or ["none"]')
    if unknown := [topic for topic in expect if topic != NONE and topic not in TOPICS]:
        raise ValueError(f"`{unknown[0]}` is not a topic; use {', '.join(TOPICS)} or {NONE}")
    return ExpectedQuestion(record["question"], frozenset(expect) - {NONE})
