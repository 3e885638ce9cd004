"""The forms in which a record is written and added to."""

from bot.cards.card import Action, Form
from bot.cards.dialogue.fields import form_of
from bot.cards.fields import Asked
from bot.domain.dialogue.forms import FinishRecordForm, RecordForm, TextForm
from bot.domain.verbs.dialogue.records import AddToRecord, FinishRecord, WriteRecord

PEOPLE, GIVEN, RECEIVED = "People and their roles", "What the commissioner said", "What the charity said"
DOCUMENTS, CONFLICTS = "Documents shared", "Conflicts of interest declared"
"""The labels of the parts of a record, in its form and on its card."""


def record_form(number: int) -> Form:
    """The first step: who was there and what each side said."""
    asked = {
        "people": Asked(PEOPLE),
        "given": Asked(GIVEN),
        "received": Asked(RECEIVED),
        "documents": Asked(DOCUMENTS),
        "conflicts": Asked(CONFLICTS),
    }
    return form_of(RecordForm, "Record: what was said", Action("Next", WriteRecord(number)), asked)


def finish_form(number: int) -> Form:
    """The second step: what everyone can read, and what was promised."""
    asked = {
        "published": Asked("A summary that everyone can read"),
        "commitments": Asked(
            "Commitments: you said, we did",
            "One on each line, such as: charity: send figures by 12 January 2027",
        ),
    }
    return form_of(FinishRecordForm, "Record: what follows", Action("Save", FinishRecord(number)), asked)


def addition_form(number: int) -> Form:
    """Add to what the other side wrote."""
    asked = {"text": Asked("What is missing or different")}
    return form_of(TextForm, "Add to the record", Action("Add", AddToRecord(number)), asked)
