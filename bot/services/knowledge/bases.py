"""The answers that each server shows: the shipped ones, overlaid with those that it published itself."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from threading import Lock

from bot.domain.actor import NO_SERVER
from bot.domain.entry import Entry
from bot.domain.gate import answered_by
from bot.domain.knowledge import KnowledgeBase
from bot.domain.revision import overlaid
from bot.storage.knowledge.revisions import RevisionStore

Changes = Mapping[str, Entry | None]
"""Entries by id, None for one that is not shown."""

Key = frozenset[tuple[str, str]]
Own = tuple[Key, Changes]
"""What a server shows otherwise than it was shipped, and the ids and versions of that."""

_NOTHING: Own = (frozenset(), {})
_KEPT = 4
"""Indexed bases that are kept in memory; another is indexed again when it is needed."""


class Indexed:
    """A base, and which entry answered the questions that it has been asked here before."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self._answers: dict[str, str | None] = {}

    def answered_by(self, question: str) -> str | None:
        """The entry that people who ask this get."""
        if question not in self._answers:
            self.look_ahead([question])
        return self._answers[question]

    def look_ahead(self, questions: Iterable[str]) -> None:
        """Ask some questions together, which takes less time for each than asking them one by one."""
        new = [question for question in dict.fromkeys(questions) if question not in self._answers]
        for question, outcome in zip(new, self.base.answer_many(new), strict=True):
            self._answers[question] = answered_by(outcome)


class ServerBases:
    """Each server's base, indexed when it is first needed and replaced whole when the server publishes."""

    def __init__(self, shipped: KnowledgeBase, revisions: RevisionStore) -> None:
        self.shipped = shipped
        self._revisions = revisions
        self._marks: dict[int, int] = {}
        self._own: dict[int, Own] = {}
        self._indexed: OrderedDict[Key, Indexed] = OrderedDict()
        self._lock = Lock()
        self._none = Indexed(shipped)
        for guild_id in revisions.guilds():
            self._marks[guild_id], self._own[guild_id] = self._read(guild_id)

    def base(self, guild_id: int) -> KnowledgeBase:
        """The answers that this server shows. Touches no disk."""
        return self.live(guild_id).base

    def at_hand(self, guild_id: int) -> KnowledgeBase:
        """The same, or the shipped answers while the server's own are not indexed: nobody waits for it."""
        found = self._indexed.get(self._own.get(guild_id, _NOTHING)[0])
        return found.base if found else self.shipped

    def live(self, guild_id: int) -> Indexed:
        """The same, with what it has been asked."""
        return self._of(self._own.get(guild_id, _NOTHING))

    def with_changes(self, guild_id: int, changes: Changes) -> Indexed:
        """What this server would show with these changes."""
        _, own = self._own.get(guild_id, _NOTHING)
        return self._of(self._differing({**own, **changes}))

    def freshen(self, guild_id: int) -> KnowledgeBase:
        """Take up what has been published since, here or by another process; returns the base."""
        if guild_id != NO_SERVER and self._revisions.mark(guild_id) != self._marks.get(guild_id, 0):
            mark, own = self._read(guild_id)
            self._of(own).base.prepare()  # before it is shown, so that nobody waits for it
            self._marks[guild_id], self._own[guild_id] = mark, own
        return self.base(guild_id)

    def _read(self, guild_id: int) -> tuple[int, Own]:
        mark = self._revisions.mark(guild_id)
        shown = overlaid(self.shipped.entries, self._revisions.latest(guild_id))
        changed = {entry_id: shown.get(entry_id) for entry_id in {*shown, *self.shipped.entries}}
        return mark, self._differing(changed)

    def _differing(self, changes: Changes) -> Own:
        """Those that are not the shipped entries, under the key by which their index is kept."""
        own = {i: entry for i, entry in changes.items() if entry != self.shipped.entries.get(i)}
        return frozenset((i, entry.version if entry else "") for i, entry in own.items()), own

    def _of(self, own: Own) -> Indexed:
        key, changes = own
        if not changes:
            return self._none
        found = self._kept(key) or Indexed(self.shipped.with_entries(_merged(self.shipped.entries, changes)))
        with self._lock:
            self._indexed[key] = found
            while len(self._indexed) > _KEPT:
                self._indexed.popitem(last=False)
        return found

    def _kept(self, key: Key) -> Indexed | None:
        """What is kept under this key, from now on the one that was used last."""
        with self._lock:
            if key in self._indexed:
                self._indexed.move_to_end(key)
            return self._indexed.get(key)


def _merged(shipped: Mapping[str, Entry], changes: Changes) -> list[Entry]:
    """In an order that does not depend on which change came first, so that the index does not either."""
    merged = {**shipped, **dict(sorted(changes.items()))}
    return [entry for entry in merged.values() if entry is not None]
