"""Checks the knowledge base: what one file cannot know of the others, and whether each answer is found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.answer import NoAnswer
from bot.domain.entry import Entry, normal_form
from bot.domain.faults import Fault, Severity
from bot.domain.knowledge import KnowledgeBase
from bot.domain.readability import reading_age
from bot.storage.entry_files import EntryFile

READING_AGE_LIMIT = 16
"""Years of age above which a text is a warning."""


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks entries that have each been read without error.

    `checks` of an entry are asked of the base exactly as people's questions are.
    """

    files: Sequence[EntryFile]
    base: KnowledgeBase
    today: date

    def faults(self) -> list[Fault]:
        """All that is wrong, in order of file and line."""
        return sorted([*self._repeated_phrasings(), *(f for file in self.files for f in self._of(file))])

    def _of(self, file: EntryFile) -> Iterator[Fault]:
        yield from self._links(file)
        yield from self._misled_checks(file)
        yield from self._overdue(file)
        yield from self._hard_to_read(file)

    def _links(self, file: EntryFile) -> Iterator[Fault]:
        targets = {related.entry_id for related in file.entry.related}
        if file.entry.superseded_by:
            targets.add(file.entry.superseded_by)
        for target in sorted(targets - self.base.entries.keys()):
            line = _line_of_link(file, target)
            yield Fault(file.path, line, f"no entry is called `{target}`; correct the id or take it out")

    def _misled_checks(self, file: EntryFile) -> Iterator[Fault]:
        for check in file.entry.checks:
            outcome, line = self.base.answer(check), file.matter.line_of("checks", check)
            mend = "add example questions to the right one, or reword the check"
            found = outcome.ranked[0].entry.id if outcome.ranked else None
            if found != file.entry.id:
                yield Fault(file.path, line, f"the check {check!r} finds `{found}`; {mend}")
            elif isinstance(outcome, NoAnswer):
                message = f"whoever asks {check!r} is told that there is no answer; {mend}"
                yield Fault(file.path, line, message, Severity.WARNING)

    def _overdue(self, file: EntryFile) -> Iterator[Fault]:
        entry = file.entry
        if entry.is_due_for_review(self.today):
            message = (
                f"review overdue since {entry.review_after}; read it, then set `reviewed` and `review_after`"
            )
            yield Fault(file.path, file.matter.line_of("review_after"), message, Severity.WARNING)

    def _hard_to_read(self, file: EntryFile) -> Iterator[Fault]:
        age = reading_age(file.entry.body)
        if age > READING_AGE_LIMIT:
            message = (
                f"reading age {age:.0f}, over {READING_AGE_LIMIT}; use shorter sentences and plainer words"
            )
            yield Fault(file.path, file.matter.body_line, message, Severity.WARNING)

    def _repeated_phrasings(self) -> Iterator[Fault]:
        first: dict[str, EntryFile] = {}
        for file in self.files:
            for phrasing in file.entry.questions:
                other = first.setdefault(normal_form(phrasing), file)
                if other is not file:
                    yield _repeated(file, phrasing, other.entry)


def _line_of_link(file: EntryFile, target: str) -> int:
    key = "superseded_by" if target == file.entry.superseded_by else "related"
    return file.matter.line_of(key, f'"{target}"')


def _repeated(file: EntryFile, phrasing: str, other: Entry) -> Fault:
    line = file.matter.line_of("questions", phrasing)
    message = f"the phrasing {phrasing!r} is also under `{other.id}`; keep it under the one that answers it"
    return Fault(file.path, line, message, Severity.WARNING)
