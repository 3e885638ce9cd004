"""Completes the entry that someone is naming, for commands and for forms."""

from collections.abc import Mapping

from bot.domain.completion import closest
from bot.domain.verb import Verb
from bot.domain.verbs.knowledge.drafts import Restore
from bot.domain.verbs.knowledge.entries import SeeDifference, SeeVersions
from bot.services.app import App

_LABEL = 100
"""Characters that Discord shows of one choice."""

OF_THE_PAST: frozenset[type[Verb]] = frozenset({Restore, SeeVersions, SeeDifference})
"""The verbs that also take retired entries. To find those, the disk is read."""

Choices = list[tuple[str, str]]
"""Ids of entries, each with its title."""


def complete_entry(app: App, kind: type[Verb], typed: str, *, guild_id: int) -> Choices:
    """Up to 25 entries that may be meant, the likeliest first."""
    if kind in OF_THE_PAST:
        titles = app.knowledge.history.titles(guild_id)
    else:
        titles = {i: entry.title for i, entry in app.answering.finder.at_hand(guild_id).entries.items()}
    return [(entry_id, _label(titles[entry_id], entry_id)) for entry_id in closest(titles, typed)]


def entry_named(typed: str, titles: Mapping[str, str]) -> str:
    """The id of the entry that was typed by its id or its title, in capitals or not; else what was typed."""
    wanted = " ".join(typed.split()).casefold()
    by_title = {title.casefold(): entry_id for entry_id, title in titles.items()}
    return wanted if wanted in titles else by_title.get(wanted, typed)


def _label(title: str, entry_id: str) -> str:
    """The title, with the id where there is room for it."""
    both = f"{title} ({entry_id})"
    return both if len(both) <= _LABEL else title[:_LABEL]
