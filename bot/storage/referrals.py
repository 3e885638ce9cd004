"""Questions that were put to a server's moderators, and who wants to hear of the answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.storage.columns import stored
from bot.storage.database import immediate


@dataclass(frozen=True, slots=True)
class Referral:
    """A question that waits for a moderator. It does not say who asked."""

    id: int
    guild_id: int
    question: str
    state: str


class ReferralStore:
    """Each server's queue of questions to its moderators, oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, guild_id: int, asked_id: int | None, question: str, *, at: datetime, tell: int | None
    ) -> int:
        """Put a question in the queue, and remember who wants to be told; returns its number.

        The same words about the same answer are in it once. Others about it, such as another person's under
        a public answer, stand for themselves.
        """
        with immediate(self._database):
            row = self._database.execute(
                "insert into referrals (guild_id, asked_id, question, referred_at) values (?, ?, ?, ?)"
                " on conflict (asked_id, question) where asked_id is not null do update set state = state"
                " returning id",
                [guild_id, asked_id, question, stored(at)],
            ).fetchone()
            if tell is not None:
                self._database.execute(
                    "insert into to_be_told (referral_id, user_id) values (?, ?) on conflict do nothing",
                    [row[0], tell],
                )
        return int(row[0])

    def waiting(self, guild_id: int) -> list[Referral]:
        """The questions of one server that wait, oldest first."""
        sql = (
            "select id, guild_id, question, state from referrals"
            " where guild_id = ? and state = 'waiting' order by id"
        )
        return [Referral(**row) for row in self._database.query(sql, [guild_id])]
