"""What is said of a question: the answer, a choice of answers, an honest "I don't know", or who to call."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.cards.answers import (
    BROWSE,
    LOOKED_UP,
    Shown,
    answer_card,
    ask_a_moderator,
    elsewhere_first,
    elsewhere_of,
    own_nation,
)
from bot.cards.card import Action, Card
from bot.cards.plain import plain
from bot.domain.answer import Answer, Help, NoAnswer, Outcome, Suggestions
from bot.domain.distress import HelpCard
from bot.domain.entry import Entry
from bot.domain.knowledge import KnowledgeBase
from bot.domain.verbs.reading import Meant, SeeHelp, Show


def outcome_card(outcome: Outcome, base: KnowledgeBase, today: date, shown: Shown = LOOKED_UP) -> Card:
    """The card for the outcome of a question."""
    match outcome:
        case Answer():
            card = answer_card(outcome.entry, base, today, shown)
            also = {entry.id for entry in outcome.also}
            others = [choice for choice in card.choices if also.isdisjoint(choice.verb.arguments)]
            return replace(card, choices=(*_also(outcome.also), *others))
        case Suggestions():
            return suggestions_card(outcome, base, shown)
        case NoAnswer():
            return no_answer_card(outcome, shown.asked_id)
        case Help():
            return help_needed_card(outcome.card)


def suggestions_card(outcome: Suggestions, base: KnowledgeBase, shown: Shown = LOOKED_UP) -> Card:
    """Two or three entries could be right; which one is picked teaches us."""
    elsewhere = elsewhere_of(outcome.offered, base, shown)
    return Card(
        title="Which of these do you mean?",
        text=elsewhere_first(
            "More than one answer could fit your question. I would rather ask than guess.", elsewhere
        ),
        actions=(*ask_a_moderator(shown.asked_id), BROWSE),
        choices=(
            *own_nation(elsewhere, base),
            *(meant(entry, shown) for entry in outcome.offered),
            *_also(entry for entry in outcome.also if entry not in outcome.offered),
        ),
    )


def no_answer_card(outcome: NoAnswer, asked_id: int | None = None) -> Card:
    """Nothing here answers it: say so, and say what can be done."""
    ways_on = (*ask_a_moderator(asked_id), BROWSE, Action("What I can do", SeeHelp()))
    if outcome.signpost is not None:
        links = "\n".join(f"- {plain(title)} <{url}>" for title, url in outcome.signpost.links)
        text = "\n\n".join(part for part in (outcome.signpost.text, links) if part)
        return Card(title=outcome.signpost.title, text=text, actions=ways_on)
    return Card(
        title="I don't know",
        text=(
            "I don't have an answer I trust for that. Try other words, or name what it is about: a grant, a"
            " contract, a consultation, a tender, a meeting with a commissioner."
        ),
        actions=ways_on,
    )


def help_needed_card(card: HelpCard) -> Card:
    """Who to call, for someone in distress or danger."""
    return Card(
        title=card.title, text=card.text, note="If this is not what you meant, ask again in other words."
    )


def meant(entry: Entry, shown: Shown) -> Action:
    """The choice of an entry; where the question is known, as the one that was meant."""
    if shown.asked_id is None:
        return Action(entry.title, Show(entry.id))
    return Action(entry.title, Meant(shown.asked_id, entry_id=entry.id, reply_to=shown.reply_to))


def _also(entries: Iterable[Entry]) -> tuple[Action, ...]:
    """What answers further questions of the same message."""
    return tuple(Action(f"You also asked: {entry.title}", Show(entry.id)) for entry in entries)
