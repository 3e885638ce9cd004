"""Keeps what was typed into a form until the form has gone through."""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.actor import Actor
from bot.domain.clock import Clock
from bot.storage.form_drafts import FormDraftStore

_LONGEST = 20_000
"""Characters of one field that are kept: more than any form lets through, so that no text is lost."""

_KEPT = timedelta(days=30)


class FormDrafts:
    """One draft for each person and form."""

    def __init__(self, store: FormDraftStore, now: Clock) -> None:
        self._store = store
        self._now = now

    def keep(self, form: str, typed: Mapping[str, str], *, by: Actor) -> dict[str, str]:
        """Keep what was typed, over what was typed before; returns all of it."""
        kept = {name: value[:_LONGEST] for name, value in typed.items()}
        self._store.drop_before(self._now() - _KEPT)
        return self._store.put(by.guild_id, by.user_id, form, kept, at=self._now())

    def get(self, form: str, *, by: Actor) -> dict[str, str]:
        """What was typed; empty where nothing was."""
        return self._store.get(by.guild_id, by.user_id, form)

    def drop(self, form: str, *, by: Actor) -> None:
        """The form has gone through."""
        self._store.drop(by.guild_id, by.user_id, form)
