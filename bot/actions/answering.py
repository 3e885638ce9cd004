"""The verbs of reading: show, read, sources, browse, topic, help."""

from collections.abc import Callable
from datetime import date

from bot.cards.answers import answer_card, full_card, sources_card
from bot.cards.browsing import browse_card, topic_card
from bot.cards.card import Card
from bot.cards.help import help_card
from bot.domain.actor import Actor
from bot.domain.entry import Entry
from bot.domain.errors import NoSuchAction
from bot.domain.knowledge import KnowledgeBase
from bot.domain.topics import TOPICS
from bot.services.app import App


def _of_entry(make: Callable[[Entry, KnowledgeBase, date], Card]) -> Callable[..., Card]:
    """A verb whose one argument is an entry's id. It raises NoSuchEntry."""

    def handler(app: App, _by: Actor, arguments: tuple[str, ...]) -> Card:
        entry = app.answering.show(" ".join(arguments))
        return make(entry, app.answering.base, app.now().date())

    return handler


def _browse(app: App, _by: Actor, _arguments: tuple[str, ...]) -> Card:
    return browse_card(app.answering.base)


def _topic(app: App, _by: Actor, arguments: tuple[str, ...]) -> Card:
    topic = " ".join(arguments)
    if topic not in TOPICS:
        raise NoSuchAction(f"There is no subject called {topic!r}. /browse lists them.")
    return topic_card(topic, app.answering.base)


def _help(_app: App, _by: Actor, _arguments: tuple[str, ...]) -> Card:
    return help_card()


VERBS = {
    "show": _of_entry(answer_card),
    "read": _of_entry(full_card),
    "sources": _of_entry(sources_card),
    "browse": _browse,
    "topic": _topic,
    "help": _help,
}
