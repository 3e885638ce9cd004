"""Shows texts that people typed inside a sentence or as they stand, and people by their number."""

from bot.cards.card import Action
from bot.cards.pages import opened_at, pages
from bot.cards.plain import plain

_ROOM = 2400
"""Characters of a long text that one card shows."""


def quoted(text: str, limit: int = 300) -> str:
    """A text on one line, between quotation marks, cut where it is long."""
    line = " ".join(text.split())
    return f"“{plain(line if len(line) <= limit else f'{line[:limit].rstrip()} …')}”"


def verbatim(text: str, limit: int = _ROOM) -> str:
    """A text of several lines as it stands, with a word on what is cut."""
    shown, *more = pages(_unfenced(text), limit)
    cut = "\n\nThe rest is too long to show here." if more else ""
    return f"```\n{shown}\n```{cut}"


def verbatim_page(text: str, page: int, further: Action) -> tuple[str, tuple[Action, ...]]:
    """One page of a long text as it stands, and the action that leads to the next, where there is one."""
    shown, onward = opened_at(_unfenced(text), page, further, _ROOM)
    return f"```\n{shown}\n```", onward


def person(user_id: int) -> str:
    """Somebody by name, as far as each front end can show one."""
    return f"<@{user_id}>" if user_id else "the command line"


def _unfenced(text: str) -> str:
    """The text without what would end the block that it is shown in."""
    return text.replace("```", "'''")
