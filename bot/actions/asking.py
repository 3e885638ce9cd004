"""The cards for the outcome of a question. Apart from the verbs, so that one question starts quickly."""

from datetime import date

from bot.cards.answers import full_card
from bot.cards.card import Card
from bot.cards.explained import NOTHING_TO_SAY, explained_line
from bot.cards.outcomes import outcome_card
from bot.domain.answer import Answer, Outcome
from bot.domain.knowledge import KnowledgeBase


def whole_card(outcome: Outcome, base: KnowledgeBase, today: date) -> Card:
    """The same with nothing left to read on, for where no choice can follow."""
    if isinstance(outcome, Answer):
        return full_card(outcome.entry, base, today)
    return outcome_card(outcome, base, today)


def explanation(question: str, outcome: Outcome, base: KnowledgeBase) -> str:
    """Why the best entry was found, whatever the outcome: the words that matched."""
    if not outcome.ranked:
        return NOTHING_TO_SAY
    best = outcome.ranked[0].entry.id
    return explained_line(best, base.explain(question, best))
