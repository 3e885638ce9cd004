"""The gate, and the moment at which a change goes live."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.actor import Actor, Role
from bot.domain.clock import Clock
from bot.domain.draft import Draft
from bot.domain.entry import Entry
from bot.domain.errors import (
    Changed,
    EntryInvalid,
    NothingChanged,
    ParleyError,
    SecondNeeded,
    Thing,
    WrongSecond,
)
from bot.domain.faults import EntryCode, EntryFault
from bot.domain.gate import GateReport, SecondPerson
from bot.domain.revision import ChangeNote, Kind, OwnReason, Revision
from bot.services.knowledge.drafting import Drafting, EditConflict
from bot.services.knowledge.gatekeeping import Gatekeeper
from bot.services.knowledge.moderators import must_moderate
from bot.services.knowledge.versions import Versions, number_of
from bot.storage.knowledge.stores import KnowledgeStores

_LEAST_REVIEW = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft, what it would publish (None retires), what that would do, and whether one person is enough."""

    draft: Draft
    entry: Entry | None
    report: GateReport
    second: SecondPerson | None


class Publishing:
    """What a moderator puts live. Raises RoleNeeded for anyone else, NotFound where there is no draft.

    To ask every known question takes a generator: it yields between steps, so that others are served, and
    returns its result.
    """

    def __init__(
        self,
        drafting: Drafting,
        gatekeeper: Gatekeeper,
        versions: Versions,
        stores: KnowledgeStores,
        now: Clock,
    ) -> None:
        self._drafting = drafting
        self._gatekeeper = gatekeeper
        self._versions = versions
        self._bases = versions.bases
        self._drafts = stores.drafts
        self._publisher = stores.publisher
        self._now = now

    def check(self, draft_id: int, *, by: Actor) -> Generator[None, None, Checked | EditConflict]:
        """What publishing the draft would do. Raises EntryInvalid."""
        draft = self._drafting.draft(draft_id, by=by)
        return (yield from self._examined(draft))

    def publish(
        self, draft_id: int, fingerprint: str, note: ChangeNote, *, by: Actor
    ) -> Generator[None, None, Revision | EditConflict]:
        """Put one's own draft live, as it was seen.

        Raises SecondNeeded where it needs a second moderator, Changed or NothingChanged.
        """
        checked = yield from self._as_seen(self._drafting.own(draft_id, by=by), fingerprint)
        if isinstance(checked, EditConflict):
            return checked
        if checked.second:
            second = checked.second
            raise SecondNeeded(second.topics, second.loses_must_answer, second.both_sides)
        return self._live(checked, note)

    def propose(
        self, draft_id: int, fingerprint: str, note: ChangeNote, *, by: Actor
    ) -> Generator[None, None, Draft | EditConflict]:
        """Put one's own draft before a second moderator, with the reason. Raises Changed."""
        checked = yield from self._as_seen(self._drafting.own(draft_id, by=by), fingerprint)
        if isinstance(checked, EditConflict):
            return checked
        return self._drafts.propose(checked.draft, note.reason, note.source, at=self._now())

    def agree(
        self, draft_id: int, fingerprint: str, *, by: Actor
    ) -> Generator[None, None, Revision | EditConflict]:
        """Put another moderator's proposed draft live, as it was seen. Raises WrongSecond for one's own."""
        draft = self._drafting.draft(draft_id, by=by)
        if draft.author_id == by.user_id:
            raise WrongSecond(other_side=False)
        checked = yield from self._as_seen(draft, fingerprint)
        if isinstance(checked, EditConflict):
            return checked
        both_sides = checked.second is not None and checked.second.both_sides
        if both_sides and draft.by_commissioner == by.has(Role.COMMISSIONER):
            raise WrongSecond(other_side=True)
        return self._live(checked, ChangeNote(draft.author_id, draft.reason, draft.source, by.user_id))

    def restore(
        self, entry_id: str, number: int, note: ChangeNote, *, by: Actor
    ) -> Generator[None, None, Revision | Checked]:
        """Bring an earlier version back in one step, 0 being the shipped text.

        Returns what the gate says, with the draft kept, where it needs a second moderator. Raises NoVersion,
        NothingChanged or DraftInTheWay.
        """
        draft = self._drafting.restore(entry_id, number, by=by)
        try:
            checked = yield from self._as_seen(draft, draft.fingerprint)
            if isinstance(checked, EditConflict):
                raise Changed(Thing.ENTRY, entry_id)
        except (ParleyError, GeneratorExit):
            self._publisher.discard(draft, at=self._now())
            raise
        return checked if checked.second else self._live(checked, note)

    def review(self, entry_id: str, *, by: Actor) -> Revision:
        """Say that an entry was read through and is right: a revision in which only the dates move."""
        must_moderate(by)
        entry = self._bases.freshen(by.guild_id).entry(entry_id)
        today = self._now().date()
        after = today + max(entry.review_after - entry.reviewed, _LEAST_REVIEW)
        reviewed = replace(entry, reviewed=today, review_after=after)
        current = self._versions.current(by.guild_id, entry_id)
        made_from = self._versions.made_from(entry_id, current)
        revision = self._after(current, by, entry_id, Kind.REVIEW, ChangeNote(by.user_id, OwnReason.REVIEWED))
        return self._append(revision, reviewed, made_from)

    def keep_own(self, entry_id: str, note: ChangeNote, *, by: Actor) -> Revision:
        """Keep the server's own text although the shipped one has changed.

        Raises Changed where it has not, or where that has been looked at.
        """
        must_moderate(by)
        current = self._versions.current(by.guild_id, entry_id)
        if current is None or not current.disagrees_with(self._versions.shipped(entry_id)):
            raise Changed(Thing.SHIPPED_TEXT, entry_id)
        kind = Kind.EDIT if current.entry else Kind.RETIRE
        revision = self._after(current, by, entry_id, kind, note)
        return self._append(revision, current.entry, self._versions.shipped_version(entry_id))

    def _as_seen(self, draft: Draft, fingerprint: str) -> Generator[None, None, Checked | EditConflict]:
        if draft.fingerprint != fingerprint:
            raise Changed(Thing.DRAFT, draft.id)
        checked = yield from self._examined(draft)
        if isinstance(checked, Checked):
            shown = self._bases.base(draft.guild_id).entries.get(draft.entry_id)
            if checked.entry == shown:
                raise NothingChanged(draft.id)
        return checked

    def _examined(self, draft: Draft) -> Generator[None, None, Checked | EditConflict]:
        entry = self._drafting.entry(draft)
        if (conflict := self._drafting.conflict(draft, entry)) is not None:
            return conflict
        shown = self._bases.freshen(draft.guild_id).entries
        if entry is None and shown.keys() <= {draft.entry_id}:
            raise EntryInvalid(draft.entry_id, (EntryFault("", EntryCode.LAST_ANSWER),))
        changes = {draft.entry_id: entry}
        report = yield from self._gatekeeper.report(draft.guild_id, changes)
        return Checked(draft, entry, report, self._gatekeeper.second_person(draft.guild_id, changes, report))

    def _live(self, checked: Checked, note: ChangeNote) -> Revision:
        draft = checked.draft
        revision = Revision(
            guild_id=draft.guild_id,
            entry_id=draft.entry_id,
            number=draft.started_from + 1,
            kind=draft.kind,
            entry=checked.entry,
            made_from=draft.made_from,
            why=note,
            at=self._now(),
        )
        self._publisher.publish_draft(draft, revision)
        self._bases.freshen(draft.guild_id)
        return revision

    def _after(
        self, current: Revision | None, by: Actor, entry_id: str, kind: Kind, note: ChangeNote
    ) -> Revision:
        """The next revision of an entry, still without its text."""
        return Revision(by.guild_id, entry_id, number_of(current) + 1, kind, None, None, note, self._now())

    def _append(self, revision: Revision, entry: Entry | None, made_from: str | None) -> Revision:
        """Publish without a draft, where the words do not change."""
        revision = replace(revision, entry=entry, made_from=made_from)
        self._publisher.publish([revision])
        self._bases.freshen(revision.guild_id)
        return revision
