"""What each server published, in the order in which it did: appended to, never changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.errors import Changed, Thing
from bot.domain.revision import ChangeNote, Kind, Revision
from bot.storage.columns import stored
from bot.storage.entry_making import entry_from_text
from bot.storage.entry_writer import write_entry

_COLUMNS = "guild_id, entry_id, number, kind, content, made_from, reason, source, by_id, agreed_by, made_at"


class RevisionStore:
    """Every revision of every server. The content of each is the knowledge file that it would be."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, revision: Revision) -> None:
        """Add a revision, which is live from the end of the transaction that the caller holds.

        Raises Changed where another revision has taken its number.
        """
        current = self.current(revision.guild_id, revision.entry_id)
        if revision.number != 1 + (current.number if current else 0):
            raise Changed(Thing.ENTRY, revision.entry_id)
        self._database.execute(
            f"insert into revisions ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            [
                revision.guild_id,
                revision.entry_id,
                revision.number,
                revision.kind.value,
                write_entry(revision.entry) if revision.entry else None,
                revision.made_from,
                revision.why.reason,
                revision.why.source,
                revision.why.by,
                revision.why.agreed_by,
                stored(revision.at),
            ],
        )

    def latest(self, guild_id: int) -> list[Revision]:
        """The live revision of every entry that the server has changed, by id."""
        where = (
            "guild_id = ? and number = (select max(number) from revisions later"
            " where later.guild_id = revisions.guild_id and later.entry_id = revisions.entry_id)"
            " order by entry_id"
        )
        return self._read(where, [guild_id])

    def current(self, guild_id: int, entry_id: str) -> Revision | None:
        """The live revision of one entry; None where the server never changed it."""
        where = "guild_id = ? and entry_id = ? order by number desc limit 1"
        return next(iter(self._read(where, [guild_id, entry_id])), None)

    def history(self, guild_id: int, entry_id: str) -> list[Revision]:
        """Every revision of one entry, oldest first."""
        return self._read("guild_id = ? and entry_id = ? order by number", [guild_id, entry_id])

    def mark(self, guild_id: int) -> int:
        """A number that rises whenever the server publishes; 0 where it never has."""
        sql = "select coalesce(max(id), 0) from revisions where guild_id = ?"
        return int(self._database.execute(sql, [guild_id]).fetchone()[0])

    def guilds(self) -> list[int]:
        """The servers that have published anything."""
        return [row[0] for row in self._database.execute("select distinct guild_id from revisions")]

    def _read(self, where: str, values: Sequence[object]) -> list[Revision]:
        sql = f"select {_COLUMNS} from revisions where {where}"  # noqa: S608 - our own words
        return [_revision(row) for row in self._database.query(sql, values)]


def _revision(row: dict[str, Any]) -> Revision:
    content = row["content"]
    return Revision(
        guild_id=row["guild_id"],
        entry_id=row["entry_id"],
        number=row["number"],
        kind=Kind(row["kind"]),
        entry=None if content is None else entry_from_text(row["entry_id"], content),
        made_from=row["made_from"],
        why=ChangeNote(row["by_id"], row["reason"], row["source"], row["agreed_by"]),
        at=datetime.fromisoformat(row["made_at"]),
    )
