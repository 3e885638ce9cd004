"""The tables of states say who may do what; all that is not in them is refused."""

from contextlib import suppress
from itertools import combinations, product

import pytest

from bot.domain.dialogue.acts import NOTHING, Act, Conditions, Part, Table
from bot.domain.dialogue.states import (
    BOOKINGS,
    PENDING,
    RECORDS,
    REQUESTS,
    SERVICES,
    BookingState,
    RecordState,
    RequestState,
    Stage,
)
from bot.domain.errors import ConditionUnmet, WrongPart, WrongState

TABLES = [(REQUESTS, RequestState), (BOOKINGS, BookingState), (RECORDS, RecordState), (SERVICES, Stage)]


def needed(table: Table[RequestState], act: Act) -> Conditions:
    """What must be true for an act."""
    return frozenset(table.rules[act].needs) if act in table.rules else NOTHING


@pytest.mark.parametrize(("table", "states"), TABLES, ids=lambda value: getattr(value, "thing", ""))
def test_what_is_not_in_the_table_is_refused(table: Table[RequestState], states: type[RequestState]) -> None:
    """The wrong person hears that it is not for them, the right one that it is not the time."""
    for state, act, part in product(states, Act, Part):
        reached = table.steps.get((state, act, part))
        if reached is not None:
            assert table.after(state, act, part, 1, needed(table, act)) is reached
            continue
        able = any(done is act and who is part for _, done, who in table.steps)
        with pytest.raises(WrongState if able else WrongPart):
            table.after(state, act, part, 1)


def test_a_stranger_may_do_nothing() -> None:
    """Neither see nor change a conversation that is not theirs."""
    every = (*REQUESTS.steps, *BOOKINGS.steps, *RECORDS.steps)
    assert all(part is not Part.OTHER for _, _, part in every)
    assert {act for _, act, part in SERVICES.steps if part is Part.OTHER} == {Act.SEE, Act.ASK}


def test_final_states_are_final() -> None:
    """Nothing but looking leads out of what is over."""
    over = {RequestState.DECLINED, RequestState.WITHDRAWN, RequestState.CLOSED}
    for (state, act, _), reached in REQUESTS.steps.items():
        assert state not in over or (act is Act.SEE and reached is state)
    assert not over & PENDING
    for (booking, _, _), became in BOOKINGS.steps.items():
        assert booking is not BookingState.CANCELLED or became is BookingState.CANCELLED


def test_every_state_of_a_request_can_be_reached() -> None:
    """From waiting, or by the closing of its service."""
    reached = {RequestState.WAITING, RequestState.CLOSED}
    for _ in RequestState:
        reached |= {after for (state, _, _), after in REQUESTS.steps.items() if state in reached}
    assert reached == set(RequestState)


@pytest.mark.parametrize(("table", "states"), TABLES, ids=lambda value: getattr(value, "thing", ""))
def test_what_is_offered_is_what_is_allowed(table: Table[RequestState], states: type[RequestState]) -> None:
    """For every state, part and set of conditions, `acts` and `after` say the same."""
    conditions = {one for rule in table.rules.values() for one in (*rule.needs, *rule.bars)}
    some = [frozenset(c) for n in range(len(conditions) + 1) for c in combinations(sorted(conditions), n)]
    for state, part, holding in product(states, Part, some):
        allowed = []
        for act in Act:
            with suppress(WrongPart, WrongState, ConditionUnmet):
                table.after(state, act, part, 1, holding)
                allowed.append(act)
        assert list(table.acts(state, part, holding)) == allowed
