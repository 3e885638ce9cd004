"""Writes changes to the answers: drafts, which are saved at every step and live for no one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.actor import Actor, Role
from bot.domain.clock import Clock
from bot.domain.draft import Draft, DraftState
from bot.domain.entry import Entry, Status
from bot.domain.entry_parts import BY_KEY, ID_LIMIT, fields_of, is_id
from bot.domain.errors import (
    Changed,
    DraftInTheWay,
    EntryInvalid,
    Fault,
    Invalid,
    NotFound,
    NotYours,
    Thing,
    WrongState,
)
from bot.domain.faults import EntryCode, EntryFault
from bot.domain.revision import SHIPPED, Kind, Revision
from bot.domain.word_diff import word_diff
from bot.services.knowledge.moderators import must_moderate
from bot.services.knowledge.versions import Versions, number_of
from bot.storage.entry_making import make_entry
from bot.storage.entry_writer import write_entry
from bot.storage.knowledge.stores import KnowledgeStores

_FIRST = {"jurisdiction": "England", "status": str(Status.GOOD_PRACTICE)}
"""What a new entry begins with."""

_REVIEWED_FOR = timedelta(days=365)


class DraftAct(StrEnum):
    """What cannot be done to a draft of every kind."""

    WRITE = "write"


@dataclass(frozen=True, slots=True)
class EditConflict:
    """Someone published while a draft was being written: theirs, and the words in which the two differ."""

    draft: Draft
    theirs: Revision
    difference: str


class Drafting:
    """What a moderator writes. Every method raises RoleNeeded for anyone else, NotFound for no draft."""

    def __init__(self, versions: Versions, stores: KnowledgeStores, now: Clock) -> None:
        self._versions = versions
        self._bases = versions.bases
        self._drafts = stores.drafts
        self._publisher = stores.publisher
        self._now = now

    def edit(self, entry_id: str, *, by: Actor) -> Draft:
        """This moderator's draft of an entry, begun from what is live if need be.

        Raises an error for an unknown entry, or DraftInTheWay where they are about to retire it or to bring
        a version back.
        """
        must_moderate(by)
        entry = self._bases.freshen(by.guild_id).entry(entry_id)
        mine = self._open_draft_of(entry_id, by)
        if mine is not None and mine.has_own_words:
            return mine
        self._make_room(entry_id, by)
        return self._open(entry_id, Kind.EDIT, fields_of(entry), by)

    def add(self, entry_id: str, *, by: Actor) -> Draft:
        """A draft of a new entry. Raises Invalid for an id that cannot be one, or that is taken."""
        must_moderate(by)
        if mine := self._open_draft_of(entry_id, by):
            return mine
        self._must_be_free(entry_id, by)
        today = self._now().date()
        days = {"reviewed": str(today), "review_after": str(today + _REVIEWED_FOR)}
        return self._open(entry_id, Kind.ADD, {**dict.fromkeys(BY_KEY, ""), **_FIRST, **days}, by)

    def retire(self, entry_id: str, *, by: Actor) -> Draft:
        """A draft that takes an entry out of what this server shows. Raises DraftInTheWay."""
        must_moderate(by)
        entry = self._bases.freshen(by.guild_id).entry(entry_id)
        self._make_room(entry_id, by)
        return self._open(entry_id, Kind.RETIRE, fields_of(entry), by)

    def restore(self, entry_id: str, number: int, *, by: Actor) -> Draft:
        """A draft that brings an earlier version back, 0 being the shipped text.

        Raises NoVersion or DraftInTheWay.
        """
        must_moderate(by)
        entry = self._versions.text(by.guild_id, entry_id, number)
        self._make_room(entry_id, by)
        return self._open(entry_id, Kind.RESTORE, fields_of(entry), by, restores=number)

    def fill(self, draft_id: int, values: Mapping[str, str], *, by: Actor) -> Draft:
        """Save what was typed into some parts, sound or not. Raises WrongState where it has no own words."""
        return self.write(self.own(draft_id, by=by), values)

    def write(self, draft: Draft, values: Mapping[str, str]) -> Draft:
        """The same for one's own draft that was read just now."""
        if not draft.has_own_words:
            raise WrongState(Thing.DRAFT, draft.id, draft.kind, DraftAct.WRITE)
        typed = {key: text for key, text in values.items() if key in BY_KEY}
        return self._drafts.fill(draft, {**draft.fields, **typed}, at=self._now())

    def add_questions(self, draft: Draft, phrasings: Sequence[str]) -> Draft:
        """The draft with further ways of asking, each on one line and each once."""
        held = draft.fields["questions"].splitlines()
        more = (" ".join(phrasing.split()) for phrasing in phrasings if phrasing.strip())
        return self.write(draft, {"questions": "\n".join(dict.fromkeys((*held, *more)))})

    def draft(self, draft_id: int, *, by: Actor) -> Draft:
        """A draft of this server: one's own, or one that is proposed to the others."""
        must_moderate(by)
        draft = self._drafts.get(draft_id, by.guild_id)
        if draft is None or (draft.author_id != by.user_id and draft.state is not DraftState.PROPOSED):
            raise NotFound(Thing.DRAFT, draft_id)
        return draft

    def own(self, draft_id: int, *, by: Actor) -> Draft:
        """One's own draft. Raises NotYours for another's."""
        draft = self.draft(draft_id, by=by)
        if draft.author_id != by.user_id:
            raise NotYours(Thing.DRAFT, draft_id)
        return draft

    def entry(self, draft: Draft) -> Entry | None:
        """The entry that the draft would publish; None where it retires. Raises EntryInvalid."""
        if draft.kind is Kind.RETIRE:
            return None
        if draft.restores is not None:
            return self._versions.text(draft.guild_id, draft.entry_id, draft.restores)
        return make_entry(draft.entry_id, draft.fields)

    def look(self, draft: Draft) -> tuple[tuple[EntryFault, ...], str]:
        """What keeps a draft from being published and, where nothing does, what it changes word by word."""
        try:
            entry = self.entry(draft)
        except EntryInvalid as error:
            return error.faults, ""
        return (), difference(self._versions.shown(draft.guild_id, draft.entry_id), entry)

    def conflict(self, draft: Draft, entry: Entry | None) -> EditConflict | None:
        """What someone else published since the draft was begun; None where no one has."""
        theirs = self._versions.current(draft.guild_id, draft.entry_id)
        if theirs is None or theirs.number == draft.started_from:
            return None
        return EditConflict(draft, theirs, difference(theirs.entry, entry))

    def rebase(self, draft_id: int, seen: int, *, by: Actor) -> Draft:
        """Keep one's own words over the revision that one has seen. Raises Changed for a newer one."""
        draft = self.own(draft_id, by=by)
        current = self._versions.current(by.guild_id, draft.entry_id)
        if seen != number_of(current):
            raise Changed(Thing.ENTRY, draft.entry_id)
        made_from = self._versions.made_from(draft.entry_id, current)
        return self._drafts.rebase(draft, seen, made_from, at=self._now())

    def discard(self, draft_id: int, *, by: Actor) -> Draft:
        """Give one's own draft up."""
        draft = self.own(draft_id, by=by)
        self._publisher.discard(draft, at=self._now())
        return draft

    def in_the_way(self, entry_id: str, *, by: Actor) -> Draft | None:
        """This moderator's draft of an entry that another one must not replace: it is written or proposed."""
        must_moderate(by)
        draft = self._open_draft_of(entry_id, by)
        is_kept = draft is not None and (draft.state is DraftState.PROPOSED or self._is_written(draft))
        return draft if is_kept else None

    def mine(self, *, by: Actor) -> list[Draft]:
        """The drafts that this moderator is writing."""
        must_moderate(by)
        return self._drafts.by(by.guild_id, by.user_id)

    def proposed(self, *, by: Actor) -> list[Draft]:
        """The drafts that are waiting for a second moderator."""
        must_moderate(by)
        return self._drafts.proposed(by.guild_id)

    def _must_be_free(self, entry_id: str, by: Actor) -> None:
        """Raises Invalid where no new entry can have this id."""
        fault = None
        if not is_id(entry_id):
            fault = Fault(EntryCode.BAD_ID, {"limit": ID_LIMIT})
        elif entry_id in self._bases.freshen(by.guild_id).entries:
            fault = Fault(EntryCode.ID_TAKEN, {"id": entry_id})
        elif self._versions.current(by.guild_id, entry_id) is not None:
            fault = Fault(EntryCode.ID_RETIRED, {"id": entry_id})
        if fault is not None:
            raise Invalid({"entry_id": fault})

    def _open_draft_of(self, entry_id: str, by: Actor) -> Draft | None:
        return self._drafts.of(by.guild_id, entry_id, by.user_id)

    def _open(
        self, entry_id: str, kind: Kind, fields: Mapping[str, str], by: Actor, restores: int | None = None
    ) -> Draft:
        current = self._versions.current(by.guild_id, entry_id)
        to_the_file = restores == SHIPPED
        draft = Draft(
            id=0,
            guild_id=by.guild_id,
            entry_id=entry_id,
            author_id=by.user_id,
            kind=kind,
            started_from=number_of(current),
            made_from=self._versions.made_from(entry_id, None if to_the_file else current),
            fields=fields,
            restores=restores,
            by_commissioner=by.has(Role.COMMISSIONER),
        )
        return self._drafts.open(draft, at=self._now())

    def _make_room(self, entry_id: str, by: Actor) -> None:
        """One draft of an entry replaces another only where nothing that a person did is lost."""
        if kept := self.in_the_way(entry_id, by=by):
            raise DraftInTheWay(entry_id, kept.id)
        if before := self._open_draft_of(entry_id, by):
            self._publisher.discard(before, at=self._now())

    def _is_written(self, draft: Draft) -> bool:
        """Its words are not only those that it was begun from."""
        if not draft.has_own_words:
            return False
        live = self._versions.shown(draft.guild_id, draft.entry_id)
        return live is None or fields_of(live) != dict(draft.fields)


def difference(before: Entry | None, after: Entry | None) -> str:
    """What changed from one text to another, label and all, word by word; empty where nothing did."""
    return word_diff(write_entry(before) if before else "", write_entry(after) if after else "")
