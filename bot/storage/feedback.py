"""What people said of an answer: votes, picks and shares, by the question's number, never by person."""

from datetime import datetime

from sqlite_utils import Database

from bot.storage.columns import stored
from bot.storage.questions import AskedQuestion


class FeedbackStore:
    """At most one vote, one pick and one share for each question that was asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def vote(self, asked_id: int, asked: AskedQuestion, *, helpful: bool, at: datetime) -> None:
        """Keep a vote on the version that was shown; a second vote replaces the first."""
        self._database.execute(
            "insert into votes (asked_id, guild_id, entry_id, entry_version, helpful, voted_at)"
            " values (?, ?, ?, ?, ?, ?) on conflict (asked_id) do update"
            " set helpful = excluded.helpful, voted_at = excluded.voted_at",
            [asked_id, asked.guild_id, asked.entry_id, asked.entry_version, int(helpful), stored(at)],
        )

    def votes(self, guild_id: int, entry_id: str, version: str) -> tuple[int, int]:
        """How many found one version of an entry helpful, and how many did not."""
        row = self._database.execute(
            "select coalesce(sum(helpful), 0), coalesce(sum(1 - helpful), 0) from votes"
            " where guild_id = ? and entry_id = ? and entry_version = ?",
            [guild_id, entry_id, version],
        ).fetchone()
        return int(row[0]), int(row[1])

    def pick(self, asked_id: int, guild_id: int, entry_id: str, *, at: datetime) -> None:
        """Keep what was meant instead of what was shown; a second pick replaces the first."""
        self._database.execute(
            "insert into picks (asked_id, guild_id, entry_id, picked_at) values (?, ?, ?, ?)"
            " on conflict (asked_id) do update"
            " set entry_id = excluded.entry_id, picked_at = excluded.picked_at",
            [asked_id, guild_id, entry_id, stored(at)],
        )

    def share(self, asked_id: int, *, at: datetime) -> bool:
        """Claim the one share of an answer; false where it has been shared."""
        done = self._database.execute(
            "insert into shares (asked_id, shared_at) values (?, ?) on conflict do nothing",
            [asked_id, stored(at)],
        )
        return bool(done.rowcount == 1)

    def unshare(self, asked_id: int) -> None:
        """Give the share back, where showing it failed."""
        self._database.execute("delete from shares where asked_id = ?", [asked_id])
