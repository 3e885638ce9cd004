"""Reads `signposts.toml`: subjects that people ask about and that the answers do not cover."""

from pathlib import Path

import tomli

from bot.domain.entry import Signpost
from bot.domain.errors import KnowledgeFaulty

FILE = "signposts.toml"
_KEYS = {"id", "title", "text", "questions"}


def read_signposts(folder: Path) -> tuple[Signpost, ...]:
    """Read the folder's signposts; a folder without the file has none. Raises KnowledgeFaulty."""
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        blocks = tomli.loads(path.read_text(encoding="utf-8")).get("signpost", [])
        return tuple(_signpost(path, block) for block in blocks)
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeFaulty(f"{path}:1: the file cannot be read: {error}") from error


def _signpost(path: Path, block: dict[str, object]) -> Signpost:
    questions = block.get("questions")
    texts = [block.get(key) for key in ("id", "title", "text")]
    if set(block) != _KEYS or not isinstance(questions, list) or not all(isinstance(t, str) for t in texts):
        needs = "an id, a title, a text and questions, and nothing else"
        raise KnowledgeFaulty(f"{path}:1: each [[signpost]] needs {needs}; see `{block.get('id', '?')}`")
    return Signpost(str(texts[0]), str(texts[1]), str(texts[2]), tuple(str(q) for q in questions))
