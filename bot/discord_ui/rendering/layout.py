"""Lays a Card out as Components V2, within Discord's limits."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.cards.card import Action, Card, Fact
from bot.cards.pages import pages
from bot.cards.plain import plain
from bot.cards.standing import source_line
from bot.discord_ui.transport.ids_as_text import Attachment
from bot.domain.entry import Source
from bot.domain.verb import Verb, parse

PREFIX = "p:"
"""Begins the custom id of every button, so that one router knows them as ours."""

SELECT = "s:"
"""Begins the custom id of every select; what was chosen is in its values."""

_IN = "@"
"""Begins a custom id that names its server, as those in direct messages do."""

_ROW, _BUTTON, _SELECT, _TEXT, _FILE = (
    discord.ComponentType.action_row.value,
    discord.ComponentType.button.value,
    discord.ComponentType.select.value,
    discord.ComponentType.text_display.value,
    discord.ComponentType.file.value,
)
_GREY = discord.ButtonStyle.secondary.value

Json = dict[str, Any]

_LONGEST_ID = 20
_TEXT_LIMIT = 3900
_LABEL_LIMIT = 80
_OPTION_LIMIT = 100
_OPTIONS = 25


class Layout(ui.LayoutView):
    """Components as Discord takes them.

    The library's own items are objects that it keeps and routes presses to. Ours are written down once and
    forgotten, since custom ids say all that they mean: as items they would take as long to make as the rest
    of an answer together.
    """

    def __init__(self, components: Sequence[Json]) -> None:
        super().__init__(timeout=None)
        self._written = list(components)
        self.stop()

    def to_components(self) -> list[Json]:
        """What is sent."""
        return self._written

    def has_components_v2(self) -> bool:
        """Always: so that the library marks the message as one."""
        return True


def layout_of(card: Card, *, by_line: str = "", server: int | None = None) -> Layout:
    """The card as a message's components; `by_line` says who had it posted.

    In a direct message, `server` is the one that the card is about: it goes into every custom id.
    """
    return Layout(
        [
            *_texts_that_fit((*_texts(card), f"-# {by_line}" if by_line else "")),
            *({"type": _FILE, "file": {"url": f"attachment://{file.name}"}} for file in card.files),
            *({"type": _ROW, "components": items} for items in _rows(card, server)),
        ]
    )


def _texts_that_fit(texts: Iterable[str]) -> Iterator[Json]:
    room = _TEXT_LIMIT
    for text in texts:
        shown = fitted(text, room)
        room -= len(shown)
        if shown:
            yield {"type": _TEXT, "content": shown}


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


def fitted(text: str, room: int) -> str:
    """The text, cut between words where Discord has no more room for it: the one place where it is cut."""
    if len(text) <= room:
        return text
    return f"{pages(text, room - 2)[0]} …" if room > 10 else ""


def files_of(card: Card) -> list[Attachment]:
    """The card's files, to be sent once."""
    return [Attachment(io.BytesIO(file.content), file.name) for file in card.files]


def id_of(action: Action, server: int | None) -> str:
    """What an action means, with the server that it is meant in where the place does not say."""
    return action.custom_id if server is None else f"{_IN}{server}:{action.custom_id}"


def meant_by(custom_id: str) -> tuple[Verb, int | None]:
    """The verb that a custom id means, and the server that it names, if any."""
    named, _, rest = custom_id.removeprefix(_IN).partition(":")
    if custom_id.startswith(_IN) and named.isdecimal() and len(named) < _LONGEST_ID:
        return parse(rest), int(named)
    return parse(custom_id), None


def _rows(card: Card, server: int | None) -> Iterator[list[Json]]:
    for number, some in enumerate(_batched(card.choices, _OPTIONS)):
        yield [_select(some, card.choose, number, server)]
    for some in _batched(card.actions, 5):
        yield [_button(action, server) for action in some]


def _select(choices: Sequence[Action], placeholder: str, number: int, server: int | None) -> Json:
    options = [
        {"label": fitted(choice.label, _OPTION_LIMIT), "value": id_of(choice, server)} for choice in choices
    ]
    return {"type": _SELECT, "custom_id": f"{SELECT}{number}", "placeholder": placeholder, "options": options}


def _button(action: Action, server: int | None) -> Json:
    return {
        "type": _BUTTON,
        "style": _GREY,
        "label": fitted(action.label, _LABEL_LIMIT),
        "custom_id": PREFIX + id_of(action, server),
    }


def _batched(actions: Sequence[Action], size: int) -> Iterator[Sequence[Action]]:
    return (actions[start : start + size] for start in range(0, len(actions), size))
