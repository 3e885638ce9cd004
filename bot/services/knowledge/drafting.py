"""Writes changes to the answers: drafts, which are saved at every step and live for nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.actor import Actor, Role
from bot.domain.clock import Clock
from bot.domain.draft import Draft, DraftState
from bot.domain.entry import Entry
from bot.domain.errors import DraftInTheWay, EntryFaulty, NoSuchDraft, NotAllowed, Overtaken
from bot.domain.fields import FIELDS, fields_of
from bot.domain.revision import SHIPPED, Kind, Revision
from bot.domain.word_diff import word_diff
from bot.services.knowledge.moderators import must_moderate
from bot.services.knowledge.versions import Versions
from bot.storage.entry_fields import is_id
from bot.storage.entry_making import make_entry
from bot.storage.entry_writer import write_entry
from bot.storage.knowledge.stores import KnowledgeStores

_FIRST = {"jurisdiction": "England", "status": "good practice"}
"""What a new entry begins with."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody published while a draft was being written: theirs, and the words in which the two differ."""

    draft: Draft
    theirs: Revision
    difference: str


class Drafting:
    """What a moderator writes. Every method raises NotAllowed for anybody else, NoSuchDraft for no draft."""

    def __init__(self, versions: Versions, stores: KnowledgeStores, now: Clock) -> None:
        self._versions = versions
        self._bases = versions.bases
        self._drafts = stores.drafts
        self._publisher = stores.publisher
        self._now = now

    def edit(self, entry_id: str, *, by: Actor) -> Draft:
        """This moderator's draft of an entry, begun from what is live if need be.

        Raises NoSuchEntry, or DraftInTheWay where they are about to retire it or to bring a version back.
        """
        must_moderate(by)
        entry = self._bases.freshen(by.guild_id).entry(entry_id)
        mine = self._open_draft_of(entry_id, by)
        if mine is not None and mine.has_own_words:
            return mine
        self._make_room(entry_id, by)
        return self._open(entry_id, Kind.EDIT, fields_of(entry), by)

    def add(self, entry_id: str, *, by: Actor) -> Draft:
        """A draft of a new entry. Raises EntryFaulty for an id that cannot be one, or that is taken."""
        must_moderate(by)
        if not is_id(entry_id):
            raise EntryFaulty(["an id is lower-case words joined by hyphens, at most 60 characters"])
        if mine := self._open_draft_of(entry_id, by):
            return mine
        if entry_id in self._bases.freshen(by.guild_id).entries:
            raise EntryFaulty([f"`{entry_id}` exists; edit it, or choose another id"])
        if self._versions.number(by.guild_id, entry_id) != SHIPPED:
            raise EntryFaulty([f"`{entry_id}` was retired; restore it, or choose another id"])
        today = self._now().date()
        days = {"as_of": today, "reviewed": today, "review_after": today + timedelta(days=365)}
        fields = {**dict.fromkeys(FIELDS, ""), **_FIRST, **{name: str(day) for name, day in days.items()}}
        return self._open(entry_id, Kind.ADD, fields, by)

    def retire(self, entry_id: str, *, by: Actor) -> Draft:
        """A draft that takes an entry out of what this server shows. Raises NoSuchEntry, DraftInTheWay."""
        must_moderate(by)
        entry = self._bases.freshen(by.guild_id).entry(entry_id)
        self._make_room(entry_id, by)
        return self._open(entry_id, Kind.RETIRE, fields_of(entry), by)

    def restore(self, entry_id: str, number: int, *, by: Actor) -> Draft:
        """A draft that brings an earlier version back, 0 being the shipped text.

        Raises NoSuchRevision or DraftInTheWay.
        """
        must_moderate(by)
        entry = self._versions.text(by.guild_id, entry_id, number)
        self._make_room(entry_id, by)
        return self._open(entry_id, Kind.RESTORE, fields_of(entry), by, restores=number)

    def fill(self, draft_id: int, values: Mapping[str, str], *, by: Actor) -> Draft:
        """Keep what was typed into some parts, sound or not."""
        draft = self.own(draft_id, by=by)
        if not draft.has_own_words:
            raise NoSuchDraft("That draft retires an answer or brings one back. Discard it to write another.")
        typed = {name: text for name, text in values.items() if name in FIELDS}
        return self._drafts.fill(draft, {**draft.fields, **typed}, at=self._now())

    def draft(self, draft_id: int, *, by: Actor) -> Draft:
        """A draft of this server: one's own, or one that is proposed to the others."""
        must_moderate(by)
        draft = self._drafts.get(draft_id, by.guild_id)
        if draft is None or (draft.author_id != by.user_id and draft.state is not DraftState.PROPOSED):
            raise NoSuchDraft("That draft is published, discarded or somebody else's. See /knowledge review.")
        return draft

    def own(self, draft_id: int, *, by: Actor) -> Draft:
        """One's own draft. Raises NotAllowed for another's."""
        draft = self.draft(draft_id, by=by)
        if draft.author_id != by.user_id:
            raise NotAllowed("Only the moderator who wrote a draft can change it. You can agree to it.")
        return draft

    def entry(self, draft: Draft) -> Entry | None:
        """What the draft would publish; None where it retires. Raises EntryFaulty."""
        if draft.kind is Kind.RETIRE:
            return None
        if draft.restores is not None:
            return self._versions.text(draft.guild_id, draft.entry_id, draft.restores)
        return make_entry(draft.entry_id, draft.fields)

    def faults(self, draft: Draft) -> tuple[str, ...]:
        """What keeps a draft from being published as it is."""
        try:
            self.entry(draft)
        except EntryFaulty as error:
            return error.faults
        return ()

    def difference(self, draft: Draft) -> str:
        """What the draft changes of the live text, word by word. Raises EntryFaulty."""
        return difference(self._versions.shown(draft.guild_id, draft.entry_id), self.entry(draft))

    def conflict(self, draft_id: int, *, by: Actor) -> Conflict | None:
        """What somebody else published since the draft was begun; None where nobody has."""
        draft = self.draft(draft_id, by=by)
        theirs = self._versions.current(by.guild_id, draft.entry_id)
        if theirs is None or theirs.number == draft.started_from:
            return None
        return Conflict(draft, theirs, difference(theirs.entry, self.entry(draft)))

    def rebase(self, draft_id: int, seen: int, *, by: Actor) -> Draft:
        """Keep one's own words over the revision that one has seen. Raises Overtaken for a newer one."""
        draft = self.own(draft_id, by=by)
        if seen != self._versions.number(by.guild_id, draft.entry_id):
            raise Overtaken("It has been published once more. Look at the newest version first.")
        made_from = self._versions.made_from(by.guild_id, draft.entry_id)
        return self._drafts.rebase(draft, seen, made_from, at=self._now())

    def discard(self, draft_id: int, *, by: Actor) -> Draft:
        """Give one's own draft up."""
        draft = self.own(draft_id, by=by)
        self._publisher.discard(draft, at=self._now())
        return draft

    def mine(self, *, by: Actor) -> list[Draft]:
        """What this moderator is writing."""
        must_moderate(by)
        return self._drafts.by(by.guild_id, by.user_id)

    def proposed(self, *, by: Actor) -> list[Draft]:
        """The drafts that wait for a second moderator."""
        must_moderate(by)
        return self._drafts.proposed(by.guild_id)

    def _open_draft_of(self, entry_id: str, by: Actor) -> Draft | None:
        return self._drafts.of(by.guild_id, entry_id, by.user_id)

    def _open(
        self, entry_id: str, kind: Kind, fields: Mapping[str, str], by: Actor, restores: int | None = None
    ) -> Draft:
        to_the_file = restores == SHIPPED
        made_from = (
            self._versions.shipped_version(entry_id)
            if to_the_file
            else self._versions.made_from(by.guild_id, entry_id)
        )
        draft = Draft(
            id=0,
            guild_id=by.guild_id,
            entry_id=entry_id,
            author_id=by.user_id,
            kind=kind,
            started_from=self._versions.number(by.guild_id, entry_id),
            made_from=made_from,
            fields=fields,
            restores=restores,
            by_commissioner=by.has(Role.COMMISSIONER),
        )
        return self._drafts.open(draft, at=self._now())

    def _make_room(self, entry_id: str, by: Actor) -> None:
        """One draft of an entry takes the place of another only where nothing that somebody did is lost."""
        before = self._open_draft_of(entry_id, by)
        if before is None:
            return
        if before.state is DraftState.PROPOSED or self._is_written(before):
            raise DraftInTheWay(
                f"You have a draft of `{entry_id}` already. Publish or discard it first:"
                " /knowledge review lists it."
            )
        self._publisher.discard(before, at=self._now())

    def _is_written(self, draft: Draft) -> bool:
        """Its words are not only those that it was begun from."""
        if not draft.has_own_words:
            return False
        live = self._versions.shown(draft.guild_id, draft.entry_id)
        return live is None or fields_of(live) != draft.fields


def difference(before: Entry | None, after: Entry | None) -> str:
    """What changed from one text to another, label and all, word by word; empty where nothing did."""
    return word_diff(write_entry(before) if before else "", write_entry(after) if after else "")
