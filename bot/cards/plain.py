"""What people typed, so that it is shown as they typed it."""

import re
from collections.abc import Iterable

_MARKUP = re.compile(r"([\\`*_~|>#\[\]<@])")

_MARKED = re.compile(rf"\\{_MARKUP.pattern}")


_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Characters that turn the rest of a line round; letters that run from right to left need none of them."""


def plain(text: str) -> str:
    """Text that a person typed, so that nothing in it is read as Markdown or as a mention.

    Nor does anything in it change the direction of the text after it.
    """
    return _MARKUP.sub(r"\\\1", text.translate(_TURNING))


def unmarked(text: str) -> str:
    """What `plain` made, as it was typed, for where nothing is read as Markdown."""
    return _MARKED.sub(r"\1", text)


def quoted(text: str) -> str:
    """The same as a quotation, line by line."""
    return "\n".join(f"> {plain(line)}" for line in text.splitlines())


def labelled(lines: Iterable[tuple[str, str]]) -> str:
    """What people typed, each under its label; what is empty is left out."""
    return "\n\n".join(f"**{label}**\n{quoted(text)}" for label, text in lines if text)


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with what it counts: 1 day, 2 days."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
