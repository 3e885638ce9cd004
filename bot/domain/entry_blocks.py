"""The kinds of parts that are blocks in a file: links to other entries, contrasts with them, and sources."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.entry import FORMERLY, Related, Relation, Source
from bot.domain.entry_kinds import Part, is_texts, lines_of
from bot.domain.faults import EntryCode, EntryFault

SOURCE_KEYS = {"title": str, "publisher": str, "year": int, "url": str, "confirmed": bool}
"""The keys of a source, in the order of a file, and the type of each."""

_BETWEEN_CUES = ";"
"""Cues can hold commas, as in £30,000."""

_URL = re.compile(r"https?://[^\s<>]+")
_NOT_CONFIRMED = "not confirmed"
_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ESCAPED = re.compile(r"\\([\\|])")


@dataclass(frozen=True, slots=True)
class Links(Part):
    """Links to other entries, by what they are; as text a line such as `next: one-id, another-id`."""

    def faults(self, raw: Any) -> Iterator[EntryFault]:  # noqa: ANN401
        """Anything but lists of ids under the names of relations, be they former ones."""
        if not isinstance(raw, dict):
            yield self.fault(EntryCode.NOT_A_BLOCK)
            return
        for name, ids in raw.items():
            if name not in (*Relation, *FORMERLY):
                yield self.fault(EntryCode.UNKNOWN_RELATION, at=name, typed=name, options=tuple(Relation))
            elif not is_texts(ids):
                yield self.fault(EntryCode.NOT_A_LIST, at=name)

    def value(self, raw: Any) -> Any:  # noqa: ANN401
        """The links, in order, each once."""
        found = (
            Related(FORMERLY.get(name) or Relation(name), entry_id)
            for name, ids in (raw or {}).items()
            for entry_id in ids
        )
        return tuple(dict.fromkeys(found))

    def raw(self, value: Any) -> Any:  # noqa: ANN401
        """The ids under each relation."""
        made: dict[str, list[str]] = {}
        for link in value:
            made.setdefault(str(link.relation), []).append(link.entry_id)
        return made or None

    def text(self, value: Any) -> str:  # noqa: ANN401
        """A line for each relation."""
        return named_lists(self.raw(value))

    def typed(self, text: str) -> Any:  # noqa: ANN401
        """The ids by the name before the colon."""
        return dict(_named_list(line) for line in lines_of(text))


@dataclass(frozen=True, slots=True)
class Cues(Part):
    """Sibling entries with the words of a question that point here and not there.

    As text each is a line such as `one-id: word; some words`.
    """

    def faults(self, raw: Any) -> Iterator[EntryFault]:  # noqa: ANN401
        """Anything but lists of words under ids."""
        if not isinstance(raw, dict):
            yield self.fault(EntryCode.NOT_A_BLOCK)
            return
        for entry_id, cues in raw.items():
            if not is_texts(cues) or not _is_for_one_line(entry_id, cues):
                yield self.fault(EntryCode.NOT_CUES, at=entry_id, id=entry_id)

    def value(self, raw: Any) -> Any:  # noqa: ANN401
        """The siblings, each with its cues."""
        return tuple((entry_id, tuple(cues)) for entry_id, cues in (raw or {}).items())

    def raw(self, value: Any) -> Any:  # noqa: ANN401
        """The cues under each id."""
        return {entry_id: list(cues) for entry_id, cues in value} or None

    def text(self, value: Any) -> str:  # noqa: ANN401
        """A line for each sibling."""
        return named_lists(self.raw(value), _BETWEEN_CUES)

    def typed(self, text: str) -> Any:  # noqa: ANN401
        """The cues by the id before the colon."""
        return dict(_named_list(line, _BETWEEN_CUES) for line in lines_of(text))


@dataclass(frozen=True, slots=True)
class Sources(Part):
    """Sources. As text each is a line `title | publisher | year | address | not confirmed`.

    All but the first two can be left out.
    """

    def faults(self, raw: Any) -> Iterator[EntryFault]:  # noqa: ANN401
        """Anything but one or more sources with a title and a publisher."""
        if not isinstance(raw, list) or not raw:
            yield self.fault(EntryCode.NEEDED)
            return
        for number, source in enumerate(raw):
            yield from self._of_one(source, number)

    def _of_one(self, source: Any, at: int) -> Iterator[EntryFault]:  # noqa: ANN401
        """The first fault of one source: the others often follow from it."""
        if not isinstance(source, dict):
            yield self.fault(EntryCode.NOT_A_BLOCK, at)
        elif lacking := [key for key in ("title", "publisher") if key not in source]:
            yield self.fault(EntryCode.SOURCE_LACKS, at, key=lacking[0])
        elif unknown := [key for key in source if key not in SOURCE_KEYS]:
            yield self.fault(EntryCode.SOURCE_KEY, at, key=unknown[0], options=tuple(SOURCE_KEYS))
        elif wrong := [
            key for key, held in source.items() if type(held) is not SOURCE_KEYS[key] or held == ""
        ]:
            yield self.fault(EntryCode.SOURCE_VALUE, at, key=wrong[0])
        elif _URL.fullmatch(source.get("url", "https://a")) is None:
            yield self.fault(EntryCode.SOURCE_URL, at)

    def value(self, raw: Any) -> Any:  # noqa: ANN401
        """The sources."""
        return tuple(Source(**source) for source in raw or ())

    def raw(self, value: Any) -> Any:  # noqa: ANN401
        """The blocks, without values that are the default."""
        return [_block(source) for source in value] or None

    def text(self, value: Any) -> str:  # noqa: ANN401
        """A line for each source."""
        return "\n".join(_source_line(source) for source in value)

    def typed(self, text: str) -> Any:  # noqa: ANN401
        """A block for each line."""
        return [_source(line) for line in lines_of(text)]


def named_lists(named: Mapping[str, Iterable[str]] | None, between: str = ",") -> str:
    """A line for each list: its name, a colon, and its texts with commas or the like between them."""
    return "\n".join(f"{name}: {f'{between} '.join(texts)}" for name, texts in (named or {}).items())


def _named_list(line: str, between: str = ",") -> tuple[str, list[str]]:
    name, _, texts = line.partition(":")
    return name.strip(), [text.strip() for text in texts.split(between) if text.strip()]


def _is_for_one_line(entry_id: str, cues: Sequence[str]) -> bool:
    """It can be put on one line and read back: no cue holds what divides them."""
    line = named_lists({entry_id: cues}, _BETWEEN_CUES)
    return _named_list(line, _BETWEEN_CUES) == (entry_id, list(cues)) and all(
        " ".join(cue.split()) == cue for cue in cues
    )


def _block(source: Source) -> dict[str, object]:
    held = {key: getattr(source, key) for key in SOURCE_KEYS}
    return {
        key: value for key, value in held.items() if value is not None and (key, value) != ("confirmed", True)
    }


def _source_line(source: Source) -> str:
    year, url = str(source.year) if source.year is not None else "", source.url or ""
    parts = [source.title, source.publisher, year, url, "" if source.confirmed else _NOT_CONFIRMED]
    return " | ".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts if part)


def _source(line: str) -> dict[str, Any]:
    """A source by its line; what is neither year, address nor `not confirmed` is kept under its own name."""
    parts = [_ESCAPED.sub(r"\1", part).strip() for part in _BAR.sub("\\1\n", line).split("\n")]
    made: dict[str, Any] = dict(zip(("title", "publisher"), filter(None, parts[:2]), strict=False))
    for part in filter(None, parts[2:]):
        made |= _further(part)
    return made


def _further(part: str) -> dict[str, Any]:
    if part.isascii() and part.isdigit() and len(part) <= 4:
        return {"year": int(part)}
    if part == _NOT_CONFIRMED:
        return {"confirmed": False}
    return {"url": part} if "://" in part else {part: part}
