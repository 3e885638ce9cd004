"""The question log keeps what was asked, for as long as was agreed, and no one's name."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cards.command_line import error_line
from bot.domain.errors import DatabaseUnusable
from bot.domain.server import ServerSettings
from bot.storage.database import open_database
from bot.storage.questions import AskedQuestion, QuestionLog
from bot.storage.servers import ServerStore

MOMENT = datetime(2026, 11, 23, 10, tzinfo=UTC)


def asked(question: str, *, guild_id: int = 0, at: datetime = MOMENT) -> AskedQuestion:
    """A question as it would be logged."""
    return AskedQuestion(guild_id, question, "answer", "tupe", "0123456789ab", ("a", "b"), 0.75, at)


def test_a_question_comes_back_as_it_went_in(tmp_path: Path) -> None:
    """Nothing is lost or changed on the way through the file."""
    with open_database(tmp_path / "parley.db") as database:
        log = QuestionLog(database)
        log.add([asked("what is TUPE?")])

        assert log.all(0) == [asked("what is TUPE?")]


def test_one_server_never_sees_anothers_questions(tmp_path: Path) -> None:
    """The server is part of every look-up."""
    with open_database(tmp_path / "parley.db") as database:
        log = QuestionLog(database)
        log.add([asked("ours", guild_id=1)])
        log.add([asked("theirs", guild_id=2)])

        assert [kept.question for kept in log.all(1)] == ["ours"]


def test_old_questions_are_deleted(tmp_path: Path) -> None:
    """After the host's time or, where a server wants it sooner, after that server's."""
    with open_database(tmp_path / "parley.db") as database:
        log = QuestionLog(database)
        ServerStore(database).put(ServerSettings(7, retention_days=1))
        ServerStore(database).put(ServerSettings(8, retention_days=99))
        for guild_id in (0, 7, 8):
            for days in (0, 2, 4):
                log.add([asked(f"{days} days", guild_id=guild_id, at=MOMENT - timedelta(days=days))])

        assert log.delete_expired(MOMENT, days=3) == 4
        kept = {guild_id: [each.question for each in log.all(guild_id)] for guild_id in (0, 7, 8)}

    assert kept == {0: ["0 days", "2 days"], 7: ["0 days"], 8: ["0 days", "2 days"]}


def test_no_column_says_who_asked(tmp_path: Path) -> None:
    """Asking is safe because the log could not tell if it wanted to."""
    with open_database(tmp_path / "parley.db") as database:
        columns = set(database["questions"].columns_dict)

    assert columns == {
        "id", "guild_id", "question", "outcome", "entry_id", "entry_version", "alternatives", "score",
        "asked_at",
    }  # fmt: skip


def test_an_outcome_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """The promise is in the table, not only in the code."""
    with open_database(tmp_path / "parley.db") as database, pytest.raises(Exception, match="CHECK"):
        QuestionLog(database).add(
            [AskedQuestion(0, "?", "guess", None, None, (), 0.0, MOMENT)]  # an outcome that we do not have
        )


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from bot.storage.database import open_database
from bot.storage.questions import AskedQuestion, QuestionLog
for n in range(200):
    with open_database(Path(sys.argv[1])) as database:
        asked = AskedQuestion(0, str(n), "no_answer", None, None, (), 0.0, datetime.now(UTC))
        QuestionLog(database).add([asked])
"""


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four processes open the same new file 200 times each: every row is there, no one finds it locked."""
    path = tmp_path / "parley.db"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stderr=subprocess.PIPE) for _ in range(4)
    ]
    errors = [writer.communicate()[1] for writer in writers]

    assert errors == [b""] * 4
    with open_database(path) as database:
        assert len(QuestionLog(database).all(0)) == 800


def test_a_database_that_cannot_be_opened_says_what_to_set(tmp_path: Path) -> None:
    """The message names the setting, not a traceback."""
    (tmp_path / "file").write_text("not a folder")
    with (
        pytest.raises(DatabaseUnusable) as refused,
        open_database(tmp_path / "file" / "parley.db"),
    ):
        pass
    assert "Set PARLEY_DATABASE" in error_line(refused.value)


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    """Someone else's file is left alone."""
    path = tmp_path / "notes.txt"
    path.write_text("shopping list " * 100)
    with pytest.raises(DatabaseUnusable), open_database(path):
        pass
    assert path.read_text().startswith("shopping list")
