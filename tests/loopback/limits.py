"""Discord's documented limits on what a bot may send, as complaints.

From Discord's reference on messages, message components, modals and application commands.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]

ACTION_ROW, BUTTON, SELECTS, TEXT_INPUT, SECTION, TEXT, CONTAINER, LABEL = (
    1,
    2,
    {3, 5, 6, 7, 8},
    4,
    9,
    10,
    17,
    18,
)
RADIO, CHECKBOXES = 21, 22
COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6
_TOP_LEVEL = {ACTION_ROW, SECTION, TEXT, 12, 13, 14, CONTAINER}
_NAME = re.compile(r"[-_'\w]{1,32}")


def message_complaints(message: Json) -> Iterator[str]:
    """What Discord would refuse in a message's body."""
    components = message.get("components") or []
    modern = bool((message.get("flags") or 0) & COMPONENTS_V2)
    if modern and (message.get("content") or message.get("embeds")):
        yield "content and embeds cannot go with components V2"
    if not modern and not (message.get("content") or message.get("embeds") or components):
        yield "a message cannot be empty"
    if len(message.get("content") or "") > 2000:
        yield "content is over 2,000 characters"
    every = list(walk(components))
    if len(every) > 40:
        yield f"{len(every)} components; 40 are allowed"
    text = sum(len(component.get("content", "")) for component in every if component["type"] == TEXT)
    if text > 4000:
        yield f"{text} characters of text; 4,000 are allowed"
    if modern and any(component["type"] not in _TOP_LEVEL for component in components):
        yield "a component that cannot stand at the top of a message"
    yield from _unique([component["custom_id"] for component in every if "custom_id" in component])
    for component in every:
        yield from component_complaints(component)


def modal_complaints(modal: Json) -> Iterator[str]:
    """What Discord would refuse in a modal."""
    yield from _length("modal title", modal.get("title"), 1, 45)
    yield from _length("modal custom_id", modal.get("custom_id"), 1, 100)
    parts = modal.get("components") or []
    if not 1 <= len(parts) <= 5:
        yield f"{len(parts)} parts in a modal; 1 to 5 are allowed"
    every = list(walk(parts))
    yield from _unique([component["custom_id"] for component in every if "custom_id" in component])
    for component in every:
        yield from component_complaints(component)


def component_complaints(component: Json) -> Iterator[str]:
    """What Discord would refuse in one component, taken alone."""
    if "custom_id" in component:
        yield from _length("custom_id", component["custom_id"], 1, 100)
    complaints = _COMPLAINTS.get(component["type"])
    if complaints is not None:
        yield from complaints(component)


def command_complaints(commands: list[Json]) -> Iterator[str]:
    """What Discord would refuse in a list of application commands."""
    if sum(command.get("type", 1) == 1 for command in commands) > 100:
        yield "over 100 slash commands"
    for command in commands:
        yield from _command(command)


def autocomplete_complaints(choices: list[Json]) -> Iterator[str]:
    """What Discord would refuse in an autocomplete's choices."""
    if len(choices) > 25:
        yield f"{len(choices)} choices; 25 are allowed"
    for choice in choices:
        yield from _length("choice name", choice.get("name"), 1, 100)
        yield from _length("choice value", choice.get("value"), 1, 100)


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, however deep."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for key in ("component", "accessory"):
            if component.get(key):
                yield from walk([component[key]])


def _command(command: Json) -> Iterator[str]:
    menu = command.get("type", 1) != 1
    if menu:
        yield from _length("menu name", command.get("name"), 1, 32)
    elif not _NAME.fullmatch(command["name"]) or command["name"] != command["name"].lower():
        yield f"{command['name']!r} cannot name a command"
    if not menu:
        yield from _length("command description", command.get("description"), 1, 100)
    options = command.get("options") or []
    if len(options) > 25:
        yield "over 25 options"
    for option in options:
        yield from _command({**option, "type": 1})


def _button(button: Json) -> Iterator[str]:
    yield from _length("button label", button.get("label"), 1, 80)


def _text(text: Json) -> Iterator[str]:
    yield from _length("text", text.get("content"), 1, 4000)


def _section(section: Json) -> Iterator[str]:
    if not (1 <= len(section["components"]) <= 3 and section.get("accessory")):
        yield "a section has 1 to 3 texts and an accessory"


def _label(label: Json) -> Iterator[str]:
    yield from _length("label", label.get("label"), 1, 45)
    yield from _length("label description", label.get("description", "-"), 1, 100)


def _group(group: Json) -> Iterator[str]:
    if not (2 if group["type"] == RADIO else 1) <= len(group["options"]) <= 10:
        yield "a group has 2 (radio) or 1 (checkbox) to 10 options"


def _row(row: Json) -> Iterator[str]:
    children = row["components"]
    buttons = all(child["type"] == BUTTON for child in children)
    if not (buttons and 1 <= len(children) <= 5) and not (
        len(children) == 1 and children[0]["type"] in SELECTS
    ):
        yield "an action row holds 1 to 5 buttons or 1 select"


def _select(select: Json) -> Iterator[str]:
    yield from _length("placeholder", select.get("placeholder") or "-", 1, 150)
    if select["type"] != 3:
        return
    options = select.get("options") or []
    if not 1 <= len(options) <= 25:
        yield f"{len(options)} options in a select; 1 to 25 are allowed"
    yield from _unique([option["value"] for option in options])
    for option in options:
        yield from _length("option label", option.get("label"), 1, 100)
        yield from _length("option value", option.get("value"), 1, 100)
        yield from _length("option description", option.get("description") or "-", 1, 100)


def _text_input(field: Json) -> Iterator[str]:
    yield from _length("placeholder", field.get("placeholder") or "-", 1, 100)
    most = field.get("max_length") or 4000
    if not 1 <= most <= 4000 or len(field.get("value") or "") > most:
        yield "a text input's value is longer than it may be"


def _length(what: str, text: Any, least: int, most: int) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(text, str) or not least <= len(text) <= most:
        yield f"{what} must have {least} to {most} characters, not {text!r}"


def _unique(values: list[str]) -> Iterator[str]:
    if len(values) != len(set(values)):
        yield "the same custom_id or value stands twice"


_COMPLAINTS: dict[int, Callable[[Json], Iterator[str]]] = {
    ACTION_ROW: _row,
    BUTTON: _button,
    **dict.fromkeys(SELECTS, _select),
    TEXT_INPUT: _text_input,
    TEXT: _text,
    SECTION: _section,
    LABEL: _label,
    RADIO: _group,
    CHECKBOXES: _group,
}
"""What Discord holds each kind of component to."""
