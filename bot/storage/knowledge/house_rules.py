"""The rules of each server: questions that must be answered, and subjects that need two people."""

from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database

from bot.domain.entry import normal_form
from bot.domain.revision import ChangeNote
from bot.storage.columns import stored
from bot.storage.database import immediate


class HouseRules:
    """The must-answer list, of which every change is kept with its reason, and the contested subjects."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def must_answer(self, guild_id: int) -> dict[str, str]:
        """The entry that each must-answer question has to find, in the order of the questions."""
        sql = (
            "select question, entry_id from must_answers m where guild_id = ? and entry_id is not null"
            " and id = (select max(id) from must_answers where guild_id = m.guild_id and form = m.form)"
            " order by form"
        )
        return {row[0]: row[1] for row in self._database.execute(sql, [guild_id])}

    def set_must_answer(
        self, guild_id: int, question: str, entry_id: str | None, why: ChangeNote, *, at: datetime
    ) -> None:
        """Say which entry a question has to find from now on, or with None that it need not find any."""
        self._database.execute(
            "insert into must_answers (guild_id, question, form, entry_id, reason, by_id, set_at)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [guild_id, question, normal_form(question), entry_id, why.reason, why.by, stored(at)],
        )

    def contested(self, guild_id: int) -> dict[str, bool]:
        """The subjects that need two moderators, and whether one has to be from each side."""
        sql = "select topic, both_sides from contested where guild_id = ? order by topic"
        return {row[0]: bool(row[1]) for row in self._database.execute(sql, [guild_id])}

    def set_contested(self, guild_id: int, topics: Mapping[str, bool]) -> None:
        """Put these subjects in place of those that were contested before."""
        with immediate(self._database):
            self._database.execute("delete from contested where guild_id = ?", [guild_id])
            for topic, both_sides in topics.items():
                self._database.execute(
                    "insert into contested (guild_id, topic, both_sides) values (?, ?, ?)",
                    [guild_id, topic, int(both_sides)],
                )
