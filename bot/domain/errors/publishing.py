"""An answer cannot be changed as things are now."""

from dataclasses import dataclass

from bot.domain.errors.base import Conflict
from bot.domain.faults import EntryFault


@dataclass(eq=False)
class EntryInvalid(Conflict):
    """An entry cannot go live as it is written: every fault, once."""

    entry_id: str
    faults: tuple[EntryFault, ...]


@dataclass(eq=False)
class DraftInTheWay(Conflict):
    """This moderator has a draft of the entry that would be lost."""

    entry_id: str
    draft_id: int


@dataclass(eq=False)
class NothingChanged(Conflict):
    """The draft says what is live already."""

    draft_id: int


@dataclass(eq=False)
class SecondNeeded(Conflict):
    """A second moderator must agree: to changes on these topics, or since a must-answer would be lost."""

    topics: tuple[str, ...]
    loses_must_answer: bool
    both_sides: bool
