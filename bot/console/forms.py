"""Fills a form in a terminal: one line for each field."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.cards.card import Card, Field, Form, Option
from bot.cards.faults import fault_text
from bot.cards.terminal import CLEAR, field_card
from bot.domain.errors import Fault
from bot.domain.forms import FormFault, Kind

_LINE_BREAK = "\\n"
"""What a person types for a new line, since Enter sends."""

_SHORT = {"y": "yes", "n": "no"}


@dataclass
class Filling:
    """A form that is being filled in, the values so far, and what was wrong with the last line."""

    form: Form
    values: dict[str, str] = field(default_factory=dict)
    fault: Fault | None = None

    @property
    def asked(self) -> Field:
        """The field that is filled in next."""
        return self.form.fields[len(self.values)]

    @property
    def is_done(self) -> bool:
        """Every field has its value."""
        return len(self.values) == len(self.form.fields)

    def fill(self, line: str) -> None:
        """Fill the next field; an empty line keeps what it held. An unreadable one is asked again."""
        asked = self.asked
        value = _value(asked, line.strip())
        self.fault = None
        if value is None:
            self.fault = Fault(FormFault.NOT_A_CHOICE, {"typed": line.strip()})
        elif asked.required and not value:
            self.fault = Fault(FormFault.NEEDED)
        else:
            self.values[asked.name] = value

    def card(self) -> Card:
        """Asks for the next field."""
        fault = fault_text(self.fault, self.asked) if self.fault else ""
        return field_card(self.form, len(self.values), fault)


def _value(asked: Field, line: str) -> str | None:
    """What a line means for a field; None where it is none of the options."""
    if not line:
        return asked.value
    if line == CLEAR and not asked.required:
        return ""
    if asked.options:
        return _chosen(asked.options, line.casefold())
    return line.replace(_LINE_BREAK, "\n") if asked.kind is Kind.PARAGRAPH else line


def _chosen(options: tuple[Option, ...], typed: str) -> str | None:
    """The option that a number, a label or its beginning, or a short yes or no means."""
    for number, option in enumerate(options, 1):
        if typed in (str(number), option.value.casefold(), option.label.casefold()):
            return option.value
    if typed in _SHORT and any(option.value == _SHORT[typed] for option in options):
        return _SHORT[typed]
    alike = list(_beginning(options, typed))
    return alike[0] if len(alike) == 1 else None


def _beginning(options: tuple[Option, ...], typed: str) -> Iterator[str]:
    return (option.value for option in options if option.label.casefold().startswith(typed))
