"""Checks of the text of an answer that people write in chat or bring it in from a file."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum

from bot.domain.entry_kinds import FIELD_LIMIT
from bot.domain.entry_parts import PARTS
from bot.domain.faults import EntryCode, EntryFault


class Trick(StrEnum):
    """Things that plain text does not have."""

    PICTURE = "picture"
    LINK = "link"
    HTML = "html"
    TABLE = "table"
    CODE = "code"
    MENTION = "mention"
    HIDDEN = "hidden"


_TRICKS = {
    Trick.PICTURE: re.compile(r"!\["),
    Trick.LINK: re.compile(r"\]\s?\(|\]\s?\[|^\s*\[[^\]]+\]:|\w://", re.M),
    Trick.HTML: re.compile(r"<\s*[!/?a-zA-Z]"),
    Trick.TABLE: re.compile(r"^\s*\|.*\|", re.M),
    Trick.CODE: re.compile(r"^\s*(?:```|~~~)", re.M),
    Trick.MENTION: re.compile(r"@everyone|@here|<[@#]"),
    Trick.HIDDEN: re.compile(r"\|\|"),
}
_LAYOUT = {"\n", "\r", "\t"}


def wording_faults(fields: Mapping[str, str]) -> Iterator[EntryFault]:
    """What must not be in an answer's parts."""
    for part in PARTS:
        text = fields.get(part.key, "")
        if len(text) > FIELD_LIMIT:
            yield part.fault(EntryCode.TOO_LONG, length=len(text), limit=FIELD_LIMIT)
        if (bad := next((c for c in text if _is_unseen(c)), None)) is not None:
            yield part.fault(EntryCode.UNSEEN, character=f"U+{ord(bad):04X}")
        if part.shown:
            yield from (
                part.fault(EntryCode.TRICK, trick=t) for t, found in _TRICKS.items() if found.search(text)
            )


def seen(text: str) -> str:
    """The text without what cannot be seen, which people copy along without knowing it."""
    return "".join(character for character in text if not _is_unseen(character))


def _is_unseen(character: str) -> bool:
    """Control, formatting and surrogate characters, which reorder, hide or break text."""
    return character not in _LAYOUT and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
