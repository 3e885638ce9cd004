"""Prints cards on a terminal of any width, or into a pipe."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.cards.card import Action, Card
from bot.cards.dates import clock, day
from bot.cards.standing import source_line
from bot.cards.terminal import file_line
from bot.domain.actor import name_in_the_terminal

_MENTION = re.compile(r"<@(\d{1,19})>")
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
    yield Text(_named(card.title), style="bold")
    for markdown in (card.text, card.detail):
        if markdown:
            yield Padding(_Prose(_named(markdown), hyperlinks=False), (1, 0, 0, 0))
    for fact in card.facts:
        yield Text.assemble((f"{fact.label}: ", "bold"), _shown(fact.value))
    if card.note:
        yield Padding(Text(card.note, style="italic"), (1, 0, 0, 0))
    for number, source in enumerate(card.sources):
        yield Padding(Text(f"Source: {source_line(source)}"), (int(number == 0), 0, 0, 0))
    for file in card.files:
        yield Text(file_line(file.name))
    if card.everything_to_do:
        yield Padding(_numbered(card.everything_to_do), (1, 0, 0, 0))
    yield Text("")


def _named(text: str) -> str:
    """Text with people's names where it mentions them by number."""
    return _MENTION.sub(lambda found: name_in_the_terminal(int(found[1])), text)


def _shown(value: str | datetime) -> str:
    """A moment in the terminal's own zone."""
    if isinstance(value, str):
        return _named(value)
    local = value.astimezone()
    return f"{day(local.date(), weekday=True)}, {clock(local.time())} {local.tzname()}"


def _numbered(actions: Sequence[Action]) -> Table:
    """The actions in two columns, so that a long label wraps under itself."""
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    for number, action in enumerate(actions, 1):
        table.add_row(f"{number}.", Text(action.label))
    return table
