"""Questions that were put to a server's moderators, and who wants to hear of the answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.storage.questions import stored


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

    def add(self, guild_id: int, asked_id: int | None, question: str, *, at: datetime) -> int:
        """Put a question in the queue; the same asking twice is in it once. Returns its number."""
        row = self._database.execute(
            "insert into referrals (guild_id, asked_id, question, referred_at) values (?, ?, ?, ?)"
            " on conflict (asked_id) where asked_id is not null do update set question = excluded.question"
            " returning id",
            [guild_id, asked_id, question, stored(at)],
        ).fetchone()
        return int(row[0])

    def tell(self, referral_id: int, user_id: int) -> None:
        """Remember that this person wants to be told."""
        self._database.execute(
            "insert into to_be_told (referral_id, user_id) values (?, ?) on conflict do nothing",
            [referral_id, user_id],
        )

    def waiting(self, guild_id: int) -> list[Referral]:
        """The questions of one server that wait, oldest first."""
        sql = (
            "select id, guild_id, question, state from referrals"
            " where guild_id = ? and state = 'waiting' order by id"
        )
        return [Referral(**row) for row in self._database.query(sql, [guild_id])]
