"""What readers say of the answers: what is wrong with one, and which one they meant."""

from bot.domain.actor import NO_SERVER, Actor
from bot.domain.clock import Clock
from bot.domain.draft import Draft
from bot.domain.entry import Entry, normal_form
from bot.domain.errors import Changed, ServerNeeded, Thing
from bot.services.knowledge.bases import ServerBases
from bot.services.knowledge.drafting import Drafting
from bot.services.knowledge.moderators import must_moderate
from bot.storage.knowledge.suggestions import Learned, Suggested, SuggestionStore


class Suggesting:
    """Anyone can suggest a change; only moderators read and settle what was suggested."""

    def __init__(self, bases: ServerBases, drafting: Drafting, store: SuggestionStore, now: Clock) -> None:
        self._bases = bases
        self._drafting = drafting
        self._store = store
        self._now = now

    def about(self, entry_id: str, *, by: Actor) -> Entry:
        """The entry to suggest a change to. Raises ServerNeeded in a direct message."""
        if by.guild_id == NO_SERVER:
            raise ServerNeeded
        return self._bases.freshen(by.guild_id).entry(entry_id)

    def suggest(self, entry_id: str, wrong: str, source: str, *, credited: bool, by: Actor) -> Entry:
        """Say what is wrong with an answer. The person is kept only where they want to be credited.

        Raises ServerNeeded in a direct message.
        """
        entry = self.about(entry_id, by=by)
        name = by.user_id if credited else None
        self._store.add(
            by.guild_id, Suggested(0, entry.id, entry.version, wrong, source, name), at=self._now()
        )
        return entry

    def waiting(self, *, by: Actor) -> list[Suggested]:
        """The suggestions that no one has settled. Raises RoleNeeded."""
        must_moderate(by)
        return self._store.waiting(by.guild_id)

    def suggestion(self, number: int, *, by: Actor) -> Suggested:
        """One of them. Raises RoleNeeded, or Changed where it has been settled."""
        found = next((each for each in self.waiting(by=by) if each.id == number), None)
        if found is None:
            raise Changed(Thing.SUGGESTION, number)
        return found

    def accept(self, number: int, *, by: Actor) -> Suggested:
        """Say that the answer was changed as suggested. Raises RoleNeeded or Changed."""
        return self._settle(number, accepted=True, by=by)

    def decline(self, number: int, *, by: Actor) -> Suggested:
        """Say that nothing is done about a suggestion. Raises RoleNeeded or Changed."""
        return self._settle(number, accepted=False, by=by)

    def learned(self, *, by: Actor) -> list[Learned]:
        """Phrasings that people's picks propose, for entries that do not have them. Raises RoleNeeded."""
        must_moderate(by)
        entries = self._bases.freshen(by.guild_id).entries
        return [one for one in self._store.learned(by.guild_id) if _is_new(one, entries.get(one.entry_id))]

    def phrasing(self, asked_id: int, *, by: Actor) -> Learned:
        """One of them. Raises RoleNeeded, or Changed where it has been looked at."""
        found = next((each for each in self.learned(by=by) if each.asked_id == asked_id), None)
        if found is None:
            raise Changed(Thing.PHRASING, asked_id)
        return found

    def accept_phrasing(self, asked_id: int, *, by: Actor) -> Draft:
        """Put a learned phrasing into a draft of its entry: it goes live through the gate, like any edit."""
        learned = self.phrasing(asked_id, by=by)
        draft = self._drafting.edit(learned.entry_id, by=by)
        draft = self._drafting.add_questions(draft, [learned.question])
        self._settle_phrasing(learned, accepted=True, by=by)
        return draft

    def decline_phrasing(self, asked_id: int, *, by: Actor) -> Learned:
        """Leave a learned phrasing out; it is not proposed again."""
        learned = self.phrasing(asked_id, by=by)
        self._settle_phrasing(learned, accepted=False, by=by)
        return learned

    def _settle(self, number: int, *, accepted: bool, by: Actor) -> Suggested:
        found = self.suggestion(number, by=by)
        if not self._store.settle(number, by.guild_id, by.user_id, accepted=accepted):
            raise Changed(Thing.SUGGESTION, number)
        return found

    def _settle_phrasing(self, learned: Learned, *, accepted: bool, by: Actor) -> None:
        if not self._store.settle_phrasing(by.guild_id, learned, by.user_id, accepted=accepted):
            raise Changed(Thing.PHRASING, learned.asked_id)


def _is_new(learned: Learned, entry: Entry | None) -> bool:
    return entry is not None and learned.form not in {normal_form(phrasing) for phrasing in entry.questions}
