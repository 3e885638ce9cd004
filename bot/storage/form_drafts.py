"""Keeps the values of forms that have not gone through yet, so that nothing typed is lost."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database

from bot.storage.columns import stored
from bot.storage.database import durable


class FormDraftStore:
    """One draft for each person and form."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self, guild_id: int, user_id: int, form: str, typed: Mapping[str, str], *, at: datetime
    ) -> dict[str, str]:
        """Keep what was typed, over what was typed before; returns all of it."""
        with durable(self._database):
            kept = {**self.get(guild_id, user_id, form), **typed}
            self._database.execute(
                "insert into drafts (guild_id, user_id, form, typed, saved_at) values (?, ?, ?, ?, ?)"
                " on conflict do update set typed = excluded.typed, saved_at = excluded.saved_at",
                [guild_id, user_id, form, json.dumps(kept), stored(at)],
            )
        return kept

    def get(self, guild_id: int, user_id: int, form: str) -> dict[str, str]:
        """What was typed; empty where nothing was."""
        row = self._database.execute(
            "select typed from drafts where guild_id = ? and user_id = ? and form = ?",
            [guild_id, user_id, form],
        ).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def drop_before(self, moment: datetime) -> None:
        """Forget what no one has come back to."""
        self._database.execute("delete from drafts where saved_at < ?", [stored(moment)])

    def drop(self, guild_id: int, user_id: int, form: str) -> None:
        """The form went through."""
        self._database.execute(
            "delete from drafts where guild_id = ? and user_id = ? and form = ?", [guild_id, user_id, form]
        )
