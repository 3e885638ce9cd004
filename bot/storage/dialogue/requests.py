"""Requests for a conversation, and the times that were offered for them."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.dialogue.bookings import Offer, Slot
from bot.domain.dialogue.requests import DialogueRequest, Wish
from bot.domain.dialogue.states import RequestState
from bot.storage.columns import (
    add_numbered,
    changed_one,
    moment,
    moment_or_none,
    stored,
    stored_or_none,
)

_PENDING = "state in ('waiting', 'claimed', 'offered')"
_ANSWERED = 50
"""How many of the latest answered requests say how long an answer usually takes."""


class RequestStore:
    """Each server's requests."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, guild_id: int, asker_id: int, wish: Wish, *, at: datetime) -> DialogueRequest:
        """Keep a new request; returns it with its number."""
        row = {
            "guild_id": guild_id,
            "asker_id": asker_id,
            "state": RequestState.WAITING,
            "asked_at": stored(at),
            **asdict(wish),
        }
        number = add_numbered(self._database, "dialogue_requests", row)
        return DialogueRequest(number, guild_id, asker_id, wish, RequestState.WAITING, at)

    def get(self, guild_id: int, request_id: int) -> DialogueRequest | None:
        """One request of a server."""
        found = self._some("guild_id = ? and id = ?", [guild_id, request_id])
        return found[0] if found else None

    def pending(self, guild_id: int, limit: int, *, after: int = 0) -> list[DialogueRequest]:
        """Those that wait for a conversation, oldest first, but for so many that come `after`."""
        where = f"guild_id = ? and {_PENDING} order by asked_at, id limit ? offset ?"
        return self._some(where, [guild_id, limit, after])

    def pending_count(self, guild_id: int, most: int) -> int:
        """How many wait in all; counting stops at `most`."""
        waiting = f"select 1 from dialogue_requests where guild_id = ? and {_PENDING} limit ?"  # noqa: S608
        row = self._database.execute(f"select count(*) from ({waiting})", [guild_id, most]).fetchone()  # noqa: S608
        return int(row[0])

    def of_asker(self, guild_id: int, asker_id: int) -> list[DialogueRequest]:
        """One person's requests that wait for a conversation, the newest first."""
        where = f"guild_id = ? and asker_id = ? and {_PENDING} order by id desc"
        return self._some(where, [guild_id, asker_id])

    def of_holder(self, guild_id: int, holder_id: int) -> list[DialogueRequest]:
        """Those that one commissioner has claimed or has offered times for, oldest first."""
        where = "guild_id = ? and holder_id = ? and state in ('claimed', 'offered') order by id"
        return self._some(where, [guild_id, holder_id])

    def holders(self) -> list[tuple[int, int]]:
        """Every server with each commissioner there who has a request that waits."""
        sql = (
            "select distinct guild_id, holder_id from dialogue_requests where state in ('claimed', 'offered')"
        )
        return list(self._database.execute(sql))

    def on_service(self, guild_id: int, service_id: int) -> list[DialogueRequest]:
        """All that were ever asked about a service."""
        return self._some("guild_id = ? and service_id = ? order by id", [guild_id, service_id])

    def step(
        self,
        request: DialogueRequest,
        state: RequestState,
        holder_id: int | None,
        answered_at: datetime | None = None,
    ) -> bool:
        """Change the state; false where it is no longer the one that was read."""
        sql = (
            "update dialogue_requests set state = ?, holder_id = ?, answered_at = coalesce(answered_at, ?)"
            " where guild_id = ? and id = ? and state = ?"
        )
        new = [state, holder_id, stored_or_none(answered_at)]
        return changed_one(self._database.execute(sql, [*new, request.guild_id, request.id, request.state]))

    def waits(self, guild_id: int) -> list[float]:
        """How many seconds the latest answered requests waited for their first answer."""
        sql = (
            "select asked_at, answered_at from dialogue_requests"
            " where guild_id = ? and answered_at is not null order by answered_at desc limit ?"
        )
        return [
            (moment(answered) - moment(asked)).total_seconds()
            for asked, answered in self._database.execute(sql, [guild_id, _ANSWERED])
        ]

    def offer(self, request: DialogueRequest, slots: Sequence[Slot], lapses_at: datetime) -> None:
        """Hold these times for a request, in place of those offered before."""
        self.drop_offers(request)
        self._database.table("offers").insert_all(
            {
                "guild_id": request.guild_id,
                "request_id": request.id,
                "commissioner_id": slot.commissioner_id,
                "starts_at": stored(slot.starts_at),
                "ends_at": stored(slot.ends_at),
                "lapses_at": stored(lapses_at),
            }
            for slot in slots
        )

    def drop_offers(self, request: DialogueRequest) -> None:
        """Hold nothing for a request any longer."""
        self._database.table("offers").delete_where(
            "guild_id = ? and request_id = ?", [request.guild_id, request.id]
        )

    def offers(self, request: DialogueRequest, now: datetime) -> list[Offer]:
        """The times that are held for a request, have not lapsed and are still to come, soonest first."""
        return self._offers(
            "guild_id = ? and request_id = ? and lapses_at > ? and starts_at > ? order by starts_at",
            [request.guild_id, request.id, stored(now), stored(now)],
        )

    def held(self, guild_id: int, commissioner_id: int, now: datetime) -> list[Offer]:
        """The times of one commissioner that are held for anyone."""
        return self._offers(
            "guild_id = ? and commissioner_id = ? and lapses_at > ?",
            [guild_id, commissioner_id, stored(now)],
        )

    def _offers(self, where: str, values: list[object]) -> list[Offer]:
        sql = f"select request_id, starts_at, ends_at, commissioner_id, lapses_at from offers where {where}"  # noqa: S608
        return [
            Offer(
                request_id,
                Slot(moment(starts), moment(ends), commissioner_id),
                moment(lapses),
            )
            for request_id, starts, ends, commissioner_id, lapses in self._database.execute(sql, values)
        ]

    def _some(self, where: str, values: list[object]) -> list[DialogueRequest]:
        sql = f"select * from dialogue_requests where {where}"  # noqa: S608 - our own words
        return [_request(row) for row in self._database.query(sql, values)]


_WISH = {field.name for field in fields(Wish)}


def _request(row: dict[str, Any]) -> DialogueRequest:
    row["first_contact"] = bool(row["first_contact"])
    wish = Wish(**{name: row.pop(name) for name in _WISH})
    read = {
        "state": RequestState(row["state"]),
        "asked_at": moment(row["asked_at"]),
        "answered_at": moment_or_none(row["answered_at"]),
    }
    return DialogueRequest(**{**row, **read}, wish=wish)
