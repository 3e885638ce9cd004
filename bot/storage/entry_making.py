"""Makes an entry of parts that people filled in, or says all that is wrong with them."""

from collections.abc import Mapping

from bot.domain.entry import Entry
from bot.domain.errors import EntryFaulty
from bot.domain.fields import body_of, empty_parts, values_of
from bot.domain.wording import wording_faults
from bot.storage.entry_files import entry_as_written, entry_of
from bot.storage.front_matter import FrontMatter, parse


def make_entry(entry_id: str, fields: Mapping[str, str]) -> Entry:
    """The entry that these parts make. Raises EntryFaulty, which lists every fault."""
    if faults := list(dict.fromkeys(_faults(entry_id, fields))):
        raise EntryFaulty(faults)
    made = entry_of(entry_id, _matter(fields))
    assert isinstance(made, Entry)  # noqa: S101 - it has no fault
    return made


def entry_from_text(entry_id: str, text: str) -> Entry:
    """The entry that a file's text holds, where it was sound when it was kept."""
    return entry_as_written(entry_id, parse(text))


def _faults(entry_id: str, fields: Mapping[str, str]) -> list[str]:
    empty = set(empty_parts(fields))
    said = [f"`{name}` is empty; fill it in" for name in empty_parts(fields)]
    said += wording_faults(fields)
    complaints = entry_of(entry_id, _matter(fields))
    if not isinstance(complaints, Entry):
        said += [message for _, message in complaints if not _is_about(message, empty)]
    return said


def _is_about(message: str, empty: set[str]) -> bool:
    """The complaint only repeats, in a file's terms, that a part is empty."""
    return any(message.startswith(f"`{name}` is missing") for name in empty) or (
        "body" in empty and message.startswith("no short answer")
    )


def _matter(fields: Mapping[str, str]) -> FrontMatter:
    return FrontMatter(values_of(fields), (), body_of(fields), 1)
