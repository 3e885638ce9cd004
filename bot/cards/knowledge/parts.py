"""The labels of the parts of an entry, by their key, and the values that some of them can have."""

from bot.domain.entry import Relation, Status
from bot.domain.entry_kinds import Section

LABELS = {
    "title": "Title",
    "topic": "Subject",
    "questions": "Questions",
    "checks": "Test questions",
    "jurisdiction": "Applies in",
    "status": "Status",
    "superseded_by": "Superseded by",
    "succession": "Note under what it superseded",
    "as_of": "Facts correct on",
    "reviewed": "Last reviewed",
    "review_after": "Review due",
    "note": "Not confirmed",
    "related": "Links to other answers",
    "contrasts": "Not to be confused with",
    "sources": "Sources",
    "body": "Text",
    "short_answer": "Short answer",
    "rest": "Details",
}
"""What people call each part; the text is filled in as its short answer and the details."""

SECTIONS = {
    Section.TEXT: "Text",
    Section.QUESTIONS: "Questions",
    Section.SOURCES: "Sources and links",
    Section.LABEL: "Subject and status",
    Section.DATES: "Dates",
}

STATUSES = {
    Status.IN_FORCE: "In force",
    Status.GOOD_PRACTICE: "Good practice",
    Status.SUPERSEDED: "Superseded",
    Status.HISTORY: "History",
    Status.NOT_YET_LAW: "Not yet law",
    Status.FOR_INFORMATION: "For information",
    Status.HOW_PARLEY_WORKS: "How Parley works",
}

RELATIONS = {Relation.SEE_ALSO: "See also", Relation.TAKE_CARE: "Take care", Relation.NEXT: "Next"}


def label_of(key: str) -> str:
    """What people call a part; a key that is none of ours as it is."""
    return LABELS.get(key, key)
