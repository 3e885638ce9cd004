"""Conversations that have their time."""

import sqlite3
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.bookings import Booking, Slot
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BookingState
from bot.storage.columns import add_numbered, changed_one, is_taken, moment, stored

_OF_PERSON = (
    "select * from bookings where guild_id = :guild and charity_id = :person"
    " union select * from bookings where guild_id = :guild and commissioner_id = :person"
)


class BookingStore:
    """Each server's bookings. The tables themselves see to it that a slot is given once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, request: DialogueRequest, slot: Slot, uid: str) -> Booking | None:
        """Book a slot; None where it is taken."""
        row = {
            "guild_id": request.guild_id,
            "request_id": request.id,
            "charity_id": request.asker_id,
            "commissioner_id": slot.commissioner_id,
            "starts_at": stored(slot.starts_at),
            "ends_at": stored(slot.ends_at),
            "state": BookingState.BOOKED,
            "uid": uid,
            "sequence": 0,
        }
        try:
            number = add_numbered(self._database, "bookings", row)
        except sqlite3.IntegrityError as error:
            if is_taken(error):
                return None
            raise
        return self.get(request.guild_id, number)

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
            if is_taken(error):
                return False
            raise
        return changed_one(done)

    def step(self, booking: Booking, state: BookingState, sequence: int) -> bool:
        """Change the state; false where it is no longer the one that was read."""
        sql = "update bookings set state = ?, sequence = ? where guild_id = ? and id = ? and state = ?"
        values = [state, sequence, booking.guild_id, booking.id, booking.state]
        return changed_one(self._database.execute(sql, values))

    def say(self, booking: Booking, user_id: int, said: BookingState) -> bool:
        """Keep whether it took place, as one side says; false where they have said so already."""
        sql = (
            "insert into outcomes_said (guild_id, booking_id, user_id, said) values (?, ?, ?, ?)"
            " on conflict do nothing"
        )
        return changed_one(self._database.execute(sql, [booking.guild_id, booking.id, user_id, said]))

    def said(self, booking: Booking) -> dict[int, BookingState]:
        """What each side says: that it took place, or that the other did not come."""
        sql = "select user_id, said from outcomes_said where guild_id = ? and booking_id = ?"
        rows = self._database.execute(sql, [booking.guild_id, booking.id])
        return {user_id: BookingState(said) for user_id, said in rows}

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

    def of_person(self, guild_id: int, user_id: int, limit: int, *, after: int = 0) -> list[Booking]:
        """One person's bookings on either side, the latest first, but for so many that come `after`."""
        sql = f"{_OF_PERSON} order by starts_at desc, id desc limit :limit offset :after"
        values = {"guild": guild_id, "person": user_id, "limit": limit, "after": after}
        return [as_booking(row) for row in self._database.query(sql, values)]

    def count_of_person(self, guild_id: int, user_id: int) -> int:
        """How many bookings one person has on either side."""
        sql = f"select count(*) from ({_OF_PERSON})"  # noqa: S608 - our own words
        row = self._database.execute(sql, {"guild": guild_id, "person": user_id}).fetchone()
        return int(row[0])

    def count_to_come(self, guild_id: int, charity_id: int, now: datetime) -> int:
        """How many conversations a charity's person has before them."""
        sql = (
            "select count(*) from bookings where guild_id = ? and charity_id = ? and state = 'booked'"
            " and starts_at > ?"
        )
        return int(self._database.execute(sql, [guild_id, charity_id, stored(now)]).fetchone()[0])

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
        return [Slot(moment(starts), moment(ends), commissioner_id) for starts, ends in rows]

    def _some(self, where: str, values: list[object]) -> list[Booking]:
        sql = f"select * from bookings where {where}"  # noqa: S608 - our own words
        return [as_booking(row) for row in self._database.query(sql, values)]


def as_booking(row: dict[str, Any]) -> Booking:
    """A booking from its row, or from what a notice remembers of it."""
    read = {
        "state": BookingState(row["state"]),
        "starts_at": moment(row["starts_at"]),
        "ends_at": moment(row["ends_at"]),
    }
    return Booking(**{**row, **read})
