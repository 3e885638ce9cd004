"""A question from another nation is recognised by the places that it names."""

import pytest

from bot.domain.places import NationPlaces, Places, covers
from bot.domain.server import Nation

PLACES = Places(
    {
        Nation.WALES: NationPlaces(Nation.WALES, ("Wales", "Cardiff", "St David's"), ("Newport",), "w", "W."),
        Nation.SCOTLAND: NationPlaces(Nation.SCOTLAND, ("Scotland", "Fort William"), ("Angus",), "s", "S."),
    },
    frozenset({"elusen", "cyngor", "faint"}),
    "Saesneg.",
)


@pytest.mark.parametrize(
    ("question", "nation"),
    [
        ("we are a charity in cardiff, what notice do we get?", Nation.WALES),
        ("St David’s hospice lost its grant", Nation.WALES),  # noqa: RUF001
        ("does this apply in FORT WILLIAM", Nation.SCOTLAND),
        ("newport council cut our grant", None),
        ("is it the same in Wales and Scotland", None),
        ("the welshman on our board", None),
        ("what is TUPE", None),
    ],
)
def test_a_place_tells_the_nation(question: str, nation: Nation | None) -> None:
    """Whole names only, and only where they mean one nation."""
    assert PLACES.nation_of(question) is nation


def test_welsh_is_told_by_more_than_one_word() -> None:
    """One Welsh word may be a name."""
    assert PLACES.is_welsh("faint mae'r cyngor yn ei roi i elusen")
    assert not PLACES.is_welsh("the Cyngor Sir grant")


@pytest.mark.parametrize(
    ("jurisdiction", "covered"),
    [
        ("England", {Nation.ENGLAND}),
        ("England, partly Wales", {Nation.ENGLAND}),
        ("England and Wales", {Nation.ENGLAND, Nation.WALES}),
        ("Great Britain", {Nation.ENGLAND, Nation.WALES, Nation.SCOTLAND}),
        ("UK", set(Nation)),
        ("Scotland", {Nation.SCOTLAND}),
    ],
)
def test_an_answer_covers_where_it_applies(jurisdiction: str, covered: set[Nation]) -> None:
    """And no more than that."""
    assert {nation for nation in Nation if covers(jurisdiction, nation)} == covered


def test_only_an_answer_that_does_not_cover_a_nation_says_so() -> None:
    """A question from Cardiff about a law of the whole UK needs no other answer."""
    assert PLACES.of(Nation.WALES, "UK") is None
    assert PLACES.of(None, "England") is None
    other = PLACES.of(Nation.WALES, "England")
    assert other is not None
    assert other.entry_id == "w"
