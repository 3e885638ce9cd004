"""People in distress get who to call, and people who only use frightening words do not."""

import json
from pathlib import Path

import pytest

from bot.app import load_knowledge
from bot.domain.answer import Help
from bot.domain.knowledge import KnowledgeBase
from bot.settings import SHIPPED_KNOWLEDGE

SETS = Path(__file__).parent / "questions"


@pytest.fixture(scope="module")
def shipped() -> KnowledgeBase:
    """The answers that come with Parley."""
    return load_knowledge(SHIPPED_KNOWLEDGE)


def cards(base: KnowledgeBase, name: str) -> list[tuple[list[str], str | None]]:
    """What each message of a set expects, and the card that it gets."""
    rows = json.loads((SETS / f"{name}.json").read_text(encoding="utf-8"))
    outcomes = base.answer_many([row["question"] for row in rows])
    return [
        (row["expect"], f"help:{outcome.card.id}" if isinstance(outcome, Help) else None)
        for row, outcome in zip(rows, outcomes, strict=True)
    ]


def test_most_cries_for_help_are_heard(shipped: KnowledgeBase) -> None:
    """At least 140 of 150, and nearly all of them get the card that fits."""
    found = [(expected, card) for expected, card in cards(shipped, "distress") if card]

    assert len(found) >= 140
    assert sum(card in expected for expected, card in found) >= 136


def test_frightening_words_alone_get_no_card(shipped: KnowledgeBase) -> None:
    """A hospice, a fire-safety policy or a grant that is "killing us" is no emergency."""
    assert [card for _, card in cards(shipped, "innocent") if card] == []


def test_no_example_question_gets_a_card(shipped: KnowledgeBase) -> None:
    """By its words. Questions that people ask of the answers are no cry for help."""
    asked = [q for entry in shipped.entries.values() for q in (*entry.questions, *entry.checks)]

    assert [question for question in asked if shipped.guide.help.match(question)] == []
