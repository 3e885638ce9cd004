"""Completes what somebody is typing with questions that people ask."""

from collections.abc import Sequence
from functools import cached_property

from rapidfuzz import fuzz, process

from bot.domain.entry import normal_form

_LEAST_LIKENESS = 60.0


class Completer:
    """Offers phrasings of questions: those that hold every typed word first, then those that look alike.

    `first` are offered to somebody who has typed nothing yet.
    """

    def __init__(self, phrasings: Sequence[str], first: Sequence[str] = ()) -> None:
        self._given = phrasings
        self._first = first

    @cached_property
    def _unique(self) -> dict[str, str]:
        """Each phrasing by its form, in order. Made when somebody first types, since not everybody does."""
        unique: dict[str, str] = {}
        for phrasing in self._given:
            unique.setdefault(normal_form(phrasing), phrasing)
        return unique

    @cached_property
    def _phrasings(self) -> list[str]:
        return list(self._unique.values())

    @cached_property
    def _forms(self) -> list[str]:
        return [f" {form}" for form in self._unique]

    def complete(self, typed: str, limit: int = 25) -> list[str]:
        """Up to `limit` phrasings, best first."""
        words = normal_form(typed).split()
        if not words:
            return list(self._first[:limit])
        holding = [n for n, form in enumerate(self._forms) if all(f" {word}" in form for word in words)]
        if len(holding) < limit:
            holding += [n for n in self._alike(" ".join(words), limit) if n not in set(holding)]
        return [self._phrasings[n] for n in holding[:limit]]

    def _alike(self, typed: str, limit: int) -> list[int]:
        found = process.extract(
            typed, self._forms, scorer=fuzz.partial_token_ratio, score_cutoff=_LEAST_LIKENESS, limit=limit
        )
        return [index for _, _, index in found]
