"""Records of conversations, and what was promised in them."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.records import Commitment, Minutes, Record, Side
from bot.domain.dialogue.states import RecordState

_MINUTES = [field.name for field in fields(Minutes)]


class RecordStore:
    """One record for each booking."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, guild_id: int, booking_id: int) -> Record | None:
        """The record of a booking; None where nobody has written one."""
        sql = "select * from records where guild_id = ? and booking_id = ?"
        rows = list(self._database.query(sql, [guild_id, booking_id]))
        return self._whole(rows[0]) if rows else None

    def add(self, record: Record) -> None:
        """Keep a new record with its commitments."""
        values = asdict(record.minutes)
        self._database.execute(
            f"insert into records (guild_id, booking_id, stage, state, {', '.join(values)})"  # noqa: S608
            f" values (?, ?, ?, ?, {', '.join('?' * len(values))})",
            [record.guild_id, record.booking_id, record.stage, record.state, *values.values()],
        )
        self.promise(record, record.commitments)

    def promise(self, record: Record, commitments: Iterable[Commitment]) -> None:
        """Keep what was promised."""
        for commitment in commitments:
            self._database.execute(
                "insert into commitments (guild_id, booking_id, side, what, due_on) values (?, ?, ?, ?, ?)",
                [
                    record.guild_id,
                    record.booking_id,
                    commitment.side,
                    commitment.what,
                    commitment.due_on.isoformat(),
                ],
            )

    def step(self, record: Record, state: RecordState) -> bool:
        """Change the state; false where it is no longer the one that was read."""
        done = self._database.execute(
            "update records set state = ? where guild_id = ? and booking_id = ? and state = ?",
            [state, record.guild_id, record.booking_id, record.state],
        )
        return bool(done.rowcount == 1)

    def append(self, record: Record, user_id: int, text: str) -> None:
        """Keep what one side adds."""
        self._database.execute(
            "insert into record_additions (guild_id, booking_id, user_id, text) values (?, ?, ?, ?)",
            [record.guild_id, record.booking_id, user_id, text],
        )

    def finish(self, guild_id: int, booking_id: int, commitment_id: int) -> bool:
        """Mark a promise as kept; false where it was already, or is not of this booking."""
        done = self._database.execute(
            "update commitments set done = 1 where guild_id = ? and booking_id = ? and id = ? and done = 0",
            [guild_id, booking_id, commitment_id],
        )
        return bool(done.rowcount == 1)

    def late(self, today: date) -> list[tuple[int, Commitment]]:
        """The promises in every server whose day has passed and of which nobody was told, with the server."""
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
            row["stage"],
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
