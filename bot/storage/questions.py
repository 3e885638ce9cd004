"""The question log: what was asked and the outcome, never who asked."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.storage.columns import stored
from bot.storage.database import immediate


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question as it was asked, and the answer as it was then.

    `question` is None where the text is not kept. `entry_id` and `entry_version` name the best entry, or
    are None where nothing was found; `alternatives` are the next best. `asked_at` is aware.
    """

    guild_id: int
    question: str | None
    outcome: str
    entry_id: str | None
    entry_version: str | None
    alternatives: tuple[str, ...]
    score: float
    asked_at: datetime


_COLUMNS = "guild_id, question, outcome, entry_id, entry_version, alternatives, score, asked_at"

_CHANCE = 31
"""Bits of a question's number that no one can guess.

The log does not know who asked, so anyone who has the number of a question can read it, share it and vote on
it: it is in the buttons of the one who asked. The bits above count, so that numbers are in order.
"""
_ADD = f"""
    insert into questions (id, {_COLUMNS}) values (
        ((coalesce((select seq from sqlite_sequence where name = 'questions'), 0) >> {_CHANCE}) + 1
            << {_CHANCE}) + ?,
        ?, ?, ?, ?, ?, ?, ?, ?
    ) returning id
"""  # noqa: S608 - the columns are our own


class QuestionLog:
    """Questions in the order in which they were asked. The only place where a question's text is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, asked: Iterable[AskedQuestion]) -> list[int]:
        """Keep questions in one transaction; returns their numbers."""
        with immediate(self._database):
            return [self._add(each) for each in asked]

    def _add(self, asked: AskedQuestion) -> int:
        row = self._database.execute(
            _ADD,
            [
                secrets.randbits(_CHANCE),
                asked.guild_id,
                asked.question,
                asked.outcome,
                asked.entry_id,
                asked.entry_version,
                " ".join(asked.alternatives),
                asked.score,
                stored(asked.asked_at),
            ],
        ).fetchone()
        return int(row[0])

    def get(self, asked_id: int, guild_id: int) -> AskedQuestion | None:
        """One question of one server; None where it was never asked there, or has been deleted."""
        sql = f"select {_COLUMNS} from questions where id = ? and guild_id = ?"  # noqa: S608
        rows = list(self._database.query(sql, [asked_id, guild_id]))
        return _asked(rows[0]) if rows else None

    def all(self, guild_id: int) -> list[AskedQuestion]:
        """Every question kept for one server, oldest first."""
        sql = f"select {_COLUMNS} from questions where guild_id = ? order by id"  # noqa: S608
        return [_asked(row) for row in self._database.query(sql, [guild_id])]

    def texts(self, guild_id: int) -> list[str]:
        """Every different question kept for one server, whose text was kept."""
        sql = "select distinct question from questions where guild_id = ? and question is not null"
        return [row[0] for row in self._database.execute(sql, [guild_id])]

    def delete_expired(self, now: datetime, days: int) -> int:
        """Forget the questions kept for that long or, if sooner, as long as their server wants; how many."""
        sql = (
            "delete from questions where julianday(asked_at) < julianday(?) - min(?, coalesce("
            "(select retention_days from servers where servers.guild_id = questions.guild_id), ?))"
        )
        return int(self._database.execute(sql, [stored(now), days, days]).rowcount)


def _asked(row: dict[str, Any]) -> AskedQuestion:
    moment, others = datetime.fromisoformat(row["asked_at"]), tuple(row["alternatives"].split())
    return AskedQuestion(**{**row, "asked_at": moment, "alternatives": others})
