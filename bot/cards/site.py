"""What the web pages say around the answers."""

from collections.abc import Mapping

from bot.cards.knowledge.parts import RELATIONS
from bot.domain.entry import Entry
from bot.domain.knowledge import KnowledgeBase

WORDS: Mapping[str, str] = {
    "name": "Parley",
    "about": "Answers for charities and public-service commissioners in England.",
    "title": "Answers about charities and public services",
    "skip": "Skip to the main content",
    "all": "All answers",
    "next": "Read next",
    "sources": "Sources",
    "no_sources": "This is practical advice. It does not come from a published source.",
    "ask": "Ask a question in your own words",
    "search": "Search",
    "found": "These answers come nearest",
    "nothing": "I don't have an answer for that. Try other words, or choose a subject below.",
    "no_script": "Searching needs JavaScript. All answers are listed below.",
    "footer": "People wrote every answer. This is information, not legal advice.",
}


def version_line(entry: Entry) -> str:
    """Which version of the answer the page shows."""
    return f"Version {entry.version}."


def related_links(entry: Entry, base: KnowledgeBase) -> list[dict[str, str]]:
    """What to read next: a label, and the answer that it leads to."""
    return [
        {"label": RELATIONS[link.relation], "id": link.entry_id, "title": base.entries[link.entry_id].title}
        for link in entry.related
        if link.entry_id in base.entries
    ]
