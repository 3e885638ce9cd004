"""Why an answer was found, in a line for the terminal."""

from bot.domain.retrieval import Explanation, Reason

NOTHING_TO_SAY = "No word of the question says what it is about."


def explained_line(entry_id: str, found: Explanation) -> str:
    """The words that matched: late-payment matched 'notice', 'funding' from 'fundng'."""
    words = ", ".join(_said(reason) for reason in found.reasons)
    return f"{entry_id} matched {words or 'no word'}"


def _said(reason: Reason) -> str:
    return f"'{reason.word}'" + (f" from '{reason.typed}'" if reason.typed != reason.word else "")
