"""Writes an entry as the knowledge file that it would be, in the form that `knowledge/README.md` asks for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.domain.entry import Entry
from bot.domain.entry_parts import values_of
from bot.storage.front_matter import FENCE

_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_entry(entry: Entry) -> str:
    """The whole text of the file. Reading it gives the entry back."""
    values = values_of(entry)
    body = values.pop("body")
    lines = [line for key, value in values.items() for line in _part(key, value)]
    return "\n".join([FENCE, *lines, FENCE, body, ""])


def _part(key: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a label holds
    match value:
        case dict():
            yield from _block(f"[{key}]", value)
        case [dict(), *_]:
            for block in value:
                yield from _block(f"[[{key}]]", block)
        case list():
            yield f"{key} = ["
            yield from (f"  {_text(text)}," for text in value)
            yield "]"
        case _:
            yield f"{key} = {_scalar(value)}"


def _block(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield name
    yield from (f"{_key(key)} = {_inline(value)}" for key, value in values.items())


def _inline(value: Any) -> str:  # noqa: ANN401
    return _on_one_line(value) if isinstance(value, list) else _scalar(value)


def _on_one_line(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _scalar(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if isinstance(value, str) else str(value)


def _key(key: str) -> str:
    """A key as TOML has it: bare where it can be."""
    return key if key.isascii() and key.replace("-", "").replace("_", "").isalnum() else _text(key)


def _text(text: str) -> str:
    """A TOML string on one line: whatever would break a line or not be seen is escaped."""
    return f'"{"".join(_escaped(character) for character in text)}"'


def _escaped(character: str) -> str:
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if character.isprintable() or character == "\N{NO-BREAK SPACE}":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
