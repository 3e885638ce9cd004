"""Every refusal that the four tables of early dialogue can give, as people read it.

python -m tests.cards.dialogue_refusals      writes the list anew
"""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

from bot.actions import dialogue
from bot.cards.refusals import refusal
from bot.domain.dialogue.acts import Act, Part
from bot.domain.dialogue.states import BOOKINGS, RECORDS, REQUESTS, SERVICES
from bot.domain.errors import (
    Changed,
    ConditionUnmet,
    EngagementOver,
    FormNotBegun,
    Limit,
    LimitReached,
    NotFound,
    ParleyError,
    Thing,
    WrongPart,
    WrongState,
)

assert dialogue, "importing the handlers adds the words"
LIST = Path(__file__).parent / "dialogue_refusals.txt"
N = 12


def of_the_tables() -> Iterator[ParleyError]:
    """What the tables refuse: for each act the wrong person, the wrong state, and what else must be true."""
    for table in (REQUESTS, BOOKINGS, RECORDS, SERVICES):
        acts = [act for act in Act if any(done is act for _, done, _ in table.steps)]
        states = sorted({state for state, _, _ in table.steps} | set(table.steps.values()))
        able = {(act, part) for _, act, part in table.steps}
        timely = {(act, state) for state, act, _ in table.steps}
        yield from (WrongPart(table.thing, N, *pair) for pair in product(acts, Part) if pair not in able)
        for act, state in product(acts, states):
            if (act, state) not in timely:
                yield WrongState(table.thing, N, state, act)
        for act, rule in table.rules.items():
            if (table.thing, act) not in _SAID_WITH_ITS_ROUTE:
                yield from (ConditionUnmet(table.thing, N, act, one) for one in (*rule.needs, *rule.bars))


_SAID_WITH_ITS_ROUTE = {(Thing.REQUEST, Act.BOOK), (Thing.REQUEST, Act.OFFER), (Thing.SERVICE, Act.ASK)}
"""Acts that are refused by EngagementOver, which also says where to ask instead."""


def beside_the_tables() -> Iterator[ParleyError]:
    """What else is refused."""
    yield EngagementOver(N, "Youth support", "the portal.", None)
    yield EngagementOver(N, "Youth support", "the portal.", date(2027, 3, 1))
    yield FormNotBegun(Thing.REQUEST)
    yield FormNotBegun(Thing.RECORD, N)
    yield from (LimitReached(limit, 5) for limit in Limit)
    dealt_with = (Thing.REQUEST, Thing.BOOKING, Thing.RECORD, Thing.COMMITMENT, Thing.SERVICE)
    yield from (Changed(thing, N) for thing in dealt_with)
    missing = (Thing.REQUEST, Thing.BOOKING, Thing.RECORD, Thing.SERVICE, Thing.WINDOW, Thing.PERSON)
    yield from (NotFound(thing, N) for thing in missing)


def lines() -> list[str]:
    """Each refusal once, with its title."""
    cards = (refusal(error) for error in (*of_the_tables(), *beside_the_tables()))
    return list(dict.fromkeys(f"{card.title}: {card.text}" for card in cards))


if __name__ == "__main__":
    LIST.write_text("\n".join(lines()) + "\n", encoding="utf-8")
