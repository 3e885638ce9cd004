"""What people are to be told. A message is kept in the transaction of the change that it tells of."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.messages import Message, News, Place
from bot.storage.columns import stored
from bot.storage.dialogue.bookings import as_booking

_COLUMNS = "id, key, guild_id, place, user_id, news, request_id, booking, why, due_at"


class OutboxStore:
    """Messages by when they are due. A key is told once, whatever happens."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, messages: Iterable[Message]) -> None:
        """Keep messages to be told; a key that is known is left as it is."""
        for message in messages:
            self._database.execute(
                "insert into outbox (key, guild_id, place, user_id, news, request_id, booking_id, booking,"
                " why, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                [
                    message.key,
                    message.guild_id,
                    message.place,
                    message.to,
                    message.news,
                    message.request_id,
                    message.booking.id if message.booking else None,
                    _packed(message.booking),
                    message.why,
                    stored(message.due_at),
                ],
            )

    def due(self, now: datetime, *, apart_from: int, limit: int = 50) -> list[Message]:
        """What is to be told by now in every server but one, the longest due first."""
        return self._some(
            "state = 'due' and due_at <= ? and guild_id <> ? order by due_at, id limit ?",
            [stored(now), apart_from, limit],
        )

    def due_for(self, guild_id: int, user_id: int, places: Iterable[Place], now: datetime) -> list[Message]:
        """What is to be told by now to one person, or in these places of their server."""
        shared = [place for place in places if place is not Place.PERSON]
        marks = ", ".join("?" * len(shared))
        return self._some(
            f"state = 'due' and due_at <= ? and guild_id = ?"
            f" and ((place = 'person' and user_id = ?) or place in ({marks})) order by due_at, id",
            [stored(now), guild_id, user_id, *shared],
        )

    def settle(self, message: Message, state: str, *, at: datetime) -> bool:
        """Say that a message was sent, or has failed; false where that is settled already."""
        done = self._database.execute(
            "update outbox set state = ?, settled_at = ? where id = ? and guild_id = ? and state = 'due'",
            [state, stored(at), message.id, message.guild_id],
        )
        return bool(done.rowcount == 1)

    def drop(self, booking: Booking, news: News, *, at: datetime) -> None:
        """Do not tell any longer what was still to be told of a booking."""
        self._database.execute(
            "update outbox set state = 'dropped', settled_at = ?"
            " where guild_id = ? and booking_id = ? and news = ? and state = 'due'",
            [stored(at), booking.guild_id, booking.id, news],
        )

    def own_room(self, guild_id: int, user_id: int) -> int | None:
        """The thread in which one person is told what no direct message can tell them."""
        sql = "select thread_id from own_rooms where guild_id = ? and user_id = ?"
        row = self._database.execute(sql, [guild_id, user_id]).fetchone()
        return int(row[0]) if row else None

    def set_own_room(self, guild_id: int, user_id: int, thread_id: int) -> None:
        """Remember that thread, in place of one that is gone."""
        self._database.execute(
            "insert into own_rooms (guild_id, user_id, thread_id) values (?, ?, ?)"
            " on conflict do update set thread_id = excluded.thread_id",
            [guild_id, user_id, thread_id],
        )

    def is_told(self, booking: Booking, news: News) -> bool:
        """Such a message of a booking was told, or will be; one that failed may be told again."""
        sql = (
            "select 1 from outbox where guild_id = ? and booking_id = ? and news = ?"
            " and state in ('due', 'sent') limit 1"
        )
        return bool(self._database.execute(sql, [booking.guild_id, booking.id, news]).fetchone())

    def all(self, guild_id: int) -> list[tuple[str, str]]:
        """Every key with its state, for those who count."""
        sql = "select key, state from outbox where guild_id = ? order by id"
        return [(str(key), str(state)) for key, state in self._database.execute(sql, [guild_id])]

    def _some(self, where: str, values: list[object]) -> list[Message]:
        sql = f"select {_COLUMNS} from outbox where {where}"  # noqa: S608 - our own words
        return [_message(row) for row in self._database.query(sql, values)]


def _packed(booking: Booking | None) -> str | None:
    """The booking as it stands now, which a message remembers."""
    if booking is None:
        return None
    values = {**asdict(booking), "starts_at": stored(booking.starts_at)}
    return json.dumps({**values, "ends_at": stored(booking.ends_at)})


def _message(row: dict[str, Any]) -> Message:
    booking = as_booking(json.loads(row["booking"])) if row["booking"] else None
    return Message(
        key=row["key"],
        guild_id=row["guild_id"],
        news=News(row["news"]),
        due_at=datetime.fromisoformat(row["due_at"]),
        to=row["user_id"],
        place=Place(row["place"]),
        request_id=row["request_id"],
        booking=booking,
        why=row["why"],
        id=row["id"],
    )
