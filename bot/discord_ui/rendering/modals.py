"""Shows a Form as a modal, and reads back what was filled in.

A modal's custom id is its action's, and what comes back is read from the interaction itself, so a form
that was opened before a restart can be sent after it.
"""

from collections.abc import Iterator
from typing import Any

import discord
from discord import ui

from bot.cards.card import Field, Form
from bot.cards.plain import unmarked
from bot.discord_ui.rendering.layout import PREFIX, fitted, id_of
from bot.discord_ui.transport.ids_as_text import Chosen
from bot.domain.forms import Kind

_LABEL_LIMIT = 45
_HELP_LIMIT = 100
_OPTION_LIMIT = 100
_FEWEST, _MOST = 2, 10


def modal_of(form: Form, *, server: int | None = None) -> ui.Modal:
    """The form as a modal; in a direct message, `server` is the one that it is about."""
    custom_id = PREFIX + id_of(form.action, server)
    modal = ui.Modal(title=fitted(form.title, _LABEL_LIMIT), custom_id=custom_id, timeout=None)
    for field in form.fields:
        modal.add_item(
            ui.Label(
                text=fitted(field.label, _LABEL_LIMIT),
                description=fitted(unmarked(field.fault or field.help), _HELP_LIMIT) or None,
                component=_component(field),
            )
        )
    return modal


def values_of(data: dict[str, Any]) -> dict[str, str]:
    """What was filled in, by the fields' names; an empty choice is an empty text."""
    return dict(_values(data.get("components") or []))


def _values(components: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for component in components:
        inner = component.get("component") or component
        if "custom_id" in inner:
            chosen = inner.get("values")
            yield (
                inner["custom_id"],
                (chosen[0] if chosen else "") if chosen is not None else inner.get("value") or "",
            )


def _component(field: Field) -> ui.Item[Any]:
    match field.kind:
        case Kind.LINE | Kind.PARAGRAPH:
            return _text(field)
        case Kind.CHOICE:
            return _choice(field)
        case Kind.ROLE:
            chosen = _default(field, discord.SelectDefaultValueType.role)
            return ui.RoleSelect(custom_id=field.name, required=field.required, default_values=chosen)
        case Kind.CHANNEL:
            return ui.ChannelSelect(
                custom_id=field.name,
                required=field.required,
                channel_types=[discord.ChannelType.text],
                default_values=_default(field, discord.SelectDefaultValueType.channel),
            )


def _text(field: Field) -> ui.TextInput[Any]:
    long = field.kind is Kind.PARAGRAPH
    return ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        default=field.value[: field.limit] or None,
        required=field.required,
        max_length=field.limit,
    )


def _choice(field: Field) -> ui.RadioGroup[Any] | ui.Select[Any]:
    """Buttons to choose from, which Discord has for two to ten options; else a menu."""
    if not _FEWEST <= len(field.options) <= _MOST:
        return _menu(field)
    options = [
        discord.RadioGroupOption(
            label=fitted(option.label, _OPTION_LIMIT), value=option.value, default=option.value == field.value
        )
        for option in field.options
    ]
    return ui.RadioGroup(custom_id=field.name, required=field.required, options=options)


def _menu(field: Field) -> ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=fitted(option.label, _OPTION_LIMIT),
            value=option.value,
            default=option.value == field.value,
        )
        for option in field.options
    ]
    return ui.Select(custom_id=field.name, required=field.required, options=options)


def _default(field: Field, kind: discord.SelectDefaultValueType) -> list[discord.SelectDefaultValue]:
    return [Chosen(id=int(field.value), type=kind)] if field.value else []
