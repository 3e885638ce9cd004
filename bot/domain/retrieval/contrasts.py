"""Documents that differ only in a cue, such as before or after the notice: the question's cue decides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.retrieval.documents import Document
from bot.domain.retrieval.normalise import words
from bot.domain.retrieval.polarity import CUES

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContrastTable:
    """For each document, its siblings, and the phrases that point to the one and not to the other."""

    phrases: Mapping[tuple[str, str], tuple[Phrase, ...]]
    siblings: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "ContrastTable":
        """Gather what the documents declare; one side is enough to make two siblings."""
        phrases: dict[tuple[str, str], tuple[Phrase, ...]] = {}
        siblings: dict[str, dict[str, None]] = {}
        for document in documents:
            for other, cues in document.contrasts:
                phrases[document.id, other] = tuple(_opened(cues))
                siblings.setdefault(document.id, {})[other] = None
                siblings.setdefault(other, {})[document.id] = None
        return cls(phrases, {name: tuple(others) for name, others in siblings.items()})

    def settled(self, best: str, among: Sequence[str], typed: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """The document that the cues point to, and the siblings that they leave as likely.

        Siblings that are not `among` the documents that may answer play no part.
        """
        rivals = [other for other in self.siblings.get(best, ()) if other in among]
        for other in rivals:
            if self._points(other, best, typed) and not self._points(best, other, typed):
                return other, self._open(other, among, typed)
        return best, self._open(best, among, typed)

    def _open(self, best: str, among: Sequence[str], typed: Sequence[str]) -> tuple[str, ...]:
        rivals = [other for other in self.siblings.get(best, ()) if other in among]
        return tuple(
            other for other in rivals if self._points(best, other, typed) == self._points(other, best, typed)
        )

    def _points(self, here: str, there: str, typed: Sequence[str]) -> bool:
        return any(_holds(typed, phrase) for phrase in self.phrases.get((here, there), ()))


def _opened(cues: Iterable[str]) -> Iterable[Phrase]:
    """The phrases of each cue: its own words, and all of a cue that `polarity.py` lists."""
    for cue in cues:
        for phrase in CUES.get(cue.casefold(), (cue,)):
            yield tuple(words(phrase))


def _holds(typed: Sequence[str], phrase: Phrase) -> bool:
    """The words of the phrase stand in the text, one after the other."""
    starts = range(len(typed) - len(phrase) + 1)
    return bool(phrase) and any(tuple(typed[start : start + len(phrase)]) == phrase for start in starts)
