"""The question log: what was asked and what came of it, never who asked."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question as it was asked, and the answer as it stood then.

    `outcome` is that of the answer; `entry_id` and `entry_version` name the best entry, or are None where
    nothing was found. `asked_at` is aware.
    """

    guild_id: int
    question: str
    outcome: str
    entry_id: str | None
    entry_version: str | None
    score: float
    asked_at: datetime


class QuestionLog:
    """Questions in the order in which they were asked. The only place where a question's text is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, asked: AskedQuestion) -> None:
        """Keep one question. One statement, so one transaction."""
        self._database.execute(
            "insert into questions (guild_id, question, outcome, entry_id, entry_version, score, asked_at)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [
                asked.guild_id,
                asked.question,
                asked.outcome,
                asked.entry_id,
                asked.entry_version,
                asked.score,
                _stored(asked.asked_at),
            ],
        )

    def all(self, guild_id: int) -> list[AskedQuestion]:
        """Every question kept for one server, oldest first."""
        rows = self._database.query(
            "select guild_id, question, outcome, entry_id, entry_version, score, asked_at"
            " from questions where guild_id = ? order by id",
            [guild_id],
        )
        return [AskedQuestion(**{**row, "asked_at": datetime.fromisoformat(row["asked_at"])}) for row in rows]

    def delete_before(self, moment: datetime) -> int:
        """Forget the questions asked before the moment; returns how many."""
        return int(
            self._database.execute("delete from questions where asked_at < ?", [_stored(moment)]).rowcount
        )


def _stored(moment: datetime) -> str:
    """Text that sorts as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
