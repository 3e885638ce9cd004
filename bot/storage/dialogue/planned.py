"""Planned services."""

from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.states import Stage
from bot.storage.columns import add_numbered, changed_one, day_or_none, moment_or_none, stored_or_none


class PlannedStore:
    """Each server's planned services."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, service: PlannedService) -> PlannedService:
        """Keep a new service; returns it with its number."""
        row = {
            "guild_id": service.guild_id,
            "title": service.title,
            "authority": service.authority,
            "stage": service.stage,
            "route": service.route,
            "closes_on": stored_or_none(service.closes_on),
        }
        return replace(service, id=add_numbered(self._database, "planned_services", row))

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
        sql = (
            "update planned_services set stage = ?, closed_at = ?, closes_on = ?"
            " where guild_id = ? and id = ? and stage = ?"
        )
        days = [stored_or_none(became.closed_at), stored_or_none(became.closes_on)]
        values = [became.stage, *days, service.guild_id, service.id, service.stage]
        return changed_one(self._database.execute(sql, values))


def _service(row: dict[str, Any]) -> PlannedService:
    read = {
        "stage": Stage(row["stage"]),
        "closes_on": day_or_none(row["closes_on"]),
        "closed_at": moment_or_none(row["closed_at"]),
    }
    return PlannedService(**{**row, **read})
