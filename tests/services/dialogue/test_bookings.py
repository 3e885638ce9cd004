"""A booking moves, comes free again, lapses and is argued about."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.cards.dialogue.bookings import times_card
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.events import Subject
from bot.domain.dialogue.states import BookingState, RequestState
from bot.domain.errors import ConditionUnmet, LimitReached, WrongState
from bot.services.dialogue.bookings import Taken
from tests.dialogue_world import ELEVEN, GUILD, NINE, TEN, World, charity, commissioner, world_at
from tests.services.dialogue.presses import book, calendar_of, move


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A commissioner who can talk on Tuesday mornings."""
    with world_at(tmp_path / "parley.db") as made:
        made.free_on("Tuesday", "09:00 to 12:00")
        yield made


def test_an_offer_is_held_for_48_hours_and_then_lapses(world: World) -> None:
    """No one else can take it, until its time is over; no timer is needed for that."""
    world.dialogue.requests.claim(world.asked().id, by=commissioner())
    world.dialogue.offers.offer(1, [NINE], by=commissioner())
    other = world.asked(charity(2))
    assert isinstance(book(world, other.id, NINE, 2), Taken)
    world.time.passes(hours=48)

    assert world.told(1)[-1] == "lapsed"
    assert world.dialogue.offers.times(1, by=charity()).offered == ()
    assert isinstance(book(world, other.id, NINE, 2), Booking)
    assert isinstance(book(world, 1, NINE, 1), Taken)


def test_an_offer_that_was_answered_does_not_lapse(world: World) -> None:
    """Who has chosen, or has been offered other times, hears nothing of it."""
    for request_id in (world.asked(charity(1)).id, world.asked(charity(2)).id):
        world.dialogue.requests.claim(request_id, by=commissioner())
    world.dialogue.offers.offer(1, [NINE], by=commissioner())
    world.dialogue.offers.offer(2, [TEN], by=commissioner())
    book(world, 1, NINE, 1)
    world.time.passes(hours=47)
    world.dialogue.offers.offer(2, [ELEVEN], by=commissioner())
    world.time.passes(hours=1)

    assert "lapsed" not in world.told(1) + world.told(2) + world.told(10)


def test_an_offered_time_that_has_passed_cannot_be_booked(world: World) -> None:
    """Though it is still held; both hear that nothing is held any longer."""
    world.dialogue.requests.claim(world.asked().id, by=commissioner())
    soon = world.time() + timedelta(hours=2)
    world.dialogue.offers.offer(1, [soon], by=commissioner())
    world.told(1)
    world.time.passes(hours=3)

    assert world.dialogue.offers.times(1, by=charity()).offered == ()
    assert isinstance(book(world, 1, soon, 1), Taken)
    assert world.told(1) == ["lapsed"]
    assert world.told(10)[-1] == "lapsed"


def test_moving_to_the_same_time_again_changes_nothing(world: World) -> None:
    """A button pressed twice gives one move, and is not told that someone else has the slot."""
    booking = world.booked(NINE)
    for by in (charity(), charity(), commissioner()):
        moved = move(world, booking.id, TEN, by)
        assert isinstance(moved, Booking)
        assert (moved.starts_at, moved.sequence) == (TEN, 1)
    assert world.told(1).count("moved") == 1


def test_without_leave_to_take_slots_only_offers_can_be_booked(world: World) -> None:
    """The commissioner said that charities cannot take a free slot at once."""
    world.free_on("Wednesday", "09:00 to 12:00", direct="no")
    request = world.asked()
    assert world.dialogue.offers.times(request.id, by=charity()).free == ()
    assert isinstance(book(world, request.id, NINE, 1), Taken)
    world.dialogue.requests.claim(request.id, by=commissioner())
    world.dialogue.offers.offer(request.id, [NINE], by=commissioner())
    booking = book(world, request.id, NINE, 1)

    assert isinstance(booking, Booking)
    assert isinstance(move(world, booking.id, TEN, charity()), Taken)
    assert isinstance(move(world, booking.id, TEN, commissioner()), Booking)


def test_three_moves_and_a_cancellation(world: World) -> None:
    """One UID; SEQUENCE 1, 2, 3; then a file that takes it out. The reminders follow."""
    booking = world.booked(NINE)
    for sequence, at in enumerate((TEN, ELEVEN, NINE), 1):
        moved = move(world, booking.id, at, charity())
        assert isinstance(moved, Booking)
        (event,) = Calendar.from_ical(calendar_of(world, moved)).walk("vevent")
        assert (event["uid"], event["sequence"]) == (booking.uid, sequence)
        assert event.decoded("dtstart") == at
    due = [key for key, state in world.stores.outbox.all(GUILD) if ":day:" in key and state == "due"]
    assert due == [f"booking:{booking.id}:3:day:1", f"booking:{booking.id}:3:day:10"]

    cancelled = world.dialogue.bookings.cancel(booking.id, "ill", by=charity()).booking
    calendar = Calendar.from_ical(calendar_of(world, cancelled))
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


def test_who_cancels_is_not_offered_their_own_slot(world: World) -> None:
    """Whatever else they wait for; others are."""
    booking = world.booked(NINE)
    world.asked(charity(1))
    world.asked(charity(2))
    world.dialogue.bookings.cancel(booking.id, "ill", by=charity())

    assert "freed" not in world.told(1)
    assert world.told(2) == ["freed"]


def test_times_say_with_whom_they_are_where_there_are_several(world: World) -> None:
    """Two who are free at once would look the same."""
    world.free_on("Tuesday", "09:00 to 10:00", commissioner(11))
    times = world.dialogue.offers.times(world.asked().id, by=charity())
    card = times_card(times, ZoneInfo("Europe/London"), world.time())

    assert [choice.label for choice in card.choices[:3]] == [
        "Tuesday 1 December, 9am, with 1",
        "Tuesday 1 December, 9am, with 2",
        "Tuesday 1 December, 10am, with 1",
    ]
    assert "- with 1: <@10>\n- with 2: <@11>" in card.text


def test_one_person_holds_few_requests(world: World) -> None:
    """The sixth is refused until one of the five is over; what is booked counts too."""
    world.booked(NINE)
    for _ in range(4):
        world.asked()
    with pytest.raises(LimitReached):
        world.asked()
    world.dialogue.bookings.cancel(1, "ill", by=charity())
    assert world.asked().id == 6


def test_requests_that_are_over_hide_none_that_waits(world: World) -> None:
    """However often someone asked and took it back, what waits counts, and they see it."""
    waits = world.asked()
    for _ in range(26):
        world.dialogue.requests.withdraw(world.asked().id, by=charity())
    for _ in range(4):
        world.asked()

    with pytest.raises(LimitReached):
        world.asked()
    assert waits.id in [request.id for request in world.dialogue.requests.mine(by=charity()).requests]


def test_a_service_number_that_is_none_is_no_service(world: World) -> None:
    """A forged form may hold any text."""
    for forged in ("9" * 25, "-1", "\u0663", "x"):
        request = world.asked(service=forged)
        assert request.wish.service_id is None
        world.dialogue.requests.withdraw(request.id, by=charity())


def test_both_sides_of_a_dispute_are_kept(world: World) -> None:
    """One says that it took place, the other that no one came; each says so once."""
    booking = world.booked(NINE)
    with pytest.raises(ConditionUnmet):
        world.dialogue.outcomes.say(booking.id, Act.TOOK_PLACE, by=charity())
    world.time.comes_to(TEN)
    world.dialogue.outcomes.say(booking.id, Act.TOOK_PLACE, by=commissioner())
    disputed = world.dialogue.outcomes.say(booking.id, Act.NO_SHOW, by=charity()).booking

    assert disputed.state is BookingState.DISPUTED
    assert world.dialogue.outcomes.said(disputed) == {10: BookingState.TOOK_PLACE, 1: BookingState.NO_SHOW}
    with pytest.raises(WrongState):
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
    assert (log[1].became, log[1].starts_at) == (BookingState.BOOKED, TEN)
