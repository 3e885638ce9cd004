"""When each server's moderators were last reminded of what is overdue."""

from datetime import datetime

from sqlite_utils import Database

from bot.storage.columns import stored


class ReviewReminderStore:
    """One reminder for each server and week."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_due(self, guild_id: int, since: datetime) -> bool:
        """No one has been reminded since then."""
        row = self._database.execute("select nudged_at from nudges where guild_id = ?", [guild_id]).fetchone()
        return row is None or row[0] <= stored(since)

    def claim(self, guild_id: int, since: datetime, *, at: datetime) -> bool:
        """Claim the reminder; false where someone else has since then."""
        done = self._database.execute(
            "insert into nudges (guild_id, nudged_at) values (?, ?) on conflict (guild_id) do update"
            " set nudged_at = excluded.nudged_at where nudged_at <= ?",
            [guild_id, stored(at), stored(since)],
        )
        return bool(done.rowcount == 1)
