"""Words that mean the same in this field, as data: they bridge what people type and what entries say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.retrieval.normalise import stems, words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Groups of words and phrases that mean the same, and what people type for short.

    The first of a group names its concept. `Vocabulary()` knows none.
    """

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shorthand: Mapping[str, str] = field(default_factory=dict)
    _starts: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Order the phrases by their first stem, so that one pass over a text finds them."""
        starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for concept, phrases in self.groups.items():
            for phrase in (concept, *phrases):
                parts = tuple(stems(words(phrase)))
                if parts:
                    starts.setdefault(parts[0], []).append((parts, f"={concept}"))
        object.__setattr__(self, "_starts", {first: tuple(found) for first, found in starts.items()})

    def concepts(self, found: Sequence[str]) -> list[str]:
        """The concepts that a text's stems name, each once, in order."""
        return list(dict.fromkeys(self._named(found)))

    def known_words(self) -> Iterable[str]:
        """Every word of a group: they are spelt right."""
        return {
            word for concept, phrases in self.groups.items() for p in (concept, *phrases) for word in words(p)
        }

    def _named(self, found: Sequence[str]) -> Iterator[str]:
        for place in [place for place, stem in enumerate(found) if stem in self._starts]:
            for parts, concept in self._starts[found[place]]:
                if len(parts) == 1 or tuple(found[place : place + len(parts)]) == parts:
                    yield concept
