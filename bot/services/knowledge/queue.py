"""The questions that got no good answer, and what moderators make of them."""

from collections.abc import Sequence

from bot.domain.actor import Actor
from bot.domain.clock import Clock
from bot.domain.draft import Draft
from bot.domain.errors import AlreadySettled, EmptyText
from bot.domain.unanswered import CaseKey, Group, grouped
from bot.services.knowledge.drafting import Drafting
from bot.services.knowledge.moderators import must_moderate
from bot.storage.knowledge.stores import KnowledgeStores


class Queue:
    """What a moderator does about unanswered questions; everybody else is refused with NotAllowed."""

    def __init__(self, drafting: Drafting, stores: KnowledgeStores, now: Clock) -> None:
        self._cases = stores.cases
        self._publisher = stores.publisher
        self._drafting = drafting
        self._now = now

    def groups(self, *, by: Actor) -> list[Group]:
        """The unanswered questions, alike ones together, most asked first."""
        must_moderate(by)
        return grouped(self._cases.waiting(by.guild_id))

    def group(self, key: CaseKey, *, by: Actor) -> Group:
        """The questions that ask the same as this one. Raises AlreadySettled where it waits no more."""
        found = next((g for g in self.groups(by=by) if any(case.key == key for case in g.cases)), None)
        if found is None:
            raise AlreadySettled("That question waits no more. /knowledge unanswered lists those that do.")
        return found

    def claim(self, key: CaseKey, *, by: Actor) -> Group:
        """Say that one sees to a question and those like it. Raises AlreadySettled."""
        self._take(self.group(key, by=by), None, by)
        return self.group(key, by=by)

    def add_phrasing(self, key: CaseKey, entry_id: str, phrasings: Sequence[str], *, by: Actor) -> Draft:
        """A draft in which an entry is asked for in these words too. Raises AlreadySettled or NoSuchEntry."""
        group = self.claim(key, by=by)
        return self._drafted(group, self._drafting.edit(entry_id.strip(), by=by), phrasings, by)

    def start_entry(self, key: CaseKey, entry_id: str, *, by: Actor) -> Draft:
        """A draft of a new entry that is asked for in the question's wordings. Raises AlreadySettled."""
        group = self.claim(key, by=by)
        return self._drafted(group, self._drafting.add(entry_id.strip(), by=by), group.wordings, by)

    def set_aside(self, key: CaseKey, reason: str, *, by: Actor) -> Group:
        """Say that a question and those like it will not be answered here, and why. Raises AlreadySettled."""
        group = self.group(key, by=by)
        if not reason.strip():
            raise EmptyText("Say why. Those who asked to be told will read it.")
        keys = [case.key for case in group.cases]
        self._publisher.set_aside(by.guild_id, keys, by.user_id, reason.strip(), at=self._now())
        return group

    def _drafted(self, group: Group, draft: Draft, phrasings: Sequence[str], by: Actor) -> Draft:
        self._take(group, draft.id, by)
        held = draft.fields["questions"].splitlines()
        questions = "\n".join(dict.fromkeys((*held, *(" ".join(p.split()) for p in phrasings if p.strip()))))
        return self._drafting.fill(draft.id, {"questions": questions}, by=by)

    def _take(self, group: Group, draft_id: int | None, by: Actor) -> None:
        keys = [case.key for case in group.cases]
        self._publisher.claim(by.guild_id, keys, by.user_id, draft_id=draft_id, at=self._now())
