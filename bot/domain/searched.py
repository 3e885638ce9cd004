"""What the engine reads of entries, signposts and messages."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from bot.domain.entry import Entry, Signpost
from bot.domain.retrieval import Document
from bot.domain.retrieval.documents import Contrasts
from bot.domain.retrieval.heads import NOT_COVERED
from bot.domain.retrieval.noise import without_noise
from bot.domain.retrieval.passages import passages, questions
from bot.domain.topics import TOPICS


def as_document(entry: Entry) -> Document:
    """What the engine reads of an entry."""
    contrasts: Contrasts = entry.contrasts
    return Document(
        entry.id,
        entry.title,
        entry.questions,
        entry.short_answer,
        entry.detail,
        entry.topic,
        contrasts,
        tuple(link.entry_id for link in entry.related),
    )


def as_post(signpost: Signpost) -> Document:
    """What the engine reads of a signpost."""
    return Document(signpost.id, signpost.title, signpost.questions, topic=NOT_COVERED)


def passages_of(message: str) -> list[list[str]]:
    """The passages in which each question of a message may say what it is about, the whole first."""
    first, *others = questions(without_noise(message))
    return [passages(first), *([other] for other in others)]


def of_every_subject(entries: Iterable[Entry]) -> Iterator[str]:
    """Titles of entries: one of each subject, then another of each; those that ask something come first."""
    by_topic: dict[str, list[str]] = {topic: [] for topic in TOPICS}
    for entry in sorted(entries, key=lambda entry: not entry.title.endswith("?")):
        by_topic.setdefault(entry.topic, []).append(entry.title)
    return (title for some in zip_longest(*by_topic.values()) for title in some if title is not None)
