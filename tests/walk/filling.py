"""What the walker writes into forms: as they were opened, and as someone would fill them in."""

from bot.cards.card import Field, Form
from bot.domain.forms import Kind

TEXTS = {
    "about": "what happens to staff",
    "authority": "Riverside Council",
    "closes_on": "1 June 2027",
    "commitments": "charity: send figures by 8 December 2026",
    "entry_id": "great-british-toilet-map",
    "given": "The budget is flat.",
    "hours": "09:00 to 12:00",
    "on": "Thursday",
    "organisation": "Ada's Friends",
    "people": "Carol and Ada",
    "phrasings": "is there a mobile library timetable",
    "published": "We talked about lunch clubs.",
    "question": "is there a map of public toilets",
    "route": "the portal, reference 77",
    "time": "Thursday 3 December 2026 at 2pm",
    "time1": "Thursday 3 December 2026 at 2pm",
    "title": "Youth support",
    "zone": "Europe/London",
}
"""What to write where a form holds nothing, by the name of the field."""

_FILE = """+++
title = "Who gets a bus pass?"
topic = "rec-1"
questions = [
  "who gets a bus pass",
]
checks = [
  "when is the bus free",
]
jurisdiction = "England"
status = "good practice"
as_of = 2026-11-22
reviewed = 2026-11-22
review_after = 2027-11-22
[[sources]]
title = "The Compact, paragraph 4.4"
publisher = "Cabinet Office"
year = 2010
+++
Older people do."""

NEW = {
    "knowledge-add": {"entry_id": "notice-of-closure"},
    "knowledge-start": {"entry_id": "mobile-library"},
    "knowledge-edit": {"short_answer": "Staff who are assigned to the service go with it."},
    "knowledge-fill": {"short_answer": "Staff who are assigned to the service go with it."},
    "knowledge-must": {"entry_id": "great-british-toilet-map", "question": "where is a toilet"},
    "knowledge-import": {"name": "bus-pass.md", "text": _FILE},
    "set-places": {"moderators": "5", "commissioners": "6", "queue": "7", "notes": "8"},
}
"""What to write in the forms of some verbs, whatever they hold."""


def fillings(form: Form) -> list[dict[str, str]]:
    """The ways in which a form is filled in: as it was opened, well, and with its last options."""
    opened = {field.name: field.value for field in form.fields}
    well = {field.name: _text(field, form) for field in form.fields}
    last = {
        field.name: field.options[-1].value if field.options else well[field.name] for field in form.fields
    }
    ways = [well, last, opened]
    return [way for number, way in enumerate(ways) if way not in ways[:number]]


def _text(field: Field, form: Form) -> str:
    new = NEW.get(form.action.verb.name, {})
    if field.name in new:
        return new[field.name]
    if field.options:
        return field.value or field.options[0].value
    if field.kind in (Kind.ROLE, Kind.CHANNEL):
        return field.value or "5"
    return field.value or TEXTS.get(field.name, "Because it helps." if field.required else "")
