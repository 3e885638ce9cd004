"""Makes an entry of parts that people filled in, or says all that is wrong with them."""

from collections.abc import Mapping

from bot.domain.entry import Entry
from bot.domain.entry_parts import entry_of, faults_of, typed_values
from bot.domain.errors import EntryInvalid
from bot.domain.wording import wording_faults
from bot.storage.front_matter import parse


def make_entry(entry_id: str, fields: Mapping[str, str]) -> Entry:
    """The entry that these parts make. Raises EntryInvalid, which lists every fault once."""
    values = {"body": "", **typed_values(fields)}
    faults = [*faults_of(entry_id, values), *wording_faults(fields)]
    if faults:
        once = {(fault.part, fault.code, fault.at): fault for fault in faults}
        raise EntryInvalid(entry_id, tuple(once.values()))
    return entry_of(entry_id, values)


def entry_from_text(entry_id: str, text: str) -> Entry:
    """The entry that a file's text holds, where it was sound when it was kept."""
    return entry_of(entry_id, parse(text).parts)
