"""A server's own edits lie over a shared index, and contrasts are decided by their cues."""

from dataclasses import replace

import pytest

from bot.domain.retrieval import Decision, Document, Index, Judge, Limits, decide

DOCUMENTS = (
    Document("notice", "How much notice before funding ends?", ("three months notice", "our grant stops")),
    Document("overheads", "Do grants cover overheads?", ("core costs", "will they pay for rent")),
    Document("tupe", "What is TUPE?", ("do staff transfer to the new provider", "tupe")),
)
BEFORE = Document(
    "before",
    "Can we talk to the council before the tender notice?",
    ("talking before the notice", "may we meet the officer about the tender"),
    contrasts=(("after", ("before", "not yet")),),
)
AFTER = Document(
    "after",
    "Can we talk to the council after the tender notice?",
    ("talking after the notice", "may we meet an officer about the tender"),
    contrasts=(("before", ("after", "already")),),
)
INDEX = Index.build((*DOCUMENTS, BEFORE, AFTER))
SURE = Limits(floor=0.0, sure=0.0, safe=0.0, judge=Judge())


def best(index: Index, question: str) -> str:
    """The id of the best match."""
    return index.search(question).matches[0].id


def test_a_new_document_is_found_and_the_shared_index_is_not_touched() -> None:
    """Its words are known, and repaired to."""
    hedgehogs = Document("hedgehogs", "Who looks after hedgehogs?", ("hedgehog rescue",))
    own = INDEX.overlaid({"hedgehogs": hedgehogs})
    assert best(own, "hedgehog rescu") == "hedgehogs"
    assert best(own, "what is tupe") == "tupe"
    assert all(match.id != "hedgehogs" for match in INDEX.search("hedgehog rescue").matches)
    assert own.segments[0] is INDEX.segments[0]


def test_an_edited_document_is_found_by_its_new_words() -> None:
    """And there is one of it."""
    own = INDEX.overlaid({"overheads": replace(DOCUMENTS[1], questions=("who buys the biscuits",))})
    matches = own.search("who buys the biscuits").matches
    assert matches[0].id == "overheads"
    assert [match.id for match in matches].count("overheads") == 1


def test_a_retired_document_is_not_found() -> None:
    """Nor explained."""
    own = INDEX.overlaid({"tupe": None})
    assert all(match.id != "tupe" for match in own.search("what is tupe").matches)


def test_an_overlay_of_nothing_scores_as_the_index() -> None:
    """The same questions, the same answers."""
    for question in ("tupe staff", "rent", "notice of grant"):
        assert INDEX.overlaid({}).search(question) == INDEX.search(question)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("may we meet the officer now the tender is already out", "after"),
        ("may we meet an officer when the tender is not yet out", "before"),
        ("can we talk to the council about the tender before it", "before"),
        ("can we talk to the council about the tender after it", "after"),
    ],
)
def test_the_cue_decides_between_contrasts(question: str, found: str) -> None:
    """Whichever of the two is nearer."""
    ranking = INDEX.search(question)
    assert ranking.matches[0].id == found
    assert ranking.rivals == ()
    assert decide(ranking, SURE).decision is Decision.ANSWER


def test_without_a_cue_both_are_offered() -> None:
    """None of the two is asserted."""
    verdict = decide(INDEX.search("can we talk to the council about the tender notice"), SURE)
    assert verdict.decision is Decision.SUGGESTIONS
    assert {match.id for match in verdict.offered} >= {"before", "after"}


def test_a_number_that_nothing_is_known_by_is_not_answered() -> None:
    """Section 999 may be anything."""
    assert decide(INDEX.search("what is tupe under section 999"), SURE).decision is Decision.SUGGESTIONS


def test_many_at_once_are_answered_as_one_by_one() -> None:
    """The answers do not depend on how many are asked, nor in which order."""
    asked = ["what is tupe", "rent", "notice", "talk after the notice", "weather"] * 60
    assert INDEX.search_many(asked) == [INDEX.search(question) for question in asked]
