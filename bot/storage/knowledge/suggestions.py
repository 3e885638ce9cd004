"""What readers found wrong with an answer, and phrasings that people taught by picking another one."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.entry import normal_form
from bot.storage.columns import stored


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a reader found wrong with one version of an entry; `user_id` only where they gave their name."""

    id: int
    entry_id: str
    entry_version: str
    wrong: str
    source: str
    user_id: int | None


@dataclass(frozen=True, slots=True)
class Learned:
    """A question after which people picked this entry instead of what they were shown, and how many did.

    `asked_id` is the number of the first of these questions.
    """

    asked_id: int
    entry_id: str
    question: str
    picks: int

    @property
    def form(self) -> str:
        """The phrasing as it is compared."""
        return normal_form(self.question)


class SuggestionStore:
    """Each server's suggestions, until a moderator has settled them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, guild_id: int, suggested: Suggested, *, at: datetime) -> int:
        """Keep a suggestion; returns its number."""
        row = self._database.execute(
            "insert into suggestions (guild_id, entry_id, entry_version, wrong, source, user_id, made_at)"
            " values (?, ?, ?, ?, ?, ?, ?) returning id",
            [
                guild_id,
                suggested.entry_id,
                suggested.entry_version,
                suggested.wrong,
                suggested.source,
                suggested.user_id,
                stored(at),
            ],
        ).fetchone()
        return int(row[0])

    def waiting(self, guild_id: int) -> list[Suggested]:
        """Those that no one has settled, oldest first."""
        sql = (
            "select id, entry_id, entry_version, wrong, source, user_id from suggestions"
            " where guild_id = ? and state = 'waiting' order by id"
        )
        return [Suggested(**row) for row in self._database.query(sql, [guild_id])]

    def settle(self, suggestion_id: int, guild_id: int, by: int, *, accepted: bool) -> bool:
        """Accept or decline a suggestion; false where that has been done."""
        done = self._database.execute(
            "update suggestions set state = ?, settled_by = ?"
            " where id = ? and guild_id = ? and state = 'waiting'",
            ["accepted" if accepted else "declined", by, suggestion_id, guild_id],
        )
        return bool(done.rowcount == 1)

    def learned(self, guild_id: int) -> list[Learned]:
        """Phrasings that people's picks propose and that no moderator has looked at, most picked first."""
        sql = (
            "select min(p.asked_id) as asked_id, p.entry_id, q.question, count(*) as picks from picks p"
            " join questions q on q.id = p.asked_id and q.guild_id = p.guild_id"
            " where p.guild_id = ? and q.question is not null group by p.entry_id, lower(trim(q.question))"
            " order by picks desc, asked_id"
        )
        seen = self._seen(guild_id)
        found = [Learned(**row) for row in self._database.query(sql, [guild_id])]
        return [one for one in found if one.form and (one.entry_id, one.form) not in seen]

    def settle_phrasing(self, guild_id: int, learned: Learned, by: int, *, accepted: bool) -> bool:
        """Say that a phrasing was looked at; false where it had been."""
        done = self._database.execute(
            "insert into phrasings_seen (guild_id, entry_id, form, taken, by_id) values (?, ?, ?, ?, ?)"
            " on conflict do nothing",
            [guild_id, learned.entry_id, learned.form, int(accepted), by],
        )
        return bool(done.rowcount == 1)

    def _seen(self, guild_id: int) -> set[tuple[str, str]]:
        sql = "select entry_id, form from phrasings_seen where guild_id = ?"
        return {(row[0], row[1]) for row in self._database.execute(sql, [guild_id])}
