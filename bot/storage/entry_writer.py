"""Writes an entry as the knowledge file that it would be, in the form that `knowledge/README.md` asks for."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from bot.domain.entry import Entry, Related, Source
from bot.storage.front_matter import FENCE

_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_entry(entry: Entry) -> str:
    """The whole text of the file. Reading it gives the entry back."""
    return "\n".join([FENCE, *_label(entry), FENCE, entry.body, ""])


def _label(entry: Entry) -> Iterator[str]:
    yield f"title = {_text(entry.title)}"
    yield f"topic = {_text(entry.topic)}"
    yield from _list("questions", entry.questions)
    yield from _list("checks", entry.checks)
    yield f"jurisdiction = {_text(entry.jurisdiction)}"
    yield f"status = {_text(entry.status)}"
    if entry.superseded_by is not None:
        yield f"superseded_by = {_text(entry.superseded_by)}"
    if entry.succession is not None:
        yield f"succession = {_text(entry.succession)}"
    yield f"as_of = {entry.as_of}"
    yield f"reviewed = {entry.reviewed}"
    yield f"review_after = {entry.review_after}"
    yield from _related(entry.related)
    for source in entry.sources:
        yield from _source(source)


def _list(key: str, texts: Sequence[str]) -> Iterator[str]:
    yield f"{key} = ["
    yield from (f"  {_text(text)}," for text in texts)
    yield "]"


def _related(related: Sequence[Related]) -> Iterator[str]:
    if related:
        yield ""
        yield "[related]"
    for relation, links in groupby(related, attrgetter("relation")):
        yield f"{relation} = [{', '.join(_text(link.entry_id) for link in links)}]"


def _source(source: Source) -> Iterator[str]:
    yield ""
    yield "[[sources]]"
    yield f"title = {_text(source.title)}"
    yield f"publisher = {_text(source.publisher)}"
    if source.year is not None:
        yield f"year = {source.year}"
    if source.url is not None:
        yield f"url = {_text(source.url)}"
    if not source.confirmed:
        yield "confirmed = false"


def _text(text: str) -> str:
    """A TOML string on one line: whatever would break a line or not be seen is escaped."""
    return f'"{"".join(_escaped(character) for character in text)}"'


def _escaped(character: str) -> str:
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if character.isprintable() or character == "\N{NO-BREAK SPACE}":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
