"""The answers by subject, for those who would rather look than ask."""

from bot.cards.card import Action, Card
from bot.domain.knowledge import KnowledgeBase
from bot.domain.topics import TOPICS


def browse_card(base: KnowledgeBase) -> Card:
    """The subjects, those that hold an answer, in order."""
    used = {entry.topic for entry in base.entries.values()}
    return Card(
        title="Browse the answers",
        text="The ten recommendations of 2012, the Compact and its five outcomes, and conversations here.",
        actions=tuple(Action(title, "topic", (topic,)) for topic, title in TOPICS.items() if topic in used),
    )


def topic_card(topic: str, base: KnowledgeBase) -> Card:
    """Every answer under one subject, overviews first, then by title."""
    entries = sorted(
        (entry for entry in base.entries.values() if entry.topic == topic),
        key=lambda entry: (not entry.id.endswith("-overview"), entry.title.casefold()),
    )
    return Card(
        title=TOPICS.get(topic, topic),
        text="Choose one to read it." if entries else "There is no answer under this subject yet.",
        actions=(
            *(Action(entry.title, "show", (entry.id,)) for entry in entries),
            Action("All subjects", "browse"),
        ),
    )
