"""Reads the curated answers from `knowledge/**/*.md`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.entry import Entry, Related, Relation, Source, Status
from bot.domain.errors import KnowledgeFaulty
from bot.domain.faults import Fault
from bot.storage.entry_fields import Complaint, complaints
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
    faults: tuple[Fault, ...]


def read_entries(folder: Path) -> EntryFiles:
    """Read every answer below the folder, in order of path. Raises KnowledgeFaulty if there is no folder."""
    if not folder.is_dir():
        raise KnowledgeFaulty(
            f"There is no folder {folder}. Give --knowledge the folder that holds the answers."
        )
    files: list[EntryFile] = []
    faults: list[Fault] = []
    for path in sorted(folder.rglob("*.md")):
        if path.name != GUIDE:
            read = read_entry(path)
            if isinstance(read, EntryFile):
                files.append(read)
            else:
                faults.extend(read)
    return EntryFiles(tuple(files), (*faults, *_used_twice(files)))


def read_entry(path: Path) -> EntryFile | list[Fault]:
    """Read one file: the entry, or all that is wrong with it."""
    try:
        matter = parse(path.read_text(encoding="utf-8-sig"))
    except FrontMatterBroken as error:
        return [Fault(str(path), error.line, str(error))]
    except (OSError, UnicodeDecodeError) as error:
        return [Fault(str(path), 1, f"the file cannot be read as UTF-8 text ({error}); save it as such")]
    made = entry_of(path.stem, matter)
    if isinstance(made, Entry):
        return EntryFile(str(path), matter, made)
    return [Fault(str(path), line, message) for line, message in made]


def entry_of(entry_id: str, matter: FrontMatter) -> Entry | list[Complaint]:
    """The entry that a file's parts make, or all that is wrong with them."""
    return list(complaints(entry_id, matter)) or entry_as_written(entry_id, matter)


def _used_twice(files: list[EntryFile]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(file.entry.id, file.path)
        if other != file.path:
            yield Fault(
                file.path, 1, f"the id `{file.entry.id}` is taken by {other}; rename one of the files"
            )


def entry_as_written(entry_id: str, matter: FrontMatter) -> Entry:
    """The entry of a file that was found sound when it was written, whatever rules have come since."""
    values = matter.values
    return Entry(
        id=entry_id,
        title=values["title"],
        topic=values["topic"],
        questions=tuple(values["questions"]),
        checks=tuple(values["checks"]),
        jurisdiction=values["jurisdiction"],
        status=Status(values["status"]),
        as_of=values["as_of"],
        reviewed=values["reviewed"],
        review_after=values["review_after"],
        sources=tuple(Source(**source) for source in values["sources"]),
        body=matter.body,
        related=tuple(
            Related(Relation(relation), entry_id)
            for relation, ids in values.get("related", {}).items()
            for entry_id in ids
        ),
        superseded_by=values.get("superseded_by"),
        succession=values.get("succession"),
    )
