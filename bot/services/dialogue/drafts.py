"""Keeps what was typed into a form until the form has gone through."""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.actor import Actor
from bot.services.dialogue.casework import Casework

_LONGEST = 20_000
"""Characters of one field that are kept: more than any form lets through, so that nobody loses a text."""

_KEPT = timedelta(days=30)


class Drafts:
    """One's own drafts, one for each form."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._store = casework.stores.drafts

    def keep(self, form: str, typed: Mapping[str, str], *, by: Actor) -> dict[str, str]:
        """Keep what was typed, over what was typed before; returns all of it."""
        with self._casework.deciding():
            kept = {name: value[:_LONGEST] for name, value in typed.items()}
            self._store.drop_before(self._casework.now() - _KEPT)
            self._store.put(by.guild_id, by.user_id, form, kept, at=self._casework.now())
        return self.get(form, by=by)

    def get(self, form: str, *, by: Actor) -> dict[str, str]:
        """What was typed; empty where nothing was."""
        return self._store.get(by.guild_id, by.user_id, form)

    def drop(self, form: str, *, by: Actor) -> None:
        """The form has gone through."""
        self._store.drop(by.guild_id, by.user_id, form)
