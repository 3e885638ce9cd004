"""Commissioners say when they could talk."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from bot.domain.actor import TERMINAL, Actor, Role
from bot.domain.dialogue.availability import Availability, Rules
from bot.domain.dialogue.availability_form import read_rules, read_window
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.working_days import bank_holidays
from bot.domain.errors import NoSuchDialogue, ToMend
from bot.domain.server import Nation
from bot.services.dialogue.casework import Casework, must_be_commissioner
from bot.services.dialogue.requests import Requests

_MOST_WINDOWS = 50


class Availabilities:
    """Each commissioner's own windows and rules, which nobody else changes."""

    def __init__(self, casework: Casework, requests: Requests) -> None:
        self._casework = casework
        self._requests = requests
        self._store = casework.stores.availability

    def mine(self, *, by: Actor) -> Availability:
        """One's own availability; the usual rules and no window where none was set. Raises NotAllowed."""
        must_be_commissioner(by, "say when they could talk")
        found = self._store.get(by.guild_id, by.user_id)
        return found or Availability(by.user_id, Rules(self._casework.zone(by.guild_id)))

    def prepare(self) -> None:
        """Load what the first look at free slots needs, so that nobody waits for it."""
        today = self._casework.now().date()
        for nation in Nation:
            bank_holidays(nation)(today)

    def free(self, limit: int, *, by: Actor) -> list[Slot]:
        """One's own next free slots. Raises NotAllowed."""
        return list(islice(self._casework.free_slots(self.mine(by=by), by.guild_id), limit))

    def set_rules(self, typed: Mapping[str, str], *, by: Actor) -> Availability:
        """Set zone, length, gaps, notice and limits, as they were typed. Raises NotAllowed or ToMend."""
        rules = read_rules(typed, self.mine(by=by).rules)
        with self._casework.deciding():
            self._store.put(by.guild_id, by.user_id, rules)
            return self._changed("set the rules of", by)

    def add(self, typed: Mapping[str, str], *, by: Actor) -> Availability:
        """Add a window or an exception, as it was typed. Raises NotAllowed or ToMend."""
        mine = self.mine(by=by)
        if len(mine.windows) >= _MOST_WINDOWS:
            raise ToMend(f"You have {_MOST_WINDOWS} windows, as many as fit. Remove one first.")
        window = read_window(typed, self._casework.now().astimezone(mine.rules.zone).date())
        with self._casework.deciding():
            self._store.put(by.guild_id, by.user_id, mine.rules)
            self._store.add(by.guild_id, by.user_id, window)
            return self._changed("add a window to", by)

    def remove(self, window_id: int, *, by: Actor) -> Availability:
        """Take a window away; what is booked stays. Raises NotAllowed or NoSuchDialogue."""
        must_be_commissioner(by, "say when they could talk")
        with self._casework.deciding():
            if not self._store.remove(by.guild_id, by.user_id, window_id):
                raise NoSuchDialogue("That window is not there any more. /availability list shows yours.")
            return self._changed("take a window from", by)

    def pause(self, *, paused: bool, by: Actor) -> Availability:
        """Offer no free slots for a while, or offer them again. Raises NotAllowed."""
        mine = self.mine(by=by)
        with self._casework.deciding():
            self._store.put(by.guild_id, by.user_id, replace(mine.rules, paused=paused))
            return self._changed("pause" if paused else "take up again", by)

    def on_duty(self) -> list[tuple[int, int]]:
        """Every server on Discord with each commissioner there who can be booked or has a request."""
        on_duty = {*self._store.open_ones(), *self._casework.stores.requests.holders()}
        return sorted((guild_id, user_id) for guild_id, user_id in on_duty if guild_id != TERMINAL)

    def step_down(self, commissioner_id: int, *, guild_id: int) -> None:
        """Somebody is not a commissioner any more: none of their time is free, and their requests go back.

        What is booked stays booked, for the two to move or cancel.
        """
        was = Actor(commissioner_id, guild_id, frozenset({Role.COMMISSIONER}))
        if not self.mine(by=was).rules.paused:
            self.pause(paused=True, by=was)
        for request in self._casework.stores.requests.of_holder(guild_id, commissioner_id):
            self._requests.give_back(request.id, by=was)

    def _changed(self, act: str, by: Actor) -> Availability:
        mine = self.mine(by=by)
        self._casework.log(by, mine, act, "paused" if mine.rules.paused else f"{len(mine.windows)} windows")
        return mine
