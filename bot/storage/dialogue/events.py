"""The event log: who changed what, when, and why. It is only ever added to."""

from dataclasses import asdict
from datetime import datetime

from sqlite_utils import Database

from bot.domain.dialogue.events import Event, Subject
from bot.storage.columns import stored


class EventStore:
    """Each server's log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, event: Event) -> int:
        """Write one change down, in the transaction that makes it; returns its number."""
        values = {**asdict(event), "at": stored(event.at)}
        row = self._database.execute(
            f"insert into dialogue_events ({', '.join(values)})"  # noqa: S608 - our own words
            f" values ({', '.join('?' * len(values))}) returning id",
            list(values.values()),
        ).fetchone()
        return int(row[0])

    def of(self, guild_id: int, subject: Subject, subject_id: int) -> list[Event]:
        """Everything that happened to one thing, oldest first."""
        sql = (
            "select guild_id, at, actor_id, subject, subject_id, act, became, why from dialogue_events"
            " where guild_id = ? and subject = ? and subject_id = ? order by id"
        )
        return [
            Event(**{**row, "at": datetime.fromisoformat(row["at"]), "subject": Subject(row["subject"])})
            for row in self._database.query(sql, [guild_id, subject, subject_id])
        ]
