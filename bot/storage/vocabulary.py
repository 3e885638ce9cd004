"""Reads `vocabulary.toml`: the words and abbreviations of a field that mean the same."""

from pathlib import Path

import tomli

from bot.domain.errors import KnowledgeFaulty
from bot.domain.faults import FileCode, file_fault
from bot.domain.retrieval import Vocabulary

FILE = "vocabulary.toml"


def read_vocabulary(folder: Path) -> Vocabulary:
    """Read the folder's vocabulary; a folder without the file has none. Raises KnowledgeFaulty."""
    path = folder / FILE
    if not path.is_file():
        return Vocabulary()
    try:
        values = tomli.loads(path.read_text(encoding="utf-8"))
        groups = {str(name): tuple(map(str, phrases)) for name, phrases in values.get("same", {}).items()}
        shorthand = {str(short): str(long) for short, long in values.get("shorthand", {}).items()}
    except (tomli.TOMLDecodeError, UnicodeDecodeError, TypeError, AttributeError) as error:
        raise KnowledgeFaulty(file_fault(str(path), 1, FileCode.BROKEN_LIST, why=str(error))) from error
    return Vocabulary(groups, shorthand)
