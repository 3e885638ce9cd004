"""What people are to be told. A notice is kept in the transaction of the change that it tells of."""

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.bookings import Booking
from bot.domain.notices import Notice, NoticeKind, Place, Privacy
from bot.storage.columns import add_row, moment, stored
from bot.storage.database import durable

_IS_FREE = "state = 'due' and coalesce(claimed_until, '') <= :now"
_IS_DUE = f"{_IS_FREE} and due_at <= :now and coalesce(retry_at, '') <= :now"


class Settled(StrEnum):
    """How a notice ended."""

    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class OutboxStore:
    """Notices by when they are due. A key is told once, whatever happens."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, notices: Iterable[Notice]) -> None:
        """Keep notices to be told; a key that is known is left as it is."""
        for notice in notices:
            add_row(self._database, "notices", _row(notice), once=True)

    def deciding(self) -> AbstractContextManager[None]:
        """One transaction for what is decided together."""
        return durable(self._database)

    def due(self, now: datetime, *, apart_from: int, limit: int = 50) -> list[Notice]:
        """What can be sent by now in every server but one, the longest due first."""
        return self._some(
            f"{_IS_DUE} and guild_id <> :apart order by due_at, id limit :limit",
            {"now": stored(now), "apart": apart_from, "limit": limit},
        )

    def due_for(self, guild_id: int, user_id: int, places: Iterable[Place], now: datetime) -> list[Notice]:
        """What is to be told by now to one person, or in these places of their server."""
        return self._some(
            _IS_DUE  # noqa: S608 - our own words
            + " and guild_id = :guild and ((place = 'person' and user_id = :user)"
            " or place in (select value from json_each(:places))) order by due_at, id",
            {"now": stored(now), "guild": guild_id, "user": user_id, "places": json.dumps(list(places))},
        )

    def kept_back(
        self, now: datetime, guild_id: int | None = None, user_id: int | None = None
    ) -> list[Notice]:
        """Secret notices that no direct message could tell: all of them, or those of one person here."""
        return self._some(
            f"{_IS_FREE} and privacy = 'secret' and attempts > 0"
            " and (:guild is null or (guild_id = :guild and user_id = :user)) order by id",
            {"now": stored(now), "guild": guild_id, "user": user_id},
        )

    def claim(self, notice: Notice, *, now: datetime, until: datetime) -> bool:
        """Claim a notice, to be the only one who sends it for a while; false where another sender has it."""
        done = self._database.execute(
            "update notices set claimed_until = ?, attempts = attempts + 1"
            " where id = ? and state = 'due' and coalesce(claimed_until, '') <= ?",
            [stored(until), notice.id, stored(now)],
        )
        return bool(done.rowcount == 1)

    def put_off(self, notice: Notice, until: datetime) -> None:
        """Give the claim up; no one sends the notice before then."""
        self._database.execute(
            "update notices set claimed_until = null, retry_at = ? where id = ? and state = 'due'",
            [stored(until), notice.id],
        )

    def settle(self, notice: Notice, how: Settled, *, at: datetime) -> bool:
        """Say how a notice ended; false where that is settled already. A secret one is deleted."""
        if notice.privacy is Privacy.SECRET:
            done = self._database.execute("delete from notices where id = ?", [notice.id])
        else:
            done = self._database.execute(
                "update notices set state = ?, settled_at = ?, claimed_until = null"
                " where id = ? and state = 'due'",
                [how, stored(at), notice.id],
            )
        return bool(done.rowcount == 1)

    def forget_secrets(self, before: datetime) -> None:
        """Delete the secret notices that were due before then and could not be told."""
        self._database.table("notices").delete_where("privacy = 'secret' and due_at < ?", [stored(before)])

    def drop(self, booking: Booking, kind: NoticeKind, *, at: datetime) -> None:
        """Do not tell any longer what was still to be told of a booking."""
        self._database.execute(
            "update notices set state = 'dropped', settled_at = ?, claimed_until = null"
            " where guild_id = ? and booking_id = ? and kind = ? and state = 'due'",
            [stored(at), booking.guild_id, booking.id, kind],
        )

    def is_told(self, booking: Booking, kind: NoticeKind) -> bool:
        """Such a notice of a booking was told, or will be; one that failed can be told again."""
        where = "guild_id = ? and booking_id = ? and kind = ? and state in ('due', 'sent')"
        return bool(self._database.table("notices").count_where(where, [booking.guild_id, booking.id, kind]))

    def is_told_since(self, guild_id: int, kind: NoticeKind, since: datetime, tried: datetime) -> bool:
        """Such a notice was told to the server since then or will be, or was tried a shorter while ago."""
        where = "guild_id = ? and kind = ? and due_at > case state when 'failed' then ? else ? end"
        values = [guild_id, kind, stored(tried), stored(since)]
        return bool(self._database.table("notices").count_where(where, values))

    def own_thread(self, guild_id: int, user_id: int) -> int | None:
        """The thread in which one person is told what no direct message can tell them."""
        sql = "select thread_id from own_rooms where guild_id = ? and user_id = ?"
        row = self._database.execute(sql, [guild_id, user_id]).fetchone()
        return int(row[0]) if row else None

    def set_own_thread(self, guild_id: int, user_id: int, thread_id: int) -> None:
        """Remember that thread, in place of one that is gone."""
        row = {"guild_id": guild_id, "user_id": user_id, "thread_id": thread_id}
        self._database.table("own_rooms").upsert(row, pk=("guild_id", "user_id"))

    def all(self, guild_id: int) -> list[tuple[str, str]]:
        """Every key with its state, for those who count."""
        rows = self._database.table("notices").rows_where("guild_id = ?", [guild_id], order_by="id")
        return [(row["key"], row["state"]) for row in rows]

    def _some(self, where: str, values: dict[str, object]) -> list[Notice]:
        return [_notice(row) for row in self._database.table("notices").rows_where(where, values)]


def _row(notice: Notice) -> dict[str, Any]:
    return {
        "key": notice.key,
        "guild_id": notice.guild_id,
        "kind": notice.kind,
        "place": notice.place,
        "user_id": notice.to,
        "privacy": notice.privacy,
        "payload": json.dumps(dict(notice.payload)),
        "booking_id": notice.booking_id,
        "due_at": stored(notice.due_at),
    }


def _notice(row: dict[str, Any]) -> Notice:
    return Notice(
        row["key"],
        row["guild_id"],
        NoticeKind(row["kind"]),
        moment(row["due_at"]),
        row["user_id"],
        Place(row["place"]),
        Privacy(row["privacy"]),
        json.loads(row["payload"]),
        row["booking_id"],
        row["id"],
        row["attempts"],
    )
