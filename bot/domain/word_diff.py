"""What changed between two texts, word by word, in words that need no colour."""

import difflib
import re
from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\S+\s*|\s+")
"""A word with the space after it, so that what joins texts again is the texts."""

_AROUND = 8
"""Words of unchanged text that are shown on each side of a change."""


def word_diff(before: str, after: str) -> str:
    """The changed words in their surroundings: `[-taken out-]` and `{+put in+}`; empty if nothing changed."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    if all(step == "equal" for step, *_ in steps):
        return ""
    return "".join(_shown(steps, old, new)).strip()


def _shown(
    steps: Sequence[tuple[str, int, int, int, int]], old: Sequence[str], new: Sequence[str]
) -> Iterator[str]:
    for place, (step, i1, i2, j1, j2) in enumerate(steps):
        if step == "equal":
            yield _shortened(old[i1:i2], first=place == 0, last=place == len(steps) - 1)
            continue
        yield _marked("[-", "".join(old[i1:i2]), "-]")
        yield _marked("{+", "".join(new[j1:j2]), "+}")


def _marked(opening: str, text: str, closing: str) -> str:
    """The words between marks, with the space after them left outside."""
    words = text.strip()
    return f"{opening}{words}{closing}{text[len(text.rstrip()) :] or ' '}" if words else ""


def _shortened(tokens: Sequence[str], *, first: bool, last: bool) -> str:
    """Unchanged text, without its middle where that is long."""
    if len(tokens) <= 2 * _AROUND + 1:
        return "".join(tokens)
    head = "" if first else "".join(tokens[:_AROUND])
    tail = "" if last else "".join(tokens[-_AROUND:])
    return f"{head.rstrip()} … {tail}"
