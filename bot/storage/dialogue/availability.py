"""When commissioners can talk."""

from dataclasses import asdict
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.domain.dialogue.availability import Availability, Rules, Window, WindowKind
from bot.storage.columns import changed_one, day_or_none, stored_or_none


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
        """The availability of every commissioner whose free slots can be taken at once."""
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
        key = {"guild_id": guild_id, "commissioner_id": commissioner_id}
        row = {**key, **asdict(rules), "zone": rules.zone.key}
        self._database.table("availability").upsert(row, pk=tuple(key))

    def add(self, guild_id: int, commissioner_id: int, window: Window) -> None:
        """Add a window."""
        self._database.table("windows").insert(
            {
                "guild_id": guild_id,
                "commissioner_id": commissioner_id,
                "kind": window.kind,
                "weekday": window.weekday,
                "on_day": stored_or_none(window.on),
                "starts": window.starts.isoformat("minutes"),
                "ends": window.ends.isoformat("minutes"),
            }
        )

    def remove(self, guild_id: int, commissioner_id: int, window_id: int) -> bool:
        """Take away one of a commissioner's own windows; false where they have none of that number."""
        sql = "delete from windows where guild_id = ? and commissioner_id = ? and id = ?"
        return changed_one(self._database.execute(sql, [guild_id, commissioner_id, window_id]))

    def _whole(self, row: dict[str, Any]) -> Availability:
        guild_id, commissioner_id = row.pop("guild_id"), row.pop("commissioner_id")
        read = {"zone": ZoneInfo(row["zone"]), "direct": bool(row["direct"]), "paused": bool(row["paused"])}
        sql = (
            "select * from windows where guild_id = ? and commissioner_id = ?"
            " order by kind, weekday, on_day, starts"
        )
        windows = self._database.query(sql, [guild_id, commissioner_id])
        return Availability(
            commissioner_id, Rules(**{**row, **read}), tuple(_window(window) for window in windows)
        )


def _window(row: dict[str, Any]) -> Window:
    return Window(
        WindowKind(row["kind"]),
        time.fromisoformat(row["starts"]),
        time.fromisoformat(row["ends"]),
        row["weekday"],
        day_or_none(row["on_day"]),
        row["id"],
    )
