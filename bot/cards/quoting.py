"""Shows texts that people typed inside a sentence or as they are, and people by their number."""

from collections.abc import Callable

from bot.cards.card import Action
from bot.cards.pages import pages, text_page
from bot.cards.plain import plain
from bot.domain.verb import Verb

_ROOM = 2400
"""Characters of a long text that one card shows."""


def quoted(text: str, limit: int = 300) -> str:
    """A text on one line, between quotation marks, shortened where it is long."""
    return f"“{plain(shortened(text, limit))}”"


def shortened(text: str, limit: int = 80) -> str:
    """A text on one line, with an ellipsis where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip()} …"


def verbatim(text: str, limit: int = _ROOM) -> str:
    """A text of several lines as it is, with a word on what is left out."""
    shown, *more = pages(_unfenced(text), limit)
    cut = "\n\nThe rest is too long to show here." if more else ""
    return f"```\n{shown}\n```{cut}"


def verbatim_page(text: str, page: int, at: Callable[[int], Verb]) -> tuple[str, str, tuple[Action, ...]]:
    """One page of a long text as it is, which page it is, and what leads to the others."""
    shown, note, onward = text_page(_unfenced(text), page, at)
    return f"```\n{shown}\n```", note, onward


def person(user_id: int) -> str:
    """Someone by name, as far as each front end can show one."""
    return f"<@{user_id}>" if user_id else "the command line"


def _unfenced(text: str) -> str:
    """The text without what would end the block that it is shown in."""
    return text.replace("```", "'''")
