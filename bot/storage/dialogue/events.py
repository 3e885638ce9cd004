"""The event log: who changed what, when, and why. It is only ever added to."""

import json
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.events import Event, Subject
from bot.storage.columns import add_row, moment, stored


class EventStore:
    """Each server's log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, event: Event) -> int:
        """Write one change down, in the transaction that makes it; returns its number."""
        row = {
            "guild_id": event.guild_id,
            "at": stored(event.at),
            "actor_id": event.actor_id,
            "subject": event.subject,
            "subject_id": event.subject_id,
            "act": event.act,
            "became": event.became,
            "facts": json.dumps(dict(event.facts)),
            "why": event.why,
        }
        return add_row(self._database, "dialogue_events", row)

    def of(self, guild_id: int, subject: Subject, subject_id: int) -> list[Event]:
        """Everything that happened to one thing, oldest first."""
        sql = (
            "select * from dialogue_events where guild_id = ? and subject = ? and subject_id = ? order by id"
        )
        return [_event(row) for row in self._database.query(sql, [guild_id, subject, subject_id])]


def _event(row: dict[str, Any]) -> Event:
    return Event(
        row["guild_id"],
        moment(row["at"]),
        row["actor_id"],
        Subject(row["subject"]),
        row["subject_id"],
        Act(row["act"]),
        row["became"],
        json.loads(row["facts"]),
        row["why"],
    )
