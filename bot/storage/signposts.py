"""Reads `signposts.toml`: subjects that people ask about and that the answers do not cover."""

from pathlib import Path
from typing import Any

import tomli

from bot.domain.entry import Signpost
from bot.domain.entry_kinds import is_texts
from bot.domain.errors import KnowledgeFaulty
from bot.domain.faults import FileCode, file_fault

FILE = "signposts.toml"
_TEXTS = ("id", "title", "text")


def read_signposts(folder: Path) -> tuple[Signpost, ...]:
    """Read the folder's signposts; a folder without the file has none. Raises KnowledgeFaulty."""
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        blocks = tomli.loads(path.read_text(encoding="utf-8")).get("signpost", [])
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeFaulty(file_fault(str(path), 1, FileCode.BROKEN_LIST, why=str(error))) from error
    return tuple(_signpost(path, block) for block in blocks)


def _signpost(path: Path, block: dict[str, Any]) -> Signpost:
    links = block.get("links", [])
    sound = (
        set(block) - {"links"} == {*_TEXTS, "questions"}
        and all(isinstance(block[key], str) for key in _TEXTS)
        and is_texts(block["questions"])
        and isinstance(links, list)
        and all(_is_link(link) for link in links)
    )
    if not sound:
        raise KnowledgeFaulty(file_fault(str(path), 1, FileCode.SIGNPOST, id=str(block.get("id", "?"))))
    return Signpost(
        block["id"],
        block["title"],
        block["text"],
        tuple(block["questions"]),
        tuple((link["title"], link["url"]) for link in links),
    )


def _is_link(link: Any) -> bool:  # noqa: ANN401 - whatever TOML holds
    return (
        isinstance(link, dict)
        and set(link) == {"title", "url"}
        and is_texts([link["title"]])
        and isinstance(link["url"], str)
        and link["url"].startswith("https://")
    )
