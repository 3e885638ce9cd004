"""Whether an answer still applies, where, and where it comes from."""

import calendar
from datetime import date

from bot.cards.dates import day
from bot.domain.entry import Entry, Source, Status
from bot.domain.knowledge import KnowledgeBase

_STATUSES = {
    Status.IN_FORCE: "In force.",
    Status.GOOD_PRACTICE: "Good practice, not a rule.",
    Status.SUPERSEDED: "The rules that it describes have been replaced; the answer says what applies now.",
    Status.HISTORY: "What happened then. It is not a rule today.",
    Status.NOT_YET_LAW: "Not yet law.",
    Status.FOR_INFORMATION: "For information.",
    Status.HOW_PARLEY_WORKS: "How Parley works.",
}
"""Each status as a sentence that no one can read as the answer's being withdrawn."""


def standing(entry: Entry, base: KnowledgeBase, today: date) -> str:
    """Its status, where it applies, when its sources were read, what was not confirmed, what replaced it."""
    successor = base.entries.get(entry.superseded_by or "")
    said = [
        successor.succession if successor and successor.succession else _STATUSES[entry.status],
        "" if entry.status is Status.HOW_PARLEY_WORKS else f"Applies in {_place(entry.jurisdiction)}.",
        f"Sources read in {calendar.month_name[entry.as_of.month]} {entry.as_of.year}."
        if entry.as_of
        else "",
        entry.note or "",
        f"Due for review since {day(entry.review_after)}." if entry.is_due_for_review(today) else "",
    ]
    return " ".join(part for part in said if part)


def source_line(source: Source) -> str:
    """One source as a line of text, not of Markdown."""
    parts = [source.title, source.publisher, str(source.year) if source.year else ""]
    line = ", ".join(part for part in parts if part)
    return line if source.confirmed else f"{line} (not read)"


def _place(jurisdiction: str) -> str:
    return f"the {jurisdiction}" if jurisdiction == "UK" else jurisdiction
