"""Reads the curated answers from `knowledge/**/*.md`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.entry import Entry
from bot.domain.entry_parts import entry_of, faults_of
from bot.domain.errors import KnowledgeFaulty
from bot.domain.faults import EntryCode, FileCode, FileFault, file_fault
from bot.storage.front_matter import FrontMatter, FrontMatterBroken, parse

GUIDE = "README.md"
"""The one Markdown file of the folder that is not an answer."""


@dataclass(frozen=True, slots=True)
class EntryFile:
    """An entry and the file that it was read from."""

    path: str
    matter: FrontMatter
    entry: Entry


@dataclass(frozen=True, slots=True)
class EntryFiles:
    """All that a folder holds: the entries that could be read, and what is wrong with the others."""

    files: tuple[EntryFile, ...]
    faults: tuple[FileFault, ...]

    @property
    def broken_ids(self) -> frozenset[str]:
        """The ids of files that could not be read, so that a link to one is not called wrong as well."""
        return frozenset(Path(fault.path).stem for fault in self.faults)


def read_entries(folder: Path) -> EntryFiles:
    """Read every answer below the folder, in order of path. Raises KnowledgeFaulty if there is no folder."""
    if not folder.is_dir():
        raise KnowledgeFaulty(file_fault(str(folder), 0, FileCode.NO_FOLDER))
    files: list[EntryFile] = []
    faults: list[FileFault] = []
    for path in sorted(folder.rglob("*.md")):
        if path.name != GUIDE:
            read = read_entry(path)
            if isinstance(read, EntryFile):
                files.append(read)
            else:
                faults.extend(read)
    return EntryFiles(tuple(files), (*faults, *_used_twice(files)))


def read_entry(path: Path) -> EntryFile | list[FileFault]:
    """Read one file: the entry, or all that is wrong with it."""
    try:
        matter = parse(path.read_text(encoding="utf-8-sig"))
    except FrontMatterBroken as error:
        return [FileFault(str(path), error.line, error.fault)]
    except (OSError, UnicodeDecodeError) as error:
        return [file_fault(str(path), 1, FileCode.UNREADABLE, why=str(error))]
    if faults := faults_of(path.stem, matter.parts):
        return [FileFault(str(path), matter.line_of_fault(fault), fault) for fault in faults]
    return EntryFile(str(path), matter, entry_of(path.stem, matter.parts))


def _used_twice(files: list[EntryFile]) -> Iterator[FileFault]:
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(file.entry.id, file.path)
        if other != file.path:
            yield file_fault(file.path, 1, EntryCode.ID_TAKEN, id=file.entry.id, where=other)
