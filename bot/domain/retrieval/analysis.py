"""A text taken apart: its words, what they were meant to be, their stems and the concepts they name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.retrieval.normalise import stems, words
from bot.domain.retrieval.spelling import Speller
from bot.domain.retrieval.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of a text as typed and as repaired, their stems, and the concepts they name."""

    typed: tuple[str, ...]
    repaired: tuple[str, ...]
    stems: tuple[str, ...]
    concepts: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The repaired words as a question: what the encoder reads."""
        return f"{' '.join(self.repaired)}?" if self.repaired else ""

    @property
    def terms(self) -> tuple[str, ...]:
        """Stems and concepts: what is counted."""
        return (*self.stems, *self.concepts)


@dataclass(frozen=True, slots=True)
class Analyser:
    """Takes texts apart by the words of one base."""

    vocabulary: Vocabulary
    speller: Speller

    def analyse(self, text: str) -> Analysis:
        """Take apart what someone typed, its slips repaired."""
        typed = words(text, self.vocabulary.shorthand)
        return self._of(typed, self.speller.repair_all(typed))

    def without(self, analysis: Analysis, place: int) -> Analysis:
        """The same text with one word left out."""
        typed, repaired = list(analysis.typed), list(analysis.repaired)
        del typed[place], repaired[place]
        return self._of(typed, repaired)

    def with_texts(
        self, examples: Sequence[str], bodies: Sequence[str]
    ) -> tuple["Analyser", list[Analysis], list[Analysis]]:
        """An analyser that knows the words of these texts too, and the texts taken apart."""
        found = [words(text, self.vocabulary.shorthand) for text in (*examples, *bodies)]
        counts = Counter(word for some in found for word in some)
        analyser = Analyser(self.vocabulary, self.speller.with_words(counts))
        analyses = [analyser._of(some, some) for some in found]
        return analyser, analyses[: len(examples)], analyses[len(examples) :]

    def _of(self, typed: Sequence[str], repaired: Sequence[str]) -> Analysis:
        found = tuple(stems(repaired))
        return Analysis(tuple(typed), tuple(repaired), found, tuple(self.vocabulary.concepts(found)))


def analyse_base(
    examples: Sequence[str], bodies: Sequence[str], vocabulary: Vocabulary, english: Mapping[str, int]
) -> tuple[Analyser, list[Analysis], list[Analysis]]:
    """Take a base's own texts apart, and make the analyser that knows their words.

    They need little repair: only what is rare in them and near to what is common.
    """
    examples_words = [words(text, vocabulary.shorthand) for text in examples]
    bodies_words = [words(text, vocabulary.shorthand) for text in bodies]
    counts = Counter(word for found in examples_words for word in found)
    sure = {*vocabulary.known_words(), *(word for found in bodies_words for word in found)}
    counts.update(sure)
    analyser = Analyser(vocabulary, Speller(counts, english).without_slips(sure))
    repair = analyser.speller.repair_all
    return (
        analyser,
        [analyser._of(found, repair(found)) for found in examples_words],
        [analyser._of(found, found) for found in bodies_words],
    )
