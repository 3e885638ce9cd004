"""People are told once, and what cannot be told is reported to the other side."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cards.dialogue.messages import message_card
from bot.domain.dialogue.acts import Act, Condition
from bot.domain.dialogue.states import BookingState
from bot.domain.errors import ConditionUnmet
from bot.domain.notices import NoticeKind
from tests.dialogue_world import NINE, TEN, World, charity, commissioner, moderator, world_at


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A commissioner who can talk on Tuesday mornings, and one booking."""
    with world_at(tmp_path / "parley.db") as made:
        made.free_on("Tuesday", "09:00 to 12:00")
        made.booked(NINE)
        yield made


def test_a_failure_is_reported_to_the_other_side_once(world: World) -> None:
    """And a failing report is not reported in turn."""
    messages = world.outbox
    (booked,) = [m for m in messages.due() if m.kind is NoticeKind.BOOKED and m.to == 1]
    messages.failed(booked)
    messages.failed(booked)
    (report,) = [m for m in messages.due() if m.kind is NoticeKind.NOT_REACHED]

    assert report.to == 10
    assert (
        "They do not know this about conversation 1: it was booked."
        in message_card(world.dialogue.notices.view(report)).text
    )
    messages.failed(report)
    assert not [m for m in messages.due() if m.kind is NoticeKind.NOT_REACHED]


def test_a_late_reminder_says_so_and_an_outdated_one_is_not_told(world: World) -> None:
    """The bot was away: a reminder may come late, but not when it is over."""
    world.told(1)
    world.time.comes_to(NINE - timedelta(minutes=30))
    messages = world.outbox
    due = [m for m in messages.due() if m.kind is NoticeKind.REMINDER and m.to == 1]
    assert [
        message_card(world.dialogue.notices.view(m)).text.startswith("This reminder is late") for m in due
    ] == [True] * 2
    world.time.comes_to(TEN)
    assert "reminder" not in world.told(1)


_WHY = {
    NoticeKind.REMINDER: "day",
    NoticeKind.SAID: BookingState.TOOK_PLACE,
    NoticeKind.NOT_REACHED: NoticeKind.BOOKED,
}


def test_every_message_can_be_said_as_plain_text(world: World) -> None:
    """Every kind of news has its card, and none is empty."""
    messages = world.outbox
    (sample,) = [m for m in messages.due() if m.kind is NoticeKind.BOOKED and m.to == 1]
    view = world.dialogue.notices.view(sample)
    for kind in set(NoticeKind) - {NoticeKind.QUESTION_SETTLED, NoticeKind.REVIEW_DUE}:
        why = _WHY.get(kind, "because")
        card = message_card(replace(view, kind=kind, about=replace(view.about, why=why)))
        assert card.title


def test_a_summary_is_posted_once_where_there_is_a_place_for_it(world: World) -> None:
    """Pressed twice, it is there once; what could not be posted can be posted again."""
    world.time.comes_to(TEN)
    world.dialogue.outcomes.say(1, Act.TOOK_PLACE, by=commissioner())
    world.recorded(1, commissioner(), published="we met")
    world.dialogue.records.confirm(1, by=charity())
    with pytest.raises(ConditionUnmet) as no_channel:
        world.dialogue.records.publish(1, by=moderator())
    assert no_channel.value.condition is Condition.HAS_CHANNEL
    world.notes_go_to(5)
    for settle in (world.outbox.failed, world.outbox.sent):
        world.dialogue.records.publish(1, by=moderator())
        with pytest.raises(ConditionUnmet):
            world.dialogue.records.publish(1, by=commissioner())
        (summary,) = [m for m in world.outbox.due() if m.kind is NoticeKind.SUMMARY]
        settle(summary)
    with pytest.raises(ConditionUnmet):
        world.dialogue.records.publish(1, by=moderator())


def test_a_late_commitment_nudges_whoever_made_it_once(world: World) -> None:
    """Until it is kept."""
    world.time.comes_to(TEN)
    world.dialogue.outcomes.say(1, Act.TOOK_PLACE, by=commissioner())
    promise = "charity: send figures by 8 December 2026"
    world.recorded(1, commissioner(), commitments=promise)
    world.told(1)
    world.time.passes(days=8)

    assert world.told(1) == ["overdue"]
    assert world.told(1) == []
    kept = world.dialogue.records.finish(1, 1, by=charity())
    assert kept.record.commitments[0].done
    with pytest.raises(ConditionUnmet):
        world.dialogue.records.finish(1, 1, by=charity())
