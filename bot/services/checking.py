"""Checks the knowledge base: what one file cannot know of the others, and whether each answer is found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.answer import NoAnswer
from bot.domain.entry import Entry, normal_form
from bot.domain.entry_kinds import FIELD_LIMIT
from bot.domain.entry_parts import fields_of
from bot.domain.entry_style import Pattern, style_faults
from bot.domain.faults import EntryCode, EntryFault, FileFault, Severity
from bot.domain.knowledge import KnowledgeBase
from bot.storage.entry_files import EntryFile


class BaseCode(StrEnum):
    """What is wrong between entries, or with the day."""

    NO_SUCH_ENTRY = "no-such-entry"
    CHECK_MISLED = "check-misled"
    CHECK_UNANSWERED = "check-unanswered"
    OVERDUE = "overdue"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks entries that have each been read without error.

    `checks` of an entry are asked of the base exactly as people's questions are. `broken` are the ids of
    files that could not be read: what follows from that is not reported as well.
    """

    files: Sequence[EntryFile]
    base: KnowledgeBase
    today: date
    patterns: Sequence[Pattern] = ()
    broken: frozenset[str] = frozenset()

    def faults(self) -> list[FileFault]:
        """All that is wrong."""
        repeated = self._repeated_phrasings()
        return [
            FileFault(file.path, file.matter.line_of_fault(fault), fault)
            for file in self.files
            for fault in (*repeated.get(file.path, ()), *self._of(file.entry))
        ]

    def _of(self, entry: Entry) -> Iterator[EntryFault]:
        yield from self._links(entry)
        yield from self._checks(entry)
        yield from self._overdue(entry)
        yield from style_faults(entry, self.patterns)
        for part, text in fields_of(entry).items():
            if len(text) > FIELD_LIMIT:  # it could be read, but no moderator could change it in chat
                yield EntryFault(part, EntryCode.TOO_LONG, {"length": len(text), "limit": FIELD_LIMIT})

    def _links(self, entry: Entry) -> Iterator[EntryFault]:
        known = self.base.entries.keys() | self.broken
        for part, entry_id in entry.links:
            if entry_id not in known:
                yield EntryFault(part, BaseCode.NO_SUCH_ENTRY, {"id": entry_id}, at=entry_id)

    def _checks(self, entry: Entry) -> Iterator[EntryFault]:
        for check, outcome in zip(entry.checks, self.base.answer_many(entry.checks), strict=True):
            found = outcome.ranked[0].entry.id if outcome.ranked else None
            if found != entry.id and not (self.broken and found is None):
                yield EntryFault("checks", BaseCode.CHECK_MISLED, {"check": check, "found": found}, at=check)
            elif isinstance(outcome, NoAnswer):
                yield EntryFault(
                    "checks", BaseCode.CHECK_UNANSWERED, {"check": check}, check, Severity.WARNING
                )

    def _overdue(self, entry: Entry) -> Iterator[EntryFault]:
        if entry.is_due_for_review(self.today):
            facts = {"day": entry.review_after}
            yield EntryFault("review_after", BaseCode.OVERDUE, facts, severity=Severity.WARNING)

    def _repeated_phrasings(self) -> dict[str, list[EntryFault]]:
        """Phrasings that another file has as well, by the path of the later one."""
        first: dict[str, EntryFile] = {}
        found: dict[str, list[EntryFault]] = {}
        for file in self.files:
            for phrasing in file.entry.questions:
                other = first.setdefault(normal_form(phrasing), file)
                if other is not file:
                    found.setdefault(file.path, []).append(_repeated(phrasing, other.entry))
        return found


def _repeated(phrasing: str, other: Entry) -> EntryFault:
    facts = {"phrasing": phrasing, "id": other.id}
    return EntryFault("questions", BaseCode.REPEATED, facts, phrasing, Severity.WARNING)
