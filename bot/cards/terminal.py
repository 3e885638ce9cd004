"""What only a terminal says: how it asks for a field, and what became of files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.cards.card import Card, Field, Form
from bot.cards.plain import count, plain

LEAVE = "/cancel"
SAVE = "/save"
FAREWELLS = ("/quit", "/exit", "/bye")

CLEAR = "-"
"""What a person types to empty a field that holds something, since an empty line keeps it."""


def field_card(form: Form, number: int, fault: str) -> Card:
    """Asks for one field of a form, with what is wrong with what was typed before."""
    field = form.fields[number]
    options = "\n".join(f"{n}. {option.label}" for n, option in enumerate(field.options, 1))
    wrong = f"*{fault or field.fault}*" if fault or field.fault else ""
    parts = (wrong, f"**{field.label}** {field.help}".rstrip(), options, _empty_line(field))
    return Card(
        title=f"{form.title} ({number + 1} of {len(form.fields)})",
        text="\n\n".join(part for part in parts if part),
        note=f"{LEAVE} leaves the form.",
    )


def _empty_line(field: Field) -> str:
    if not field.value:
        return "" if field.required else "Press Enter to leave it out."
    shown = next((option.label for option in field.options if option.value == field.value), field.value)
    clear = "" if field.required else f" Type {CLEAR} to clear it."
    return f"Press Enter to keep: {plain(shown)}.{clear}"


def left_card(*, kept: bool) -> Card:
    """A form was left before it was sent."""
    kept_too = " What you typed is kept for the next time." if kept else ""
    return Card(title="Cancelled", text=f"Nothing was sent.{kept_too}")


def nothing_open_card() -> Card:
    """There is no form to leave."""
    return Card(title="Nothing to cancel", text="No form is open. Type /help to see what I can do.")


def saved_card(files: Iterable[str]) -> Card:
    """Where files were written; or that there were none."""
    written = "\n".join(f"- {file}" for file in files)
    if not written:
        return Card(title="Nothing to save", text="No file came with what you saw.")
    return Card(title="Saved", text=written)


def not_saved_card(reason: str) -> Card:
    """A file could not be written."""
    return Card(title="I could not save that", text=f"This folder cannot be written to: {plain(reason)}.")


def as_notice(card: Card) -> Card:
    """A notice as it is shown between what was typed and its answer: nothing in it is numbered."""
    led_on = "/dialogue mine shows what you can do." if card.actions or card.choices else card.note
    return replace(card, note=led_on, actions=(), choices=())


def file_line(name: str) -> str:
    """A file that came with a card."""
    return f"File: {name}. {SAVE} puts it into this folder."


def written_line(path: str, *, retired: bool = False) -> str:
    """One file of an export."""
    return f"{'retired' if retired else 'written'}: {path}"


def exported(lines: Sequence[str]) -> str:
    """All files of an export, and how many."""
    return "\n".join((*lines, f"{count(len(lines), 'file')}."))


ONLY_SHOWN = "Add --yes to import it."
"""An import was only shown."""
