"""Reading answers."""

from dataclasses import replace

from bot.actions.here import Here
from bot.actions.registry import Result, handles
from bot.cards.answers import Shown, answer_card, full_card, sources_card
from bot.cards.browsing import browse_card, topic_card
from bot.cards.help import help_card
from bot.domain.actor import TERMINAL
from bot.domain.entry import Entry
from bot.domain.errors import NotFound, Thing
from bot.domain.topics import TOPICS
from bot.domain.verbs.reading import Browse, Look, Read, SeeHelp, Show, Sources, Topic

READING = (Show, Look, Read, Sources, Browse, Topic, SeeHelp)
"""The verbs that work where nothing can be kept."""


@handles(Show)
def show(verb: Show, here: Here) -> Result:
    """Show an answer."""
    return answer_card(_entry(verb.entry_id, here), here.base, here.today, _shown(verb, here))


@handles(Look)
def look(verb: Look, here: Here) -> Result:
    """Show an answer below the card that led to it, which is still needed."""
    return replace(answer_card(_entry(verb.entry_id, here), here.base, here.today), replaces=False)


@handles(Read)
def read(verb: Read, here: Here) -> Result:
    """Show a page of the whole answer."""
    entry = _entry(verb.entry_id, here)
    return full_card(entry, here.base, here.today, _shown(verb, here), page=verb.page)


@handles(Sources)
def sources(verb: Sources, here: Here) -> Result:
    """Show where an answer comes from."""
    return sources_card(_entry(verb.entry_id, here), here.base, here.today, _shown(verb, here))


@handles(Browse)
def browse(verb: Browse, here: Here) -> Result:
    """List the subjects."""
    return browse_card(here.base, below=verb.below)


@handles(Topic)
def topic(verb: Topic, here: Here) -> Result:
    """List the answers on one subject."""
    if verb.topic not in TOPICS:
        raise NotFound(Thing.TOPIC, verb.topic)
    return topic_card(verb.topic, here.base, page=verb.page)


@handles(SeeHelp)
def help_(_verb: SeeHelp, here: Here) -> Result:
    """Say what the bot can do for this person."""
    return help_card(here.by)


def _entry(entry_id: str, here: Here) -> Entry:
    return here.app.answering.show(entry_id, guild_id=here.by.guild_id)


def _shown(verb: Show | Read | Sources, here: Here) -> Shown:
    """How the answer was shown before, where the verb says so and the question is not forgotten."""
    if verb.asked_id is None:
        return Shown(nation=here.nation)
    try:
        found = here.app.feedback.shown(verb.asked_id, by=here.by)
    except NotFound:
        return Shown(nation=here.nation)
    shown = shown_again(verb.asked_id, verb.reply_to, here)
    return replace(shown, picked=found.id != verb.entry_id)


def shown_again(asked_id: int, reply_to: int | None, here: Here) -> Shown:
    """How the answer to a question is shown again."""
    return Shown(asked_id, reply_to=reply_to, shareable=here.by.guild_id != TERMINAL, nation=here.nation)
