"""When commissioners could talk."""

from dataclasses import asdict
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.domain.dialogue.availability import Availability, Rules, Window, WindowKind


class AvailabilityStore:
    """Each commissioner's rules and windows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, guild_id: int, commissioner_id: int) -> Availability | None:
        """One commissioner's availability; None where they never set any."""
        sql = "select * from availability where guild_id = ? and commissioner_id = ?"
        rows = list(self._database.query(sql, [guild_id, commissioner_id]))
        return self._whole(rows[0]) if rows else None

    def direct(self, guild_id: int) -> list[Availability]:
        """That of every commissioner whose free slots may be taken at once."""
        sql = "select * from availability where guild_id = ? and direct = 1 and paused = 0"
        return [self._whole(row) for row in self._database.query(sql, [guild_id])]

    def all(self, guild_id: int) -> list[Availability]:
        """That of every commissioner who ever set any."""
        sql = "select * from availability where guild_id = ?"
        return [self._whole(row) for row in self._database.query(sql, [guild_id])]

    def open_ones(self) -> list[tuple[int, int]]:
        """Every server with each commissioner there who has not paused."""
        sql = "select guild_id, commissioner_id from availability where paused = 0"
        return list(self._database.execute(sql))

    def put(self, guild_id: int, commissioner_id: int, rules: Rules) -> None:
        """Keep a commissioner's rules, in place of those that they had."""
        values = {**asdict(rules), "zone": rules.zone.key}
        changes = ", ".join(f"{name} = excluded.{name}" for name in values)
        self._database.execute(
            f"insert into availability (guild_id, commissioner_id, {', '.join(values)})"  # noqa: S608
            f" values (?, ?, {', '.join('?' * len(values))}) on conflict do update set {changes}",
            [guild_id, commissioner_id, *values.values()],
        )

    def add(self, guild_id: int, commissioner_id: int, window: Window) -> None:
        """Add a window."""
        self._database.execute(
            "insert into windows (guild_id, commissioner_id, kind, weekday, on_day, starts, ends)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [
                guild_id,
                commissioner_id,
                window.kind,
                window.weekday,
                window.on.isoformat() if window.on else None,
                window.starts.isoformat("minutes"),
                window.ends.isoformat("minutes"),
            ],
        )

    def remove(self, guild_id: int, commissioner_id: int, window_id: int) -> bool:
        """Take a window of one's own away; false where there is none of that number."""
        done = self._database.execute(
            "delete from windows where guild_id = ? and commissioner_id = ? and id = ?",
            [guild_id, commissioner_id, window_id],
        )
        return bool(done.rowcount == 1)

    def _whole(self, row: dict[str, Any]) -> Availability:
        guild_id, commissioner_id = row.pop("guild_id"), row.pop("commissioner_id")
        rules = Rules(
            **{
                **row,
                "zone": ZoneInfo(row["zone"]),
                "direct": bool(row["direct"]),
                "paused": bool(row["paused"]),
            }
        )
        sql = (
            "select * from windows where guild_id = ? and commissioner_id = ? order by kind, weekday, on_day"
        )
        windows = self._database.query(sql, [guild_id, commissioner_id])
        return Availability(commissioner_id, rules, tuple(_window(window) for window in windows))


def _window(row: dict[str, Any]) -> Window:
    return Window(
        WindowKind(row["kind"]),
        time.fromisoformat(row["starts"]),
        time.fromisoformat(row["ends"]),
        row["weekday"],
        date.fromisoformat(row["on_day"]) if row["on_day"] else None,
        row["id"],
    )
