"""Each notice is sent once, by one sender; what is put off comes later, and what is secret is forgotten."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import running
from bot.domain.notices import AT_ONCE, Notice, NoticeKind, Privacy
from bot.services.app import App
from bot.settings import Settings
from bot.storage.database import open_database
from bot.storage.outbox import OutboxStore
from tests.knowledge_folder import KnowledgeFolder
from tests.services.conftest import ADA, HERE
from tests.terminal import Time


@pytest.fixture
def time() -> Time:
    """A clock that the test moves."""
    return Time()


@pytest.fixture
def first(settings: Settings, time: Time) -> Iterator[App]:
    """One process."""
    with running(settings, time) as app:
        yield app


@pytest.fixture
def second(settings: Settings, time: Time, first: App) -> Iterator[App]:
    """Another process over the same file."""
    with running(settings, time) as app:
        yield app


def add(settings: Settings, time: Time, **more: object) -> None:
    """A note to Ada."""
    payload = {"request_id": 1, "booking": None, "why": "because"}
    notice = Notice("note", HERE, NoticeKind.NOTE, time(), ADA.user_id, payload=payload, **more)  # type: ignore[arg-type]
    with open_database(settings.database) as database:
        OutboxStore(database).add([notice])


def test_two_processes_send_a_notice_once(settings: Settings, time: Time, first: App, second: App) -> None:
    """Both see that it is due; one has it, and the other cannot settle it either."""
    add(settings, time)
    (seen,), (seen_too,) = first.outbox.due(), second.outbox.due()

    assert [first.outbox.claim(seen), second.outbox.claim(seen_too)] == [True, False]
    assert second.outbox.due() == []
    assert [first.outbox.sent(seen), second.outbox.sent(seen_too)] == [True, False]


def test_what_a_dead_process_had_claimed_is_sent_by_another(
    settings: Settings, time: Time, first: App, second: App
) -> None:
    """After a minute, since Discord shows the same nonce once."""
    add(settings, time)
    assert first.outbox.claim(first.outbox.due()[0])
    time.passes(minutes=1)

    assert second.outbox.claim(second.outbox.due()[0])


def test_a_notice_that_cannot_be_sent_for_long_rests_longer_and_longer(
    settings: Settings, time: Time, first: App
) -> None:
    """Else a broken channel would hold up everything else; but half an hour at the most."""
    add(settings, time)
    rests = []
    for _ in range(12):
        (due,) = first.outbox.due()
        first.outbox.claim(due)
        first.outbox.put_off(due)
        rest = 0
        while not first.outbox.due():
            time.passes(minutes=1)
            rest += 1
        rests.append(rest)

    assert rests[:AT_ONCE] == [0] * AT_ONCE
    assert rests[AT_ONCE:] == [1, 2, 4, 8, 16, 30, 30]


def test_a_secret_notice_leaves_no_trace(settings: Settings, time: Time, first: App) -> None:
    """Once it is told, no row says who it was for; until then the person sees it when they ask."""
    add(settings, time, privacy=Privacy.SECRET)
    (due,) = first.outbox.due()
    first.outbox.claim(due)
    first.outbox.keep_back(due)
    assert first.outbox.due() == []
    (kept,) = first.outbox.kept_back_for(by=ADA)
    assert first.outbox.claim(kept)
    assert first.outbox.sent(kept)

    with open_database(settings.database) as database:
        assert database.table("notices").count == 0


def test_a_reminder_comes_once_a_week_and_a_day_after_it_failed(
    settings: Settings, three_answers: KnowledgeFolder, time: Time
) -> None:
    """What no one could be shown does not count as a reminder."""
    three_answers.write("old", title="Old", questions=["old thing"], review_after="2026-01-31")
    with running(settings, time) as app:
        told = []
        for _ in range(16):
            app.knowledge.review_reminders.add_due(HERE)
            due = app.outbox.due()
            told.append(len(due))
            for notice in due:
                (app.outbox.sent if len(told) > 1 else app.outbox.failed)(notice)
            time.passes(hours=24.5)

    assert told == [1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]


def test_the_outbox_of_the_version_before_moves_along(tmp_path: Path) -> None:
    """Notices, those who asked to be told, and weekly reminders keep their numbers; none is told twice."""
    from tests.storage.before_notices import database_with_old_tables

    path = database_with_old_tables(tmp_path / "parley.db")
    with open_database(path) as database:
        rows = list(database.table("notices").rows)
        left = list(database.table("to_be_told").rows)
        tables = set(database.table_names())

    assert [(row["id"], row["key"], row["kind"], row["place"], row["state"]) for row in rows[:4]] == [
        (3, "event:1:person:handed over:1:5", "handed_over", "person", "due"),
        (4, "event:2:room:room:1:0", "room", "thread", "due"),
        (7, "event:3:queue:asked:1:0", "asked", "queue", "sent"),
        (9, "not reached:3", "not_reached", "person", "due"),
    ]
    assert '"state":"booked"' in rows[1]["payload"]
    assert '"why":"handed_over"' in rows[3]["payload"]
    assert [(row["kind"], row["privacy"], row["user_id"]) for row in rows[4:]] == [
        ("question_settled", "secret", 21),
        ("review_due", "open", 0),
    ]
    assert rows[5]["due_at"] == "2026-11-20T10:00:00.000+00:00"
    assert [row["user_id"] for row in left] == [22]
    assert not tables & {"outbox", "nudges"}
    with open_database(path) as database:
        store = OutboxStore(database)
        due = store.due(Time()() + timedelta(days=1), apart_from=1)
    assert [notice.id for notice in due] == [3, 4, 9, 10]
