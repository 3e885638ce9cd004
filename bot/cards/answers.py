"""What is said when somebody asks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.cards.card import CUSTOM_ID_LIMIT, Action, Card
from bot.cards.pages import pages
from bot.cards.plain import plain
from bot.domain.answer import Answer, Help, NoAnswer, Outcome, Suggestions
from bot.domain.distress import HelpCard
from bot.domain.entry import Entry, Relation, Source
from bot.domain.knowledge import KnowledgeBase
from bot.domain.server import Nation
from bot.domain.verb import Verb
from bot.domain.verbs.reading import (
    BookAbout,
    Browse,
    Meant,
    NotMeant,
    Read,
    Refer,
    Reply,
    SeeHelp,
    Share,
    Show,
    Sources,
    SuggestChange,
    Topic,
    Vote,
)

LEADS_TO = {
    Relation.EVIDENCE: "An example",
    Relation.EXCEPTION: "Where it differs",
    Relation.NEXT_STEP: "Next",
}
_ROOM = CUSTOM_ID_LIMIT - 5
"""Characters of an id that leave a front end a few of its own."""

_BROWSE = Action("Browse the answers", Browse(beside=True))


@dataclass(frozen=True, slots=True)
class Shown:
    """How an answer came to be shown: what lets people say what they think of it.

    `asked_id` is the question's number, `vote` what was said of the answer before, `reply_to` the message
    that it is to answer. `shareable` where there are others to share it with; `picked` where it is not the
    answer that was found, but the one that somebody chose instead. `nation` is where the person asks from.
    """

    asked_id: int | None = None
    vote: bool | None = None
    reply_to: int | None = None
    shareable: bool = False
    picked: bool = False
    nation: Nation | None = None


_LOOKED_UP = Shown()


def outcome_card(outcome: Outcome, base: KnowledgeBase, today: date, shown: Shown = _LOOKED_UP) -> Card:
    """Say what came of a question."""
    match outcome:
        case Answer():
            card = answer_card(outcome.entry, base, today, shown)
            also = {entry.id for entry in outcome.also}
            others = [choice for choice in card.choices if also.isdisjoint(choice.verb.arguments)]
            return replace(card, choices=(*_also(outcome.also), *others))
        case Suggestions():
            return suggestions_card(outcome, shown)
        case NoAnswer():
            return no_answer_card(outcome, shown.asked_id)
        case Help():
            return help_needed_card(outcome.card)


def answer_card(entry: Entry, base: KnowledgeBase, today: date, shown: Shown = _LOOKED_UP) -> Card:
    """One entry: its short answer, whether it still holds, its sources, and what can be done next."""
    more = (Action("Read more", _read(entry, shown, 1)),) if entry.detail else ()
    return Card(
        title=entry.title,
        text=_with_place(entry, base, shown),
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
        choices=(*_own_nation(entry, base, shown), *_related(entry, base)),
        choose="Read next",
    )


def help_needed_card(card: HelpCard) -> Card:
    """Who to call, for someone in distress or danger."""
    return Card(
        title=card.title, text=card.text, note="If this is not what you meant, ask again in other words."
    )


def full_card(
    entry: Entry, base: KnowledgeBase, today: date, shown: Shown = _LOOKED_UP, *, page: int = 1
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


def sources_card(entry: Entry, base: KnowledgeBase, today: date, shown: Shown = _LOOKED_UP) -> Card:
    """Where an entry's facts come from, with addresses, and how far they were confirmed."""
    return Card(
        title=f"Sources: {entry.title}",
        text="\n".join(f"- {plain(source_line(source))}{_address(source)}" for source in entry.sources),
        note=standing(entry, base, today),
        actions=(_back(entry, shown),),
    )


def suggestions_card(outcome: Suggestions, shown: Shown = _LOOKED_UP) -> Card:
    """Two or three entries could be right; which one is picked teaches us."""
    return Card(
        title="Which of these do you mean?",
        text="More than one answer could fit your question. I would rather ask than guess.",
        actions=(*_ask_a_moderator(shown.asked_id), _BROWSE),
        choices=(
            *(meant(entry, shown) for entry in outcome.offered),
            *_also(entry for entry in outcome.also if entry not in outcome.offered),
        ),
    )


def no_answer_card(outcome: NoAnswer, asked_id: int | None = None) -> Card:
    """Nothing here answers it: say so, and say what can be done."""
    ways_on = (*_ask_a_moderator(asked_id), _BROWSE, Action("What I can do", SeeHelp()))
    if outcome.signpost is not None:
        return Card(title=outcome.signpost.title, text=outcome.signpost.text, actions=ways_on)
    return Card(
        title="I don't know",
        text=(
            "I don't have an answer I trust for that. Try other words, or name what it is about: a grant, a"
            " contract, a consultation, a tender, a meeting with a commissioner."
        ),
        actions=ways_on,
    )


def _with_place(entry: Entry, base: KnowledgeBase, shown: Shown) -> str:
    """The short answer, after a line that says so where the nation that is asked about has other rules."""
    elsewhere = base.guide.places.of(shown.nation, entry.jurisdiction)
    return f"**{elsewhere.line}**\n\n{entry.short_answer}" if elsewhere else entry.short_answer


def _own_nation(entry: Entry, base: KnowledgeBase, shown: Shown) -> tuple[Action, ...]:
    """The way to the answer of the nation that is asked about."""
    elsewhere = base.guide.places.of(shown.nation, entry.jurisdiction)
    own = base.entries.get(elsewhere.entry_id) if elsewhere else None
    return (Action(f"{shown.nation}: {own.title}", Show(own.id)),) if own else ()


def meant(entry: Entry, shown: Shown) -> Action:
    """The choice of an entry; where the question is known, as the one that was meant."""
    if shown.asked_id is None:
        return Action(entry.title, Show(entry.id))
    return Action(entry.title, Meant(shown.asked_id, entry_id=entry.id, reply_to=shown.reply_to))


def standing(entry: Entry, base: KnowledgeBase, today: date) -> str:
    """Whether the answer still holds: its status, where, when it was checked, and what took its place."""
    said = [f"{entry.status.capitalize()}, {entry.jurisdiction}.", f"Checked {entry.reviewed:%B %Y}."]
    if entry.as_of.replace(day=1) != entry.reviewed.replace(day=1):
        said.append(f"The facts are those of {entry.as_of:%B %Y}.")
    successor = base.entries.get(entry.superseded_by or "")
    if successor is not None:
        said.append(successor.succession or f"What took its place: {successor.title}.")
    if entry.is_due_for_review(today):
        said.append(f"Review overdue since {entry.review_after:%-d %B %Y}.")
    return " ".join(said)


def source_line(source: Source) -> str:
    """One source as a line of text, not of Markdown."""
    parts = [source.title, source.publisher, str(source.year) if source.year else ""]
    line = ", ".join(part for part in parts if part)
    confirmed = "" if source.confirmed else " (not confirmed)"
    return f"{line}{confirmed}"


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
    """For somebody who did not ask but looked: the way to the list that it stands in."""
    return (Action("All on this subject", Topic(entry.topic)),)


def _say_of(shown: Shown, entry: Entry) -> tuple[Action, ...]:
    """What somebody can say of an answer that they were shown."""
    if shown.asked_id is None:
        return ()
    return (
        *(() if shown.picked else _vote(shown, shown.asked_id)),
        *_share(shown, shown.asked_id, entry.id if shown.picked else None),
        *_ask_a_moderator(shown.asked_id),
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


def _ask_a_moderator(asked_id: int | None) -> tuple[Action, ...]:
    return (Action("Ask a moderator", Refer(asked_id)),) if asked_id is not None else ()


def _also(entries: Iterable[Entry]) -> tuple[Action, ...]:
    """What answers further questions of the same message."""
    return tuple(Action(f"You also asked: {entry.title}", Show(entry.id)) for entry in entries)


def _related(entry: Entry, base: KnowledgeBase) -> tuple[Action, ...]:
    return tuple(
        Action(f"{LEADS_TO[link.relation]}: {base.entries[link.entry_id].title}", Show(link.entry_id))
        for link in entry.related
        if link.entry_id in base.entries
    )
