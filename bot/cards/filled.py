"""A form with what was typed into it, and what has to be fixed in it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.cards.card import Action, Card, Form
from bot.cards.faults import fault_text
from bot.domain.errors import Fault
from bot.domain.verb import Verb


def with_typed(form: Form, typed: Mapping[str, str], faults: Mapping[str, Fault] | None = None) -> Form:
    """The form holding what was typed, each fault next to its field."""
    wrong = faults or {}
    return replace(
        form,
        fields=tuple(
            replace(
                field,
                value=typed.get(field.name, field.value),
                fault=fault_text(wrong[field.name], field) if field.name in wrong else "",
            )
            for field in form.fields
        ),
    )


def fix_card(form: Form, faults: Mapping[str, Fault], verb: Verb) -> Card:
    """Some of what was typed has to be fixed; nothing of it is lost."""
    by_name = {field.name: field for field in form.fields}
    lines = [
        f"**{by_name[name].label}:** {fault_text(fault, by_name[name])}"
        for name, fault in faults.items()
        if name in by_name
    ]
    title = "Please fix one thing" if len(lines) == 1 else f"Please fix {len(lines)} things"
    return Card(
        title=title,
        text="\n\n".join(lines),
        note="Your words are still in the form.",
        actions=(Action("Fix it", verb),),
    )
