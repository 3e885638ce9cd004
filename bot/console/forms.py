"""Fills a form in a terminal: one line for each field."""

from dataclasses import dataclass, field

from bot.cards.card import Action, Card, Field, Form, Option
from bot.cards.plain import plain
from bot.domain.errors import EmptyText
from bot.domain.forms import Kind
from bot.domain.verb import Verb, verb

LEAVE = "/cancel"
_NOTHING = "-"
"""What a person types to empty an optional field that holds something, since an empty line keeps it."""

_LINE_BREAK = "\\n"
"""What a person types for a new line, since Enter sends."""


@verb("fill")
class Fill(Verb):
    """Choose a value for the field that is asked."""

    value: str


@dataclass
class Filling:
    """A form that is being filled in, and what it holds so far."""

    form: Form
    values: dict[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> Field:
        """The field that is filled in next."""
        return self.form.fields[len(self.values)]

    @property
    def is_done(self) -> bool:
        """Every field has its value."""
        return len(self.values) == len(self.form.fields)

    def take(self, line: str) -> None:
        """Fill the next field; an empty line keeps what it held. Raises EmptyText."""
        value = _value(self.asked, line.strip())
        if self.asked.required and not value:
            raise EmptyText(f"{self.asked.label}: this one is needed. {LEAVE} leaves the form.")
        self.values[self.asked.name] = value  # not cut: it is checked where it is sent

    def card(self) -> Card:
        """Asks for the next field."""
        asked = self.asked
        clears = "" if asked.required or asked.options else f" (a single {_NOTHING} leaves it out)"
        holds = f"\n\nEmpty line: {plain(_shown(asked))}{clears}" if asked.value else ""
        optional = "" if asked.required or asked.value else " An empty line leaves it out."
        return Card(
            title=f"{self.form.title} ({len(self.values) + 1} of {len(self.form.fields)})",
            text=f"**{asked.label}** {asked.help}{optional}{holds}",
            choices=tuple(Action(option.label, Fill(option.value)) for option in asked.options),
            note=f"{LEAVE} leaves the form.",
        )


def _value(asked: Field, line: str) -> str:
    """What a line means for a field: a number or a label stands for its option."""
    if not line:
        return asked.value
    if line == _NOTHING and not asked.required and not asked.options:
        return ""
    if not asked.options:
        return line.replace(_LINE_BREAK, "\n") if asked.kind is Kind.PARAGRAPH else line
    return next(
        (option.value for n, option in enumerate(asked.options, 1) if _is(option, n, line)), asked.value
    )


def _is(option: Option, number: int, line: str) -> bool:
    return line.casefold() in (str(number), option.value.casefold(), option.label.casefold())


def _shown(asked: Field) -> str:
    return next((option.label for option in asked.options if option.value == asked.value), asked.value)
