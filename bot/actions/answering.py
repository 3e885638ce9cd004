"""The verbs of reading: show, look, read, sources, browse, topic, help."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions.feedback import shown_again
from bot.actions.request import Handler, Request, Result
from bot.cards.answers import Shown, answer_card, full_card, sources_card
from bot.cards.browsing import browse_card, topic_card
from bot.cards.help import help_card
from bot.domain.entry import Entry
from bot.domain.errors import AnswerForgotten, NoSuchAction, NoSuchEntry
from bot.domain.topics import TOPICS


def _entry(request: Request) -> Entry:
    """The entry that the first argument names. Raises NoSuchEntry."""
    return request.app.answering.show(request.argument(0), guild_id=request.by.guild_id)


def _shown(request: Request, place: int) -> Shown:
    """How the answer was shown before, where a trail leads back to that; nothing where it is forgotten."""
    if len(request.arguments) <= place:
        return Shown()
    shown = shown_again(request, place, place + 1)
    try:
        found = request.feedback.shown(request.number(place), by=request.by)
    except (AnswerForgotten, NoSuchEntry):
        return Shown()
    return replace(shown, picked=found.id != request.argument(0))


def _page(request: Request, place: int) -> int:
    return request.number(place) if len(request.arguments) > place else 1


def _show(request: Request) -> Result:
    return answer_card(_entry(request), request.base, request.today, _shown(request, 1))


def _look(request: Request) -> Result:
    """The same beside the card that led to it, which is still needed."""
    return replace(answer_card(_entry(request), request.base, request.today), replaces=False)


def _read(request: Request) -> Result:
    page, shown = _page(request, 1), _shown(request, 2)
    return full_card(_entry(request), request.base, request.today, shown, page=page)


def _sources(request: Request) -> Result:
    return sources_card(_entry(request), request.base, request.today, _shown(request, 1))


def _browse(request: Request) -> Result:
    return browse_card(request.base, beside=bool(request.arguments))


def _topic(request: Request) -> Result:
    topic = request.argument(0)
    if topic not in TOPICS:
        raise NoSuchAction(f"There is no subject called {topic!r}. /browse lists them.")
    return topic_card(topic, request.base, page=_page(request, 1))


def _help(request: Request) -> Result:
    return help_card(request.by)


VERBS: Mapping[str, Handler] = {
    "show": _show,
    "look": _look,
    "read": _read,
    "sources": _sources,
    "browse": _browse,
    "topic": _topic,
    "help": _help,
}
