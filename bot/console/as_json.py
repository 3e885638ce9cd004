"""An outcome as JSON, for programs."""

from dataclasses import asdict
from typing import Any

from bot.domain.answer import Answer, Outcome, name_of


def outcome_as_json(outcome: Outcome, text: str) -> dict[str, Any]:
    """The outcome with its entry, if one answers, and up to five alternatives, best first.

    `text` is the entry's Markdown for an answer, else what a person is told. The outer `score` is how
    sure it is, from 0 to 1, that there is an answer; each alternative's is how well that entry fits.
    """
    entry = outcome.entry if isinstance(outcome, Answer) else None
    return {
        "outcome": name_of(outcome),
        "entry": entry.id if entry else None,
        "topic": entry.topic if entry else None,
        "score": round(outcome.confidence, 4),
        "text": entry.body if entry else text,
        "sources": [asdict(source) for source in entry.sources] if entry else [],
        "status": entry.status.value if entry else None,
        "as_of": entry.as_of.isoformat() if entry and entry.as_of else None,
        "alternatives": [
            {
                "entry": candidate.entry.id,
                "topic": candidate.entry.topic,
                "title": candidate.entry.title,
                "score": round(candidate.score, 4),
            }
            for candidate in outcome.ranked
        ],
    }
