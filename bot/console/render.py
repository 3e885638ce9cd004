"""Prints cards on a terminal of any width, or into a pipe."""

from collections.abc import Iterator
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement
from rich.padding import Padding
from rich.text import Text

from bot.cards.answers import source_line
from bot.cards.card import Card

_WIDEST = 100
"""Columns beyond which lines are tiring to read."""


class _PlainHeading(Heading):
    """A heading at the left, where a narrow screen shows it as a heading should be."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        self.text.stylize("bold")
        yield self.text


class _Prose(Markdown):
    """Markdown as prose: no boxes, no centring."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _PlainHeading,
    }


def show(card: Card, console: Console) -> None:
    """Print a card, its actions numbered from 1."""
    for part in _parts(card):
        console.print(part, width=min(console.width, _WIDEST))


def _parts(card: Card) -> Iterator[RenderableType]:
    yield Text(card.title, style="bold")
    for markdown in (card.text, card.detail):
        if markdown:
            yield Padding(_Prose(markdown, hyperlinks=False), (1, 0, 0, 0))
    if card.note:
        yield Padding(Text(card.note, style="italic"), (1, 0, 0, 0))
    for number, source in enumerate(card.sources):
        yield Padding(Text(f"Source: {source_line(source)}"), (int(number == 0), 0, 0, 0))
    for number, action in enumerate(card.actions, 1):
        yield Padding(_numbered(number, action.label), (int(number == 1), 0, 0, 0))
    yield Text("")


def _numbered(number: int, label: str) -> Padding:
    return Padding(Text(f"{number:>2}. {label}"), (0, 0, 0, 1))
