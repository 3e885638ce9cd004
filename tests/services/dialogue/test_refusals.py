"""Every act, by every part, in every state, in two servers: done if the table says so, else refused."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Act, Part
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.forms import LimitsForm, ServiceForm, WindowForm
from bot.domain.dialogue.states import (
    BOOKINGS,
    RECORDS,
    REQUESTS,
    SERVICES,
    BookingState,
    RecordState,
    RequestState,
    Stage,
)
from bot.domain.errors import (
    ConditionUnmet,
    NotAllowed,
    NotFound,
    ParleyError,
    RoleNeeded,
    WrongPart,
    WrongState,
)
from tests.dialogue_states import AFTERWARDS, PEOPLE, booking_in, record_in, request_in, service_in
from tests.dialogue_world import (
    ELSEWHERE,
    GUILD,
    TEN,
    World,
    charity,
    commissioner,
    moderator,
    world_at,
)

Do = Callable[[World, Actor], object]

REQUEST_ACTS: dict[Act, Do] = {
    Act.SEE: lambda w, by: w.dialogue.requests.get(1, by=by),
    Act.CLAIM: lambda w, by: w.dialogue.requests.claim(1, by=by),
    Act.HAND_OVER: lambda w, by: w.dialogue.requests.hand_over(1, 12, by=by),
    Act.GIVE_BACK: lambda w, by: w.dialogue.requests.give_back(1, by=by),
    Act.DECLINE: lambda w, by: w.dialogue.requests.decline(1, "no time", by=by),
    Act.WITHDRAW: lambda w, by: w.dialogue.requests.withdraw(1, by=by),
    Act.OFFER: lambda w, by: w.dialogue.offers.offer(1, [TEN], by=by),
    Act.BOOK: lambda w, by: w.dialogue.offers.times(1, by=by),
    Act.TURN_DOWN: lambda w, by: w.dialogue.requests.turn_down(1, by=by),
}
BOOKING_ACTS: dict[Act, Do] = {
    Act.SEE: lambda w, by: w.dialogue.bookings.get(1, by=by),
    Act.MOVE: lambda w, by: w.dialogue.bookings.move(1, TEN, by=by),
    Act.MOVE_ANYWHERE: lambda w, by: w.dialogue.bookings.check_move(1, TEN, by=by),
    Act.CANCEL: lambda w, by: w.dialogue.bookings.cancel(1, "ill", by=by),
    Act.NOTE: lambda w, by: w.dialogue.outcomes.note(1, "bring a map", by=by),
    Act.TOOK_PLACE: lambda w, by: w.dialogue.outcomes.say(1, Act.TOOK_PLACE, by=by),
    Act.NO_SHOW: lambda w, by: w.dialogue.outcomes.say(1, Act.NO_SHOW, by=by),
    Act.WRITE: lambda w, by: w.recorded(1, by),
}
RECORD_ACTS: dict[Act, Do] = {
    Act.WRITE: lambda w, by: w.recorded(1, by),
    Act.KEEP: lambda w, by: w.dialogue.records.finish(1, 1, by=by),
    Act.CONFIRM: lambda w, by: w.dialogue.records.confirm(1, by=by),
    Act.ADD_TO: lambda w, by: w.dialogue.records.add(1, "and this", by=by),
    Act.PUBLISH: lambda w, by: w.dialogue.records.publish(1, by=by),
}
SERVICE_ACTS: dict[Act, Do] = {
    Act.OPEN: lambda w, by: w.dialogue.planned.open(1, by=by),
    Act.CLOSE: lambda w, by: w.dialogue.planned.close(1, by=by),
    Act.REOPEN: lambda w, by: w.dialogue.planned.reopen(1, by=by),
    Act.AWARD: lambda w, by: w.dialogue.planned.award(1, by=by),
    Act.COMPARE: lambda w, by: w.dialogue.access.of(1, by=by),
}


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Callable[[], World]]:
    """Makes new worlds, each with two commissioners who can talk on Tuesday mornings."""
    opened = []
    number = iter(range(10_000))

    def make() -> World:
        context = world_at(tmp_path / f"{next(number)}.db")
        opened.append(context)
        world = context.__enter__()
        for user_id in (10, 12):
            world.free_on("Tuesday", "09:00 to 12:00", commissioner(user_id))
        return world

    yield make
    for context in opened:
        context.__exit__(None, None, None)


def log_of(world: World) -> list[tuple[object, ...]]:
    """Everything that has happened in a world."""
    return list(world.stores._database.execute("select * from dialogue_events"))


def refused(world: World, do: Do, by: Actor) -> type[ParleyError]:
    """The refusal of an act, which must leave no trace."""
    before = log_of(world)
    with pytest.raises(ParleyError) as told:
        do(world, by)
    assert log_of(world) == before
    return type(told.value)


@pytest.mark.parametrize("state", RequestState)
def test_requests(fresh: Callable[[], World], state: RequestState) -> None:
    """All acts by all five parts."""
    still = fresh()
    request_in(still, state)
    for act, part in product(REQUEST_ACTS, Part):
        reached = REQUESTS.steps.get((state, act, part))
        # Before anyone has taken it on, no one is its holder: who would be is just another commissioner.
        if part is Part.HOLDER and state in (RequestState.WAITING, RequestState.WITHDRAWN):
            continue
        if reached is None:
            assert refused(still, REQUEST_ACTS[act], PEOPLE[part]) in (WrongPart, WrongState)
            continue
        world = fresh()
        request_in(world, state)
        if act is not Act.BOOK or state is not RequestState.CLOSED:
            REQUEST_ACTS[act](world, PEOPLE[part])
        after = world.stores.requests.get(GUILD, 1)
        assert after is not None
        assert after.state is (state if act is Act.BOOK else reached), (act, part)


@pytest.mark.parametrize("state", BookingState)
def test_bookings(fresh: Callable[[], World], state: BookingState) -> None:
    """All acts by all five parts, before it begins where that is when it can be done."""
    still = fresh()
    booking_in(still, state)
    for act, part in product(BOOKING_ACTS, Part):
        reached = BOOKINGS.steps.get((state, act, part))
        if reached is None:
            assert refused(still, BOOKING_ACTS[act], PEOPLE[part]) in (WrongPart, WrongState)
            continue
        world = fresh()
        booking_in(world, state)
        if act in (Act.TOOK_PLACE, Act.NO_SHOW):
            world.time.comes_to(AFTERWARDS)
        if act in (Act.TOOK_PLACE, Act.NO_SHOW) and PEOPLE[part].user_id in said_by(world):
            assert refused(world, BOOKING_ACTS[act], PEOPLE[part]) is ConditionUnmet
            continue
        BOOKING_ACTS[act](world, PEOPLE[part])
        after = world.stores.bookings.get(GUILD, 1)
        assert after is not None
        assert after.state is reached, (act, part)


@pytest.mark.parametrize("state", RecordState)
def test_records(fresh: Callable[[], World], state: RecordState) -> None:
    """All acts by all five parts."""
    still = fresh()
    record_in(still, state)
    for act, part in product(RECORD_ACTS, Part):
        reached = RECORDS.steps.get((state, act, part))
        if reached is None:
            assert refused(still, RECORD_ACTS[act], PEOPLE[part]) in (
                WrongPart,
                WrongState,
                ConditionUnmet,
            )
            continue
        world = fresh()
        record_in(world, state)
        RECORD_ACTS[act](world, PEOPLE[part])
        after = world.stores.records.get(GUILD, 1)
        assert after is not None
        assert after.state is reached, (act, part)


@pytest.mark.parametrize("stage", Stage)
def test_services(fresh: Callable[[], World], stage: Stage) -> None:
    """All four acts, by a commissioner and by everyone else."""
    still = fresh()
    service_in(still, stage)
    for act, part in product(SERVICE_ACTS, (Part.COMMISSIONER, Part.MODERATOR, Part.OTHER)):
        reached = SERVICES.steps.get((stage, act, part))
        if reached is None:
            wanted = WrongState if part is Part.COMMISSIONER else WrongPart
            assert refused(still, SERVICE_ACTS[act], PEOPLE[part]) is wanted
            continue
        world = fresh()
        service_in(world, stage)
        SERVICE_ACTS[act](world, PEOPLE[part])
        after = world.stores.planned.get(GUILD, 1)
        assert after is not None
        assert after.stage is reached


def test_another_server_knows_of_nothing(fresh: Callable[[], World]) -> None:
    """The same people with the same numbers, in a server where none of it is."""
    world = fresh()
    record_in(world, RecordState.CONFIRMED)
    world.service()
    there = [Actor(person.user_id, ELSEWHERE, person.roles) for person in PEOPLE.values()]
    for acts in (REQUEST_ACTS, BOOKING_ACTS, RECORD_ACTS, SERVICE_ACTS):
        for do, by in product(acts.values(), there):
            assert refused(world, do, by) in (NotFound, NotAllowed, RoleNeeded)


@pytest.mark.parametrize(
    "do",
    [
        lambda w, by: w.dialogue.planned.add(w.read(ServiceForm, title="x", authority="y", route="z"), by=by),
        lambda w, by: w.dialogue.availability.mine(by=by),
        lambda w, by: w.dialogue.availability.add(w.read(WindowForm, on="Tuesday", hours="9-12"), by=by),
        lambda w, by: w.dialogue.availability.set_rules(
            w.read(LimitsForm, notice_hours="1", ahead_days="2", week_limit="3"), by=by
        ),
        lambda w, by: w.dialogue.availability.pause(paused=True, by=by),
        lambda w, by: w.dialogue.availability.remove(1, by=by),
    ],
)
def test_what_only_commissioners_do(fresh: Callable[[], World], do: Do) -> None:
    """A charity and a moderator are refused; a commissioner is not."""
    world = fresh()
    world.service()
    for by in (charity(), moderator()):
        assert refused(world, do, by) is RoleNeeded
    do(world, commissioner())


def test_who_sees_the_queue(fresh: Callable[[], World]) -> None:
    """Commissioners and moderators, and no one else."""
    world = fresh()
    world.asked()
    assert refused(world, lambda w, by: w.dialogue.requests.queue(by=by), charity()) is RoleNeeded
    for by in (commissioner(), moderator()):
        assert world.dialogue.requests.queue(by=by).count == 1


def said_by(world: World) -> set[int]:
    """Who has said how booking 1 went."""
    with suppress(ParleyError):
        booking = world.dialogue.bookings.get(1, by=PEOPLE[Part.HOLDER])
        assert isinstance(booking, Booking)
        return set(world.dialogue.outcomes.said(booking))
    return set()
