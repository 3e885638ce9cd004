"""Records of conversations, and what was promised in them."""

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.records import Commitment, Minutes, Record, Side
from bot.domain.dialogue.states import RecordState, Stage
from bot.storage.columns import changed_one

_MINUTES = [field.name for field in fields(Minutes)]


class RecordStore:
    """One record for each booking."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, guild_id: int, booking_id: int) -> Record | None:
        """The record of a booking; None where no one has written one."""
        sql = "select * from records where guild_id = ? and booking_id = ?"
        rows = list(self._database.query(sql, [guild_id, booking_id]))
        return self._whole(rows[0]) if rows else None

    def add(self, record: Record) -> None:
        """Keep a new record with its commitments."""
        key = {"guild_id": record.guild_id, "booking_id": record.booking_id}
        row = {**key, "stage": record.stage, "state": record.state, **asdict(record.minutes)}
        self._database.table("records").insert(row)
        self._database.table("commitments").insert_all(
            {**key, "side": promise.side, "what": promise.what, "due_on": promise.due_on.isoformat()}
            for promise in record.commitments
        )

    def step(self, record: Record, state: RecordState) -> bool:
        """Change the state; false where it is no longer the one that was read."""
        sql = "update records set state = ? where guild_id = ? and booking_id = ? and state = ?"
        values = [state, record.guild_id, record.booking_id, record.state]
        return changed_one(self._database.execute(sql, values))

    def append(self, record: Record, user_id: int, text: str) -> None:
        """Keep what one side adds."""
        key = {"guild_id": record.guild_id, "booking_id": record.booking_id}
        self._database.table("record_additions").insert({**key, "user_id": user_id, "text": text})

    def finish(self, guild_id: int, booking_id: int, commitment_id: int) -> bool:
        """Mark a promise as met; false where it was already, or is not of this booking."""
        sql = "update commitments set done = 1 where guild_id = ? and booking_id = ? and id = ? and done = 0"
        return changed_one(self._database.execute(sql, [guild_id, booking_id, commitment_id]))

    def late(self, today: date) -> list[tuple[int, Commitment]]:
        """Every server's promises whose day has passed and that no one was told about."""
        told = "select 1 from notices where guild_id = c.guild_id and key = 'overdue:' || c.id"
        late = "select * from commitments as c where done = 0 and due_on < ?"
        sql = f"{late} and not exists ({told}) order by due_on limit 100"
        return [(row["guild_id"], _commitment(row)) for row in self._database.query(sql, [today.isoformat()])]

    def _whole(self, row: dict[str, Any]) -> Record:
        key = [row["guild_id"], row["booking_id"]]
        additions = self._database.execute(
            "select text from record_additions where guild_id = ? and booking_id = ? order by id", key
        )
        commitments = self._database.query(
            "select * from commitments where guild_id = ? and booking_id = ? order by due_on, id", key
        )
        return Record(
            row["booking_id"],
            row["guild_id"],
            Stage(row["stage"]) if row["stage"] else None,
            Minutes(**{name: row[name] for name in _MINUTES}),
            RecordState(row["state"]),
            tuple(text for (text,) in additions),
            tuple(_commitment(promise) for promise in commitments),
        )


def _commitment(row: dict[str, Any]) -> Commitment:
    return Commitment(
        Side(row["side"]),
        row["what"],
        date.fromisoformat(row["due_on"]),
        bool(row["done"]),
        row["id"],
        row["booking_id"],
    )
