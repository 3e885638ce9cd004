"""What is wrong with one field of a form, in words. The label of the field comes before them."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.cards.card import Field
from bot.cards.plain import plain
from bot.domain.errors import Fault
from bot.domain.forms import FormFault

Words = Callable[[Fault, Field], str]


def _not_a_choice(fault: Fault, field: Field) -> str:
    labels = ", ".join(option.label for option in field.options)
    return f"I did not understand “{plain(str(fault.facts['typed'])[:40])}”. Choose one of: {labels}."


WORDS: dict[StrEnum, Words] = {
    FormFault.NEEDED: lambda _fault, _field: "This is needed. Write a few words.",
    FormFault.TOO_LONG: lambda fault, _field: (
        f"That is {fault.facts['length']:,} characters, and {fault.facts['limit']:,} fit. Please shorten it."
    ),
    FormFault.NOT_A_CHOICE: _not_a_choice,
    FormFault.NOT_A_NUMBER: lambda fault, _field: (
        f"Write a whole number from {fault.facts['least']} to {fault.facts['most']}."
    ),
}
"""The words for each code; a module that has codes of its own adds them."""


def add_words(words: Mapping[StrEnum, Words]) -> None:
    """Add the words for further codes."""
    WORDS.update(words)


def fault_text(fault: Fault, field: Field) -> str:
    """What is wrong, and what to do."""
    return WORDS[fault.code](fault, field)
