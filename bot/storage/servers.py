"""How each server has set Parley up."""

from dataclasses import asdict

from sqlite_utils import Database

from bot.domain.server import Nation, ServerSettings


class ServerStore:
    """One row for each server that has changed anything."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, guild_id: int) -> ServerSettings:
        """The server's settings; the defaults where it has set nothing."""
        rows = list(self._database.query("select * from servers where guild_id = ?", [guild_id]))
        if not rows:
            return ServerSettings(guild_id)
        return ServerSettings(**{**rows[0], "nation": Nation(rows[0]["nation"])})

    def put(self, settings: ServerSettings) -> None:
        """Keep a server's settings, in place of those that it had."""
        values = asdict(settings)
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        self._database.execute(
            f"insert or replace into servers ({names}) values ({marks})",  # noqa: S608
            [value.value if isinstance(value, Nation) else value for value in values.values()],
        )
