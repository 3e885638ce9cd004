"""Questions that were not answered well, and what a server's moderators do about them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.domain.errors import AlreadyClaimed, Thing
from bot.domain.notices import Notice, NoticeKind, Privacy
from bot.domain.unanswered import Case, CaseKey, CaseKind
from bot.storage.columns import stored
from bot.storage.outbox import OutboxStore

HELD = timedelta(days=7)
"""How long a question is kept for the moderator who took it on and does nothing more about it."""

_WAITING = """
    select 'asked' as kind, q.id as item_id, q.question,
        case when c.changed_at > :since then c.by_id end as by_id, c.draft_id
    from questions q
    left join votes v on v.asked_id = q.id
    left join referrals r on r.asked_id = q.id
    left join cases c on c.guild_id = q.guild_id and c.kind = 'asked' and c.item_id = q.id
    where q.guild_id = :guild and q.question is not null and trim(q.question) <> '' and r.id is null
        and (q.outcome = 'no_answer' or v.helpful = 0) and coalesce(c.state, 'claimed') = 'claimed'
    union all
    select 'referred', r.id, r.question, case when c.changed_at > :since then c.by_id end, c.draft_id
    from referrals r
    left join cases c on c.guild_id = r.guild_id and c.kind = 'referred' and c.item_id = r.id
    where r.guild_id = :guild and r.state = 'waiting'
    order by kind desc, item_id
"""


class CaseStore:
    """Each server's queue of questions without a good answer."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._outbox = OutboxStore(database)

    def waiting(self, guild_id: int, *, at: datetime) -> list[Case]:
        """Those that no one has settled, the ones that were passed on first.

        One that someone took on long ago and did nothing about is free again.
        """
        return [
            Case(
                CaseKey(CaseKind(row["kind"]), row["item_id"]), row["question"], row["by_id"], row["draft_id"]
            )
            for row in self._database.query(_WAITING, {"guild": guild_id, "since": stored(at - HELD)})
        ]

    def claim(
        self, guild_id: int, keys: Iterable[CaseKey], by: int, *, draft_id: int | None, at: datetime
    ) -> None:
        """Take cases on, with the draft that is to answer them if there is one.

        The caller holds the transaction. Raises AlreadyClaimed where another moderator has taken one on,
        unless they have not changed it for so long that they will hardly come back to it.
        """
        for key in keys:
            done = self._database.execute(
                "insert into cases (guild_id, kind, item_id, state, by_id, draft_id, changed_at)"
                " values (?, ?, ?, 'claimed', ?, ?, ?) on conflict (guild_id, kind, item_id) do update"
                " set by_id = excluded.by_id, draft_id = excluded.draft_id, changed_at = excluded.changed_at"
                " where state = 'claimed' and (by_id = excluded.by_id or changed_at <= ?)",
                [guild_id, key.kind.value, key.item_id, by, draft_id, stored(at), stored(at - HELD)],
            )
            if done.rowcount != 1:
                raise AlreadyClaimed(Thing.CASE, HELD.days)

    def release(self, draft_id: int) -> None:
        """The draft will not be published: its cases are waiting again, still with who took them on."""
        self._database.execute("update cases set draft_id = null where draft_id = ?", [draft_id])

    def answer(self, draft_id: int, entry_id: str, *, at: datetime) -> None:
        """The draft is live: its cases are answered, and those who asked to be told will be."""
        self._database.execute(
            "update cases set state = 'answered', entry_id = ?, changed_at = ?"
            " where draft_id = ? and state = 'claimed'",
            [entry_id, stored(at), draft_id],
        )
        self._database.execute(
            "update referrals set state = 'answered' where state = 'waiting' and exists"
            " (select 1 from cases c"
            " where c.guild_id = referrals.guild_id and c.kind = 'referred' and c.item_id = referrals.id"
            " and c.draft_id = ?)",
            [draft_id],
        )
        self._tell_those_who_asked("c.state = 'answered' and c.draft_id = ?", [draft_id], at=at)

    def set_aside(
        self, guild_id: int, keys: Iterable[CaseKey], by: int, reason: str, *, at: datetime
    ) -> None:
        """Say that these will not be answered, and why. The caller holds the transaction."""
        for key in keys:
            self._database.execute(
                "update cases set state = 'set-aside', reason = ?, changed_at = ?"
                " where guild_id = ? and kind = ? and item_id = ? and state = 'claimed' and by_id = ?",
                [reason, stored(at), guild_id, key.kind.value, key.item_id, by],
            )
            if key.kind is CaseKind.REFERRED:
                self._database.execute(
                    "update referrals set state = 'set-aside' where id = ? and guild_id = ?"
                    " and state = 'waiting'",
                    [key.item_id, guild_id],
                )
                where = "c.state = 'set-aside' and r.guild_id = ? and r.id = ?"
                self._tell_those_who_asked(where, [guild_id, key.item_id], at=at)

    def _tell_those_who_asked(self, where: str, values: Sequence[object], *, at: datetime) -> None:
        """Put the outcome of these questions into the outbox for those who asked to be told.

        From here on only the outbox says who they are, and it forgets them once they are told.
        """
        of_these = (
            "from to_be_told t join referrals r on r.id = t.referral_id join cases c"
            f" on c.guild_id = r.guild_id and c.kind = 'referred' and c.item_id = r.id where {where}"
        )
        sql = f"select t.referral_id, t.user_id, r.guild_id, r.question, c.entry_id, c.reason {of_these}"
        self._outbox.add(_notice(row, at) for row in list(self._database.query(sql, values)))
        told = f"select t.referral_id, t.user_id {of_these}"
        sql = f"delete from to_be_told where (referral_id, user_id) in ({told})"  # noqa: S608 - our own words
        self._database.execute(sql, values)


def _notice(row: dict[str, Any], at: datetime) -> Notice:
    return Notice(
        key=f"question:{row['referral_id']}:{row['user_id']}",
        guild_id=row["guild_id"],
        kind=NoticeKind.QUESTION_SETTLED,
        due_at=at,
        to=row["user_id"],
        privacy=Privacy.SECRET,
        payload={name: row[name] for name in ("question", "entry_id", "reason")},
    )
