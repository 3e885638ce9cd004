"""Commissioners say when they can talk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from bot.domain.actor import TERMINAL, Actor, Role
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.availability import Availability
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.forms import LimitsForm, RulesForm, WindowForm
from bot.domain.dialogue.working_days import bank_holidays
from bot.domain.errors import Limit, LimitReached, NotFound, Thing
from bot.domain.server import Nation
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.changes import Changes
from bot.services.dialogue.free_slots import FreeSlots
from bot.services.dialogue.lookups import Lookups, must_be_commissioner
from bot.services.dialogue.requests import Requests

_MOST_WINDOWS = 50
_PAUSED, _OPEN = "paused", "open"


class Availabilities:
    """Each commissioner's own windows and rules, which no one else changes."""

    def __init__(
        self, casework: Casework, lookups: Lookups, changes: Changes, free: FreeSlots, requests: Requests
    ) -> None:
        self._casework = casework
        self._lookups = lookups
        self._changes = changes
        self._free = free
        self._requests = requests
        self._store = casework.stores.availability

    def mine(self, *, by: Actor) -> Availability:
        """One's own availability; the usual rules and no window where none was set. Raises RoleNeeded."""
        must_be_commissioner(by)
        return self._lookups.availability(by.user_id, by.guild_id)

    def prepare(self) -> None:
        """Load what the first look at free slots needs, so that no one waits for it."""
        today = self._casework.now().date()
        for nation in Nation:
            bank_holidays(nation)(today)

    def free(self, limit: int, *, by: Actor) -> list[Slot]:
        """One's own next free slots. Raises RoleNeeded."""
        return list(islice(self._free.of(self.mine(by=by), by.guild_id), limit))

    def set_rules(self, filled: RulesForm | LimitsForm, *, by: Actor) -> Availability:
        """Set zone, length and gaps, or notice and limits. Raises RoleNeeded."""
        with self._changing(Act.SET_RULES, by) as mine:
            self._store.put(by.guild_id, by.user_id, replace(mine.rules, **vars(filled)))
        return self.mine(by=by)

    def add(self, filled: WindowForm, *, by: Actor) -> Availability:
        """Add a window or an exception. Raises RoleNeeded, LimitReached or Invalid."""
        with self._changing(Act.ADD_WINDOW, by) as mine:
            if len(mine.windows) >= _MOST_WINDOWS:
                raise LimitReached(Limit.WINDOWS, _MOST_WINDOWS)
            self._store.put(by.guild_id, by.user_id, mine.rules)
            self._store.add(by.guild_id, by.user_id, filled.window())
        return self.mine(by=by)

    def remove(self, window_id: int, *, by: Actor) -> Availability:
        """Take a window away; what is booked stays. Raises RoleNeeded or NotFound."""
        with self._changing(Act.REMOVE_WINDOW, by):
            if not self._store.remove(by.guild_id, by.user_id, window_id):
                raise NotFound(Thing.WINDOW, window_id)
        return self.mine(by=by)

    def pause(self, *, paused: bool, by: Actor) -> Availability:
        """Offer no free slots for a while, or offer them again. Raises RoleNeeded."""
        with self._changing(Act.PAUSE if paused else Act.RESUME, by) as mine:
            self._store.put(by.guild_id, by.user_id, replace(mine.rules, paused=paused))
        return self.mine(by=by)

    def on_duty(self) -> list[tuple[int, int]]:
        """Every server on Discord with each commissioner there who can be booked or has a request."""
        on_duty = {*self._store.open_ones(), *self._casework.stores.requests.holders()}
        return sorted((guild_id, user_id) for guild_id, user_id in on_duty if guild_id != TERMINAL)

    def step_down(self, commissioner_id: int, *, guild_id: int) -> None:
        """Someone is not a commissioner any more: none of their time is free, and their requests go back.

        What is booked stays booked, for the two to move or cancel.
        """
        was = Actor(commissioner_id, guild_id, frozenset({Role.COMMISSIONER}))
        if not self.mine(by=was).rules.paused:
            self.pause(paused=True, by=was)
        for request in self._casework.stores.requests.of_holder(guild_id, commissioner_id):
            self._requests.give_back(request.id, by=was)

    @contextmanager
    def _changing(self, act: Act, by: Actor) -> Iterator[Availability]:
        """One decision about one's own availability as it was, which is logged as it has become."""
        must_be_commissioner(by)
        with self._casework.deciding():
            yield self.mine(by=by)
            mine = self.mine(by=by)
            became = _PAUSED if mine.rules.paused else _OPEN
            self._changes.log(by, mine, act, became, facts={"windows": len(mine.windows)})
