"""Conversations that have their time."""

import sqlite3
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.bookings import Booking, Slot
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BookingState
from bot.storage.columns import stored


class BookingStore:
    """Each server's bookings. The tables themselves see to it that a slot is given once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, request: DialogueRequest, slot: Slot, uid: str) -> Booking | None:
        """Book a slot; None where it is taken."""
        values = [
            request.guild_id,
            request.id,
            request.asker_id,
            slot.commissioner_id,
            stored(slot.starts_at),
            stored(slot.ends_at),
            uid,
        ]
        try:
            row = self._database.execute(
                "insert into bookings (guild_id, request_id, charity_id, commissioner_id, starts_at, ends_at,"
                " state, uid, sequence) values (?, ?, ?, ?, ?, ?, 'booked', ?, 0) returning id",
                values,
            ).fetchone()
        except sqlite3.IntegrityError as error:
            if "UNIQUE" in str(error):
                return None
            raise
        return self.get(request.guild_id, int(row[0]))

    def move(self, moved: Booking) -> bool:
        """Keep a booking's new time; false where that is taken, or the booking has changed meanwhile."""
        try:
            done = self._database.execute(
                "update bookings set starts_at = ?, ends_at = ?, sequence = ?"
                " where guild_id = ? and id = ? and state = ? and sequence = ?",
                [
                    stored(moved.starts_at),
                    stored(moved.ends_at),
                    moved.sequence,
                    moved.guild_id,
                    moved.id,
                    moved.state,
                    moved.sequence - 1,
                ],
            )
        except sqlite3.IntegrityError as error:
            if "UNIQUE" in str(error):
                return False
            raise
        return bool(done.rowcount == 1)

    def step(self, booking: Booking, state: BookingState, sequence: int) -> bool:
        """Change the state; false where it is no longer the one that was read."""
        done = self._database.execute(
            "update bookings set state = ?, sequence = ? where guild_id = ? and id = ? and state = ?",
            [state, sequence, booking.guild_id, booking.id, booking.state],
        )
        return bool(done.rowcount == 1)

    def say(self, booking: Booking, user_id: int, said: str) -> bool:
        """Keep what one side says came of it; false where they have said so already."""
        done = self._database.execute(
            "insert into outcomes_said (guild_id, booking_id, user_id, said) values (?, ?, ?, ?)"
            " on conflict do nothing",
            [booking.guild_id, booking.id, user_id, said],
        )
        return bool(done.rowcount == 1)

    def said(self, booking: Booking) -> dict[int, str]:
        """What each side says came of it."""
        sql = "select user_id, said from outcomes_said where guild_id = ? and booking_id = ?"
        return dict(self._database.execute(sql, [booking.guild_id, booking.id]).fetchall())

    def set_thread(self, booking: Booking, thread_id: int) -> None:
        """Remember the private thread of the two."""
        self._database.execute(
            "update bookings set thread_id = ? where guild_id = ? and id = ?",
            [thread_id, booking.guild_id, booking.id],
        )

    def get(self, guild_id: int, booking_id: int) -> Booking | None:
        """One booking of a server."""
        found = self._some("guild_id = ? and id = ?", [guild_id, booking_id])
        return found[0] if found else None

    def of_request(self, request: DialogueRequest) -> list[Booking]:
        """A request's bookings, the newest first."""
        return self._some("guild_id = ? and request_id = ? order by id desc", [request.guild_id, request.id])

    def of_person(self, guild_id: int, user_id: int, limit: int = 25) -> list[Booking]:
        """One person's bookings on either side, the latest first."""
        sides = (
            self._some(
                f"guild_id = ? and {side} = ? order by starts_at desc limit ?", [guild_id, user_id, limit]
            )
            for side in ("charity_id", "commissioner_id")
        )
        both = {booking.id: booking for some in sides for booking in some}
        return sorted(both.values(), key=lambda booking: booking.starts_at, reverse=True)[:limit]

    def taken(
        self, guild_id: int, commissioner_id: int, since: datetime, until: datetime, *, apart_from: int = 0
    ) -> list[Slot]:
        """The slots that begin within a span and are booked, but those of one request."""
        rows = self._database.execute(
            "select starts_at, ends_at from bookings"
            " where guild_id = ? and commissioner_id = ? and state <> 'cancelled'"
            " and starts_at >= ? and starts_at < ? and request_id <> ?",
            [guild_id, commissioner_id, stored(since), stored(until), apart_from],
        )
        return [
            Slot(datetime.fromisoformat(starts), datetime.fromisoformat(ends), commissioner_id)
            for starts, ends in rows
        ]

    def _some(self, where: str, values: list[object]) -> list[Booking]:
        sql = f"select * from bookings where {where}"  # noqa: S608 - our own words
        return [as_booking(row) for row in self._database.query(sql, values)]


def as_booking(row: dict[str, Any]) -> Booking:
    """A booking from its row, or from what a message remembers of it."""
    return Booking(
        **{
            **row,
            "state": BookingState(row["state"]),
            "starts_at": datetime.fromisoformat(row["starts_at"]),
            "ends_at": datetime.fromisoformat(row["ends_at"]),
        }
    )
