"""What moderators are writing, kept at every step."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.draft import Draft, DraftState
from bot.domain.errors import Changed, Thing
from bot.domain.revision import Kind
from bot.storage.columns import stored

_COLUMNS = (
    "id, guild_id, entry_id, author_id, kind, started_from, made_from, restores, fields, state, reason,"
    " source, by_commissioner"
)
_LIVE = "state in ('open', 'proposed')"


class DraftStore:
    """At most one draft of an entry for each moderator of a server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, draft: Draft, *, at: datetime) -> Draft:
        """Keep a new draft; returns it with its number."""
        row = self._database.execute(
            "insert into entry_drafts (guild_id, entry_id, author_id, kind, started_from, made_from,"
            " restores, fields, by_commissioner, changed_at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            [
                draft.guild_id,
                draft.entry_id,
                draft.author_id,
                draft.kind.value,
                draft.started_from,
                draft.made_from,
                draft.restores,
                json.dumps(dict(draft.fields)),
                int(draft.by_commissioner),
                stored(at),
            ],
        ).fetchone()
        return replace(draft, id=int(row[0]))

    def get(self, draft_id: int, guild_id: int) -> Draft | None:
        """A draft of this server that is still being written."""
        return self._one(f"id = ? and guild_id = ? and {_LIVE}", [draft_id, guild_id])

    def of(self, guild_id: int, entry_id: str, author_id: int) -> Draft | None:
        """This moderator's open draft of this entry."""
        return self._one(
            f"guild_id = ? and entry_id = ? and author_id = ? and {_LIVE}", [guild_id, entry_id, author_id]
        )

    def by(self, guild_id: int, author_id: int) -> list[Draft]:
        """All that this moderator is writing."""
        return self._all(f"guild_id = ? and author_id = ? and {_LIVE}", [guild_id, author_id])

    def proposed(self, guild_id: int) -> list[Draft]:
        """The drafts that are waiting for a second moderator, oldest first."""
        return self._all("guild_id = ? and state = 'proposed'", [guild_id])

    def fill(self, draft: Draft, fields: Mapping[str, str], *, at: datetime) -> Draft:
        """Keep what was typed. A proposed draft is open again, since no one agreed to the new words."""
        return self._change(draft, replace(draft, fields=fields, state=DraftState.OPEN), at)

    def rebase(self, draft: Draft, started_from: int, made_from: str | None, *, at: datetime) -> Draft:
        """Begin anew from another revision, with the words kept."""
        moved = replace(draft, started_from=started_from, made_from=made_from, state=DraftState.OPEN)
        return self._change(draft, moved, at)

    def propose(self, draft: Draft, reason: str, source: str, *, at: datetime) -> Draft:
        """Put the draft before a second moderator."""
        return self._change(
            draft, replace(draft, state=DraftState.PROPOSED, reason=reason, source=source), at
        )

    def close(self, draft: Draft, state: DraftState, *, at: datetime) -> None:
        """Publish or discard a draft as it was read. Raises Changed where it has changed since."""
        self._change(draft, replace(draft, state=state), at)

    def _change(self, before: Draft, after: Draft, at: datetime) -> Draft:
        """Compare and set: what another process changed meanwhile is not written over."""
        done = self._database.execute(
            "update entry_drafts set started_from = ?, made_from = ?, fields = ?, state = ?, reason = ?,"
            " source = ?, changed_at = ? where id = ? and guild_id = ? and state = ? and fields = ?"
            " and started_from = ?",
            [
                after.started_from,
                after.made_from,
                json.dumps(dict(after.fields)),
                after.state.value,
                after.reason,
                after.source,
                stored(at),
                before.id,
                before.guild_id,
                before.state.value,
                json.dumps(dict(before.fields)),
                before.started_from,
            ],
        )
        if done.rowcount != 1:
            raise Changed(Thing.DRAFT, before.id)
        return after

    def _one(self, where: str, values: list[object]) -> Draft | None:
        return next(iter(self._all(where, values)), None)

    def _all(self, where: str, values: list[object]) -> list[Draft]:
        sql = f"select {_COLUMNS} from entry_drafts where {where} order by id"  # noqa: S608
        return [_draft(row) for row in self._database.query(sql, values)]


def _draft(row: dict[str, Any]) -> Draft:
    read = {
        "kind": Kind(row["kind"]),
        "state": DraftState(row["state"]),
        "fields": json.loads(row["fields"]),
        "by_commissioner": bool(row["by_commissioner"]),
    }
    return Draft(**{**row, **read})
