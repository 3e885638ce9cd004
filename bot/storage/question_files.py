"""Reads files of questions whose right topic is known: one JSON object a line."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.errors import QuestionsNeed, QuestionsUnusable
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
    """Read a file of `{"question": …, "expect": [topic, …] or ["none"]}` lines. Raises QuestionsUnusable."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsUnusable(str(path), QuestionsNeed.TEXT, detail=str(error)) from error
    return [_question(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _question(path: Path, number: int, line: str) -> ExpectedQuestion:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise QuestionsUnusable(str(path), QuestionsNeed.JSON, number, str(error)) from error
    needs, detail = _lacking(record)
    if needs is not None:
        raise QuestionsUnusable(str(path), needs, number, detail)
    return ExpectedQuestion(record["question"], frozenset(record["expect"]) - {NONE})


def _lacking(record: Any) -> tuple[QuestionsNeed | None, str]:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(record, dict) or not isinstance(record.get("question"), str):
        return QuestionsNeed.QUESTION, ""
    expect = record.get("expect")
    if not isinstance(expect, list) or not expect or not all(isinstance(topic, str) for topic in expect):
        return QuestionsNeed.EXPECT, ""
    unknown = next((topic for topic in expect if topic != NONE and topic not in TOPICS), None)
    return (QuestionsNeed.TOPIC, unknown) if unknown is not None else (None, "")
