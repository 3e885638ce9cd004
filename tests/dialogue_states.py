"""Brings request, booking, record and service number 1 into each of their states, by what people do."""

from datetime import UTC, datetime

from bot.domain.dialogue.acts import Act, Part
from bot.domain.dialogue.states import BookingState, RecordState, RequestState, Stage
from tests.dialogue_world import NINE, World, charity, commissioner, moderator

PEOPLE = {
    Part.ASKER: charity(1),
    Part.HOLDER: commissioner(10),
    Part.COMMISSIONER: commissioner(11),
    Part.MODERATOR: moderator(30),
    Part.OTHER: charity(2),
}
AFTERWARDS = datetime(2026, 12, 1, 12, tzinfo=UTC)
PROMISE = "charity: send figures by 8 December 2026"


def request_in(world: World, state: RequestState) -> None:
    """Bring request 1 to a state, by what people do."""
    requests, asker, holder = world.dialogue.requests, PEOPLE[Part.ASKER], PEOPLE[Part.HOLDER]
    world.asked(asker, service=str(world.service().id))
    if state in (RequestState.CLAIMED, RequestState.OFFERED, RequestState.DECLINED):
        requests.claim(1, by=holder)
    match state:
        case RequestState.OFFERED:
            world.dialogue.offers.offer(1, [NINE], by=holder)
        case RequestState.BOOKED:
            world.dialogue.bookings.book(1, 10, NINE, by=asker)
        case RequestState.DECLINED:
            requests.decline(1, "no time", by=holder)
        case RequestState.WITHDRAWN:
            requests.withdraw(1, by=asker)
        case RequestState.CLOSED:
            world.dialogue.planned.close(1, by=holder)


def booking_in(world: World, state: BookingState) -> None:
    """Bring booking 1 to a state, by what people do."""
    world.booked(NINE, PEOPLE[Part.ASKER])
    if state is BookingState.CANCELLED:
        world.dialogue.bookings.cancel(1, "ill", by=PEOPLE[Part.ASKER])
    said = {
        BookingState.TOOK_PLACE: [(Part.HOLDER, Act.TOOK_PLACE)],
        BookingState.NO_SHOW: [(Part.HOLDER, Act.NO_SHOW)],
        BookingState.DISPUTED: [(Part.HOLDER, Act.TOOK_PLACE), (Part.ASKER, Act.NO_SHOW)],
    }
    for part, act in said.get(state, []):
        world.time.comes_to(AFTERWARDS)
        world.dialogue.outcomes.say(1, act, by=PEOPLE[part])


def record_in(world: World, state: RecordState) -> None:
    """Bring the record of booking 1 to a state, by what people do."""
    booking_in(world, BookingState.TOOK_PLACE)
    world.notes_go_to(5)
    writer = PEOPLE[Part.ASKER if state is RecordState.WITH_COMMISSIONER else Part.HOLDER]
    if state is not RecordState.NONE:
        world.recorded(1, writer, published="we met", commitments=PROMISE)
    if state is RecordState.CONFIRMED:
        world.dialogue.records.confirm(1, by=PEOPLE[Part.ASKER])


def service_in(world: World, stage: Stage) -> None:
    """Bring service 1 to a stage, by what people do."""
    world.service(stage=Stage.OPEN if stage is Stage.OPEN else "")
    if stage in (Stage.CLOSED, Stage.AWARDED):
        world.dialogue.planned.close(1, by=PEOPLE[Part.HOLDER])
    if stage is Stage.AWARDED:
        world.dialogue.planned.award(1, by=PEOPLE[Part.HOLDER])
