"""Writes knowledge files as a policy officer would, one field changed at a time."""

import json
from pathlib import Path
from typing import Any

_SOUND: dict[str, Any] = {
    "title": "How much notice should we get that funding will end?",
    "topic": "compact-4",
    "questions": [
        "how much notice before they stop our grant",
        "three months notice",
        "notice of ending funding",
    ],
    "checks": ["what notice must a funder give before ending our grant"],
    "jurisdiction": "England",
    "status": "good practice",
    "as_of": "2026-11-22",
    "reviewed": "2026-11-22",
    "review_after": "2027-11-22",
}
_SOURCE = '[[sources]]\ntitle = "The Compact, paragraph 4.4"\npublisher = "Cabinet Office"\nyear = 2010\n'
_BODY = "At least three months, in writing, with reasons.\n\n## For voluntary organisations\n\nAsk for it."
_DATES = {"as_of", "reviewed", "review_after"}


class KnowledgeFolder:
    """A folder of knowledge files in the making."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True)

    def write(self, entry_id: str, *, without: str = "", body: str = _BODY, **changes: Any) -> Path:  # noqa: ANN401
        """Write a sound entry with some of its fields changed, or one left out; returns the file."""
        sources = changes.pop("sources", _SOURCE)
        related, contrasts = changes.pop("related", None), changes.pop("contrasts", None)
        fields = {**_SOUND, **changes}
        fields.pop(without, None)
        lines = [f"{key} = {_toml(key, value)}" for key, value in fields.items()]
        for name, block in (("related", related), ("contrasts", contrasts)):
            if block:
                lines += [f"[{name}]", *(f"{key} = {_toml(key, held)}" for key, held in block.items())]
        return self.write_text(entry_id, "\n".join(["+++", *lines, sources + "+++", body]))

    def write_text(self, entry_id: str, text: str) -> Path:
        """Write a file as it is given."""
        path = self.path / f"{entry_id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def line_with(path: Path, text: str) -> int:
    """The number of the first line that holds the text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def _toml(key: str, value: Any) -> str:  # noqa: ANN401
    if isinstance(value, list):
        return "[\n" + "".join(f"  {json.dumps(item, ensure_ascii=False)},\n" for item in value) + "]"
    return str(value) if key in _DATES else json.dumps(value, ensure_ascii=False)
