"""Verbs: what a button, a command or a form means, as values.

A verb is a frozen dataclass with a short name that never changes and is never used again. It writes itself
into a custom id and reads itself back, so that a button works for as long as its message lives:

    @verb("book")
    class Book(Verb):
        request_id: int
        _: KW_ONLY
        commissioner_id: int
        starts_at: datetime

    Book(12, commissioner_id=34, starts_at=at).custom_id     "book:12:34:29744220"

Fields are whole numbers, text, yes or no, moments (to the minute), codes (StrEnum) or a tuple of one of
these, which comes last. Fields that stand at their defaults are left out at the end of a custom id.
"""

import typing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from bot.domain.errors import UnknownVerb

ID_LIMIT = 100
"""Characters that Discord allows a custom id."""

LARGEST = 2**63 - 1
"""The largest number that a database or Discord knows."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_MINUTE = 10**9
_YES = frozenset({"yes", "beside"})  # the word is in buttons posted before November 2026
_NO = "no"


@dataclass(frozen=True, slots=True)
class Argument:
    """One field of a verb: its name, the type of its value, whether it repeats, and its default."""

    name: str
    kind: type
    repeats: bool
    default: Any

    @property
    def is_needed(self) -> bool:
        """The verb means nothing without it."""
        return self.default is MISSING and not self.repeats


class Verb:
    """Something that a person may do next, with all that it needs to know."""

    name: ClassVar[str]
    command: ClassVar[str]
    in_discord: ClassVar[bool]

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((self.name, *vars(self).values()))

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"
        )

    @property
    def arguments(self) -> tuple[str, ...]:
        """The fields as text, in order, without those at the end that stand at their defaults."""
        written: list[str] = []
        needed = 0
        for argument in arguments_of(type(self)):
            value = getattr(self, argument.name)
            written += [_write(one) for one in value] if argument.repeats else [_write(value)]
            if argument.repeats or value != argument.default:
                needed = len(written)
        return tuple(written[:needed])

    @property
    def custom_id(self) -> str:
        """The name and the fields as one text."""
        return ":".join((self.name, *self.arguments))

    @classmethod
    def read(cls, words: Sequence[str]) -> Self:
        """The verb with these arguments, as they stand in a custom id or were typed. Raises UnknownVerb."""
        known = arguments_of(cls)
        given: dict[str, Any] = {}
        for place, argument in enumerate(known):
            if argument.repeats:
                given[argument.name] = tuple(_read(word, argument.kind) for word in words[place:])
            elif place < len(words) and words[place]:
                given[argument.name] = _read(words[place], argument.kind)
            elif argument.is_needed:
                raise UnknownVerb(cls.name)
        return cls(**given)


V = TypeVar("V", bound=Verb)

VERBS: dict[str, type[Verb]] = {}
"""Every verb that has been imported, by its name."""


@dataclass_transform(frozen_default=True)
def verb(name: str, *, command: str = "", in_discord: bool = True) -> Callable[[type[V]], type[V]]:
    """Make a class a verb of this name.

    `command` is how people type it, such as "knowledge edit"; without one it is only ever pressed.
    `in_discord` is false for a command of the terminal alone.
    """

    def made(plain: type[V]) -> type[V]:
        assert name not in VERBS, f"the verb {name!r} is taken"  # noqa: S101 - found while importing
        # Comparing and showing stand once, in Verb: made for each of a hundred classes they slow the start.
        made = dataclass(frozen=True, eq=False, repr=False)(plain)
        made.name, made.command, made.in_discord = name, command, in_discord
        VERBS[name] = made
        return made

    return made


def parse(custom_id: str) -> Verb:
    """The verb that a custom id means. Raises UnknownVerb."""
    name, *words = custom_id.split(":")
    if name not in VERBS:
        raise UnknownVerb(name)
    return VERBS[name].read(words)


_ARGUMENTS: dict[type[Verb], tuple[Argument, ...]] = {}
"""The fields of each verb that has been written or read, since working them out is slow."""


def arguments_of(kind: type[Verb]) -> tuple[Argument, ...]:
    """The fields of a verb, in the order in which a custom id holds them."""
    if kind not in _ARGUMENTS:
        hints = typing.get_type_hints(kind)
        _ARGUMENTS[kind] = tuple(_argument(field, hints[field.name]) for field in fields(kind))  # type: ignore[arg-type]
    return _ARGUMENTS[kind]


def commands() -> Iterator[type[Verb]]:
    """The verbs that people can type, by the alphabet of what they type."""
    yield from sorted((kind for kind in VERBS.values() if kind.command), key=lambda kind: kind.command)


def _argument(field: "Field[Any]", hint: Any) -> Argument:  # noqa: ANN401 - a type as it is written
    repeats = typing.get_origin(hint) is tuple
    if repeats:
        hint = typing.get_args(hint)[0]
    if isinstance(hint, UnionType) or typing.get_origin(hint) is typing.Union:
        hint = next(part for part in typing.get_args(hint) if part is not NoneType)
    return Argument(field.name, hint, repeats, field.default)


def _write(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else _NO
        case datetime():
            return str(int(value.timestamp() // 60))
        case _:
            text = str(value)
            assert ":" not in text, f"{text!r} cannot stand in a custom id"  # noqa: S101 - ids are our own
            return text


def _read(word: str, kind: type) -> Any:  # noqa: ANN401 - whatever the field holds
    if kind is str:
        return word
    if kind is bool and (word in _YES or word == _NO):
        return word != _NO
    if kind in (int, datetime) and word.isascii() and word.isdigit() and len(word) < 20:
        return (
            min(int(word), LARGEST)
            if kind is int
            else _EPOCH + timedelta(minutes=min(int(word), _LAST_MINUTE))
        )
    if issubclass(kind, StrEnum) and word in list(kind):
        return kind(word)
    raise UnknownVerb(word)
