"""The fields of a form as people see them: what the form's type takes, with a label for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.cards.card import Field, Option
from bot.domain.forms import specs_of


@dataclass(frozen=True, slots=True)
class Asked:
    """How one field is put: its label, a line of help, its first value, and its options.

    `options` has the label of each value of a choice, in order.
    """

    label: str
    help: str = ""
    value: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


def fields_of(kind: type, asked: Mapping[str, Asked]) -> tuple[Field, ...]:
    """Each field that is asked, in the order in which it is; it is filled in as its type says."""
    specs = specs_of(kind)
    return tuple(
        Field(
            name,
            each.label,
            specs[name].kind,
            each.value,
            required=specs[name].needed,
            help=each.help,
            limit=specs[name].limit,
            options=tuple(Option(value, label) for value, label in each.options.items()),
        )
        for name, each in asked.items()
    )
