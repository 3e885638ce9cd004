"""The verbs of reading: show, read, sources, browse, topic, help."""

from collections.abc import Mapping

from bot.actions.request import Handler, Request, Result
from bot.cards.answers import answer_card, full_card, sources_card
from bot.cards.browsing import browse_card, topic_card
from bot.cards.help import help_card
from bot.domain.entry import Entry
from bot.domain.errors import NoSuchAction
from bot.domain.topics import TOPICS


def _entry(request: Request) -> Entry:
    """The entry that the first argument names. Raises NoSuchEntry."""
    return request.app.answering.show(request.argument(0), guild_id=request.by.guild_id)


def _page(request: Request, place: int) -> int:
    return request.number(place) if len(request.arguments) > place else 1


def _show(request: Request) -> Result:
    return answer_card(_entry(request), request.base, request.today)


def _read(request: Request) -> Result:
    return full_card(_entry(request), request.base, request.today, page=_page(request, 1))


def _sources(request: Request) -> Result:
    return sources_card(_entry(request), request.base, request.today)


def _browse(request: Request) -> Result:
    return browse_card(request.base)


def _topic(request: Request) -> Result:
    topic = request.argument(0)
    if topic not in TOPICS:
        raise NoSuchAction(f"There is no subject called {topic!r}. /browse lists them.")
    return topic_card(topic, request.base, page=_page(request, 1))


def _help(request: Request) -> Result:
    return help_card(request.by)


VERBS: Mapping[str, Handler] = {
    "show": _show,
    "read": _read,
    "sources": _sources,
    "browse": _browse,
    "topic": _topic,
    "help": _help,
}
