"""What is said when someone asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.cards.card import CUSTOM_ID_LIMIT, Action, Card
from bot.cards.knowledge.parts import RELATIONS
from bot.cards.pages import pages
from bot.cards.plain import plain
from bot.cards.standing import source_line, standing
from bot.domain.entry import Entry, Source
from bot.domain.knowledge import KnowledgeBase
from bot.domain.places import NationPlaces
from bot.domain.server import Nation
from bot.domain.verb import Verb
from bot.domain.verbs.reading import (
    BookAbout,
    Browse,
    NotMeant,
    Read,
    Refer,
    Reply,
    Share,
    Show,
    Sources,
    SuggestChange,
    Topic,
    Vote,
)

_ROOM = CUSTOM_ID_LIMIT - 5
"""Characters of an id that leave a front end a few of its own."""

BROWSE = Action("Browse the answers", Browse(below=True))


@dataclass(frozen=True, slots=True)
class Shown:
    """How an answer came to be shown: what lets people say what they think of it.

    `asked_id` is the question's number, `vote` what was said of the answer before, `reply_to` the message
    that it is to answer. `shareable` where there are others to share it with; `picked` where it is not the
    answer that was found, but the one that someone chose instead. `nation` is where the person asks from.
    """

    asked_id: int | None = None
    vote: bool | None = None
    reply_to: int | None = None
    shareable: bool = False
    picked: bool = False
    nation: Nation | None = None


LOOKED_UP = Shown()


def answer_card(entry: Entry, base: KnowledgeBase, today: date, shown: Shown = LOOKED_UP) -> Card:
    """One entry: its short answer, whether it still applies, its sources, and what can be done next."""
    more = (Action("Read more", _read(entry, shown, 1)),) if entry.detail else ()
    elsewhere = elsewhere_of([entry], base, shown)
    return Card(
        title=entry.title,
        text=elsewhere_first(entry.short_answer, elsewhere),
        note=standing(entry, base, today),
        sources=entry.sources,
        actions=(
            *more,
            _sources(entry, shown),
            *_say_of(shown, entry),
            Action("Book a conversation about this", BookAbout(entry.id)),
            Action("Suggest a change", SuggestChange(entry.id)),
            *(_among_others(entry) if shown.asked_id is None else ()),
        ),
        choices=(*own_nation(elsewhere, base), *_related(entry, base)),
        choose="Read next",
    )


def full_card(
    entry: Entry, base: KnowledgeBase, today: date, shown: Shown = LOOKED_UP, *, page: int = 1
) -> Card:
    """One entry, whole or, where it is too long for a message, a page of it."""
    every = pages(entry.detail)
    page = min(max(page, 1), len(every))
    further = (Action(f"Page {page + 1} of {len(every)}", _read(entry, shown, page + 1)),)
    return Card(
        title=entry.title if page == 1 else f"{entry.title} (page {page} of {len(every)})",
        text=entry.short_answer if page == 1 else "",
        detail=every[page - 1],
        note=standing(entry, base, today),
        sources=entry.sources,
        actions=(
            *(further if page < len(every) else ()),
            _sources(entry, shown),
            _back(entry, shown),
            *(_among_others(entry) if shown.asked_id is None else ()),
        ),
        choices=_related(entry, base),
        choose="Read next",
    )


def sources_card(entry: Entry, base: KnowledgeBase, today: date, shown: Shown = LOOKED_UP) -> Card:
    """Where an entry's facts come from, with addresses, and how far they were confirmed."""
    return Card(
        title=f"Sources: {entry.title}",
        text="\n".join(f"- {plain(source_line(source))}{_address(source)}" for source in entry.sources),
        note=standing(entry, base, today),
        actions=(_back(entry, shown),),
    )


def elsewhere_of(entries: Iterable[Entry], base: KnowledgeBase, shown: Shown) -> NationPlaces | None:
    """The nation that is asked about, where none of the entries covers it."""
    found = [base.guide.places.of(shown.nation, entry.jurisdiction) for entry in entries]
    return found[0] if found and all(found) else None


def elsewhere_first(text: str, elsewhere: NationPlaces | None) -> str:
    """The text, after a line for those who ask from a nation that has other rules."""
    return f"**{elsewhere.line}**\n\n{text}" if elsewhere else text


def own_nation(elsewhere: NationPlaces | None, base: KnowledgeBase) -> tuple[Action, ...]:
    """The way to the nation's own answer."""
    own = base.entries.get(elsewhere.entry_id) if elsewhere else None
    return (Action(f"{elsewhere.nation}: {own.title}", Show(own.id)),) if own and elsewhere else ()


def _address(source: Source) -> str:
    return f" <{source.url}>" if source.url else ""


def _read(entry: Entry, shown: Shown, page: int) -> Verb:
    """Shows a page of the same answer, from which the way leads back if the id has room for it."""
    return _fitting(
        Read(entry.id, page=page, asked_id=shown.asked_id, reply_to=shown.reply_to), Read(entry.id, page=page)
    )


def _sources(entry: Entry, shown: Shown) -> Action:
    whole = Sources(entry.id, asked_id=shown.asked_id, reply_to=shown.reply_to)
    return Action("Sources", _fitting(whole, Sources(entry.id)))


def _back(entry: Entry, shown: Shown) -> Action:
    whole = Show(entry.id, asked_id=shown.asked_id, reply_to=shown.reply_to)
    return Action("Back to the answer", _fitting(whole, Show(entry.id)))


def _fitting(whole: Verb, short: Verb) -> Verb:
    """The verb that says how the answer was shown, or one that does not where its id would be too long."""
    return whole if len(whole.custom_id) <= _ROOM else short


def _among_others(entry: Entry) -> tuple[Action, ...]:
    """For someone who did not ask but looked: the way to the list that it is in."""
    return (Action("All on this subject", Topic(entry.topic)),)


def _say_of(shown: Shown, entry: Entry) -> tuple[Action, ...]:
    """What someone can say of an answer that they were shown."""
    if shown.asked_id is None:
        return ()
    return (
        *(() if shown.picked else _vote(shown, shown.asked_id)),
        *_share(shown, shown.asked_id, entry.id if shown.picked else None),
        *ask_a_moderator(shown.asked_id),
    )


def _vote(shown: Shown, asked_id: int) -> tuple[Action, ...]:
    """On the answer that was found; one that was picked instead says all that a vote would."""
    yes = "Helpful (your vote)" if shown.vote else "Helpful"
    no = "Not helpful (your vote)" if shown.vote is False else "Not helpful"
    return (
        Action(yes, Vote(asked_id, helpful=True, reply_to=shown.reply_to)),
        Action(no, Vote(asked_id, helpful=False, reply_to=shown.reply_to)),
        Action("Not what I meant", NotMeant(asked_id, reply_to=shown.reply_to)),
    )


def _share(shown: Shown, asked_id: int, picked: str | None) -> tuple[Action, ...]:
    if shown.reply_to is not None:
        return (Action("Reply with this", Reply(asked_id, reply_to=shown.reply_to, picked=picked)),)
    return (Action("Share", Share(asked_id, picked=picked)),) if shown.shareable else ()


def ask_a_moderator(asked_id: int | None) -> tuple[Action, ...]:
    """The way to the moderators, where the question is known."""
    return (Action("Ask a moderator", Refer(asked_id)),) if asked_id is not None else ()


def _related(entry: Entry, base: KnowledgeBase) -> tuple[Action, ...]:
    return tuple(
        Action(f"{RELATIONS[link.relation]}: {base.entries[link.entry_id].title}", Show(link.entry_id))
        for link in entry.related
        if link.entry_id in base.entries
    )
