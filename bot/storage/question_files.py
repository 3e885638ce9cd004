"""Reads files of questions whose right topic is known: one JSON object a line."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.errors import QuestionsNeed, QuestionsUnusable
from bot.domain.topics import TOPICS

NONE = "none"
"""The expectation of a question that the base does not cover."""


@dataclass(frozen=True, slots=True)
class ExpectedQuestion:
    """A question and the topics any of which would be right; empty where no answer is.

    `entries` are the entries of which any would be right, where the set names them; `kind` is the set's own
    word for what sort of question it is.
    """

    question: str
    expect: frozenset[str]
    entries: frozenset[str] = frozenset()
    kind: str = ""

    @property
    def has_answer(self) -> bool:
        """The knowledge base should answer it."""
        return bool(self.expect or self.entries)


def read_sets(path: Path, entries: Collection[str] = ()) -> dict[str, list[ExpectedQuestion]]:
    """The sets in a file, or in each `.jsonl` file of a folder and the folders in it, by name."""
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    return {file.stem: read_questions(file, entries) for file in files}


def read_questions(path: Path, entries: Collection[str] = ()) -> list[ExpectedQuestion]:
    """Read a file of `{"question": …, "expect": [topic or entry, …] or ["none"]}` lines.

    `entries` are the ids that can be named. Raises QuestionsUnusable.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsUnusable(str(path), QuestionsNeed.TEXT, detail=str(error)) from error
    return [_question(path, number, line, entries) for number, line in enumerate(lines, 1) if line.strip()]


def _question(path: Path, number: int, line: str, entries: Collection[str]) -> ExpectedQuestion:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise QuestionsUnusable(str(path), QuestionsNeed.JSON, number, str(error)) from error
    needs, detail = _lacking(record, entries)
    if needs is not None:
        raise QuestionsUnusable(str(path), needs, number, detail)
    named = frozenset(record["expect"]) & frozenset(entries)
    topics = frozenset(record["expect"]) - {NONE} - named
    return ExpectedQuestion(record["question"], topics, named, str(record.get("kind", "")))


def _lacking(record: Any, entries: Collection[str]) -> tuple[QuestionsNeed | None, str]:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(record, dict) or not isinstance(record.get("question"), str):
        return QuestionsNeed.QUESTION, ""
    expect = record.get("expect")
    if not isinstance(expect, list) or not expect or not all(isinstance(topic, str) for topic in expect):
        return QuestionsNeed.EXPECT, ""
    known = {NONE, *TOPICS, *entries}
    unknown = next((topic for topic in expect if topic not in known), None)
    return (QuestionsNeed.TOPIC, unknown) if unknown is not None else (None, "")
