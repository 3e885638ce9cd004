"""A database of the version before works: its states, events, numbers, notices and drafts."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cards.dialogue.bookings import booking_card
from bot.cards.dialogue.history import history_card
from bot.cards.dialogue.messages import message_card
from bot.cards.dialogue.records import record_card
from bot.cards.dialogue.requests import request_card
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.events import Subject
from bot.domain.dialogue.records import Side
from bot.domain.dialogue.states import BookingState, RecordState, RequestState, Stage
from bot.domain.notices import NoticeKind
from tests.dialogue_world import (
    ELSEWHERE,
    GUILD,
    World,
    charity,
    commissioner,
    moderator,
    world_at,
)
from tests.storage.earlier_databases import NEWEST, make, rows
from tests.terminal import Time


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The file as the version before left it."""
    return make(NEWEST, tmp_path / "parley.db")


@pytest.fixture
def world(before: Path) -> Iterator[World]:
    """The same file, opened by this version some days later."""
    time = Time()
    time.passes(days=20)
    with world_at(before, time) as made:
        yield made


def all_of(world: World, guild_id: int) -> list[Booking]:
    """Every booking of a server."""
    found = (world.stores.bookings.get(guild_id, number) for number in range(1, 40))
    return [booking for booking in found if booking is not None]


def test_every_state_is_a_code(world: World) -> None:
    """Of requests, bookings, records and services, each of which was there before."""
    requests = [world.stores.requests.get(GUILD, number) for number in range(1, 40)]
    assert {request.state for request in requests if request} == set(RequestState)
    bookings = all_of(world, GUILD)
    assert {booking.state for booking in bookings} == set(BookingState)
    assert {world.stores.records.get(GUILD, booking.id).state for booking in bookings[:2]} <= set(RecordState)  # type: ignore[union-attr]
    stages = {service.stage for service in world.stores.planned.all(GUILD)}
    assert stages == {Stage.OPEN, Stage.CLOSED, Stage.AWARDED}


def test_a_record_keeps_its_stage_and_its_commitments(world: World) -> None:
    """With whose they are, and which have been met."""
    record = world.stores.records.get(GUILD, 1)
    assert record is not None
    assert (record.state, record.stage) == (RecordState.CONFIRMED, Stage.OPEN)
    assert [(one.side, one.done) for one in record.commitments] == [
        (Side.CHARITY, True),
        (Side.COMMISSIONER, False),
    ]
    assert world.stores.records.get(GUILD, 6).stage is None  # type: ignore[union-attr]
    assert world.stores.bookings.said(world.dialogue.bookings.get(6, by=commissioner())) == {
        10: BookingState.TOOK_PLACE,
        113: BookingState.NO_SHOW,
    }


def test_the_log_has_every_event_with_its_code(before: Path) -> None:
    """The same people at the same times, acts as codes, and the time of a booking by itself."""
    sql = "select id, guild_id, at, actor_id, subject, subject_id, why from dialogue_events order by id"
    was = rows(before, sql)
    times = rows(before, "select id, became from dialogue_events where became like '% for 20%'")
    with world_at(before) as world:
        assert rows(before, sql) == was
        assert {act for (act,) in rows(before, "select act from dialogue_events")} <= set(Act)
        became = {str(code) for (code,) in rows(before, "select became from dialogue_events")}
        codes = {*RequestState, *BookingState, *RecordState, *Stage}
        assert became <= {str(code) for code in codes} | {"open", "paused"}
        (moved,) = [e for e in world.stores.events.of(GUILD, Subject.BOOKING, 8) if e.act is Act.MOVE]
        assert moved.starts_at == world.dialogue.bookings.get(8, by=commissioner()).starts_at
        timed = rows(before, "select id, facts from dialogue_events where facts like '%starts_at%'")
        assert len(timed) == len(times) > 0
        for (number, said), (same, facts) in zip(times, timed, strict=True):
            assert number == same
            assert json.loads(str(facts))["starts_at"][:16] == str(said).partition(" for ")[2][:16]
        with pytest.raises(Exception, match="only ever added to"):
            world.stores._database.execute("delete from dialogue_events")


def test_numbers_go_on_within_each_server(world: World) -> None:
    """Old numbers stay; the next is one more than the server's own highest."""
    highest = world.dialogue.requests.queue(by=commissioner()).requests[-1].id
    here, there = world.asked(charity(900)), world.asked(charity(901, ELSEWHERE))

    assert here.id > highest
    assert (there.id, world.stores.requests.get(ELSEWHERE, 8) is not None) == (9, True)
    assert world.stores.requests.get(GUILD, 8) is None
    assert world.service().id == 6


def test_two_servers_count_for_themselves(tmp_path: Path) -> None:
    """Each begins with 1, and neither sees what the other has of the same number."""
    with world_at(tmp_path / "new.db") as world:
        first = [world.asked(charity(1, guild_id)) for guild_id in (GUILD, ELSEWHERE)]
        assert [request.id for request in first] == [1, 1]
        assert world.asked(charity(1)).id == 2
        assert world.stores.requests.get(ELSEWHERE, 2) is None


def test_all_of_it_can_be_shown_to_everyone_concerned(world: World) -> None:
    """Every request, conversation, history and record as a card, and every notice that waits."""
    for guild_id in (GUILD, ELSEWHERE):
        for booking in all_of(world, guild_id):
            for by in (
                charity(booking.charity_id, guild_id),
                commissioner(10, guild_id),
                moderator(30, guild_id),
            ):
                view = world.dialogue.views.of_booking(booking.id, by=by)
                assert booking_card(view).title
                assert request_card(world.dialogue.views.of_request(booking.request_id, by=by)).title
                events = world.dialogue.outcomes.history(booking.id, by=by)[1]
                assert history_card(booking, events, view.zones[0], 1).text
            if (record := world.dialogue.records.of(booking)) is not None:
                assert record_card(record, world.time().date()).text
    due = [notice for notice in world.outbox.due() if notice.kind is not NoticeKind.QUESTION_SETTLED]
    assert len(due) > 10
    assert all(message_card(world.dialogue.notices.view(notice)).title for notice in due)


def test_what_goes_on_after_it(world: World) -> None:
    """The other side confirms, says what happened, and writes what is still to be written."""
    confirmed = world.dialogue.records.confirm(2, by=charity(109))
    assert confirmed.record.state is RecordState.CONFIRMED
    assert (
        world.dialogue.outcomes.say(5, Act.TOOK_PLACE, by=charity(112)).booking.state is BookingState.DISPUTED
    )
    assert world.recorded(3, charity(110)).record.state is RecordState.WITH_COMMISSIONER
    assert world.dialogue.planned.reopen(2, by=commissioner()).service.stage is Stage.OPEN


def test_a_draft_that_was_not_sent_can_be_sent(before: Path) -> None:
    """The stage that was chosen is still chosen."""
    with world_at(before):
        ((typed,),) = rows(before, "select typed from drafts")

    assert json.loads(str(typed)) == {"title": "Libraries", "stage": Stage.OPEN}
