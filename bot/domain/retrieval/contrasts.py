"""Documents that are easily mixed up, such as before and after the notice: the question's cues decide."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from bot.domain.retrieval.documents import Document
from bot.domain.retrieval.normalise import stems, words
from bot.domain.retrieval.polarity import CUES

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContrastTable:
    """For each document, its siblings, and the phrases, as stems, that point to the one and not to the other.

    A pair of siblings is kept under the ids of both, either of which may come first. `polar` are those that
    differ in polarity or time, by a cue that `polarity.py` lists.
    """

    phrases: Mapping[tuple[str, str], tuple[Phrase, ...]]
    siblings: Mapping[str, tuple[str, ...]]
    polar: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "ContrastTable":
        """Gather what the documents declare; one side is enough to make two siblings."""
        phrases: dict[tuple[str, str], tuple[Phrase, ...]] = {}
        siblings: dict[str, dict[str, None]] = {}
        polar = set()
        for document in documents:
            for other, cues in document.contrasts:
                phrases[document.id, other] = _opened(cues)
                if not CUES.keys().isdisjoint(cue.casefold() for cue in cues):
                    polar |= {(document.id, other), (other, document.id)}
                siblings.setdefault(document.id, {})[other] = None
                siblings.setdefault(other, {})[document.id] = None
        return cls(phrases, {name: tuple(others) for name, others in siblings.items()}, frozenset(polar))

    def pointed(self, among: Sequence[str], found: Sequence[str]) -> dict[tuple[str, str], int]:
        """For each two siblings `among` these, which of them the stems of a question point to.

        1 is the first of the two, -1 the second, 0 neither or both.
        """
        pairs = ((a, b) for a, b in combinations(among, 2) if b in self.siblings.get(a, ()))
        return {(a, b): self._points(a, b, found) - self._points(b, a, found) for a, b in pairs}

    def _points(self, here: str, there: str, found: Sequence[str]) -> bool:
        return any(_holds(found, phrase) for phrase in self.phrases.get((here, there), ()))


@lru_cache(maxsize=4096)
def _opened(cues: tuple[str, ...]) -> tuple[Phrase, ...]:
    """The phrases of each cue: its own words, and all of a cue that `polarity.py` lists."""
    phrases = [phrase for cue in cues for phrase in CUES.get(cue.casefold(), (cue,))]
    return tuple(tuple(stems(words(phrase))) for phrase in phrases)


def _holds(found: Sequence[str], phrase: Phrase) -> bool:
    """The words of the phrase stand in the text, one after the other."""
    if not phrase or phrase[0] not in found:
        return False
    starts = range(len(found) - len(phrase) + 1)
    return any(tuple(found[start : start + len(phrase)]) == phrase for start in starts)
