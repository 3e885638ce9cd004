"""Words that several cards of keeping the answers right share."""

from bot.cards.quoting import quoted
from bot.cards.topics import topic_title
from bot.domain.gate import SecondPerson
from bot.domain.revision import ChangeNote, Kind, OwnReason

KINDS = {
    Kind.ADD: "added",
    Kind.EDIT: "edited",
    Kind.REVIEW: "reviewed",
    Kind.RETIRE: "retired",
    Kind.RESTORE: "restored",
}


def said_why(note: ChangeNote, limit: int = 300) -> str:
    """The reason of a change, as it was typed or, where no one typed one, in our words."""
    match note.reason:
        case OwnReason.REVIEWED:
            return "Read through, and still right."
        case OwnReason.IMPORTED:
            return f"Imported from {quoted(note.source)}."
        case _:
            return quoted(note.reason, limit)


def why_second(topics: tuple[str, ...], *, loses_must_answer: bool) -> str:
    """Why a second moderator must agree."""
    because = [f"“{topic_title(topic)}” is a subject that needs two moderators." for topic in topics]
    if loses_must_answer:
        because.append("A question that must be answered would lose its answer or get another.")
    return " ".join(because)


def second_needed(second: SecondPerson) -> str:
    """Says that a second moderator must agree, why, and who it can be."""
    sides = " One must be a commissioner and the other must not." if second.both_sides else ""
    why = why_second(second.topics, loses_must_answer=second.loses_must_answer)
    return f"**A second moderator must agree.** {why}{sides}"
