"""Forms as types: each field says what it takes, reads what was typed, and says what is wrong with it.

    @form
    class DeclineForm:
        reason: str = paragraph(limit=1000)

    read_form(DeclineForm, {"reason": "No capacity"}, reading)      DeclineForm(reason="No capacity")

What a field is called, and how a fault is put, is in `bot/cards/`. The values are text by the name of
its field, as a front end hands it over.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar, dataclass_transform
from zoneinfo import ZoneInfo

from bot.domain.errors import Fault, Invalid

LINE_LIMIT = 200
TEXT_LIMIT = 1000


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    CHOICE = "choice"
    ROLE = "role"
    CHANNEL = "channel"


class FormFault(StrEnum):
    """What can be wrong with any field."""

    NEEDED = "needed"
    TOO_LONG = "too long"
    NOT_A_CHOICE = "not a choice"
    NOT_A_NUMBER = "not a number"


@dataclass(frozen=True, slots=True)
class Reading:
    """What it takes to read what people type: the moment, and the zone that they mean."""

    now: datetime
    zone: ZoneInfo


class Wrong(Exception):
    """Raised by what reads one field; `read_form` gathers the faults of all fields into one Invalid."""

    def __init__(self, code: StrEnum, **facts: object) -> None:
        super().__init__(code)
        self.fault = Fault(code, facts)


Reader = Callable[[str, Reading], Any]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What one field takes. `read` is given text that is not empty; an empty one is the default.

    `options` are the values of a choice that is always the same; each has its label in `cards/`.
    """

    kind: Kind
    read: Reader
    needed: bool = True
    limit: int = LINE_LIMIT
    options: tuple[str, ...] = ()


FormT = TypeVar("FormT")
_KEY = "spec"


def line(*, read: Reader | None = None, limit: int = LINE_LIMIT, default: Any = MISSING) -> Any:  # noqa: ANN401 - the type of the field
    """One line of text. With a `default` it may be left empty."""
    return _field(FieldSpec(Kind.LINE, read or _as_it_is, default is MISSING, limit), default)


def paragraph(*, read: Reader | None = None, limit: int = TEXT_LIMIT, default: Any = MISSING) -> Any:  # noqa: ANN401
    """Several lines of text. With a `default` it may be left empty."""
    return _field(FieldSpec(Kind.PARAGRAPH, read or _as_it_is, default is MISSING, limit), default)


def choice(options: Sequence[str] = (), *, read: Reader | None = None, default: Any = MISSING) -> Any:  # noqa: ANN401
    """One of some values; with no `options`, those that the form is opened with."""
    spec = FieldSpec(Kind.CHOICE, read or _as_it_is, default is MISSING, options=tuple(options))
    return _field(spec, default)


def yes_or_no(*, default: Any = MISSING) -> Any:  # noqa: ANN401
    """Yes or no."""
    return choice(("yes", "no"), read=_yes, default=default)


def role(*, default: int | None) -> Any:  # noqa: ANN401
    """One of the server's roles, by its id."""
    return _field(FieldSpec(Kind.ROLE, _id, needed=False), default)


def channel(*, default: int | None) -> Any:  # noqa: ANN401
    """One of the server's text channels, by its id."""
    return _field(FieldSpec(Kind.CHANNEL, _id, needed=False), default)


def whole_number(least: int, most: int) -> Reader:
    """Reads a whole number in a range."""

    def read(text: str, _reading: Reading) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most):
            raise Wrong(FormFault.NOT_A_NUMBER, least=least, most=most)
        return int(text)

    return read


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(line, paragraph, choice, yes_or_no, role, channel),
)
def form(plain: type[FormT]) -> type[FormT]:
    """Make a class a form: a frozen dataclass of what was filled in."""
    return dataclass(frozen=True, kw_only=True)(plain)


def specs_of(kind: type) -> dict[str, FieldSpec]:
    """What each field of a form takes, by its name, in order."""
    return {each.name: each.metadata[_KEY] for each in fields(kind)}


def read_form(kind: type[FormT], typed: Mapping[str, str], reading: Reading) -> FormT:
    """What was filled in. Raises Invalid with a fault for each field that has one."""
    values: dict[str, Any] = {}
    faults: dict[str, Fault] = {}
    for name, spec in specs_of(kind).items():
        text = _clean(typed.get(name, ""))
        try:
            if text:
                values[name] = _read(text, spec, reading)
            elif spec.needed:
                raise Wrong(FormFault.NEEDED)
        except Wrong as wrong:
            faults[name] = wrong.fault
    if faults:
        raise Invalid(faults)
    return kind(**values)


def _field(spec: FieldSpec, default: Any) -> Any:  # noqa: ANN401
    return (
        field(metadata={_KEY: spec}) if default is MISSING else field(default=default, metadata={_KEY: spec})
    )


def _read(text: str, spec: FieldSpec, reading: Reading) -> Any:  # noqa: ANN401
    if len(text) > spec.limit:
        raise Wrong(FormFault.TOO_LONG, length=len(text), limit=spec.limit)
    if spec.options and text not in spec.options:
        raise Wrong(FormFault.NOT_A_CHOICE, typed=text)
    return spec.read(text, reading)


def _clean(text: str) -> str:
    """The text without surrounding space, and as it can be stored."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")


def _as_it_is(text: str, _reading: Reading) -> str:
    return text


def _yes(text: str, _reading: Reading) -> bool:
    return text == "yes"


def _id(text: str, _reading: Reading) -> int:
    return int(text) if text.isdecimal() and len(text) < 20 else 0
