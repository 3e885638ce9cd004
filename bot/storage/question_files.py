"""Reads files of questions whose right topic is known: one JSON object a line."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.errors import QuestionsFaulty
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

    `entries` are the ids that may be named. Raises QuestionsFaulty.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsFaulty(f"{path} cannot be read: {error}.") from error
    return [_question(path, number, line, entries) for number, line in enumerate(lines, 1) if line.strip()]


def _question(path: Path, number: int, line: str, entries: Collection[str]) -> ExpectedQuestion:
    try:
        return _expected(json.loads(line), entries)
    except ValueError as error:
        raise QuestionsFaulty(f"{path}:{number}: {error}.") from error


def _expected(record: Any, entries: Collection[str]) -> ExpectedQuestion:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(record, dict) or not isinstance(record.get("question"), str):
        raise ValueError('a line must be an object such as {"question": "…", "expect": ["rec-1"]}')
    expect = record.get("expect")
    if not isinstance(expect, list) or not expect or not all(isinstance(topic, str) for topic in expect):
        raise ValueError('`expect` must be a list of topics, or ["none"]')
    if unknown := [
        topic for topic in expect if topic != NONE and topic not in TOPICS and topic not in entries
    ]:
        raise ValueError(f"`{unknown[0]}` is not a topic; use {', '.join(TOPICS)} or {NONE}")
    named = frozenset(expect) & frozenset(entries)
    return ExpectedQuestion(
        record["question"], frozenset(expect) - {NONE} - named, named, str(record.get("kind", ""))
    )
