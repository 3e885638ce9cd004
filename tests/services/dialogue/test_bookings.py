"""A slot is given once, moves with its booking, and comes free again."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.events import Subject
from bot.domain.dialogue.states import Act, BookingState, RequestState
from bot.domain.errors import NotAllowed, NotNow, ServiceClosed, ToMend, TooMany
from bot.services.dialogue.bookings import Taken
from tests.dialogue_world import ELEVEN, GUILD, NINE, TEN, World, charity, commissioner, world_at


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A commissioner who could talk on Tuesday mornings."""
    with world_at(tmp_path / "parley.db") as made:
        made.free_on("Tuesday", "09:00 to 12:00")
        yield made


def book(world: World, request_id: int, at: datetime, person: int) -> Booking | Taken:
    """Somebody presses a slot."""
    return world.dialogue.bookings.book(request_id, 10, at, by=charity(person))


def press(request_id: int, at: datetime, person: int) -> Callable[[World], object]:
    """A press that waits for its moment."""
    return lambda world: book(world, request_id, at, person)


def at_once(doing: list[Callable[[World], object]], path: Path) -> list[object]:
    """Do all this at the same instant, each in a thread with a connection of its own."""
    start, done = threading.Barrier(len(doing)), [None] * len(doing)

    def run(place: int, do: Callable[[World], object]) -> None:
        with world_at(path) as own:
            start.wait()
            try:
                done[place] = do(own)  # type: ignore[call-overload]
            except Exception as error:  # noqa: BLE001 - what went wrong is what the test looks at
                done[place] = error  # type: ignore[call-overload]

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(doing)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(done)


def test_two_hundred_people_press_the_same_slot(world: World, tmp_path: Path) -> None:
    """One has it; 199 are told so, with the next best slot, and there is no error."""
    requests = [world.asked(charity(1000 + n)).id for n in range(200)]
    presses = [press(request_id, NINE, 1000 + n) for n, request_id in enumerate(requests)]
    outcomes = at_once(presses, tmp_path / "parley.db")

    kinds = Counter(type(outcome).__name__ for outcome in outcomes)
    assert kinds == {"Booking": 1, "Taken": 199}, kinds
    refusals = [outcome for outcome in outcomes if isinstance(outcome, Taken)]
    assert all(refusal.instead[0].starts_at == TEN for refusal in refusals)
    assert len(world.stores.bookings.taken(GUILD, 10, NINE, ELEVEN)) == 1


def test_two_requests_share_an_offered_slot(world: World, tmp_path: Path) -> None:
    """Both may choose it, and the first has it; the other has its other offer left."""
    ids = [world.asked(charity(person)).id for person in (1, 2)]
    for request_id in ids:
        world.dialogue.requests.claim(request_id, by=commissioner())
        world.dialogue.bookings.offer(request_id, [TEN, ELEVEN], by=commissioner())
    outcomes = at_once([press(ids[0], TEN, 1), press(ids[1], TEN, 2)], tmp_path / "parley.db")

    (taken,) = [outcome for outcome in outcomes if isinstance(outcome, Taken)]
    assert sum(isinstance(outcome, Booking) for outcome in outcomes) == 1
    assert taken.instead[0].starts_at == ELEVEN


def test_the_same_press_twice_is_one_booking(world: World) -> None:
    """Discord may deliver it twice, and people press twice."""
    request = world.asked()
    first, second = book(world, request.id, NINE, 1), book(world, request.id, NINE, 1)

    assert first == second
    with pytest.raises(NotNow):
        book(world, request.id, TEN, 1)


def test_an_offer_is_held_for_48_hours_and_then_lapses(world: World) -> None:
    """Nobody else can take it, until its time is over; no timer is needed for that."""
    world.dialogue.requests.claim(world.asked().id, by=commissioner())
    world.dialogue.bookings.offer(1, [NINE], by=commissioner())
    other = world.asked(charity(2))
    assert isinstance(book(world, other.id, NINE, 2), Taken)
    world.time.passes(hours=48)

    assert world.told(1)[-1] == "lapsed"
    assert world.dialogue.bookings.times(1, by=charity()).offered == ()
    assert isinstance(book(world, other.id, NINE, 2), Booking)
    assert isinstance(book(world, 1, NINE, 1), Taken)


def test_an_offer_that_was_answered_does_not_lapse(world: World) -> None:
    """Who has chosen, or has been offered other times, hears nothing of it."""
    for request_id in (world.asked(charity(1)).id, world.asked(charity(2)).id):
        world.dialogue.requests.claim(request_id, by=commissioner())
    world.dialogue.bookings.offer(1, [NINE], by=commissioner())
    world.dialogue.bookings.offer(2, [TEN], by=commissioner())
    book(world, 1, NINE, 1)
    world.time.passes(hours=47)
    world.dialogue.bookings.offer(2, [ELEVEN], by=commissioner())
    world.time.passes(hours=1)

    assert "lapsed" not in world.told(1) + world.told(2) + world.told(10)


def test_without_leave_to_take_slots_only_offers_can_be_booked(world: World) -> None:
    """The commissioner said that charities may not take a free slot at once."""
    world.free_on("Wednesday", "09:00 to 12:00", direct="no")
    request = world.asked()
    assert world.dialogue.bookings.times(request.id, by=charity()).free == ()
    assert isinstance(book(world, request.id, NINE, 1), Taken)
    world.dialogue.requests.claim(request.id, by=commissioner())
    world.dialogue.bookings.offer(request.id, [NINE], by=commissioner())
    booking = book(world, request.id, NINE, 1)

    assert isinstance(booking, Booking)
    assert isinstance(world.dialogue.bookings.move(booking.id, TEN, by=charity()), Taken)
    assert isinstance(world.dialogue.bookings.move(booking.id, TEN, by=commissioner()), Booking)


def test_three_moves_and_a_cancellation(world: World) -> None:
    """One UID; SEQUENCE 1, 2, 3; then a file that takes it out. The reminders follow."""
    booking = world.booked(NINE)
    for sequence, at in enumerate((TEN, ELEVEN, NINE), 1):
        moved = world.dialogue.bookings.move(booking.id, at, by=charity())
        assert isinstance(moved, Booking)
        (event,) = Calendar.from_ical(world.dialogue.bookings.calendar(moved)).walk("vevent")
        assert (event["uid"], event["sequence"]) == (booking.uid, sequence)
        assert event.decoded("dtstart") == at
    due = [key for key, state in world.stores.outbox.all(GUILD) if ":day:" in key and state == "due"]
    assert due == [f"booking:{booking.id}:3:day:1", f"booking:{booking.id}:3:day:10"]

    cancelled = world.dialogue.bookings.cancel(booking.id, "ill", by=charity())
    calendar = Calendar.from_ical(world.dialogue.bookings.calendar(cancelled))
    assert (calendar["method"], calendar.walk("vevent")[0]["uid"]) == ("CANCEL", booking.uid)
    assert not any(state == "due" for key, state in world.stores.outbox.all(GUILD) if ":day:" in key)


def test_reminders_come_once_and_on_time(world: World) -> None:
    """A day and an hour before, for both sides; those that are past are not made."""
    world.booked(NINE)
    world.told(1)
    assert world.told(1) == []
    world.time.comes_to(NINE - timedelta(days=1))
    assert world.told(1) == ["reminder"]
    world.time.comes_to(NINE - timedelta(hours=1))
    assert (world.told(1), world.told(10)[-2:]) == (["reminder"], ["reminder", "reminder"])
    assert world.told(1) == []


def test_a_cancelled_slot_is_offered_to_who_waits(world: World) -> None:
    """Those who asked first hear of it, and one of them takes it."""
    booking = world.booked(NINE, charity(1))
    waiting = world.asked(charity(2))
    world.dialogue.bookings.cancel(booking.id, "ill", by=charity(1))

    assert world.told(2) == ["freed"]
    assert isinstance(book(world, waiting.id, NINE, 2), Booking)
    assert world.dialogue.requests.get(1, by=charity(1)).state is RequestState.WITHDRAWN


def test_a_commissioner_who_is_away_offers_the_time_to_nobody(world: World) -> None:
    """The request stays theirs, and the time is closed."""
    booking = world.booked(NINE, charity(1))
    waiting = world.asked(charity(2))
    world.dialogue.bookings.cancel(booking.id, "ill", by=commissioner(), offer_on=False)

    assert world.told(2) == []
    assert isinstance(book(world, waiting.id, NINE, 2), Taken)
    assert world.dialogue.requests.get(1, by=charity(1)).state is RequestState.CLAIMED


def test_cancelling_needs_a_reason(world: World) -> None:
    """Without one, nothing is cancelled."""
    booking = world.booked(NINE)
    with pytest.raises(ToMend, match="Your reason"):
        world.dialogue.bookings.cancel(booking.id, "  ", by=charity())
    assert world.dialogue.bookings.get(booking.id, by=charity()).state is BookingState.BOOKED


def test_one_person_holds_few_requests(world: World) -> None:
    """The sixth is refused until one of the five is over; what is booked counts too."""
    world.booked(NINE)
    for _ in range(4):
        world.asked()
    with pytest.raises(TooMany, match="/dialogue mine"):
        world.asked()
    world.dialogue.bookings.cancel(1, "ill", by=charity())
    assert world.asked().id == 6


def test_both_sides_of_a_dispute_are_kept(world: World) -> None:
    """One says that it was held, the other that nobody came; each says so once."""
    booking = world.booked(NINE)
    with pytest.raises(NotNow, match="not begun"):
        world.dialogue.outcomes.say(booking.id, Act.HELD, by=charity())
    world.time.comes_to(TEN)
    world.dialogue.outcomes.say(booking.id, Act.HELD, by=commissioner())
    disputed = world.dialogue.outcomes.say(booking.id, Act.NO_SHOW, by=charity())

    assert disputed.state is BookingState.DISPUTED
    assert world.dialogue.outcomes.said(disputed) == {10: "held", 1: "no-show"}
    with pytest.raises(NotNow, match="is disputed"):
        world.dialogue.bookings.cancel(booking.id, "ill", by=charity())


def test_every_change_is_in_the_log(world: World) -> None:
    """Who, what, when and why, in order."""
    booking = world.booked(NINE)
    world.dialogue.bookings.move(booking.id, TEN, by=commissioner())
    world.dialogue.outcomes.note(booking.id, "bring a map", by=charity())
    world.dialogue.bookings.cancel(booking.id, "ill", by=charity())
    log = world.stores.events.of(GUILD, Subject.BOOKING, booking.id)

    assert [(event.actor_id, event.act) for event in log] == [
        (1, Act.BOOK), (10, Act.MOVE), (1, Act.NOTE), (1, Act.CANCEL)
    ]  # fmt: skip
    assert [event.why for event in log] == ["", "", "bring a map", "ill"]
    assert log[1].became == "booked for 2026-12-01T10:00Z"


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        (datetime(2026, 10, 12, 12, tzinfo=UTC), "Europe/Madrid"),
        (datetime(2026, 10, 12, 12, tzinfo=UTC), "America/New_York"),
        (datetime(2027, 3, 15, 12, tzinfo=UTC), "Europe/Helsinki"),
        (datetime(2027, 3, 15, 12, tzinfo=UTC), "Asia/Kolkata"),
    ],
)
def test_the_last_sundays_of_march_and_october(tmp_path: Path, start: datetime, zone: str) -> None:
    """Every slot of four weeks is booked as it was offered, at nine by the commissioner's clock."""
    with world_at(tmp_path / "parley.db") as world:
        world.time.comes_to(start)
        world.free_on("Monday", "09:00 to 10:00", zone=zone)
        world.free_on("Friday", "09:00 to 10:00")
        offered = world.dialogue.bookings.times(world.asked().id, by=charity()).free[:4]
        for person, slot in enumerate(offered, 2):
            booking = world.booked(slot.starts_at, charity(person))
            assert booking.slot == slot
            assert booking.starts_at.astimezone(ZoneInfo(zone)).hour == 9
            assert world.stores.bookings.get(GUILD, booking.id) == booking


def test_what_was_offered_is_what_is_booked_across_a_clock_change(tmp_path: Path) -> None:
    """A charity in London, a commissioner in New York, whose clocks change three weeks earlier."""
    new_york = ZoneInfo("America/New_York")
    with world_at(tmp_path / "parley.db") as world:
        world.time.comes_to(datetime(2027, 3, 8, 12, tzinfo=UTC))
        world.free_on("Wednesday", "09:00 to 10:00", zone="America/New_York", week_limit="5")
        slots = world.dialogue.bookings.times(world.asked().id, by=charity()).free
        first, before, after = slots[0], slots[1], slots[2]
        assert [slot.starts_at.hour for slot in slots[:5]] == [14, 13, 13, 13, 13]
        assert {slot.starts_at.astimezone(new_york).hour for slot in slots} == {9}
        assert after.starts_at.astimezone(ZoneInfo("Europe/London")).hour == 13
        assert first.starts_at.date() == date(2027, 3, 10)
        booking = book(world, 1, before.starts_at, 1)
        assert isinstance(booking, Booking)
        assert booking.slot == before
        event = Calendar.from_ical(world.dialogue.bookings.calendar(booking)).walk("vevent")[0]
        assert event.decoded("dtstart") == before.starts_at


class TestAClosedService:
    """After a tender notice is out, no path leads to a one-to-one conversation about it."""

    def test_bookings_to_come_are_cancelled_with_the_reason(self, world: World) -> None:
        """Both are told, with where to ask instead."""
        world.service()
        booking = world.booked(NINE, service="1")
        service, cancelled = world.dialogue.planned.close(1, by=commissioner())

        assert (service.is_closed, cancelled) == (True, 1)
        (told,) = [m for m in world.dialogue.messages.due() if m.news == "cancelled" and m.to == 1]
        assert "the portal" in told.why
        assert world.dialogue.bookings.get(booking.id, by=charity()).state is BookingState.CANCELLED
        assert world.dialogue.requests.get(1, by=charity()).state is RequestState.CLOSED

    def test_no_path_books(self, world: World) -> None:
        """Not an offer made before, not a free slot, not a new request, not a move."""
        world.service()
        world.dialogue.requests.claim(world.asked(service="1").id, by=commissioner())
        world.dialogue.bookings.offer(1, [TEN], by=commissioner())
        booking = world.booked(NINE, charity(2), service="1")
        world.dialogue.planned.close(1, by=commissioner())
        for refused in (
            lambda: book(world, 1, TEN, 1),
            lambda: book(world, 1, NINE, 1),
            lambda: world.asked(charity(3), service="1"),
            lambda: world.dialogue.bookings.times(1, by=charity()),
            lambda: world.dialogue.bookings.move(booking.id, TEN, by=charity(2)),
            lambda: world.dialogue.bookings.move(booking.id, TEN, by=commissioner()),
            lambda: world.dialogue.bookings.offer(1, [TEN], by=commissioner()),
            lambda: world.dialogue.requests.claim(1, by=commissioner()),
        ):
            with pytest.raises((ServiceClosed, NotNow, NotAllowed)):
                refused()
        assert world.stores.bookings.taken(GUILD, 10, NINE, ELEVEN) == []
        assert isinstance(book(world, world.asked(charity(4)).id, TEN, 4), Booking), "it is held for nobody"

    def test_a_press_that_crosses_the_closing(self, world: World, tmp_path: Path) -> None:
        """Whichever comes first, nothing is booked in the end."""
        world.service()
        ids = [world.asked(charity(100 + n), service="1").id for n in range(10)]
        world.free_on("Wednesday", "09:00 to 17:00")
        wednesday = NINE + timedelta(days=1)
        presses = [press(ids[n], wednesday + timedelta(hours=n), 100 + n) for n in range(6)]

        def close(own: World) -> object:
            return own.dialogue.planned.close(1, by=commissioner())

        at_once([*presses, close], tmp_path / "parley.db")

        assert world.stores.bookings.taken(GUILD, 10, NINE, NINE + timedelta(days=5)) == []

    def test_engagement_ends_on_its_last_day(self, world: World) -> None:
        """A slot after it is refused, one before it is not."""
        world.service(closes_on="7 December 2026")
        request = world.asked(service="1")
        with pytest.raises(ServiceClosed, match="ends on 7 December 2026"):
            book(world, request.id, NINE + timedelta(days=7), 1)
        assert isinstance(book(world, request.id, NINE, 1), Booking)
