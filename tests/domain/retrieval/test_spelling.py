"""Slips of the keyboard are repaired towards what the base and English know."""

import pytest

from bot.domain.retrieval.spelling import Speller

SPELLER = Speller(
    {"funding": 9, "fund": 2, "notice": 4, "compact": 6, "contract": 3},
    {"funny": 5, "market": 7, "contact": 8},
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fundng", "funding"),
        ("fudning", "funding"),
        ("notise", "notice"),
        ("comapct", "compact"),
        ("marke", "market"),
        ("contact", "contact"),
        ("funny", "funny"),
        ("nte", "nte"),
        ("zzzzzz", "zzzzzz"),
        ("2012", "2012"),
    ],
)
def test_a_word_is_repaired_or_left_alone(typed: str, meant: str) -> None:
    """The base's words first; what is English is no slip; what is near nothing stays."""
    assert SPELLER.repair(typed) == meant


def test_the_word_that_the_base_uses_most_comes_first() -> None:
    """Of two that are as near."""
    assert Speller({"grants": 1, "grunts": 5}, {}).repair("grnts") == "grunts"


def test_a_slip_of_those_who_wrote_the_base_is_known_for_one() -> None:
    """A rare word that is near to a common one is repaired, as long as it is not sure to be right."""
    speller = Speller({"notice": 40, "notise": 2, "conwy": 1, "conway": 30}, {})
    speller = speller.without_slips({"conwy"})
    assert speller.repair("notise") == "notice"
    assert speller.repair("conwy") == "conwy"
