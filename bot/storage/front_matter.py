"""The label of a knowledge file: TOML between two `+++` lines, before the Markdown."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import tomli

from bot.domain.faults import EntryFault, FileCode

FENCE = "+++"
_POSITION = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_IN_THE_STATUS = ("superseded_by", "sources")
"""Parts that a status calls for: where they are missing, the status is what has to be looked at."""


class FrontMatterBroken(Exception):
    """The label cannot be read; `line` counts from 1 in the whole file."""

    def __init__(self, line: int, code: StrEnum, why: str = "") -> None:
        super().__init__(code)
        self.line, self.fault = line, EntryFault("", code, {"why": why} if why else {})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values of a label, the lines that they are in, and the Markdown after it."""

    values: dict[str, Any]
    lines: tuple[str, ...]
    body: str
    body_line: int

    @property
    def parts(self) -> dict[str, Any]:
        """The parts of an entry, the Markdown being one of them."""
        return {**self.values, "body": self.body}

    def line_of(self, key: str, text: str | None = None) -> int:
        """The line where `key` is set or, given one of its texts, where that is; 1 if nowhere."""
        setting = re.compile(rf"\s*(?:\[*{re.escape(key)}\]*\s*$|{re.escape(key)}\s*=)")
        start = next((n for n, line in enumerate(self.lines, 1) if setting.match(line)), 1)
        if text is None:
            return start
        return next((n for n, line in enumerate(self.lines, 1) if n >= start and text in _plain(line)), start)

    def line_of_fault(self, fault: EntryFault) -> int:
        """The line to look at."""
        if fault.part == "body":
            return self._line_of_text(fault.at)
        if isinstance(fault.at, int):
            return self._line_of_block(fault.part, fault.at)
        if fault.part in _IN_THE_STATUS and fault.part not in self.values:
            return self.line_of("status")
        if fault.part not in self.values:
            return 1
        return self.line_of(fault.part, fault.at)

    def _line_of_text(self, text: str | int | None) -> int:
        lines = enumerate(self.body.splitlines(), self.body_line)
        return next((n for n, line in lines if line == text), self.body_line)

    def _line_of_block(self, key: str, number: int) -> int:
        """The line of the `number`th (from 0) `[[key]]` block, or that of the key itself."""
        blocks = [n for n, line in enumerate(self.lines, 1) if line.strip() == f"[[{key}]]"]
        return blocks[number] if number < len(blocks) else self.line_of(key)


def parse(text: str) -> FrontMatter:
    """Take a file's text apart. Raises FrontMatterBroken."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        raise FrontMatterBroken(1, FileCode.NO_FENCE)
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        raise FrontMatterBroken(1, FileCode.OPEN_FENCE)
    label = lines[:closing]
    first = next((n for n, line in enumerate(lines) if n > closing and line.strip()), closing)
    return FrontMatter(_values(label), tuple(label), "\n".join(lines[closing + 1 :]).strip(), first + 1)


def _values(label: list[str]) -> dict[str, Any]:
    try:
        return tomli.loads("\n".join(label[1:]))
    except tomli.TOMLDecodeError as error:
        why = _POSITION.sub("", str(error))
        raise FrontMatterBroken(_line_of_error(error, len(label)), FileCode.BROKEN_LABEL, why) from error


def _line_of_error(error: tomli.TOMLDecodeError, last: int) -> int:
    found = _POSITION.search(str(error))
    return int(found["line"]) + 1 if found and found["line"] else last


def _plain(line: str) -> str:
    return line.replace('\\"', '"')
