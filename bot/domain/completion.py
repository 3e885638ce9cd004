"""Completes what somebody is typing with questions that people ask."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from bot.domain.entry import normal_form

_LEAST_LIKENESS = 60.0


class Completer:
    """Offers phrasings of questions: those that hold every typed word first, then those that look alike."""

    def __init__(self, phrasings: Sequence[str]) -> None:
        unique = {normal_form(phrasing): phrasing for phrasing in reversed(phrasings)}
        self._phrasings = list(reversed(unique.values()))
        self._forms = [f" {form}" for form in reversed(unique)]

    def complete(self, typed: str, limit: int = 25) -> list[str]:
        """Up to `limit` phrasings, best first. With nothing typed, the first ones."""
        words = normal_form(typed).split()
        if not words:
            return self._phrasings[:limit]
        holding = [n for n, form in enumerate(self._forms) if all(f" {word}" in form for word in words)]
        if len(holding) < limit:
            holding += [n for n in self._alike(" ".join(words), limit) if n not in set(holding)]
        return [self._phrasings[n] for n in holding[:limit]]

    def _alike(self, typed: str, limit: int) -> list[int]:
        found = process.extract(
            typed, self._forms, scorer=fuzz.partial_token_ratio, score_cutoff=_LEAST_LIKENESS, limit=limit
        )
        return [index for _, _, index in found]
