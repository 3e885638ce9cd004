"""What readers tell of the answers: what is wrong with one, and which one they meant."""

from bot.domain.actor import NO_SERVER, Actor
from bot.domain.clock import Clock
from bot.domain.draft import Draft
from bot.domain.entry import Entry, normal_form
from bot.domain.errors import AlreadySettled, EmptyText, NotAllowed
from bot.services.knowledge.bases import ServerBases
from bot.services.knowledge.drafting import Drafting
from bot.services.knowledge.moderators import must_moderate
from bot.storage.knowledge.suggestions import Learned, Suggested, SuggestionStore

_LOOKED_AT = "That phrasing has been looked at already."


class Suggesting:
    """Anybody may suggest a change; only moderators read and settle what was suggested."""

    def __init__(self, bases: ServerBases, drafting: Drafting, store: SuggestionStore, now: Clock) -> None:
        self._bases = bases
        self._drafting = drafting
        self._store = store
        self._now = now

    def about(self, entry_id: str, *, by: Actor) -> Entry:
        """The entry to suggest a change to. Raises NoSuchEntry, or NotAllowed outside a server."""
        if by.guild_id == NO_SERVER:
            raise NotAllowed("Suggest a change in a server, where there are moderators to read it.")
        return self._bases.freshen(by.guild_id).entry(entry_id)

    def suggest(self, entry_id: str, wrong: str, source: str, *, credited: bool, by: Actor) -> Entry:
        """Say what is wrong with an answer. Who says it is kept only where they want to be credited.

        Raises NoSuchEntry, EmptyText, or NotAllowed outside a server.
        """
        entry = self.about(entry_id, by=by)
        if not wrong.strip():
            raise EmptyText("Say what is wrong with it.")
        name = by.user_id if credited else None
        made = Suggested(0, entry.id, entry.version, wrong.strip(), source.strip(), name)
        self._store.add(by.guild_id, made, at=self._now())
        return entry

    def waiting(self, *, by: Actor) -> list[Suggested]:
        """What readers suggested and nobody has settled. Raises NotAllowed."""
        must_moderate(by)
        return self._store.waiting(by.guild_id)

    def settle(self, suggestion_id: int, *, taken: bool, by: Actor) -> Suggested:
        """Take a suggestion up or set it aside. Raises NotAllowed or AlreadySettled."""
        found = next((s for s in self.waiting(by=by) if s.id == suggestion_id), None)
        if found is None or not self._store.settle(suggestion_id, by.guild_id, by.user_id, taken=taken):
            raise AlreadySettled("That suggestion has been settled already.")
        return found

    def learned(self, *, by: Actor) -> list[Learned]:
        """Phrasings that people's picks propose, for entries that do not have them. Raises NotAllowed."""
        must_moderate(by)
        entries = self._bases.freshen(by.guild_id).entries
        return [one for one in self._store.learned(by.guild_id) if _is_new(one, entries.get(one.entry_id))]

    def accept(self, asked_id: int, *, by: Actor) -> Draft:
        """Put a learned phrasing into a draft of its entry: it goes live through the gate, like any edit."""
        learned = self._found(asked_id, by)
        draft = self._drafting.edit(learned.entry_id, by=by)
        held, phrasing = draft.fields["questions"].splitlines(), " ".join(learned.question.split())
        questions = "\n".join(dict.fromkeys((*held, phrasing)))
        draft = self._drafting.fill(draft.id, {"questions": questions}, by=by)
        self._settle(learned, taken=True, by=by)
        return draft

    def decline(self, asked_id: int, *, by: Actor) -> Learned:
        """Leave a learned phrasing; it is not proposed again."""
        learned = self._found(asked_id, by)
        self._settle(learned, taken=False, by=by)
        return learned

    def _found(self, asked_id: int, by: Actor) -> Learned:
        found = next((learned for learned in self.learned(by=by) if learned.asked_id == asked_id), None)
        if found is None:
            raise AlreadySettled(_LOOKED_AT)
        return found

    def _settle(self, learned: Learned, *, taken: bool, by: Actor) -> None:
        if not self._store.settle_phrasing(by.guild_id, learned, by.user_id, taken=taken):
            raise AlreadySettled(_LOOKED_AT)


def _is_new(learned: Learned, entry: Entry | None) -> bool:
    return entry is not None and learned.form not in {normal_form(phrasing) for phrasing in entry.questions}
