"""Recognises someone in distress or danger by a reviewed list of phrases, before anything is searched.

A missed cry for help costs more than a card that was not needed, and neither may be left to likeness alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

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
    """All cards; where several fit, the first is shown."""

    cards: tuple[HelpCard, ...] = ()

    def match(self, question: str) -> HelpCard | None:
        """The card for someone who writes this; None where nothing in it speaks of distress."""
        if not self.cards:
            return None
        words = tuple(self._repaired(word) for word in _words(question))
        runs = self._without_innocent(words)
        found = [place for run in runs for place in _held(run, self._phrases)]
        return self.cards[min(found)] if found else None

    @cached_property
    def _phrases(self) -> "Phrases":
        """The place of each phrase's card, the phrases by their first words."""
        return _by_first_word(
            (_words(phrase), place) for place, card in enumerate(self.cards) for phrase in card.phrases
        )

    @cached_property
    def _innocent(self) -> "Phrases":
        return _by_first_word((_words(phrase), 0) for card in self.cards for phrase in card.never)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """Each longer word of all phrases, by itself and with any one letter left out."""
        every = [phrase for held in (*self._innocent.values(), *self._phrases.values()) for phrase, _ in held]
        words = sorted({word for phrase in every for word in phrase if len(word) >= _SHORTEST_REPAIRED})
        return {spelling: word for word in words for spelling in _spellings(word)} | dict.fromkeys(words, "")

    def _repaired(self, word: str) -> str:
        """The word of a phrase from which this one differs by one slip, else the word itself."""
        if len(word) < _SHORTEST_REPAIRED or self._spellings.get(word) == "":
            return word
        near = (self._spellings.get(spelling, "") for spelling in _spellings(word))
        return next((w for w in near if w and w[0] == word[0] and OSA.distance(w, word) <= 1), word)

    def _without_innocent(self, words: Words) -> Iterator[Words]:
        """The runs of words that are left once the longest innocent phrases have been taken out."""
        start = at = 0
        while at < len(words):
            held = self._innocent.get(words[at], ())
            taken = max((len(p) for p, _ in held if words[at : at + len(p)] == p), default=0)
            if taken:
                yield words[start:at]
                start = at + taken
            at += taken or 1
        yield words[start:]


Phrases = dict[str, list[tuple[Words, int]]]


def _words(text: str) -> Words:
    return tuple(_NOT_A_WORD.sub(" ", _APOSTROPHE.sub("", text.casefold())).split())


def _by_first_word(phrases: Iterable[tuple[Words, int]]) -> Phrases:
    held: Phrases = {}
    for words, place in phrases:
        held.setdefault(words[0], []).append((words, place))
    return held


def _held(run: Words, phrases: Phrases) -> Iterator[int]:
    """The place of the card of each phrase that the run holds."""
    for at, word in enumerate(run):
        for phrase, place in phrases.get(word, ()):
            if run[at : at + len(phrase)] == phrase:
                yield place


def _spellings(word: str) -> Iterator[str]:
    yield word
    yield from (word[:place] + word[place + 1 :] for place in range(len(word)))
