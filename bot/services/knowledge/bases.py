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
"""Bases with drafts in them that are kept in memory; another is overlaid again when it is needed."""


class Indexed:
    """A base, and which entry answered the questions that it has been asked here before.

    The gate asks some ten thousand questions when a draft is checked and again when it is published; what
    was found the first time is kept.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self._answers: dict[str, str | None] = {}

    def answers(self, questions: Iterable[str]) -> dict[str, str | None]:
        """The entry that people get who ask each of these. Asked together, since that takes less time."""
        wanted = list(dict.fromkeys(questions))
        new = [question for question in wanted if question not in self._answers]
        for question, outcome in zip(new, self.base.answer_many(new), strict=True):
            self._answers[question] = answered_by(outcome)
        return {question: self._answers[question] for question in wanted}


class ServerBases:
    """Each server's base: the shipped one, with what the server changed laid over it."""

    def __init__(self, shipped: KnowledgeBase, revisions: RevisionStore) -> None:
        self.shipped = shipped
        self._revisions = revisions
        self._marks: dict[int, int] = {}
        self._own: dict[int, Own] = {}
        self._shown: dict[Key, Indexed] = {}
        self._drafts: OrderedDict[Key, Indexed] = OrderedDict()
        # Several threads of a front end read and publish; the dictionaries below change together.
        self._lock = Lock()
        self._none = Indexed(shipped)
        for guild_id in revisions.guilds():
            self._marks[guild_id], self._own[guild_id] = self._read(guild_id)

    def base(self, guild_id: int) -> KnowledgeBase:
        """The answers that this server shows. Touches no disk."""
        return self.live(guild_id).base

    def at_hand(self, guild_id: int) -> KnowledgeBase:
        """The same at once, or the shipped answers while the server's own are not indexed."""
        found = self._shown.get(self._own.get(guild_id, _NOTHING)[0])
        return found.base if found and found.base.is_indexed else self.shipped

    def live(self, guild_id: int) -> Indexed:
        """The same, with what it has been asked."""
        key, changes = self._own.get(guild_id, _NOTHING)
        if not changes:
            return self._none
        with self._lock:
            if key not in self._shown:
                self._shown[key] = self._made(key, changes)
            return self._shown[key]

    def with_changes(self, guild_id: int, changes: Changes) -> Indexed:
        """What this server would show with these changes."""
        _, own = self._own.get(guild_id, _NOTHING)
        key, changed = self._differing({**own, **changes})
        if not changed:
            return self._none
        with self._lock:
            if key in self._shown:
                return self._shown[key]
            self._drafts[key] = self._made(key, changed)
            while len(self._drafts) > _KEPT:
                self._drafts.popitem(last=False)
            return self._drafts[key]

    def freshen(self, guild_id: int) -> KnowledgeBase:
        """Take up what has been published since, here or by another process; returns the base."""
        if guild_id != NO_SERVER and self._revisions.mark(guild_id) != self._marks.get(guild_id, 0):
            mark, own = self._read(guild_id)
            with self._lock:
                made = self._shown.get(own[0]) or self._made(*own) if own[1] else self._none
            made.base.prepare()  # before it is shown, so that no one waits for it
            self._marks[guild_id], self._own[guild_id] = mark, own
            with self._lock:
                if own[1]:
                    self._shown[own[0]] = made
                self._let_go()
        return self.base(guild_id)

    def _made(self, key: Key, changes: Changes) -> Indexed:
        """A base with these changes; the one that was tried as a draft, where it is still at hand."""
        return self._drafts.pop(key, None) or Indexed(self.shipped.overlaid(changes))

    def _let_go(self) -> None:
        """Forget what no server shows any more."""
        shown = {key for key, _ in self._own.values()}
        for key in self._shown.keys() - shown:
            del self._shown[key]

    def _read(self, guild_id: int) -> tuple[int, Own]:
        mark = self._revisions.mark(guild_id)
        shown = overlaid(self.shipped.entries, self._revisions.latest(guild_id))
        changed = {entry_id: shown.get(entry_id) for entry_id in {*shown, *self.shipped.entries}}
        return mark, self._differing(changed)

    def _differing(self, changes: Changes) -> Own:
        """Those that are not the shipped entries, under the key by which their base is kept."""
        own = {i: entry for i, entry in changes.items() if entry != self.shipped.entries.get(i)}
        return frozenset((i, entry.version if entry else "") for i, entry in own.items()), own
