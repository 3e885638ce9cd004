"""The gate, and the moment at which a change goes live."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.actor import Actor, Role
from bot.domain.clock import Clock
from bot.domain.draft import Draft
from bot.domain.entry import Entry
from bot.domain.errors import (
    EmptyText,
    EntryFaulty,
    GateClosed,
    NoSuchRevision,
    NotAllowed,
    Overtaken,
    ParleyError,
)
from bot.domain.gate import GateReport
from bot.domain.revision import Kind, Revision, Why
from bot.services.knowledge.drafting import Drafting
from bot.services.knowledge.gatekeeping import Gatekeeper, SecondPerson
from bot.services.knowledge.moderators import must_moderate
from bot.services.knowledge.versions import Versions
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
    """What a moderator puts live. Raises NotAllowed for anybody else, NoSuchDraft where there is no draft."""

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

    def check(self, draft_id: int, *, by: Actor) -> Checked:
        """What publishing the draft would do. Raises EntryFaulty."""
        return self._checked(self._drafting.draft(draft_id, by=by))

    def rehearse(self, draft_id: int, *, by: Actor) -> Iterator[None]:
        """Do the work of a check beforehand, a little at a time. Raises EntryFaulty."""
        draft = self._drafting.draft(draft_id, by=by)
        return self._gatekeeper.rehearse(draft.guild_id, {draft.entry_id: self._drafting.entry(draft)})

    def rehearse_restore(self, entry_id: str, number: int, *, by: Actor) -> Iterator[None]:
        """The same for bringing a version back. Raises NoSuchRevision."""
        must_moderate(by)
        entry = self._versions.text(by.guild_id, entry_id, number)
        return self._gatekeeper.rehearse(by.guild_id, {entry_id: entry})

    def publish(
        self, draft_id: int, fingerprint: str, *, reason: str, source: str = "", by: Actor
    ) -> Revision:
        """Put one's own draft live, as it was seen.

        Raises GateClosed where it needs a second moderator, Overtaken where somebody else has published.
        """
        checked = self._as_seen(self._drafting.own(draft_id, by=by), fingerprint, reason)
        if checked.second:
            raise GateClosed("This needs a second moderator. " + " ".join(checked.second.because))
        return self._live(checked, Why(by.user_id, reason.strip(), source.strip()))

    def propose(self, draft_id: int, fingerprint: str, *, reason: str, source: str = "", by: Actor) -> Draft:
        """Put one's own draft before a second moderator, with the reason. Raises Overtaken."""
        checked = self._as_seen(self._drafting.own(draft_id, by=by), fingerprint, reason)
        return self._drafts.propose(checked.draft, reason.strip(), source.strip(), at=self._now())

    def agree(self, draft_id: int, fingerprint: str, *, by: Actor) -> Revision:
        """Put another moderator's proposed draft live, as it was seen. Raises NotAllowed for one's own."""
        draft = self._drafting.draft(draft_id, by=by)
        if draft.author_id == by.user_id:
            raise NotAllowed("You wrote this one. Another moderator has to agree to it.")
        checked = self._as_seen(draft, fingerprint, draft.reason)
        both_sides = checked.second is not None and checked.second.both_sides
        if both_sides and draft.by_commissioner == by.has(Role.COMMISSIONER):
            raise NotAllowed("This needs one moderator from each side: a commissioner, and one who is not.")
        return self._live(checked, Why(draft.author_id, draft.reason, draft.source, agreed_by=by.user_id))

    def restore(self, entry_id: str, number: int, *, reason: str, by: Actor) -> Revision | Checked:
        """Bring an earlier version back in one step, 0 being the shipped text.

        Returns what the gate says, with the draft kept, where it needs a second moderator. Raises
        NoSuchRevision or DraftInTheWay.
        """
        must_moderate(by)
        _must_say_why(reason)
        draft = self._drafting.restore(entry_id, number, by=by)
        try:
            checked = self._as_seen(draft, draft.fingerprint, reason)
        except ParleyError:
            self._publisher.discard(draft, at=self._now())
            raise
        return checked if checked.second else self._live(checked, Why(by.user_id, reason.strip()))

    def review(self, entry_id: str, *, by: Actor) -> Revision:
        """Say that an entry was read through and still holds: a revision in which only the dates move."""
        must_moderate(by)
        entry = self._bases.freshen(by.guild_id).entry(entry_id)
        today = self._now().date()
        after = today + max(entry.review_after - entry.reviewed, _LEAST_REVIEW)
        reviewed = replace(entry, reviewed=today, review_after=after)
        made_from = self._versions.made_from(by.guild_id, entry_id)
        why = Why(by.user_id, "Read through: it still holds.")
        return self._append(self._next(by, entry_id, Kind.REVIEW, why), reviewed, made_from)

    def keep(self, entry_id: str, *, reason: str, by: Actor) -> Revision:
        """Stand by the server's own text although the shipped one has changed. Raises NoSuchRevision."""
        must_moderate(by)
        _must_say_why(reason)
        current = self._versions.current(by.guild_id, entry_id)
        if current is None or not current.disagrees_with(self._versions.shipped(entry_id)):
            raise NoSuchRevision("That file has not changed under your own text, or it has been looked at.")
        kind = Kind.EDIT if current.entry else Kind.RETIRE
        revision = self._next(by, entry_id, kind, Why(by.user_id, reason.strip()))
        return self._append(revision, current.entry, self._versions.shipped_version(entry_id))

    def _as_seen(self, draft: Draft, fingerprint: str, reason: str) -> Checked:
        _must_say_why(reason)
        if draft.fingerprint != fingerprint:
            raise Overtaken("The draft has changed since you looked. Look at what it changes once more.")
        if draft.started_from != self._versions.number(draft.guild_id, draft.entry_id):
            raise Overtaken("Somebody else has published this answer since you began. Your draft is kept.")
        checked = self._checked(draft)
        if checked.entry == self._versions.shown(draft.guild_id, draft.entry_id):
            raise EmptyText("Nothing has changed, so there is nothing to publish.")
        return checked

    def _checked(self, draft: Draft) -> Checked:
        shown = self._bases.freshen(draft.guild_id).entries
        entry = self._drafting.entry(draft)
        if entry is None and shown.keys() <= {draft.entry_id}:
            raise EntryFaulty(["this is the last answer here; add another before you retire it"])
        changes = {draft.entry_id: entry}
        report = self._gatekeeper.report(draft.guild_id, changes)
        return Checked(draft, entry, report, self._gatekeeper.second_person(draft.guild_id, changes, report))

    def _live(self, checked: Checked, why: Why) -> Revision:
        draft = checked.draft
        revision = Revision(
            guild_id=draft.guild_id,
            entry_id=draft.entry_id,
            number=draft.started_from + 1,
            kind=draft.kind,
            entry=checked.entry,
            made_from=draft.made_from,
            why=why,
            at=self._now(),
        )
        self._publisher.publish_draft(draft, revision)
        self._bases.freshen(draft.guild_id)
        return revision

    def _next(self, by: Actor, entry_id: str, kind: Kind, why: Why) -> Revision:
        """The next revision of an entry, still without its text."""
        number = self._versions.number(by.guild_id, entry_id) + 1
        return Revision(by.guild_id, entry_id, number, kind, None, None, why, self._now())

    def _append(self, revision: Revision, entry: Entry | None, made_from: str | None) -> Revision:
        """Publish without a draft, where the words do not change."""
        revision = replace(revision, entry=entry, made_from=made_from)
        self._publisher.publish([revision])
        self._bases.freshen(revision.guild_id)
        return revision


def _must_say_why(reason: str) -> None:
    if not reason.strip():
        raise EmptyText("Say why, in a few words. It is kept with the change.")
