"""Times that a commissioner offers for a request, and those that it can be booked for."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import OFFER_LASTS, Slot
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.notices import NoticeKind
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.changes import Changes
from bot.services.dialogue.lookups import Lookups
from bot.services.dialogue.slots import Slots, Times


class Offers:
    """What commissioners offer, and charities choose from."""

    def __init__(self, casework: Casework, lookups: Lookups, changes: Changes, slots: Slots) -> None:
        self._casework = casework
        self._lookups = lookups
        self._changes = changes
        self._slots = slots

    def times(self, number: int, *, by: Actor, page: int = 1) -> Times:
        """The times that an asker can choose from.

        Raises NotFound, WrongPart, WrongState or EngagementOver.
        """
        request = self._lookups.request(number, by)
        request.after(Act.BOOK, by)
        self._lookups.must_be_open(request, self._casework.now())
        return self._slots.times(request, page)

    def can_offer(self, number: int, *, by: Actor) -> DialogueRequest:
        """The request, if this person can offer times for it now.

        Raises NotFound, WrongPart, WrongState or EngagementOver.
        """
        request = self._lookups.request(number, by)
        request.after(Act.OFFER, by)
        self._lookups.must_be_open(request, self._casework.now())
        return request

    def check(self, number: int, starts: Mapping[str, datetime], *, by: Actor) -> list[Slot]:
        """The slots of times that were typed, by their fields, to be said back before they are offered.

        Raises NotFound, WrongPart, WrongState, Invalid or EngagementOver.
        """
        return self._slots.offerable(self.can_offer(number, by=by), starts, by)

    def offer(self, number: int, starts: Sequence[datetime], *, by: Actor) -> list[Slot]:
        """Offer times, held for 48 hours, in place of those offered before.

        Raises NotFound, WrongPart, WrongState, Invalid or EngagementOver.
        """
        named = {f"time{n}": at for n, at in enumerate(starts, 1)}
        with self._casework.deciding():
            request = self.can_offer(number, by=by)
            slots = self._slots.offerable(request, named, by)
            change = self._changes.step(request, Act.OFFER, by, holder_id=by.user_id)
            lapses_at = self._casework.now() + OFFER_LASTS
            self._casework.stores.requests.offer(request, slots, lapses_at)
            change.tell(NoticeKind.OFFERED, request.asker_id, about=request)
            over_at = min(lapses_at, slots[-1].starts_at)
            change.tell(NoticeKind.LAPSED, request.asker_id, by.user_id, about=request, at=over_at)
        return slots
