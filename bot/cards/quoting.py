"""Shows texts that people typed inside a sentence or as they stand, and people by their number."""

from bot.cards.pages import pages
from bot.cards.plain import plain

_ROOM = 2400
"""Characters of a long text that one card shows."""


def quoted(text: str, limit: int = 300) -> str:
    """A text on one line, between quotation marks, cut where it is long."""
    line = " ".join(text.split())
    return f"“{plain(line if len(line) <= limit else f'{line[:limit].rstrip()} …')}”"


def verbatim(text: str, limit: int = _ROOM) -> str:
    """A text of several lines as it stands, with a word on what is cut."""
    shown, *more = pages(text.replace("```", "'''"), limit)
    cut = "\n\nThe rest is too long to show here." if more else ""
    return f"```\n{shown}\n```{cut}"


def person(user_id: int) -> str:
    """Somebody by name, as far as each front end can show one."""
    return f"<@{user_id}>" if user_id else "the command line"
