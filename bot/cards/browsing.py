"""The answers by subject, for those who would rather look than ask."""

from bot.cards.card import Action, Card
from bot.cards.topics import TITLES, topic_title
from bot.domain.knowledge import KnowledgeBase
from bot.domain.verbs.reading import Browse, Show, Topic

_ON_A_PAGE = 20


def browse_card(base: KnowledgeBase, *, below: bool = False) -> Card:
    """The subjects, those that hold an answer, in order; where `below`, the card that led here stays."""
    used = {entry.topic for entry in base.entries.values()}
    return Card(
        title="Browse the answers",
        text="NCVO's ten recommendations, the Compact and its five outcomes, and conversations here.",
        choices=tuple(Action(title, Topic(topic)) for topic, title in TITLES.items() if topic in used),
        choose="Choose a subject",
        replaces=not below,
    )


def topic_card(topic: str, base: KnowledgeBase, *, page: int = 1) -> Card:
    """A page of the answers under one subject: the overview first, then by title."""
    entries = sorted(
        (entry for entry in base.entries.values() if entry.topic == topic),
        key=lambda entry: (not entry.id.endswith("-overview"), entry.title.casefold()),
    )
    last = max(1, -(-len(entries) // _ON_A_PAGE))
    page = min(max(page, 1), last)
    further = Action(f"Page {page + 1} of {last}", Topic(topic, page=page + 1))
    return Card(
        title=topic_title(topic) + (f" (page {page} of {last})" if last > 1 else ""),
        text="Choose one to read it." if entries else "There are no answers on this subject yet.",
        choices=tuple(
            Action(entry.title, Show(entry.id))
            for entry in entries[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]
        ),
        choose="Choose an answer",
        actions=(*((further,) if page < last else ()), Action("All subjects", Browse())),
    )
