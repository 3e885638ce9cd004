"""What can be wrong with an entry and with its file: codes and facts. Their words are in `bot/cards/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error must be fixed before the entry is used; a warning should be."""

    ERROR = "error"
    WARNING = "warning"


class EntryCode(StrEnum):
    """What keeps an entry from being used as it is written."""

    NEEDED = "needed"
    NOT_TEXT = "not-text"
    NOT_A_LIST = "not-a-list"
    NOT_A_DATE = "not-a-date"
    NOT_A_BLOCK = "not-a-block"
    NOT_AN_OPTION = "not-an-option"
    NOT_CUES = "not-cues"
    TOO_LONG = "too-long"
    UNKNOWN_PART = "unknown-part"
    UNKNOWN_RELATION = "unknown-relation"
    SOURCES_NEEDED = "sources-needed"
    SOURCE_LACKS = "source-lacks"
    SOURCE_KEY = "source-key"
    SOURCE_VALUE = "source-value"
    SOURCE_URL = "source-url"
    NO_SHORT_ANSWER = "no-short-answer"
    SHORT_ANSWER_TOO_LONG = "short-answer-too-long"
    SUCCESSOR_NEEDED = "successor-needed"
    SUCCESSOR_SELF = "successor-self"
    SUCCESSOR_UNWANTED = "successor-unwanted"
    CONTRASTS_SELF = "contrasts-self"
    UNSEEN = "unseen"
    TRICK = "trick"
    BAD_ID = "bad-id"
    ID_TAKEN = "id-taken"
    ID_RETIRED = "id-retired"
    LAST_ANSWER = "last-answer"


class FileCode(StrEnum):
    """What keeps a file of entries from being read."""

    NO_FOLDER = "no-folder"
    UNREADABLE = "unreadable"
    NO_FENCE = "no-fence"
    OPEN_FENCE = "open-fence"
    BROKEN_LABEL = "broken-label"
    BROKEN_LIST = "broken-list"
    SIGNPOST = "signpost"
    TWICE = "twice"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    UNKNOWN_KIND = "unknown-kind"
    NOT_JSON = "not-json"
    NOT_AN_OBJECT = "not-an-object"
    COLUMNS = "columns"
    CELLS = "cells"
    ROW = "row"
    NO_ENTRY = "no-entry"


@dataclass(frozen=True, slots=True)
class EntryFault:
    """One thing wrong with one part of an entry.

    `part` is the part's key, empty for the entry as a whole. `at` says where in the part: a text
    in it, or the number of a source from 0.
    """

    part: str
    code: StrEnum
    facts: Mapping[str, object] = field(default_factory=dict)
    at: str | int | None = None
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class FileFault:
    """A fault and the line of the file, from 1, in which it is; 0 for a folder."""

    path: str
    line: int
    fault: EntryFault

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.fault.severity


def file_fault(path: str, line: int, code: StrEnum, **facts: object) -> FileFault:
    """A fault of the file itself."""
    return FileFault(path, line, EntryFault("", code, facts))


def in_order(faults: list[FileFault]) -> list[FileFault]:
    """The errors by file and line, those of files that cannot be read first; then the warnings."""
    return sorted(faults, key=_rank)


def _rank(each: FileFault) -> tuple[str, bool, str, int, str]:
    unread = isinstance(each.fault.code, (FileCode, EntryCode))
    return (each.severity, not unread, each.path, each.line, each.fault.code)
