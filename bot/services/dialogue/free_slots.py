"""Commissioners' free slots: computed from their windows and from what is booked or held; none is stored."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice

from bot.domain.dialogue.availability import Availability
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.working_days import bank_holidays
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.lookups import Lookups

_NEAR_DAYS = 10
"""How far ahead the soonest slots are looked for first, which is far enough unless few are free."""

_WEEK = timedelta(days=8)
"""Long enough before now to hold all of this week, whose conversations count towards its limit."""


class FreeSlots:
    """Finds slots that are neither booked nor held for someone else."""

    def __init__(self, casework: Casework, lookups: Lookups) -> None:
        self._casework = casework
        self._lookups = lookups

    def of(
        self, availability: Availability, guild_id: int, *, apart_from: DialogueRequest | None = None
    ) -> Iterator[Slot]:
        """A commissioner's free slots, soonest first; what one request holds does not count."""
        now, owner = self._casework.now(), availability.commissioner_id
        stores, mine = self._casework.stores, apart_from.id if apart_from else 0
        until = now + timedelta(days=availability.rules.ahead_days + 2)
        taken = stores.bookings.taken(guild_id, owner, now - _WEEK, until, apart_from=mine)
        held = stores.requests.held(guild_id, owner, now)
        taken += [offer.slot for offer in held if offer.request_id != mine]
        nation = self._casework.servers.settings(guild_id).nation
        return availability.free_slots(taken, now, bank_holidays(nation))

    def soonest(self, request: DialogueRequest, limit: int) -> list[Slot]:
        """The free slots that this request could take at once, soonest first."""
        direct = self._casework.stores.availability.direct(request.guild_id)
        able = [one for one in direct if request.holder_id in (None, one.commissioner_id)]
        able = [one for one in able if one.commissioner_id != request.asker_id]
        near = self._soonest([one.within(_NEAR_DAYS) for one in able], request, limit)
        return near if len(near) == limit else self._soonest(able, request, limit)

    def _soonest(self, able: Sequence[Availability], request: DialogueRequest, limit: int) -> list[Slot]:
        found = (self.of(one, request.guild_id, apart_from=request) for one in able)
        soon = sorted(slot for slots in found for slot in islice(slots, limit))
        return self._lookups.open_among(request, soon)[:limit]
