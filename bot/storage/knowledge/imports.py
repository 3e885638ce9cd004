"""Texts of entries that moderators brought in chat and have not yet taken in."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.storage.columns import stored


@dataclass(frozen=True, slots=True)
class BroughtText:
    """A text that was brought, under a file name."""

    id: int
    name: str
    text: str


class ImportStore:
    """One text for each moderator of a server: a new one takes the place of the last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, guild_id: int, by: int, name: str, text: str, *, at: datetime) -> int:
        """Keep a text; returns its number."""
        self._database.execute("delete from imports where guild_id = ? and by_id = ?", [guild_id, by])
        row = self._database.execute(
            "insert into imports (guild_id, by_id, name, text, brought_at) values (?, ?, ?, ?, ?)"
            " returning id",
            [guild_id, by, name, text, stored(at)],
        ).fetchone()
        return int(row[0])

    def get(self, import_id: int, guild_id: int, by: int) -> BroughtText | None:
        """What this moderator brought; None where it has been taken in, or never was theirs."""
        sql = "select id, name, text from imports where id = ? and guild_id = ? and by_id = ?"
        return next(
            (BroughtText(**row) for row in self._database.query(sql, [import_id, guild_id, by])), None
        )

    def forget(self, import_id: int) -> None:
        """The text has been taken in."""
        self._database.execute("delete from imports where id = ?", [import_id])
