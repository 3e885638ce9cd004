"""Reads `places.toml`: the places of the other nations, and the words by which Welsh is told."""

from pathlib import Path
from typing import Any

import tomli

from bot.domain.errors import KnowledgeFaulty
from bot.domain.faults import FileCode, file_fault
from bot.domain.places import NationPlaces, Places
from bot.domain.server import Nation

FILE = "places.toml"
_NATIONS = {
    "wales": Nation.WALES,
    "scotland": Nation.SCOTLAND,
    "northern-ireland": Nation.NORTHERN_IRELAND,
}


def read_places(folder: Path) -> Places:
    """Read the folder's places; a folder without the file has none. Raises KnowledgeFaulty."""
    path = folder / FILE
    if not path.is_file():
        return Places()
    try:
        held = tomli.loads(path.read_text(encoding="utf-8"))
        welsh = held.get("welsh-language", {"words": [], "line": ""})
        nations = {nation: _places(nation, held[key]) for key, nation in _NATIONS.items() if key in held}
        return Places(nations, frozenset(welsh["words"]), welsh["line"])
    except (tomli.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise KnowledgeFaulty(file_fault(str(path), 1, FileCode.BROKEN_LIST, why=str(error))) from error


def _places(nation: Nation, block: dict[str, Any]) -> NationPlaces:
    return NationPlaces(
        nation, tuple(block["names"]), tuple(block["ambiguous"]), block["entry"], block["line"]
    )
