"""The search finds what a question is about, and its explanations are true."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.explained import explained_line
from bot.domain.retrieval import Decision, Document, Index, Judge, Limits, Vocabulary, decide

DOCUMENTS = (
    Document(
        "notice",
        "How much notice before funding ends?",
        ("three months notice", "our grant stops next week", "notice of ending funding"),
        "At least three months, in writing.",
    ),
    Document(
        "overheads",
        "Do grants cover overheads?",
        ("core costs", "will they pay for rent", "full cost recovery"),
        "Overheads are part of the cost of a service.",
    ),
    Document(
        "tupe",
        "What is TUPE?",
        ("do staff transfer to the new provider", "taking on another charity's people", "tupe"),
        "Staff who are assigned to the service move with it.",
    ),
)
SIGNPOSTS = (Document("tax", "Tax is outside what I cover", ("do charities pay VAT", "gift aid rules")),)
VOCABULARY = Vocabulary({"transfer of staff": ("tupe", "staff transfer")}, {"wot": "what"})
INDEX = Index.build(DOCUMENTS, vocabulary=VOCABULARY, signposts=SIGNPOSTS)
SURE = Limits(floor=0.0, sure=0.0, safe=0.0, judge=Judge())


def best(question: str) -> str | None:
    """The id of the best match."""
    matches = INDEX.search(question).matches
    return matches[0].id if matches else None


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("notice of fundng ending", "notice"),
        ("wot is tupe", "tupe"),
        ("who pays our RENT", "overheads"),
        ("do the staff transfr over", "tupe"),
    ],
)
def test_it_finds_what_a_question_is_about(question: str, found: str) -> None:
    """With slips, shorthand, capitals and other words."""
    assert best(question) == found


@pytest.mark.parametrize("question", ["", "42", "the of and", "🎉", "why?"])
def test_what_says_nothing_finds_nothing(question: str) -> None:
    """There is nothing to go by."""
    ranking = INDEX.search(question)
    assert ranking.matches == ()
    assert decide(ranking, SURE).decision is Decision.NO_ANSWER


def test_a_subject_that_is_not_covered_is_known_as_such() -> None:
    """The signpost comes before any document, and so there is no answer."""
    ranking = INDEX.search("how does gift aid work")
    assert ranking.signpost is not None
    assert ranking.signpost.id == "tax"
    assert decide(ranking, SURE).decision is Decision.NO_ANSWER


def test_two_that_fit_alike_are_both_offered() -> None:
    """A phrasing that two documents share is answered by neither alone."""
    twins = Index.build([replace(DOCUMENTS[0], id="one"), replace(DOCUMENTS[0], id="two"), DOCUMENTS[1]])
    verdict = decide(twins.search("three months notice"), SURE)
    assert verdict.decision is Decision.SUGGESTIONS
    assert {match.id for match in verdict.offered[:2]} == {"one", "two"}


def test_one_word_is_answered_only_where_it_is_a_phrasing() -> None:
    """`tupe` is; `staff` may mean much."""
    assert decide(INDEX.search("TUPE"), SURE).decision is Decision.ANSWER
    assert decide(INDEX.search("staff"), SURE).decision is Decision.SUGGESTIONS


def test_building_again_gives_the_same_scores() -> None:
    """Nothing depends on chance, nor on the order in which a set is walked."""
    again = Index.build(DOCUMENTS, vocabulary=VOCABULARY, signposts=SIGNPOSTS)
    for question in ("notice of ending", "rent", "staff move"):
        assert again.search(question) == INDEX.search(question)


def test_an_empty_base_answers_nothing() -> None:
    """And does not fall over."""
    assert Index.build([]).search("anything at all").matches == ()


def test_one_document_is_a_base() -> None:
    """Even with nothing to tell it from."""
    assert Index.build(DOCUMENTS[:1]).search("notice of ending").matches[0].id == "notice"


def test_an_explanation_names_the_word_that_was_meant() -> None:
    """With what was typed for it."""
    found = INDEX.explain("notice of ending fundng", "notice")

    assert ("funding", "fundng") in [(reason.word, reason.typed) for reason in found.reasons]
    assert "'funding' from 'fundng'" in explained_line("notice", found)


PHRASES = " ".join(text.lower() for document in DOCUMENTS for text in document.examples)
WORDS = st.sampled_from(sorted({word.strip("?").removesuffix("'s") for word in PHRASES.split()}))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=8), st.sampled_from([d.id for d in DOCUMENTS]))
def test_without_a_word_that_mattered_the_score_is_lower(typed: list[str], document: str) -> None:
    """The claim of an explanation is measured again, from the question's text."""

    def score(found: list[str]) -> float:
        number = next(n for n, d in enumerate(INDEX.documents) if d.id == document)
        return INDEX.score(INDEX.analyser.analyse(" ".join(found)), number)

    reasons = INDEX.explain(" ".join(typed), document).reasons
    for reason in reasons:
        places = [n for n, word in enumerate(typed) if word == reason.word]
        lowered = [score(typed[:n] + typed[n + 1 :]) < score(typed) for n in places]
        assert any(lowered), reason


def test_how_a_question_is_dressed_does_not_matter() -> None:
    """Case, greetings, a full stop and an emoji find the same."""
    for document in DOCUMENTS:
        for question in document.questions:
            dressed = (question.upper(), f"{question} please", f"hi, {question}", f"{question}. 👍")
            assert {best(text) for text in dressed} == {document.id}, question


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_asked(text: str) -> None:
    """Scores stay between 0 and 1, best first."""
    scores = [match.score for match in INDEX.search(text).matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_base_may_say_the_same_thing_many_times() -> None:
    """A thousand questions under one entry do not outweigh another entry's three."""
    dice = random.Random(1)
    many = tuple(f"pay the rent {dice.randrange(9999)}" for _ in range(1000))
    index = Index.build([replace(DOCUMENTS[1], questions=many), DOCUMENTS[0]])
    assert index.search("our grant stops next week").matches[0].id == "notice"
