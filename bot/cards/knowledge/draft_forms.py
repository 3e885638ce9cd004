"""The forms in which an answer is written, part by part."""

from collections.abc import Iterable, Mapping

from bot.cards.card import Action, Field, Form, Option, legacy
from bot.domain.draft import Draft
from bot.domain.entry import SHORT_ANSWER_LIMIT, Status
from bot.domain.fields import FIELD_LIMIT
from bot.domain.forms import Kind

PARTS = {
    "text": "Text",
    "questions": "Questions",
    "sources": "Sources and links",
    "label": "Subject and status",
    "dates": "Dates",
}
"""The parts in which an entry is edited, since a form has room for five things."""


def part_form(draft: Draft, part: str) -> Form:
    """One part of a draft, to be written."""
    action = legacy("Save the draft", "knowledge-fill", (str(draft.id), part))
    fields = tuple(_fields(draft, part))
    return Form(f"{PARTS[part]}: {draft.entry_id}", action, fields, draft=f"entry:{draft.id}")


def text_of(values: Mapping[str, str], held: str) -> dict[str, str]:
    """The parts of an entry, from what a form of its text holds; what it does not hold stays as it was."""
    if "short_answer" not in values:
        return dict(values)
    short, rest = values["short_answer"], values.get("rest", held.partition("\n\n")[2])
    kept = {name: text for name, text in values.items() if name not in ("short_answer", "rest")}
    return {**kept, "body": f"{short.strip()}\n\n{rest.strip()}".strip()}


def _fields(draft: Draft, part: str) -> Iterable[Field]:
    held = draft.fields
    if part == "text":
        short, _, rest = held["body"].partition("\n\n")
        yield Field(
            "title", "Title", value=held["title"], required=False, help="As people would look for it."
        )
        yield _long(
            "short_answer", "Short answer", short, f"Stands alone. Up to {SHORT_ANSWER_LIMIT} characters."
        )
        yield _long("rest", "The rest", rest.strip(), "Markdown: headings with ##, lists with -.")
    elif part == "questions":
        yield _long("questions", "Questions", held["questions"], "One on each line, as people ask them.")
        yield _long("checks", "Checks", held["checks"], "One on each line. Only for testing: never searched.")
    elif part == "sources":
        layout = "One on each line: title | publisher | year | https://… | not confirmed"
        yield _long("sources", "Sources", held["sources"], layout)
        yield _long(
            "related",
            "Links to other answers",
            held["related"],
            "One on each line: next-step: an-id, another-id",
        )
    elif part == "label":
        yield Field(
            "topic", "Subject", value=held["topic"], required=False, help="Such as rec-6 or compact-4."
        )
        options = tuple(Option(status.value, status.value.capitalize()) for status in Status)
        yield Field("status", "Status", Kind.CHOICE, held["status"], required=False, options=options)
        yield Field("jurisdiction", "Where it holds", value=held["jurisdiction"], required=False)
        yield Field(
            "superseded_by",
            "Superseded by",
            value=held["superseded_by"],
            required=False,
            help="An id, if so.",
        )
        yield Field(
            "succession", "What to say of what it superseded", value=held["succession"], required=False
        )
    else:
        yield Field(
            "as_of", "The facts are those of", value=held["as_of"], required=False, help="Such as 2026-11-22."
        )
        yield Field("reviewed", "Last read through", value=held["reviewed"], required=False)
        yield Field("review_after", "To be read again from", value=held["review_after"], required=False)


def _long(name: str, label: str, value: str, help_: str) -> Field:
    return Field(name, label, Kind.PARAGRAPH, value, required=False, help=help_, limit=FIELD_LIMIT)


def reason_form(title: str, action: Action) -> Form:
    """Why something is done, and what it rests on."""
    return Form(
        title,
        action,
        (
            Field("reason", "Why?", Kind.PARAGRAPH, help="Kept with the change, for the others.", limit=500),
            Field(
                "source",
                "What does it rest on?",
                required=False,
                help="A source, if there is one.",
                limit=300,
            ),
        ),
    )
