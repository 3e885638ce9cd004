"""Reads and writes the heads that were trained for the shipped answers."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from bot.domain.retrieval import Document, Heads, HelpHead

DATA = Path(__file__).parent / "data"
WITH_ENCODER = DATA / "heads.npz"
WITHOUT = DATA / "heads-without-encoder.npz"
HELP_WITH_ENCODER = DATA / "help.npz"
HELP_WITHOUT = DATA / "help-without-encoder.npz"
INNOCENT = DATA / "innocent.txt"


@cache
def read_heads(path: Path) -> Heads | None:
    """The heads in a file; None where it is not there."""
    if not path.is_file():
        return None
    with np.load(path) as table:
        return Heads(
            tuple(str(table["documents"]).split("\n")),
            tuple(str(table["topics"]).split("\n")),
            table["matrix"].astype(np.float32),
            str(table["fingerprint"]),
        )


def write_heads(heads: Heads, path: Path) -> None:
    """Keep heads, their weights in half precision."""
    np.savez_compressed(
        path,
        documents="\n".join(heads.documents),
        topics="\n".join(heads.topics),
        matrix=heads.matrix.astype(np.float16),
        fingerprint=heads.fingerprint,
    )


def fingerprint_of(documents: Sequence[Document]) -> str:
    """Sixteen hex digits that change whenever a document, its topic or a phrasing does."""
    made = hashlib.sha256()
    for document in sorted(documents, key=lambda document: document.id):
        made.update("\n".join((document.id, document.topic, *document.examples, "")).encode())
    return made.hexdigest()[:16]


@cache
def read_help_head(path: Path) -> HelpHead | None:
    """The head that knows cries for help, from a file; None where it is not there."""
    if not path.is_file():
        return None
    with np.load(path) as table:
        cards = tuple(str(table["cards"]).split("\n"))
        return HelpHead(cards, table["matrix"].astype(np.float32), float(table["limit"]))


def write_help_head(head: HelpHead, path: Path) -> None:
    """Keep it, its weights in half precision."""
    np.savez_compressed(
        path, cards="\n".join(head.cards), matrix=head.matrix.astype(np.float16), limit=head.limit
    )


def read_innocent(path: Path = INNOCENT) -> tuple[str, ...]:
    """Sentences that sound like distress and are none."""
    return tuple(line for line in path.read_text(encoding="utf-8").splitlines() if line)
