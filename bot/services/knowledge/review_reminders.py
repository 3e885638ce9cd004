"""Reminds each server's moderators, once a week, of the answers whose review is due."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.clock import Clock
from bot.domain.entry import Entry
from bot.services.knowledge.history import History
from bot.services.knowledge.versions import Versions
from bot.storage.knowledge.review_reminders import ReviewReminderStore

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Overdue:
    """An entry that is overdue, and the moderator who last published or reviewed it here, if any."""

    entry: Entry
    owner_id: int | None


class ReviewReminders:
    """What to remind a server of, and that it has been done. For the front ends."""

    def __init__(self, history: History, versions: Versions, store: ReviewReminderStore, now: Clock) -> None:
        self._history = history
        self._versions = versions
        self._store = store
        self._now = now

    def due(self, guild_id: int) -> list[Overdue]:
        """What is overdue in this server, where its moderators have not been reminded for a week."""
        if not self._store.is_due(guild_id, self._now() - WEEK):
            return []
        found = self._history.due_in(guild_id, self._now().date())
        return [Overdue(entry, self._owner(guild_id, entry.id)) for entry in found]

    def claim(self, guild_id: int) -> bool:
        """Claim this week's reminder, just before it is posted; false where it has been."""
        return self._store.claim(guild_id, self._now() - WEEK, at=self._now())

    def _owner(self, guild_id: int, entry_id: str) -> int | None:
        current = self._versions.current(guild_id, entry_id)
        return current.why.by if current else None
