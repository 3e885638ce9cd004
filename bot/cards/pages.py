"""Long Markdown in pages, each of which a message can hold."""

from bot.cards.card import Action, legacy

PAGE = 2500
"""Characters of a page, so that with title, note and sources it stays under Discord's 4,000."""


def pages(markdown: str, limit: int = PAGE) -> tuple[str, ...]:
    """The text in pages of at most `limit` characters, split between paragraphs, else lines, else words."""
    made = [""]
    for piece in _pieces(markdown, limit):
        if made[-1] and len(made[-1]) + len(piece) > limit:
            made.append("")
        made[-1] += piece if made[-1] else piece.lstrip()
    return tuple(page.rstrip() for page in made)


def opened_at(markdown: str, page: int, further: Action, limit: int = PAGE) -> tuple[str, tuple[Action, ...]]:
    """One page of a long text, and the action that leads to the next, where there is one.

    `further` leads to the text; the number of the page is added to its arguments.
    """
    every = pages(markdown, limit)
    page = min(max(page, 1), len(every))
    onward = legacy(
        f"Page {page + 1} of {len(every)}", further.verb.name, (*further.arguments, str(page + 1))
    )
    return every[page - 1], (onward,) if page < len(every) else ()


def _pieces(text: str, limit: int, separators: tuple[str, ...] = ("\n\n", "\n", " ")) -> list[str]:
    """Parts that fit a page, which joined are the text; only a word longer than a page is cut."""
    if len(text) <= limit:
        return [text]
    if not separators:
        return [text[start : start + limit] for start in range(0, len(text), limit)]
    separator, *finer = separators
    first, *rest = text.split(separator)
    parts = [first, *(separator + part for part in rest)]
    return [piece for part in parts for piece in _pieces(part, limit, tuple(finer))]
