"""One change to an entry in one server, and what the server shows when all of them are taken together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.entry import Entry

SHIPPED = 0
"""The number of the text that came with Parley: a server's own revisions count from 1."""


class Kind(StrEnum):
    """What a revision does."""

    ADD = "add"
    EDIT = "edit"
    REVIEW = "review"
    RETIRE = "retire"
    RESTORE = "restore"


class OwnReason(StrEnum):
    """Why a revision was made, where no one typed a reason; `source` of an import is the file's name."""

    REVIEWED = "reviewed"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """Who made a change and why; `source` is empty where none was given."""

    by: int
    reason: str
    source: str = ""
    agreed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """An entry as one server published it; `entry` is None where the server retired it.

    `number` counts from 1 for each entry. `made_from` is the version of the shipped entry that the
    moderator had before them, None where nothing was shipped under that id.
    """

    guild_id: int
    entry_id: str
    number: int
    kind: Kind
    entry: Entry | None
    made_from: str | None
    why: ChangeNote
    at: datetime

    @property
    def follows_the_file(self) -> bool:
        """The text is the shipped one itself, so the next shipped text takes its place."""
        return self.entry is not None and self.entry.version == self.made_from

    def disagrees_with(self, shipped: Entry | None) -> bool:
        """The shipped entry has changed under the server's own text, so that a person must look at both."""
        theirs = shipped.version if shipped else None
        ours = self.entry.version if self.entry else None
        return not self.follows_the_file and theirs not in (ours, self.made_from)

    def over(self, shipped: Entry | None) -> Entry | None:
        """What the server shows: its own text, or the shipped one where it follows that."""
        return shipped if self.follows_the_file and shipped is not None else self.entry


def overlaid(shipped: Mapping[str, Entry], revisions: Iterable[Revision]) -> dict[str, Entry]:
    """What a server shows: the shipped entries, and over them the latest revision of each of its own."""
    latest = {revision.entry_id: revision for revision in revisions}
    shown = dict(shipped)
    for entry_id, revision in sorted(latest.items()):
        entry = revision.over(shipped.get(entry_id))
        if entry is None:
            shown.pop(entry_id, None)
        else:
            shown[entry_id] = entry
    return shown
