"""Which nation a question is about, by the places that it names, and which nations an answer covers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.domain.server import Nation

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")  # noqa: RUF001 - people type either apostrophe
_WELSH_AT_LEAST = 2
"""Welsh words that make a question Welsh: one may be a name."""

_COVERS = {
    "UK": frozenset(Nation),
    "Great Britain": frozenset({Nation.ENGLAND, Nation.WALES, Nation.SCOTLAND}),
    "England and Wales": frozenset({Nation.ENGLAND, Nation.WALES}),
    "England, Wales and Northern Ireland": frozenset({Nation.ENGLAND, Nation.WALES, Nation.NORTHERN_IRELAND}),
}


@dataclass(frozen=True, slots=True)
class NationPlaces:
    """The places of one nation. Those that are `ambiguous` count only together with one that is not.

    `entry_id` is the nation's own answer; `line` is what someone from there is told above an answer that
    does not cover it.
    """

    nation: Nation
    names: tuple[str, ...]
    ambiguous: tuple[str, ...]
    entry_id: str
    line: str


@dataclass(frozen=True)
class Places:
    """All places by nation, and the words by which Welsh is told."""

    nations: Mapping[Nation, NationPlaces] = field(default_factory=dict)
    welsh_words: frozenset[str] = frozenset()
    welsh_line: str = ""

    def nation_of(self, question: str) -> Nation | None:
        """The one nation outside England whose places the question names; None for none or several."""
        words = _words(question)
        named = {nation for nation, places in self.nations.items() if _names(words, places.names)}
        return named.pop() if len(named) == 1 else None

    def is_welsh(self, question: str) -> bool:
        """The question is written in Welsh."""
        return sum(word in self.welsh_words for word in _words(question)) >= _WELSH_AT_LEAST

    def of(self, nation: Nation | None, jurisdiction: str) -> NationPlaces | None:
        """The nation's own places and answer, where an answer of that jurisdiction does not cover it."""
        if nation is None or covers(jurisdiction, nation):
            return None
        return self.nations.get(nation)


def covers(jurisdiction: str, nation: Nation) -> bool:
    """An answer that applies there applies in that nation; "England, partly Wales" covers England alone."""
    return nation in _COVERS.get(jurisdiction, frozenset()) or jurisdiction.partition(",")[0] == nation


def _names(words: list[str], names: Iterable[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {' '.join(_words(name))} " in text for name in names)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]  # noqa: RUF001
