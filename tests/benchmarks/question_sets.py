"""Bases and questions to measure engines with: read from a folder, or made from Parley's own knowledge."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.retrieval import Document
from bot.domain.searched import as_document
from bot.storage.entry_files import read_entries
from bot.storage.signposts import read_signposts

NOT_COVERED = "OOS"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the same with slips of the keyboard, and the document that answers it.

    `kind` is `in`, `near` (the same subject, but no document) or `far` (another subject).
    """

    text: str
    slipped: str
    answer: str
    kind: str


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A base, the questions asked of it, and signposts for what it does not cover."""

    name: str
    documents: tuple[Document, ...]
    questions: tuple[Question, ...]
    signposts: tuple[Document, ...] = ()


def read_sets(folder: Path, split: str) -> Iterator[QuestionSet]:
    """Each `kb_*.jsonl` in each folder within `folder`, with the questions of `split`.

    A base's line: {"id", "title", "body", "examples"}. A question's: {"q", "q_typo", "id" or "OOS", "kind"}.
    """
    for base in sorted(folder.glob("*/kb_*.jsonl")):
        documents = [
            Document(line["id"], line["title"], tuple(line["examples"]), body=line["body"])
            for line in _lines(base)
        ]
        questions = [
            Question(line["q"], line["q_typo"], line["id"], line["kind"])
            for line in _lines(base.parent / f"{split}.jsonl")
        ]
        name = f"{base.parent.name} {base.stem.removeprefix('kb_')}"
        yield QuestionSet(name, tuple(documents), tuple(questions))


def own_set(knowledge: Path) -> QuestionSet:
    """The shipped answers, asked their checks and a fifth of what signposts turn away; none is indexed."""
    entries, posts = [file.entry for file in read_entries(knowledge).files], read_signposts(knowledge)
    dice = random.Random(1)
    asked = [(check, entry.id, "in") for entry in entries for check in entry.checks]
    asked += [(question, NOT_COVERED, "near") for post in posts for question in post.questions[::5]]
    return QuestionSet(
        "parley",
        tuple(map(as_document, entries)),
        tuple(Question(text, slip(text, dice), answer, kind) for text, answer, kind in asked),
        tuple(Document(p.id, p.title, tuple(q for n, q in enumerate(p.questions) if n % 5)) for p in posts),
    )


def made_set(entries: int, words: Sequence[str], seed: int = 1) -> QuestionSet:
    """A base of any size, of four questions an entry: for measuring speed, not rightness."""
    dice = random.Random(seed)
    documents, questions = [], []
    for number in range(entries):
        subject = dice.sample(words, 5)
        phrasings = [" ".join(dice.sample(subject, 3) + dice.sample(words, 3)) for _ in range(5)]
        body = " ".join(dice.sample(words, 30))
        documents.append(Document(f"entry-{number}", " ".join(subject), tuple(phrasings[:4]), body=body))
        questions.append(Question(phrasings[4], slip(phrasings[4], dice), f"entry-{number}", "in"))
    return QuestionSet(
        f"{entries} made entries", tuple(documents), tuple(dice.sample(questions, min(500, entries)))
    )


def slip(text: str, dice: random.Random) -> str:
    """The text with one slip of the keyboard in one of its longer words."""
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if long:
        place = dice.choice(long)
        words[place] = slipped(words[place], dice)
    return " ".join(words)


def slipped(word: str, dice: random.Random) -> str:
    """A word with one letter left out, doubled, swapped with the next, or a key hit next to it."""
    place = dice.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    row = next((row for row in _ROWS if letter.lower() in row), letter.lower())
    beside = row[(row.index(letter.lower()) + 1) % len(row)]
    return dice.choice(
        (
            before + after,
            before + letter + letter + after,
            before + after[0] + letter + after[1:],
            before + beside + after,
        )
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)
