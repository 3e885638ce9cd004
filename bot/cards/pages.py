"""Long text and long lists in pages, each of which a message can hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.cards.card import Action
from bot.domain.verb import Verb

PAGE = 2300
"""Characters of a page, so that with title, note and sources it stays under Discord's 4,000."""

LIST_PAGE = 25
"""Lines of a page of a list: as many as one of Discord's menus holds."""

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Paged(Generic[ItemT]):
    """One page of a list.

    `first` is the number of its first item. `note` says which items of how many it shows, such as
    "1 to 25 of 60", and is empty where it shows all. `actions` lead to the pages before and after.
    """

    items: tuple[ItemT, ...]
    first: int
    note: str
    actions: tuple[Action, ...]


def paged(
    items: Sequence[ItemT], page: int, at: Callable[[int], Verb], *, size: int = LIST_PAGE
) -> Paged[ItemT]:
    """A page of a list; `at` makes the verb that shows the page of a number."""
    page = min(max(page, 1), _pages_of(len(items), size))
    start = (page - 1) * size
    return page_of(items[start : start + size], page, at, total=len(items), size=size)


def page_of(  # noqa: PLR0913 - what is known of a list that was not read whole
    items: Sequence[ItemT],
    page: int,
    at: Callable[[int], Verb],
    *,
    total: int,
    at_least: bool = False,
    size: int = LIST_PAGE,
) -> Paged[ItemT]:
    """A page that was read by itself from a list of `total` items, or of `at_least` so many."""
    first = (page - 1) * size + 1
    more = first + len(items) - 1 < total or (at_least and len(items) == size)
    all_of_them = page == 1 and not more
    whole = f"at least {total:,}" if at_least else f"{total:,}"
    return Paged(
        tuple(items),
        first,
        "" if all_of_them else f"{_span(first, first + len(items) - 1)} of {whole}",
        turn(page, more, at),
    )


def _span(first: int, last: int) -> str:
    return f"{first:,} to {last:,}" if last > first else f"{first:,}"


def turn(page: int, more: bool, at: Callable[[int], Verb]) -> tuple[Action, ...]:
    """Back and Next, where there is a page before and where there is more."""
    return (
        *((Action("Back", at(page - 1)),) if page > 1 else ()),
        *((Action("Next", at(page + 1)),) if more else ()),
    )


def _pages_of(count: int, size: int) -> int:
    return max(1, -(-count // size))


def text_page(markdown: str, page: int, at: Callable[[int], Verb]) -> tuple[str, str, tuple[Action, ...]]:
    """A page of a long text, "Page 1 of 3" where there are several, and what leads to the others."""
    found = paged(pages(markdown), page, at, size=1)
    every = len(pages(markdown))
    return found.items[0], f"Page {found.first} of {every}" if every > 1 else "", found.actions


def pages(markdown: str, limit: int = PAGE) -> tuple[str, ...]:
    """The text in pages of at most `limit` characters, split between paragraphs, else lines, else words."""
    made = [""]
    for piece in _pieces(markdown, limit):
        if made[-1] and len(made[-1]) + len(piece) > limit:
            made.append("")
        made[-1] += piece if made[-1] else piece.lstrip()
    return tuple(page.rstrip() for page in made)


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
