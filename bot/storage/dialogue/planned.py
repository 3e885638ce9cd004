"""Planned services."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.states import Stage
from bot.storage.columns import stored


class PlannedStore:
    """Each server's planned services."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, service: PlannedService) -> PlannedService:
        """Keep a new service; returns it with its number."""
        row = self._database.execute(
            "insert into planned_services (guild_id, title, authority, stage, route, closes_on)"
            " values (?, ?, ?, ?, ?, ?) returning id",
            [
                service.guild_id,
                service.title,
                service.authority,
                service.stage,
                service.route,
                service.closes_on.isoformat() if service.closes_on else None,
            ],
        ).fetchone()
        return replace(service, id=int(row[0]))

    def get(self, guild_id: int, service_id: int) -> PlannedService | None:
        """One service of a server."""
        sql = "select * from planned_services where guild_id = ? and id = ?"
        return next((_service(row) for row in self._database.query(sql, [guild_id, service_id])), None)

    def all(self, guild_id: int) -> list[PlannedService]:
        """A server's services, the newest first."""
        sql = "select * from planned_services where guild_id = ? order by id desc"
        return [_service(row) for row in self._database.query(sql, [guild_id])]

    def step(self, service: PlannedService, became: PlannedService) -> bool:
        """Change the stage and its days; false where it is no longer the stage that was read."""
        done = self._database.execute(
            "update planned_services set stage = ?, closed_at = ?, closes_on = ?"
            " where guild_id = ? and id = ? and stage = ?",
            [
                became.stage,
                stored(became.closed_at) if became.closed_at else None,
                became.closes_on.isoformat() if became.closes_on else None,
                service.guild_id,
                service.id,
                service.stage,
            ],
        )
        return bool(done.rowcount == 1)


def _service(row: dict[str, Any]) -> PlannedService:
    closes_on, closed_at = row["closes_on"], row["closed_at"]
    return PlannedService(
        **{
            **row,
            "stage": Stage(row["stage"]),
            "closes_on": date.fromisoformat(closes_on) if closes_on else None,
            "closed_at": datetime.fromisoformat(closed_at) if closed_at else None,
        }
    )
