"""The label of a knowledge file: TOML between two `+++` lines, before the Markdown."""

import re
from dataclasses import dataclass
from typing import Any

import tomli

FENCE = "+++"
_POSITION = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class FrontMatterBroken(Exception):
    """The label cannot be read; `line` counts from 1 in the whole file."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values of a label, the lines that they stand in, and the Markdown after it."""

    values: dict[str, Any]
    lines: tuple[str, ...]
    body: str
    body_line: int

    def line_of(self, key: str, text: str | None = None) -> int:
        """The line where `key` is set or, given one of its texts, where that stands; 1 if nowhere."""
        setting = re.compile(rf"\s*(?:\[*{re.escape(key)}\]*\s*$|{re.escape(key)}\s*=)")
        start = next((n for n, line in enumerate(self.lines, 1) if setting.match(line)), 1)
        if text is None:
            return start
        return next((n for n, line in enumerate(self.lines, 1) if n >= start and text in _plain(line)), start)

    def line_of_block(self, key: str, number: int) -> int:
        """The line of the `number`th (from 0) `[[key]]` block, or that of the key itself."""
        blocks = [n for n, line in enumerate(self.lines, 1) if line.strip() == f"[[{key}]]"]
        return blocks[number] if number < len(blocks) else self.line_of(key)


def parse(text: str) -> FrontMatter:
    """Take a file's text apart. Raises FrontMatterBroken."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        raise FrontMatterBroken(
            1, f"the file must begin with a line {FENCE}; put the label between two of them"
        )
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        raise FrontMatterBroken(1, f"the label is never closed; add a line {FENCE} after its last line")
    label = lines[:closing]
    first = next((n for n, line in enumerate(lines) if n > closing and line.strip()), closing)
    return FrontMatter(_values(label), tuple(label), "\n".join(lines[closing + 1 :]).strip(), first + 1)


def _values(label: list[str]) -> dict[str, Any]:
    try:
        return tomli.loads("\n".join(label[1:]))
    except tomli.TOMLDecodeError as error:
        raise FrontMatterBroken(_line_of_error(error, len(label)), _in_plain_words(error)) from error


def _line_of_error(error: tomli.TOMLDecodeError, last: int) -> int:
    found = _POSITION.search(str(error))
    return int(found["line"]) + 1 if found and found["line"] else last


def _in_plain_words(error: tomli.TOMLDecodeError) -> str:
    what = _POSITION.sub("", str(error))
    return f"the label cannot be read ({what}); look for a missing quote, comma or bracket here"


def _plain(line: str) -> str:
    return line.replace('\\"', '"')
