"""Revisions are only ever appended to, one after the other, and survive being killed."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.draft import Draft
from bot.domain.entry import Entry
from bot.domain.entry_parts import fields_of
from bot.domain.errors import Changed
from bot.domain.revision import ChangeNote, Kind, Revision
from bot.storage.database import immediate, open_database
from bot.storage.entry_files import EntryFile, read_entry
from bot.storage.knowledge.drafts import DraftStore
from bot.storage.knowledge.publishing import Publisher
from bot.storage.knowledge.revisions import RevisionStore
from tests.knowledge_folder import KnowledgeFolder

ROOT = Path(__file__).parent.parent.parent
MOMENT = datetime(2026, 11, 23, 10, tzinfo=UTC)
ROUNDS = int(os.environ.get("PARLEY_KILL_ROUNDS", "6"))
"""How often a publishing process is killed; set it to 200 for the full measure."""


@pytest.fixture
def entry(knowledge: KnowledgeFolder) -> Entry:
    """A sound entry."""
    read = read_entry(knowledge.write("tupe"))
    assert isinstance(read, EntryFile)
    return read.entry


def revision(entry: Entry, number: int, *, guild_id: int = 7) -> Revision:
    """An edit of it."""
    why = ChangeNote(1, "Because.", "A source", agreed_by=2)
    return Revision(guild_id, entry.id, number, Kind.EDIT, entry, "0123456789ab", why, MOMENT)


def test_a_revision_comes_back_as_it_went_in(tmp_path: Path, entry: Entry) -> None:
    """Text, reason, source, both people; and only in its own server."""
    with open_database(tmp_path / "parley.db") as database:
        Publisher(database).publish([revision(entry, 1), revision(entry, 1, guild_id=8)])
        store = RevisionStore(database)

        assert store.history(7, "tupe") == [revision(entry, 1)]
        assert store.current(8, "tupe") == revision(entry, 1, guild_id=8)
        assert store.latest(9) == []


@pytest.mark.parametrize("number", [1, 3])
def test_a_number_is_given_once_and_none_is_left_out(tmp_path: Path, entry: Entry, number: int) -> None:
    """Compare and set: who comes second is told, and nothing of theirs is kept."""
    other = replace(entry, id="other")
    with open_database(tmp_path / "parley.db") as database:
        publisher = Publisher(database)
        publisher.publish([revision(entry, 1)])
        with pytest.raises(Changed):
            publisher.publish([revision(other, 1), revision(entry, number)])

        assert RevisionStore(database).latest(7) == [revision(entry, 1)]


@pytest.mark.parametrize(
    "statement",
    [
        "update revisions set reason = 'x'",
        "delete from revisions",
        "insert into revisions select id + 9, guild_id, entry_id, 5, kind, content, made_from, reason,"
        " source, by_id, agreed_by, made_at from revisions",
        "insert or replace into revisions select * from revisions",
        "insert into must_answers (guild_id, question, form, entry_id, reason, by_id, set_at)"
        " values (1, 'q', 'q', 'e', ' ', 1, '')",
    ],
)
def test_the_database_itself_refuses(tmp_path: Path, entry: Entry, statement: str) -> None:
    """History cannot be rewritten, not even by a fault of ours."""
    with open_database(tmp_path / "parley.db") as database:
        Publisher(database).publish([revision(entry, 1)])
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(statement)


PUBLISHING = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from bot.domain.draft import Draft
from bot.domain.entry_parts import fields_of
from bot.domain.revision import ChangeNote, Kind, Revision
from bot.storage.database import open_database
from bot.storage.knowledge.drafts import DraftStore
from bot.storage.entry_files import read_entry
from bot.storage.knowledge.publishing import Publisher
from bot.storage.knowledge.revisions import RevisionStore

entry, now = read_entry(Path(sys.argv[2])).entry, datetime.now(UTC)
with open_database(Path(sys.argv[1])) as database:
    store, drafts, publisher = RevisionStore(database), DraftStore(database), Publisher(database)
    print("ready", flush=True)
    while True:
        current = store.current(7, entry.id)
        number = current.number if current else 0
        draft = drafts.of(7, entry.id, 1) or drafts.open(
            Draft(0, 7, entry.id, 1, Kind.EDIT, number, None, fields_of(entry)), at=now
        )
        draft = drafts.rebase(draft, number, None, at=now)
        words = replace(entry, body=f"Version {number + 1}.\\n\\n" + f"{number + 1} " * 300)
        made = Revision(7, entry.id, number + 1, Kind.EDIT, words, None, ChangeNote(1, "Because."), now)
        publisher.publish_draft(draft, made)
        print(number + 1, flush=True)
"""


def test_a_killed_process_leaves_every_entry_whole(tmp_path: Path, knowledge: KnowledgeFolder) -> None:
    """Killed at any instant: what was acknowledged is there, nothing is half there, history has no gap."""
    path, chance = knowledge.write("tupe"), random.Random(6)
    for number in range(ROUNDS):
        database_path = tmp_path / f"{number // 10}.db"
        acknowledged = killed(database_path, path, after=chance.uniform(0, 0.05))
        with open_database(database_path) as database:
            history = RevisionStore(database).history(7, "tupe")
            published = database["entry_drafts"].count_where("state = 'published'")
            fault = database.execute("pragma integrity_check").fetchone()[0]

        assert [kept.number for kept in history] == list(range(1, len(history) + 1))
        assert len(history) >= acknowledged
        assert published == len(history)
        assert all(kept.entry and kept.entry.body.startswith(f"Version {kept.number}.") for kept in history)
        assert all(kept.entry and kept.entry.detail.split() == [str(kept.number)] * 300 for kept in history)
        assert fault == "ok"


def killed(database: Path, entry: Path, *, after: float) -> int:
    """Let a process publish for so long, kill it, and return the last revision that it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", PUBLISHING, str(database), str(entry)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        said = process.stdout.read().split("\n")[:-1]
    return int(said[-1]) if said else 0


def test_a_draft_changes_only_as_it_was_read(tmp_path: Path, entry: Entry) -> None:
    """Another process that changed it meanwhile is not written over."""
    with open_database(tmp_path / "parley.db") as database:
        drafts = DraftStore(database)
        opened = drafts.open(Draft(0, 7, "tupe", 1, Kind.EDIT, 0, None, fields_of(entry)), at=MOMENT)
        drafts.fill(opened, {"body": "By another process."}, at=MOMENT)
        with pytest.raises(Changed):
            drafts.fill(opened, {"body": "Mine."}, at=MOMENT)

        assert drafts.get(opened.id, 7) is not None
        assert drafts.get(opened.id, 8) is None
        with pytest.raises(sqlite3.IntegrityError), immediate(database):
            drafts.open(opened, at=MOMENT)
