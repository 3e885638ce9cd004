"""A follow-up is understood from the last answer; several questions are told apart."""

from datetime import date

import pytest

from bot.domain.conversation import About, Facet, FollowUp, asked_apart, leans, understood
from bot.domain.engine import Engine
from bot.domain.entry import Entry, Status
from bot.domain.knowledge import KnowledgeBase
from bot.domain.retrieval import Limits, Vocabulary, WordVectors


def entry(name: str, title: str, *questions: str) -> Entry:
    """An entry with these phrasings."""
    day = date(2026, 1, 1)
    return Entry(
        name, title, "rec-8", questions, (), "England", Status.IN_FORCE, day, day, day, (), "It is so."
    )


BASE = KnowledgeBase.of(
    [
        entry("tupe", "What is TUPE?", "do staff transfer", "tupe"),
        entry(
            "pensions", "Do pensions transfer under TUPE?", "pensions of staff who transfer", "tupe pensions"
        ),
        entry("rent", "Who pays the rent?", "is rent covered"),
    ],
    [],
    Engine(Vocabulary(), WordVectors.empty, Limits(0.0, 0.0, 0.0)),
)


@pytest.mark.parametrize(
    ("message", "facet"),
    [
        ("why?", Facet.WHY), ("how come", Facet.WHY), ("source?", Facet.SOURCE), ("says who?", Facet.SOURCE),
        ("Tell me more", Facet.MORE), ("so what do we do now?", Facet.NEXT), ("is it still true", Facet.DATE),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_answer_itself_is_known(message: str, facet: Facet) -> None:
    """It needs no search."""
    assert understood(BASE, BASE.entry("tupe"), message) == About(BASE.entry("tupe"), facet)


def test_a_follow_up_finds_what_both_are_about() -> None:
    """`and pensions` after TUPE is about pensions under TUPE."""
    found = understood(BASE, BASE.entry("tupe"), "and pensions?")
    assert isinstance(found, FollowUp)
    assert found.outcome.ranked[0].entry.id == "pensions"


@pytest.mark.parametrize("message", ["thanks!", "ok great", "What is the Social Value Act about these days?"])
def test_what_stands_alone_is_no_follow_up(message: str) -> None:
    """Nor is thanks."""
    assert understood(BASE, BASE.entry("tupe"), message) is None
    assert not leans(message)


def test_several_questions_are_told_apart() -> None:
    """Numbered, or one in each line; a story of several lines is one."""
    assert asked_apart("Three things:\n1. What is TUPE?\n2) who pays rent") == [
        "What is TUPE?",
        "who pays rent",
    ]
    assert asked_apart("What is TUPE?\nWho pays rent?") == ["What is TUPE?", "Who pays rent?"]
    assert len(asked_apart("We run a lunch club.\nWho pays the rent?")) == 1
    assert asked_apart("what is TUPE and who pays rent") == ["what is TUPE", "who pays rent"]
    assert len(asked_apart("a consortium? who leads? and how do we split the money??")) == 3
    assert len(asked_apart("how do we agree terms and pay")) == 1
