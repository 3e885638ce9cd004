"""What the text of an answer may hold when people write it in chat or bring it in from a file."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from bot.domain.fields import FIELD_LIMIT, FIELDS

_TRICKS = {
    "a picture": re.compile(r"!\["),
    "a link; put its address in the sources": re.compile(r"\]\s?\(|\]\s?\[|^\s*\[[^\]]+\]:|\w://", re.M),
    "HTML": re.compile(r"<\s*[!/?a-zA-Z]"),
    "a table": re.compile(r"^\s*\|.*\|", re.M),
    "a block of code": re.compile(r"^\s*(?:```|~~~)", re.M),
    "a mention": re.compile(r"@everyone|@here|<[@#]"),
    "hidden text": re.compile(r"\|\|"),
}
_SHOWN = ("title", "body", "jurisdiction", "succession")
"""The parts that are shown as Markdown."""

_LAYOUT = {"\n", "\r", "\t"}


def wording_faults(fields: Mapping[str, str]) -> Iterator[str]:
    """What must not stand in an answer's parts, each as a sentence that says what to do."""
    for name in FIELDS:
        text = fields.get(name, "")
        if len(text) > FIELD_LIMIT:
            yield f"`{name}` has {len(text)} characters; cut it to {FIELD_LIMIT}"
        if (bad := next((c for c in text if _is_unseen(c)), None)) is not None:
            yield f"`{name}` holds a character that cannot be seen (U+{ord(bad):04X}); take it out"
    for name in _SHOWN:
        for what, trick in _TRICKS.items():
            if trick.search(fields.get(name, "")):
                yield f"`{name}` holds {what}; write plain paragraphs, headings and lists"


def seen(text: str) -> str:
    """The text without what cannot be seen, which people copy along without knowing it."""
    return "".join(character for character in text if not _is_unseen(character))


def _is_unseen(character: str) -> bool:
    """Control, formatting and surrogate characters, which reorder, hide or break text."""
    return character not in _LAYOUT and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
