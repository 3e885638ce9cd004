"""Reminds each server's moderators, once a week, of the answers that they must read again."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.clock import Clock
from bot.domain.entry import Entry
from bot.domain.notices import Notice, NoticeKind, Place, Privacy
from bot.services.knowledge.history import History
from bot.services.knowledge.versions import Versions
from bot.storage.outbox import OutboxStore

_WEEK, _DAY = timedelta(weeks=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Overdue:
    """An entry whose day has come, and the moderator who last published or reviewed it here, if any."""

    entry: Entry
    owner_id: int | None


class ReviewReminders:
    """Puts a reminder into the outbox where one is due; the list itself is made when it is sent."""

    def __init__(self, history: History, versions: Versions, outbox: OutboxStore, now: Clock) -> None:
        self._history = history
        self._versions = versions
        self._outbox = outbox
        self._now = now

    def add_due(self, guild_id: int) -> None:
        """Remind a server of what is overdue, unless that was done this week.

        A reminder that no one could be shown, since the channel was closed to us, comes again a day later.
        """
        now, kind = self._now(), NoticeKind.REVIEW_DUE
        if self._outbox.is_told_since(guild_id, kind, now - _WEEK, now - _DAY):
            return
        if self._history.due_in(guild_id, now.date()):
            key = f"review:{now.date().isoformat()}"
            self._outbox.add([Notice(key, guild_id, kind, now, place=Place.QUEUE, privacy=Privacy.OPEN)])

    def overdue(self, guild_id: int) -> list[Overdue]:
        """What is overdue in this server now."""
        found = self._history.due_in(guild_id, self._now().date())
        return [Overdue(entry, self._owner(guild_id, entry.id)) for entry in found]

    def _owner(self, guild_id: int, entry_id: str) -> int | None:
        current = self._versions.current(guild_id, entry_id)
        return current.why.by if current else None
