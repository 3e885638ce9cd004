"""Measure the answers against questions whose right topic is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.answer import Answer, NoAnswer, Outcome, Suggestions
from bot.domain.knowledge import KnowledgeBase
from bot.storage.question_files import ExpectedQuestion


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well the questions were answered.

    `questions`, `in_scope` and `none` are counts; the rest are shares from 0 to 1, of the questions in
    scope or of those with no answer. `top1` and `top3` look at the ranking alone, whatever the outcome.
    """

    questions: int
    in_scope: int
    top1: float
    top3: float
    answered_right: float
    answered_wrong: float
    suggested_right: float
    declined: float
    none: int
    none_answered: float
    none_suggested: float
    none_declined: float


def evaluate(base: KnowledgeBase, questions: Iterable[ExpectedQuestion]) -> Evaluation:
    """Ask each question of the base, exactly as people get it, and count what came of it."""
    asked = [(question, base.answer(question.question)) for question in questions]
    scope = [(question.expect, outcome) for question, outcome in asked if question.has_answer]
    none = [outcome for question, outcome in asked if not question.has_answer]
    return Evaluation(
        questions=len(asked),
        in_scope=len(scope),
        top1=_share(_is_ranked(outcome, expect, within=1) for expect, outcome in scope),
        top3=_share(_is_ranked(outcome, expect, within=3) for expect, outcome in scope),
        answered_right=_share(isinstance(o, Answer) and o.entry.topic in expect for expect, o in scope),
        answered_wrong=_share(isinstance(o, Answer) and o.entry.topic not in expect for expect, o in scope),
        suggested_right=_share(_is_offered(outcome, expect) for expect, outcome in scope),
        declined=_share(isinstance(outcome, NoAnswer) for _, outcome in scope),
        none=len(none),
        none_answered=_share(isinstance(outcome, Answer) for outcome in none),
        none_suggested=_share(isinstance(outcome, Suggestions) for outcome in none),
        none_declined=_share(isinstance(outcome, NoAnswer) for outcome in none),
    )


def _share(claims: Iterable[bool]) -> float:
    held = list(claims)
    return sum(held) / len(held) if held else 0.0


def _is_ranked(outcome: Outcome, topics: frozenset[str], *, within: int) -> bool:
    return any(candidate.entry.topic in topics for candidate in outcome.ranked[:within])


def _is_offered(outcome: Outcome, topics: frozenset[str]) -> bool:
    return isinstance(outcome, Suggestions) and any(entry.topic in topics for entry in outcome.offered)
