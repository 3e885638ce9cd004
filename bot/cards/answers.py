"""What is said when somebody asks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.cards.card import CUSTOM_ID_LIMIT, Action, Card, legacy
from bot.cards.pages import pages
from bot.cards.plain import plain
from bot.domain.answer import Answer, NoAnswer, Outcome, Suggestions
from bot.domain.entry import Entry, Relation, Source
from bot.domain.knowledge import KnowledgeBase

_LEADS_TO = {
    Relation.EVIDENCE: "An example",
    Relation.EXCEPTION: "Where it differs",
    Relation.NEXT_STEP: "Next",
}
_ROOM = CUSTOM_ID_LIMIT - 5
"""Characters of an id that leave a front end a few of its own."""

_BROWSE = legacy("Browse the answers", "browse", ("beside",))


@dataclass(frozen=True, slots=True)
class Shown:
    """How an answer came to be shown: what lets people say what they think of it.

    `asked_id` is the question's number, `vote` what was said of the answer before, `reply_to` the message
    that it is to answer. `shareable` where there are others to share it with; `picked` where it is not the
    answer that was found, but the one that somebody chose instead.
    """

    asked_id: int | None = None
    vote: bool | None = None
    reply_to: int | None = None
    shareable: bool = False
    picked: bool = False

    @property
    def trail(self) -> tuple[str, ...]:
        """What leads back here from a card that shows more of the same answer."""
        return () if self.asked_id is None else (str(self.asked_id), *self.reply)

    @property
    def reply(self) -> tuple[str, ...]:
        """The message that the answer is to answer, as a button carries it."""
        return () if self.reply_to is None else (str(self.reply_to),)


_LOOKED_UP = Shown()


def outcome_card(outcome: Outcome, base: KnowledgeBase, today: date, shown: Shown = _LOOKED_UP) -> Card:
    """Say what came of a question."""
    match outcome:
        case Answer():
            card = answer_card(outcome.entry, base, today, shown)
            also = {entry.id for entry in outcome.also}
            others = [choice for choice in card.choices if also.isdisjoint(choice.arguments)]
            return replace(card, choices=(*_also(outcome.also), *others))
        case Suggestions():
            return suggestions_card(outcome, shown)
        case NoAnswer():
            return no_answer_card(outcome, shown.asked_id)


def answer_card(entry: Entry, base: KnowledgeBase, today: date, shown: Shown = _LOOKED_UP) -> Card:
    """One entry: its short answer, whether it still holds, its sources, and what can be done next."""
    first_page = ("1",) if shown.trail else ()
    more = (_leading_on("Read more", "read", (entry.id, *first_page), shown),) if entry.detail else ()
    return Card(
        title=entry.title,
        text=entry.short_answer,
        note=standing(entry, base, today),
        sources=entry.sources,
        actions=(
            *more,
            _leading_on("Sources", "sources", (entry.id,), shown),
            *_say_of(shown, entry),
            legacy("Book a conversation about this", "book-about", (entry.id,)),
            legacy("Suggest a change", "suggest-change", (entry.id,)),
            *(_among_others(entry) if shown.asked_id is None else ()),
        ),
        choices=_related(entry, base),
        choose="Read next",
    )


def full_card(
    entry: Entry, base: KnowledgeBase, today: date, shown: Shown = _LOOKED_UP, *, page: int = 1
) -> Card:
    """One entry, whole or, where it is too long for a message, a page of it."""
    every = pages(entry.detail)
    page = min(max(page, 1), len(every))
    further = (_leading_on(f"Page {page + 1} of {len(every)}", "read", (entry.id, str(page + 1)), shown),)
    return Card(
        title=entry.title if page == 1 else f"{entry.title} (page {page} of {len(every)})",
        text=entry.short_answer if page == 1 else "",
        detail=every[page - 1],
        note=standing(entry, base, today),
        sources=entry.sources,
        actions=(
            *(further if page < len(every) else ()),
            _leading_on("Sources", "sources", (entry.id,), shown),
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
        text="More than one answer could fit your question, so I would rather ask than guess.",
        actions=(*_ask_a_moderator(shown.asked_id), _BROWSE),
        choices=(
            *(meant(entry, shown) for entry in outcome.offered),
            *_also(entry for entry in outcome.also if entry not in outcome.offered),
        ),
    )


def no_answer_card(outcome: NoAnswer, asked_id: int | None = None) -> Card:
    """Nothing here answers it: say so, and say what can be done."""
    ways_on = (*_ask_a_moderator(asked_id), _BROWSE, legacy("What I can do", "help"))
    if outcome.signpost is not None:
        return Card(title=outcome.signpost.title, text=outcome.signpost.text, actions=ways_on)
    return Card(
        title="I don't know",
        text=(
            "I have no answer that I would trust for that. Try it in other words, or name the thing that you"
            " are asking about: a grant, a contract, a consultation, a tender, a meeting with a commissioner."
        ),
        actions=ways_on,
    )


def meant(entry: Entry, shown: Shown) -> Action:
    """The choice of an entry; where the question is known, as the one that was meant."""
    if shown.asked_id is None:
        return legacy(entry.title, "show", (entry.id,))
    return legacy(entry.title, "meant", (str(shown.asked_id), entry.id, *shown.reply))


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


def _leading_on(label: str, verb: str, arguments: tuple[str, ...], shown: Shown) -> Action:
    """Shows more of the same answer, from where the trail leads back, if the id has room for it."""
    action = legacy(label, verb, (*arguments, *shown.trail))
    return action if len(action.custom_id) <= _ROOM else legacy(label, verb, arguments)


def _among_others(entry: Entry) -> tuple[Action, ...]:
    """For somebody who did not ask but looked: the way to the list that it stands in."""
    return (legacy("All on this subject", "topic", (entry.topic,)),)


def _back(entry: Entry, shown: Shown) -> Action:
    return _leading_on("Back to the answer", "show", (entry.id,), shown)


def _say_of(shown: Shown, entry: Entry) -> tuple[Action, ...]:
    """What somebody may say of an answer that they were shown."""
    if shown.asked_id is None:
        return ()
    number = str(shown.asked_id)
    return (
        *(() if shown.picked else _vote(shown, number)),
        *_share(shown, number, (entry.id,) if shown.picked else ()),
        *_ask_a_moderator(shown.asked_id),
    )


def _vote(shown: Shown, number: str) -> tuple[Action, ...]:
    """On the answer that was found; one that was picked instead says all that a vote would."""
    yes = "Helpful (your vote)" if shown.vote else "Helpful"
    no = "Not helpful (your vote)" if shown.vote is False else "Not helpful"
    return (
        legacy(yes, "vote", (number, "yes", *shown.reply)),
        legacy(no, "vote", (number, "no", *shown.reply)),
        legacy("Not what I meant", "not-meant", (number, *shown.reply)),
    )


def _share(shown: Shown, number: str, picked: tuple[str, ...]) -> tuple[Action, ...]:
    if shown.reply:
        return (legacy("Reply with this", "reply", (number, *shown.reply, *picked)),)
    return (legacy("Share", "share", (number, *picked)),) if shown.shareable else ()


def _ask_a_moderator(asked_id: int | None) -> tuple[Action, ...]:
    return (legacy("Ask a moderator", "refer", (str(asked_id),)),) if asked_id is not None else ()


def _also(entries: Iterable[Entry]) -> tuple[Action, ...]:
    """What answers further questions of the same message."""
    return tuple(legacy(f"You also asked: {entry.title}", "show", (entry.id,)) for entry in entries)


def _related(entry: Entry, base: KnowledgeBase) -> tuple[Action, ...]:
    return tuple(
        legacy(f"{_LEADS_TO[link.relation]}: {base.entries[link.entry_id].title}", "show", (link.entry_id,))
        for link in entry.related
        if link.entry_id in base.entries
    )
