"""Completes what someone is typing: a question, or the title of an entry."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from rapidfuzz import fuzz, process

from bot.domain.entry import Entry, normal_form

LONGEST = 100
"""Characters of the longest phrasing that is offered; Discord shows no more."""


class Completer:
    """Offers phrasings of questions that hold every word that was typed, or the beginning of one.

    `first` are offered to someone who has typed nothing yet. A completer may lie `under` this one, whose
    phrasings come after this one's own, without those that are `gone`.
    """

    def __init__(
        self,
        phrasings: Sequence[str],
        first: Sequence[str] = (),
        under: "Completer | None" = None,
        gone: Collection[str] = (),
    ) -> None:
        self._given = phrasings
        self._first = first
        self._under = under
        self._gone = frozenset(gone)

    def over(self, phrasings: Sequence[str], gone: Collection[str]) -> "Completer":
        """A completer that shares what this one knows."""
        first = [text for text in self._first if text not in gone or text in phrasings]
        return Completer(phrasings, first, self, gone)

    @cached_property
    def _unique(self) -> dict[str, str]:
        """Each phrasing by its form, in order. Made when it is first needed, which is never in a terminal."""
        unique: dict[str, str] = {}
        for phrasing in self._given:
            if len(phrasing) <= LONGEST:
                unique.setdefault(normal_form(phrasing), phrasing)
        return unique

    @cached_property
    def _phrasings(self) -> list[str]:
        return list(self._unique.values())

    @cached_property
    def _forms(self) -> list[str]:
        return [f" {form}" for form in self._unique]

    def prepare(self) -> None:
        """Make ready now, so that the first who types does not wait for it."""
        self._phrasings, self._forms  # noqa: B018 - reading them makes them
        if self._under is not None:
            self._under.prepare()

    def complete(self, typed: str, limit: int = 25) -> list[str]:
        """Up to `limit` phrasings, in order."""
        words = normal_form(typed).split()
        if not words:
            return [text for text in self._first if len(text) <= LONGEST][:limit]
        return list(islice(self._holding(words), limit))

    def _holding(self, words: Sequence[str]) -> Iterator[str]:
        starts = [f" {word}" for word in words]
        own = (n for n, form in enumerate(self._forms) if all(start in form for start in starts))
        yield from (self._phrasings[n] for n in own)
        if self._under is not None:
            yield from (text for text in self._under._holding(words) if text not in self._gone)


_OFTEN = 12
"""Phrasings in which a word that no answer's text has must occur to be no slip of one person's."""


def well_formed(entries: Iterable[Entry], english: Container[str]) -> list[str]:
    """The phrasings without slips: each word is English, in the text of an answer, or in many phrasings."""
    entries = list(entries)
    written = {word for e in entries for word in normal_form(f"{e.title} {e.body}").split()}
    forms = [(phrasing, normal_form(phrasing).split()) for e in entries for phrasing in e.questions]
    counted = Counter(word for _, words in forms for word in set(words))
    known = written | {word for word, count in counted.items() if count >= _OFTEN}
    return [text for text, words in forms if all(word in known or word in english for word in words)]


_ALIKE = 65
"""The least that two texts are alike, of 100, for one to be offered for the other."""


def closest(titles: Mapping[str, str], typed: str, limit: int = 25) -> list[str]:
    """The ids of entries whose title or id holds what was typed, then of those that are spelt alike.

    `titles` are by id. Capitals do not matter. With nothing typed, the first by title.
    """
    forms = {entry_id: f" {normal_form(f'{title} {entry_id}')}" for entry_id, title in titles.items()}
    wanted = normal_form(typed)
    if not wanted:
        return sorted(titles, key=lambda entry_id: titles[entry_id].casefold())[:limit]
    holding = [i for i, form in forms.items() if all(f" {word}" in form for word in wanted.split())]
    holding.sort(key=lambda i: (i.casefold() != typed.strip().casefold(), forms[i].find(wanted), titles[i]))
    alike = process.extract(wanted, forms, scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=limit)
    return list(dict.fromkeys([*holding, *(entry_id for _form, _score, entry_id in alike)]))[:limit]
