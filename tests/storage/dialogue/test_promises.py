"""The promises of early dialogue are in the tables, whatever the code above them does."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.events import Event, Subject
from bot.domain.dialogue.states import BookingState, RequestState
from bot.domain.notices import Notice, NoticeKind
from bot.storage.database import durable, open_database
from bot.storage.dialogue.stores import Stores
from bot.storage.outbox import Settled
from tests.dialogue_world import ELSEWHERE, GUILD, NINE, TEN, World, charity, world_at

HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A commissioner who can talk on Tuesdays, and one booking."""
    with world_at(tmp_path / "parley.db") as made:
        made.free_on("Tuesday", "09:00 to 17:00")
        made.booked(NINE)
        yield made


@pytest.fixture
def raw(tmp_path: Path, world: World) -> Iterator[sqlite3.Connection]:
    """Another way into the same file."""
    connection = sqlite3.connect(tmp_path / "parley.db", isolation_level=None)
    connection.execute("pragma foreign_keys = on")
    yield connection
    connection.close()


@pytest.mark.parametrize("change", ["update dialogue_events set why = 'x'", "delete from dialogue_events"])
def test_the_event_log_is_only_ever_added_to(raw: sqlite3.Connection, change: str) -> None:
    """Neither we nor anyone with the file open through SQL changes what happened."""
    before = raw.execute("select count(*) from dialogue_events").fetchone()
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        raw.execute(change)
    assert raw.execute("select count(*) from dialogue_events").fetchone() == before


@pytest.mark.parametrize("minutes", [-44, -15, 0, 15, 44])
def test_two_bookings_of_a_commissioner_never_overlap(world: World, minutes: int) -> None:
    """Not even by a minute; the table itself refuses."""
    request = world.asked(charity(2))
    at = NINE + timedelta(minutes=minutes)
    slot = Slot(at, at + timedelta(minutes=45), 10)

    assert world.stores.bookings.add(request, slot, "other") is None


def test_bookings_may_touch_and_other_people_may_meet(world: World) -> None:
    """The end of one is the start of the next; another commissioner is another person."""
    end = NINE + timedelta(minutes=45)

    assert world.stores.bookings.add(world.asked(charity(2)), Slot(end, end + HALF_AN_HOUR, 10), "a")
    assert world.stores.bookings.add(world.asked(charity(3)), Slot(NINE, end, 11), "b")


def test_a_booking_cannot_be_moved_onto_another(world: World) -> None:
    """The table refuses that too, and the booking stays where it was."""
    second = world.booked(TEN, charity(2))
    moved = second.at(Slot(NINE + HALF_AN_HOUR, TEN + HALF_AN_HOUR, 10))

    assert not world.stores.bookings.move(moved)
    assert world.stores.bookings.get(GUILD, second.id) == second


def test_a_request_has_one_open_booking(world: World) -> None:
    """A second one for the same request is refused."""
    request = world.stores.requests.get(GUILD, 1)
    assert request is not None

    assert world.stores.bookings.add(request, Slot(TEN, TEN + HALF_AN_HOUR, 11), "other") is None


def test_a_change_is_lost_to_whoever_was_quicker(world: World) -> None:
    """Every change compares the state that was read."""
    booking = world.stores.bookings.get(GUILD, 1)
    request = world.stores.requests.get(GUILD, 1)
    assert booking is not None
    assert request is not None
    assert world.stores.bookings.step(booking, BookingState.CANCELLED, 1)
    assert not world.stores.bookings.step(booking, BookingState.TOOK_PLACE, 0)
    assert not world.stores.bookings.move(booking.at(Slot(TEN, TEN + HALF_AN_HOUR, 10)))
    assert world.stores.requests.step(request, RequestState.CLAIMED, 10)
    assert not world.stores.requests.step(request, RequestState.WITHDRAWN, 10)


def test_a_key_is_told_once(world: World) -> None:
    """The second message of a key is not kept, and a settled one is not settled again."""
    notice = Notice("same", GUILD, NoticeKind.NOTE, world.time(), to=1, payload={"why": "first"})
    world.stores.outbox.add([notice, replace(notice, payload={"why": "again"})])
    (kept,) = [m for m in world.stores.outbox.due(world.time(), apart_from=0) if m.key == "same"]

    assert kept.payload == {"why": "first"}
    assert world.stores.outbox.settle(kept, Settled.SENT, at=world.time())
    assert not world.stores.outbox.settle(kept, Settled.FAILED, at=world.time())


def test_one_server_sees_nothing_of_another(world: World) -> None:
    """The server is part of every key and of every look-up."""
    stores = world.stores
    assert stores.requests.get(ELSEWHERE, 1) is None
    assert stores.bookings.get(ELSEWHERE, 1) is None
    assert stores.requests.pending(ELSEWHERE, 10) == []
    assert stores.availability.get(ELSEWHERE, 10) is None
    assert stores.events.of(ELSEWHERE, Subject.BOOKING, 1) == []


def test_a_request_of_another_server_cannot_be_booked(raw: sqlite3.Connection) -> None:
    """The foreign key holds the server too."""
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        raw.execute(
            "insert into bookings (guild_id, id, request_id, charity_id, commissioner_id, starts_at, ends_at,"
            " state, uid, sequence) values (?, 9, 1, 1, 10, 'a', 'b', 'booked', 'u', 0)",
            [ELSEWHERE],
        )


def test_a_decision_is_whole_or_nothing(world: World) -> None:
    """An error in the middle leaves no trace, and the next decision is as durable as the first."""

    def interrupted() -> None:
        with world.stores.deciding():
            world.stores.events.add(Event(GUILD, world.time(), 1, Subject.BOOKING, 99, Act.NOTE, "booked"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert world.stores.events.of(GUILD, Subject.BOOKING, 99) == []


def test_a_decision_is_on_the_disk_when_it_ends(tmp_path: Path) -> None:
    """Full synchronisation during it, and the usual one after it."""
    with open_database(tmp_path / "parley.db") as database:
        Stores(database)
        with durable(database):
            assert database.execute("pragma synchronous").fetchone() == (2,)
        assert database.execute("pragma synchronous").fetchone() == (1,)
