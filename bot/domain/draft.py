"""A change to an entry that is being written: saved at every step, shown to no one else, live for no one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.revision import Kind


class DraftState(StrEnum):
    """How far a draft has come. Only an open or proposed one can still change."""

    OPEN = "open"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of one moderator. `fields` are the parts as typed, sound or not.

    `restores` is the revision that a draft of that kind brings back, 0 for the shipped text.
    `started_from` is the revision that the moderator had before them, and `made_from` the version of the
    shipped entry then. `by_commissioner` says on which side of the table they sit.
    """

    id: int
    guild_id: int
    entry_id: str
    author_id: int
    kind: Kind
    started_from: int
    made_from: str | None
    fields: Mapping[str, str]
    restores: int | None = None
    state: DraftState = DraftState.OPEN
    reason: str = ""
    source: str = ""
    by_commissioner: bool = False

    @property
    def has_own_words(self) -> bool:
        """It is written by hand; a draft that retires an entry or brings one back is not."""
        return self.kind in (Kind.ADD, Kind.EDIT)

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits of what would be published, so that no one agrees to what they have not seen."""
        held = json.dumps([self.kind, self.started_from, self.restores, dict(self.fields)], sort_keys=True)
        return hashlib.sha256(held.encode()).hexdigest()[:12]
