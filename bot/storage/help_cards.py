"""Reads `help.toml`: who to call in distress or danger."""

from pathlib import Path

import tomli

from bot.domain.distress import HelpCard, HelpCards
from bot.domain.errors import KnowledgeFaulty
from bot.domain.faults import FileCode, file_fault

FILE = "help.toml"


def read_help(folder: Path) -> HelpCards:
    """Read the folder's cards; a folder without the file has none. Raises KnowledgeFaulty."""
    path = folder / FILE
    if not path.is_file():
        return HelpCards()
    try:
        blocks = tomli.loads(path.read_text(encoding="utf-8"))["help"]
        return HelpCards(
            tuple(
                HelpCard(
                    id=block["id"],
                    title=block["title"],
                    text=block["text"],
                    phrases=tuple(block["phrases"]),
                    never=tuple(block["never"]),
                    questions=tuple(block["questions"]),
                )
                for block in blocks
            )
        )
    except (tomli.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise KnowledgeFaulty(file_fault(str(path), 1, FileCode.BROKEN_LIST, why=str(error))) from error
