"""The past of the answers in one server: their revisions, what is due, and where a shipped text changed."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.actor import Actor
from bot.domain.clock import Clock
from bot.domain.entry import Entry
from bot.domain.errors import Changed, Thing
from bot.domain.revision import Revision
from bot.services.knowledge.drafting import difference
from bot.services.knowledge.moderators import must_moderate
from bot.services.knowledge.versions import Versions

SOON = timedelta(days=30)
"""How long before its day an entry is listed as due for review."""


@dataclass(frozen=True, slots=True)
class ShippedChange:
    """A shipped entry that changed under a server's own text: both, and the words in which they differ.

    `shipped` is None where the file is gone, `ours.entry` where the server retired the entry.
    """

    ours: Revision
    shipped: Entry | None
    difference: str


class History:
    """The past, for moderators. Every method raises RoleNeeded for anyone else."""

    def __init__(self, versions: Versions, now: Clock) -> None:
        self._versions = versions
        self._bases = versions.bases
        self._now = now

    def entry(self, entry_id: str, *, by: Actor) -> tuple[Entry, Revision | None]:
        """What is live, and the server's own revision that it comes from, if any."""
        must_moderate(by)
        entry = self._bases.freshen(by.guild_id).entry(entry_id)
        return entry, self._versions.current(by.guild_id, entry_id)

    def revisions(self, entry_id: str, *, by: Actor) -> list[Revision]:
        """The server's own revisions of an entry, oldest first; none where it never changed it."""
        must_moderate(by)
        return self._versions.history(by.guild_id, entry_id)

    def is_shipped(self, entry_id: str, *, by: Actor) -> bool:
        """The entry came with Parley, so version 0 is the shipped text."""
        must_moderate(by)
        return self._versions.shipped(entry_id) is not None

    def must_have_text(self, entry_id: str, number: int, *, by: Actor) -> None:
        """Raises NoVersion where there is no text in that version to bring back."""
        must_moderate(by)
        self._versions.text(by.guild_id, entry_id, number)

    def has_text(self, entry_id: str, number: int, *, by: Actor) -> bool:
        """There is a text in that version, so that it can be brought back."""
        must_moderate(by)
        return self._versions.version(by.guild_id, entry_id, number) is not None

    def difference(self, entry_id: str, before: int, after: int, *, by: Actor) -> str:
        """What changed between two versions, word by word, 0 being the shipped text, if any.

        Raises NoVersion.
        """
        must_moderate(by)
        return difference(
            self._versions.version(by.guild_id, entry_id, before),
            self._versions.version(by.guild_id, entry_id, after),
        )

    def due(self, *, by: Actor) -> list[Entry]:
        """The entries that must be read again by now or soon, the longest overdue first."""
        must_moderate(by)
        return self.due_in(by.guild_id, self._now().date() + SOON)

    def due_in(self, guild_id: int, day: date) -> list[Entry]:
        """The entries of a server that are due on that day."""
        entries = self._bases.freshen(guild_id).entries.values()
        return sorted((e for e in entries if e.is_due_for_review(day)), key=lambda e: (e.review_after, e.id))

    def titles(self, guild_id: int) -> dict[str, str]:
        """The title of each entry that there ever was in a server, by id."""
        entries = {**self._bases.shipped.entries, **self._bases.freshen(guild_id).entries}
        titles = {entry_id: entry.title for entry_id, entry in entries.items()}
        for revision in self._versions.own(guild_id):
            if revision.entry_id not in titles:
                texts = (past.entry for past in self._versions.history(guild_id, revision.entry_id))
                titles[revision.entry_id] = [text.title for text in texts if text][-1]
        return titles

    def shipped_changes(self, *, by: Actor) -> list[ShippedChange]:
        """Where a shipped entry has changed under the server's own text."""
        must_moderate(by)
        return [self._both(revision) for revision in self._versions.disagreeing(by.guild_id)]

    def shipped_change(self, entry_id: str, *, by: Actor) -> ShippedChange:
        """The change of one entry. Raises Changed where there is none, or it has been looked at."""
        found = [each for each in self.shipped_changes(by=by) if each.ours.entry_id == entry_id]
        if not found:
            raise Changed(Thing.SHIPPED_TEXT, entry_id)
        return found[0]

    def own(self, *, by: Actor) -> list[Revision]:
        """The live revision of every entry that the server has changed, by id."""
        must_moderate(by)
        self._bases.freshen(by.guild_id)
        return self._versions.own(by.guild_id)

    def _both(self, ours: Revision) -> ShippedChange:
        shipped = self._versions.shipped(ours.entry_id)
        return ShippedChange(ours, shipped, difference(ours.entry, shipped))
