"""Shows what people typed as they typed it, so that none of it is read as Markdown or as a mention."""

import re

from bot.cards.pages import pages
from bot.domain.actor import TERMINAL

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:@])")
_ESCAPED = r"\\\1"
_ROOM = 2400
"""Characters of a long text that one card shows."""


def quoted(text: str, limit: int = 300) -> str:
    """A text on one line, between quotation marks, cut where it is long."""
    line = " ".join(text.split())
    cut = line if len(line) <= limit else f"{line[:limit].rstrip()} …"
    return f"“{_PUNCTUATION.sub(_ESCAPED, cut)}”"


def verbatim(text: str, limit: int = _ROOM) -> str:
    """A text of several lines as it stands, with a word on what is cut."""
    shown, *more = pages(text.replace("```", "'''"), limit)
    cut = "\n\nThe rest is too long to show here." if more else ""
    return f"```\n{shown}\n```{cut}"


def person(user_id: int, guild_id: int) -> str:
    """Somebody by name, as far as this front end can show one."""
    if user_id == 0:
        return "the command line"
    return f"person {user_id % 1000}" if guild_id == TERMINAL else f"<@{user_id}>"
