"""Lays a Card out as Components V2, within Discord's limits."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

import discord
from discord import ui

from bot.cards.answers import source_line
from bot.cards.card import Action, Card, Fact
from bot.cards.pages import pages
from bot.cards.plain import plain
from bot.discord_ui.as_published import Attachment
from bot.domain.entry import Source

PREFIX = "p:"
"""Begins the custom id of every button, so that one router knows them as ours."""

SELECT = "s:"
"""Begins the custom id of every select; what was chosen stands in its values."""

_IN = "@"
"""Begins a custom id that names its server, as those in direct messages do."""

_LONGEST_ID = 20
_TEXT_LIMIT = 3900
_LABEL_LIMIT = 80
_OPTION_LIMIT = 100
_OPTIONS = 25


def layout_of(card: Card, *, by_line: str = "", server: int | None = None) -> ui.LayoutView:
    """The card as a message's components; `by_line` says who had it posted.

    In a direct message, `server` is the one that the card is about: it goes into every custom id.

    The view is stopped: nothing of it stays in memory, since its custom ids say all that it means.
    """
    view = ui.LayoutView(timeout=None)
    room = _TEXT_LIMIT
    for text in (*_texts(card), f"-# {by_line}" if by_line else ""):
        shown = _fitted(text, room)
        room -= len(shown)
        if shown:
            view.add_item(ui.TextDisplay(shown))
    for file in card.files:
        view.add_item(ui.File(f"attachment://{file.name}"))
    for row in _rows(card, server):
        view.add_item(row)
    view.stop()
    return view


def _texts(card: Card) -> Iterator[str]:
    yield f"### {card.title}"
    yield card.text
    yield card.detail
    yield "\n".join(f"**{fact.label}:** {_fact(fact)}" for fact in card.facts)
    yield f"-# {card.note}" if card.note else ""
    yield "\n".join(f"-# Source: {_linked(source)}" for source in card.sources)


def _linked(source: Source) -> str:
    """The source as a link, where it has an address."""
    line = plain(source_line(source))
    return f"[{line}](<{source.url}>)" if source.url else line


def _fact(fact: Fact) -> str:
    if isinstance(fact.value, datetime):
        return discord.utils.format_dt(fact.value, "F")
    return fact.value


def _fitted(text: str, room: int) -> str:
    """The text, cut between words where a message has no more room for it."""
    if len(text) <= room:
        return text
    return f"{pages(text, room - 2)[0]} …" if room > 10 else ""


def files_of(card: Card) -> list[Attachment]:
    """The card's files, to be sent once."""
    return [Attachment(io.BytesIO(file.content), file.name) for file in card.files]


def id_of(action: Action, server: int | None) -> str:
    """What an action means, with the server that it is meant in where the place does not say."""
    return action.custom_id if server is None else f"{_IN}{server}:{action.custom_id}"


def meant_by(custom_id: str) -> tuple[Action, int | None]:
    """The action that a custom id stands for, and the server that it names, if any."""
    named, _, rest = custom_id.removeprefix(_IN).partition(":")
    if custom_id.startswith(_IN) and named.isdecimal() and len(named) < _LONGEST_ID:
        return Action.from_custom_id(rest), int(named)
    return Action.from_custom_id(custom_id), None


def _rows(card: Card, server: int | None) -> Iterator[ui.ActionRow[ui.LayoutView]]:
    for number, some in enumerate(_batched(card.choices, _OPTIONS)):
        yield ui.ActionRow(_select(some, card.choose, number, server))
    for some in _batched(card.actions, 5):
        yield ui.ActionRow(*(_button(action, server) for action in some))


def _select(
    choices: Sequence[Action], placeholder: str, number: int, server: int | None
) -> ui.Select[ui.LayoutView]:
    options = [
        discord.SelectOption(label=_cut(choice.label, _OPTION_LIMIT), value=id_of(choice, server))
        for choice in choices
    ]
    return ui.Select(custom_id=f"{SELECT}{number}", placeholder=placeholder, options=options)


def _button(action: Action, server: int | None) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=_cut(action.label, _LABEL_LIMIT), custom_id=PREFIX + id_of(action, server))


def _cut(label: str, limit: int) -> str:
    return label if len(label) <= limit else pages(label, limit - 2)[0] + " …"


def _batched(actions: Sequence[Action], size: int) -> Iterator[Sequence[Action]]:
    return (actions[start : start + size] for start in range(0, len(actions), size))
