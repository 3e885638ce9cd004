"""Every button that a card of early dialogue shows does or asks something, for everyone who presses it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cards.card import Action, Card
from bot.cards.dialogue.buttons import BUTTONS, DONE_ELSEWHERE
from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Act, Part, Table
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
from bot.domain.errors import NotAllowed, NotFound, ParleyError
from bot.domain.verb import Verb
from bot.domain.verbs.dialogue.bookings import SeeBooking
from bot.domain.verbs.dialogue.planned import SeeService
from bot.domain.verbs.dialogue.records import SeeRecord
from bot.domain.verbs.dialogue.requests import SeeRequest
from bot.services.app import App
from tests.actions.dialogue.pressing import copied, hand_in
from tests.dialogue_states import AFTERWARDS, PEOPLE, booking_in, record_in, request_in, service_in
from tests.dialogue_world import NINE, World, commissioner, world_at
from tests.terminal import Time

Prepare = Callable[[World], None]


def begun(state: BookingState) -> Prepare:
    """A booking in a state, after its time has come."""

    def prepare(world: World) -> None:
        booking_in(world, state)
        world.time.comes_to(AFTERWARDS)

    return prepare


def over(world: World) -> None:
    """A request about a service whose last day of engagement has passed."""
    world.service(closes_on="24 November 2026")
    request = world.asked(PEOPLE[Part.ASKER], service="1")
    world.dialogue.requests.claim(request.id, by=PEOPLE[Part.HOLDER])
    world.time.passes(days=5)


def without_a_channel(world: World) -> None:
    """A record that both sides have confirmed, in a server without a channel for notes."""
    booking_in(world, BookingState.TOOK_PLACE)
    world.recorded(1, PEOPLE[Part.HOLDER], published="we met")
    world.dialogue.records.confirm(1, by=PEOPLE[Part.ASKER])


def posted(world: World) -> None:
    """A record whose summary has been posted."""
    record_in(world, RecordState.CONFIRMED)
    world.dialogue.records.publish(1, by=PEOPLE[Part.HOLDER])


STATES: list[tuple[str, Prepare, Verb]] = [
    *((f"request {s}", lambda w, s=s: request_in(w, s), SeeRequest(1)) for s in RequestState),
    ("request over", over, SeeRequest(1)),
    *((f"booking {s}", lambda w, s=s: booking_in(w, s), SeeBooking(1)) for s in BookingState),
    *((f"begun {s}", begun(s), SeeBooking(1)) for s in (BookingState.BOOKED, BookingState.CANCELLED)),
    *((f"record {s}", lambda w, s=s: record_in(w, s), SeeRecord(1)) for s in RecordState),
    *((f"with its record {s}", lambda w, s=s: record_in(w, s), SeeBooking(1)) for s in RecordState),
    ("record without a channel", without_a_channel, SeeRecord(1)),
    ("record posted", posted, SeeRecord(1)),
    *((f"service {s}", lambda w, s=s: service_in(w, s), SeeService(1)) for s in Stage),
    ("service over", over, SeeService(1)),
]


class Presser:
    """Presses buttons one after another, each time in a fresh copy of a world."""

    def __init__(self, app: App, path: Path, time: Time) -> None:
        self._app = app
        self._path = path
        self._time = time
        self._number = iter(range(10_000))
        self.refused: list[tuple[list[str], str]] = []

    def press(self, *actions: Action, by: Actor) -> tuple[Action, ...]:
        """What can be done after these presses."""
        path = copied(self._path, next(self._number))
        with hand_in(self._app, path, Time(self._time.at)) as hand:
            shown = None
            for action in actions:
                try:
                    shown = hand.press(action.verb, by)
                except ParleyError as error:
                    self.refused.append(([one.label for one in actions], type(error).__name__))
                    shown = None
        path.unlink()
        return shown.everything_to_do if isinstance(shown, Card) else ()

    def sees(self, verb: Verb, by: Actor) -> bool:
        """This person is shown the card at all."""
        with hand_in(self._app, copied(self._path, next(self._number)), Time(self._time.at)) as hand:
            try:
                hand.press(verb, by)
            except (NotAllowed, NotFound):
                return False
        return True


@pytest.mark.parametrize(("prepare", "verb"), [(p, v) for _, p, v in STATES], ids=[n for n, _, _ in STATES])
def test_no_button_only_refuses(app: App, tmp_path: Path, prepare: Prepare, verb: Verb) -> None:
    """In every state, for every part: each button of the card, and each of the cards that it leads to."""
    path, time = tmp_path / "world.db", Time()
    with world_at(path, time) as world:
        for user_id in (10, 12):
            world.free_on("Tuesday", "09:00 to 12:00", commissioner(user_id))
        prepare(world)
    presser = Presser(app, path, time)
    for by in PEOPLE.values():
        if presser.sees(verb, by):
            for action in presser.press(Action("", verb), by=by):
                for following in presser.press(action, by=by)[:8]:
                    presser.press(action, following, by=by)
    assert presser.refused == []


@pytest.mark.parametrize("table", [REQUESTS, BOOKINGS, RECORDS, SERVICES], ids=lambda table: table.thing)
def test_every_act_has_its_button(table: Table[RequestState]) -> None:
    """Or a reason why it needs none."""
    acts = {(table.thing, act) for _, act, _ in table.steps}

    assert acts == {pair for pair in (*BUTTONS, *DONE_ELSEWHERE) if pair[0] == table.thing}


def labels(app: App, path: Path, time: Time, part: Part) -> list[str]:
    """The buttons of conversation 1 as one part sees it."""
    with hand_in(app, path, time) as hand:
        return [action.label for action in hand.card(SeeBooking(1), PEOPLE[part]).actions]


def test_a_conversation_shows_only_what_works(app: App, tmp_path: Path) -> None:
    """Before it, after it, once this person has said what happened, once both have, and for others."""
    path, time = tmp_path / "world.db", Time()
    with world_at(path, time) as world:
        world.free_on("Tuesday", "09:00 to 12:00")
        booking_in(world, BookingState.BOOKED)
    rest = ["Add a note", "What happened so far", "My requests and bookings"]
    assert labels(app, path, time, Part.ASKER) == ["Move", "Cancel", *rest]
    assert labels(app, path, time, Part.MODERATOR) == rest[1:]
    time.comes_to(NINE + timedelta(minutes=1))
    said = ["It took place", "The other side did not come"]
    assert labels(app, path, time, Part.ASKER) == [*said, *rest]
    with world_at(path, time) as world:
        world.dialogue.outcomes.say(1, Act.TOOK_PLACE, by=PEOPLE[Part.ASKER])
    assert labels(app, path, time, Part.ASKER) == ["Write the record", *rest]
    assert labels(app, path, time, Part.HOLDER) == [*said, "Write the record", *rest]
    with world_at(path, time) as world:
        world.dialogue.outcomes.say(1, Act.NO_SHOW, by=PEOPLE[Part.HOLDER])
    for part in (Part.ASKER, Part.HOLDER):
        assert labels(app, path, time, part) == ["Write the record", *rest]
