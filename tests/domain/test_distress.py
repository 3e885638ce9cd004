"""Someone in distress is recognised, and an ordinary sentence with a frightening word in it is not."""

import pytest

from bot.domain.distress import HelpCard, HelpCards

SELF = HelpCard(
    "self-harm", "Harm", "Call 116 123.", ("kill myself", "want to die", "cant go on"), ("to die for",), ()
)
FIRE = HelpCard("fire", "Fire", "Call 999.", ("smell gas", "is on fire"), ("on fire with ideas",), ())
CARDS = HelpCards((SELF, FIRE))


@pytest.mark.parametrize(
    ("question", "card"),
    [
        ("I want to die", SELF),
        ("i just can't go on anymore!!", SELF),
        ("thinking I'll KILL   MYSELF tonight", SELF),
        ("gonna kill mysef", SELF),
        ("our hall is on fire what notice do we give", FIRE),
        ("we can smell gas and I want to die", SELF),
        ("the end of our grant is killing us", None),
        ("the cakes are to die for", None),
        ("our volunteers are to die for, but I want to die", SELF),
        ("the team is on fire with ideas", None),
        ("", None),
    ],
)
def test_a_phrase_of_distress_wins_and_nothing_else_does(question: str, card: HelpCard | None) -> None:
    """With slips and apostrophes, and also next to innocent words."""
    assert CARDS.match(question) is card
