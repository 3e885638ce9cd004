"""Recognises somebody in distress or danger by a reviewed list of phrases, before anything is searched.

A missed cry for help costs more than a card that was not needed, and neither may be left to likeness alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

_NOT_A_WORD = re.compile(r"[^a-z0-9 ]+")
_APOSTROPHE = re.compile(r"['’`]")  # noqa: RUF001 - people type each of them
_SHORTEST_REPAIRED = 5
"""Letters of a word in which one slip is repaired; in shorter ones a slip makes another word."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpCard:
    """Who to call, for one kind of distress or danger.

    A question that holds one of the `phrases` gets the card, unless the words stand in one of `never`.
    `questions` are examples, for likeness.
    """

    id: str
    title: str
    text: str
    phrases: tuple[str, ...]
    never: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True)
class HelpCards:
    """All cards; the first that fits is shown."""

    cards: tuple[HelpCard, ...] = ()

    def match(self, question: str) -> HelpCard | None:
        """The card for somebody who writes this; None where nothing in it speaks of distress."""
        if not self.cards:
            return None
        words = tuple(self._repaired(word) for word in _words(question))
        left = list(_without(words, self._never))
        return next((card for card, phrases in self._phrases if _holds(left, phrases)), None)

    @cached_property
    def _phrases(self) -> list[tuple[HelpCard, frozenset[Words]]]:
        return [(card, frozenset(map(_words, card.phrases))) for card in self.cards]

    @cached_property
    def _never(self) -> frozenset[Words]:
        return frozenset(_words(phrase) for card in self.cards for phrase in card.never)

    @cached_property
    def _vocabulary(self) -> list[str]:
        """The longer words of all phrases, in which slips are repaired."""
        every = (self._never, *(phrases for _, phrases in self._phrases))
        words = {word for phrases in every for phrase in phrases for word in phrase}
        return sorted(word for word in words if len(word) >= _SHORTEST_REPAIRED)

    def _repaired(self, word: str) -> str:
        if len(word) < _SHORTEST_REPAIRED:
            return word
        found = process.extractOne(word, self._vocabulary, scorer=OSA.distance, score_cutoff=1)
        return found[0] if found and found[0][0] == word[0] else word


def _words(text: str) -> Words:
    return tuple(_NOT_A_WORD.sub(" ", _APOSTROPHE.sub("", text.casefold())).split())


def _without(words: Words, phrases: Iterable[Words]) -> Iterator[Words]:
    """The runs of words that are left once the longest of the phrases have been taken out."""
    by_length = sorted(phrases, key=len, reverse=True)
    start = at = 0
    while at < len(words):
        taken = next((len(p) for p in by_length if words[at : at + len(p)] == p), 0)
        if taken:
            yield words[start:at]
            start = at = at + taken
        else:
            at += 1
    yield words[start:]


def _holds(runs: Sequence[Words], phrases: frozenset[Words]) -> bool:
    lengths = {len(phrase) for phrase in phrases}
    return any(
        run[at : at + length] in phrases
        for run in runs
        for length in lengths
        for at in range(len(run) - length + 1)
    )
