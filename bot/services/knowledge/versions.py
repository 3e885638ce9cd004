"""Every version of an entry in one server: the shipped text, and the server's own revisions of it."""

from bot.domain.entry import Entry
from bot.domain.errors import NoVersion
from bot.domain.revision import SHIPPED, Revision
from bot.services.knowledge.bases import ServerBases
from bot.storage.knowledge.revisions import RevisionStore


class Versions:
    """What the other services ask about an entry's past. It checks no roles: they do."""

    def __init__(self, bases: ServerBases, revisions: RevisionStore) -> None:
        self.bases = bases
        self._revisions = revisions

    def current(self, guild_id: int, entry_id: str) -> Revision | None:
        """The server's own live revision, if it has any."""
        return self._revisions.current(guild_id, entry_id)

    def shown(self, guild_id: int, entry_id: str) -> Entry | None:
        """What people see now."""
        return self.bases.freshen(guild_id).entries.get(entry_id)

    def shipped(self, entry_id: str) -> Entry | None:
        """The entry as it came with Parley."""
        return self.bases.shipped.entries.get(entry_id)

    def shipped_version(self, entry_id: str) -> str | None:
        """The version of the entry as it came with Parley."""
        entry = self.shipped(entry_id)
        return entry.version if entry else None

    def made_from(self, entry_id: str, current: Revision | None) -> str | None:
        """The shipped version that the live text takes into account, `current` being its revision.

        That of the server's own text, so that a change of the file stays to be looked at until a moderator
        has done so.
        """
        if current is None or current.follows_the_file:
            return self.shipped_version(entry_id)
        return current.made_from

    def version(self, guild_id: int, entry_id: str, number: int) -> Entry | None:
        """One version; None for one that retired the entry, and for 0 where the server added it.

        Raises NoVersion.
        """
        shipped, past = self.shipped(entry_id), self._revisions.history(guild_id, entry_id)
        versions = {revision.number: revision.entry for revision in past}
        if past or shipped:
            versions[SHIPPED] = shipped
        if number not in versions:
            raise NoVersion(entry_id, number)
        return versions[number]

    def text(self, guild_id: int, entry_id: str, number: int) -> Entry:
        """One version's text. Raises NoVersion, also for a version that has none."""
        entry = self.version(guild_id, entry_id, number)
        if entry is None:
            raise NoVersion(entry_id, number, retired=True)
        return entry

    def history(self, guild_id: int, entry_id: str) -> list[Revision]:
        """The server's own revisions of an entry, oldest first."""
        return self._revisions.history(guild_id, entry_id)

    def disagreeing(self, guild_id: int) -> list[Revision]:
        """The live revisions under which the shipped text has changed."""
        latest = self._revisions.latest(guild_id)
        return [revision for revision in latest if revision.disagrees_with(self.shipped(revision.entry_id))]

    def own(self, guild_id: int) -> list[Revision]:
        """The live revision of every entry that the server has changed, by id."""
        return self._revisions.latest(guild_id)


def number_of(current: Revision | None) -> int:
    """The number of what is live: 0 where that is the shipped text, or nothing."""
    return current.number if current else SHIPPED
