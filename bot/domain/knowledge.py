"""The knowledge base as one server sees it: its entries and the index that finds them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from types import MappingProxyType

from bot.domain.answer import Answer, Candidate, Help, NoAnswer, Outcome, Suggestions
from bot.domain.completion import LONGEST, Completer, well_formed
from bot.domain.engine import Engine
from bot.domain.entry import Entry, Signpost
from bot.domain.errors import NotFound, Thing
from bot.domain.guide import Guide
from bot.domain.overlay import Overlay
from bot.domain.retrieval import (
    Decision,
    Explanation,
    Index,
    Limits,
    Ranking,
    decide,
)
from bot.domain.retrieval.noise import without_noise
from bot.domain.searched import as_document, as_post, of_every_subject, passages_of

CANDIDATES = 5
"""How many entries a ranking keeps."""

_MUCH_SURER = 0.1
_WORTH_COMPLETING = 0.1

_REMEMBERED = 1024
"""Messages whose outcome a base remembers: many people pick the same completions."""

_REMEMBERED_BY_OVERLAY = 64
"""The same for a server's own answers, of which there may be hundreds."""

_MOST_OVERLAID = 0.1

_ANY = "grant"
"""Something to ask, so that all is ready before anyone asks."""


@dataclass(frozen=True)
class KnowledgeBase:
    """Entries with their index, built when it is first needed. Immutable: a change makes a new one."""

    entries: Mapping[str, Entry]
    signposts: Mapping[str, Signpost]
    engine: Engine
    over: "Over | None" = None
    guide: Guide = field(default_factory=Guide)

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        signposts: Iterable[Signpost],
        engine: Engine,
        guide: Guide = Guide(),  # noqa: B008 - it cannot change
    ) -> "KnowledgeBase":
        """These entries and signposts, by their ids."""
        return cls(
            MappingProxyType({entry.id: entry for entry in entries}),
            MappingProxyType({signpost.id: signpost for signpost in signposts}),
            engine,
            guide=guide,
        )

    @cached_property
    def index(self) -> Index:
        """What finds the entries."""
        if self.over is not None:
            return self.over.index()
        documents = [as_document(entry) for entry in self.entries.values()]
        signposts = [as_post(post) for post in self.signposts.values()]
        return Index.build(
            documents,
            vocabulary=self.engine.vocabulary,
            words=self.engine.words(),
            signposts=signposts,
            encoder=self.engine.encoder() if self.engine.encoder else None,
            heads=self.engine.heads() if self.engine.heads else None,
            parts=self.engine.parts([*documents, *signposts]) if self.engine.parts else None,
        )

    @cached_property
    def limits(self) -> Limits:
        """Where answers begin and end in this base."""
        fitted = self.index.trained or self.engine.own is None
        return self.engine.limits if fitted else self.engine.own or self.engine.limits

    @cached_property
    def completer(self) -> Completer:
        """What completes a question with one that people ask."""
        if self.over is not None:
            return self.over.completer()
        entries = self.entries.values()
        titles = [entry.title for entry in entries]
        return Completer(
            [*titles, *well_formed(entries, self.engine.words().rows)], list(of_every_subject(entries))
        )

    @property
    def is_indexed(self) -> bool:
        """Whether the index has been built, so that a question takes less than a millisecond."""
        return "index" in self.__dict__

    def prepare(self) -> None:
        """Make ready now, so that the first who types or asks does not wait for it."""
        self.completer.prepare()
        self.index.search(_ANY, 1)  # the index is built, and the encoder loaded, by what is first asked

    def with_entries(self, entries: Iterable[Entry]) -> "KnowledgeBase":
        """Other entries with the same signposts."""
        return KnowledgeBase.of(entries, self.signposts.values(), self.engine, self.guide)

    def overlaid(self, changes: Mapping[str, Entry | None]) -> "KnowledgeBase":
        """The same with some entries changed, new or (None) taken away.

        It costs what was changed. Where more than a tenth differs, a base of its own is made in seconds.
        """
        entries: Overlay[Entry] = Overlay(self.entries, changes)
        if len(changes) > len(self.entries) * _MOST_OVERLAID:
            return self.with_entries(entries.values())
        return KnowledgeBase(entries, self.signposts, self.engine, Over(self, changes), self.guide)

    @property
    def is_refitted(self) -> bool:
        """So much differs from the shipped answers that the heads were trained for these alone."""
        return not self.index.trained

    def entry(self, entry_id: str) -> Entry:
        """The entry with that id. Raises NotFound."""
        try:
            return self.entries[entry_id]
        except KeyError:
            raise NotFound(Thing.ENTRY, entry_id) from None

    def answer(self, message: str) -> Outcome:
        """Find what answers a message, or say that nothing does. The one path for every front end.

        Of several questions the first is answered, and what surely answers the others is offered too.
        """
        return self._remembered(message)

    @cached_property
    def _remembered(self) -> Callable[[str], Outcome]:
        most = _REMEMBERED if self.over is None else _REMEMBERED_BY_OVERLAY
        return lru_cache(most)(lambda message: self.answer_many([message])[0])

    def answer_many(self, messages: Sequence[str]) -> list[Outcome]:
        """The same for many messages at once, which takes less time for each."""
        before: dict[str, Outcome | None] = {m: self.guide.before(m) for m in dict.fromkeys(messages)}
        before |= self._cries([message for message, outcome in before.items() if outcome is None])
        searched = [message for message in messages if before[message] is None]
        found = iter(self._searched(searched))
        return [before[message] or next(found) for message in messages]

    def _cries(self, messages: Sequence[str]) -> dict[str, Outcome]:
        """Help for those messages that are like what people write in distress, without its phrases."""
        head = self.engine.help_head() if self.engine.help_head and self.guide.help.cards else None
        if head is None or not messages:
            return {}
        vectors = self.index.vectors_of([without_noise(message) for message in messages])
        cards = {card.id: card for card in self.guide.help.cards}
        found = zip(messages, head.found_many(vectors), strict=True)
        return {message: Help(cards[card]) for message, card in found if card in cards}

    def _searched(self, messages: Sequence[str]) -> list[Outcome]:
        asked = [passages_of(message) for message in messages]
        texts = [text for questions in asked for passages in questions for text in passages]
        rankings = iter(self.index.search_many(texts, CANDIDATES))
        return [
            self._together([self._outcome([next(rankings) for _ in passages]) for passages in questions])
            for questions in asked
        ]

    def complete(self, typed: str, limit: int = 25) -> list[str]:
        """Questions that go on as this one begins, then those of the entries that it seems to be about."""
        offered = self.completer.complete(typed, limit)
        if len(offered) < limit and self.is_indexed:
            offered += [text for text in self._about(typed) if len(text) <= LONGEST]
        return list(dict.fromkeys(offered))[:limit]

    def _about(self, typed: str) -> list[str]:
        """The titles of entries that may answer it, then what else the best of them is asked."""
        outcome = self.answer_many([typed])[0]
        if isinstance(outcome, Help) or not outcome.ranked:
            return []
        if isinstance(outcome, NoAnswer) and (outcome.signpost or outcome.confidence < _WORTH_COMPLETING):
            return []
        return [*(each.entry.title for each in outcome.ranked), *outcome.ranked[0].entry.questions]

    def explain(self, message: str, entry_id: str) -> Explanation:
        """The words of a message that match an entry, and what was typed for them."""
        return self.index.explain(without_noise(message), entry_id)

    def _together(self, outcomes: Sequence[Outcome]) -> Outcome:
        """The outcome of a message, from the outcomes of its questions."""
        first, *others = outcomes
        if isinstance(first, NoAnswer | Help) or not others:
            return first
        also = {other.entry.id: other.entry for other in others if isinstance(other, Answer)}
        also.pop(first.ranked[0].entry.id, None)
        return replace(first, also=tuple(also.values()))

    def _outcome(self, rankings: Sequence[Ranking]) -> Outcome:
        """What the whole question finds, unless one of its sentences finds something much more surely."""
        found = [(ranking, decide(ranking, self.limits)) for ranking in rankings]
        surest = max(found, key=lambda each: each[1].confidence)
        much_surer = surest[1].confidence > found[0][1].confidence + _MUCH_SURER
        ranking, verdict = surest if much_surer else found[0]
        ranked = tuple(Candidate(self.entries[match.id], match.score) for match in ranking.matches)
        match verdict.decision:
            case Decision.ANSWER:
                return Answer(ranked, verdict.confidence)
            case Decision.SUGGESTIONS:
                offered = tuple(self.entries[match.id] for match in verdict.offered)
                return Suggestions(ranked, verdict.confidence, offered)
            case Decision.NO_ANSWER:
                return NoAnswer(ranked, verdict.confidence, self._signpost(ranking))

    def _signpost(self, ranking: Ranking) -> Signpost | None:
        return self.signposts[ranking.signpost.id] if ranking.signpost else None


@dataclass(frozen=True, slots=True)
class Over:
    """What an overlaid base lies over, and the entries in which it differs."""

    base: KnowledgeBase
    changes: Mapping[str, Entry | None]

    def index(self) -> Index:
        """The shared index, with the changes over it."""
        return self.base.index.overlaid(
            {entry_id: as_document(entry) if entry else None for entry_id, entry in self.changes.items()}
        )

    def completer(self) -> Completer:
        """The shared phrasings but those of entries that differ, after the changed ones' own."""
        gone = [self.base.entries[i] for i in self.changes if i in self.base.entries]
        own = [entry for entry in self.changes.values() if entry is not None]
        return self.base.completer.over(
            [text for entry in own for text in (entry.title, *entry.questions)],
            {text for entry in gone for text in (entry.title, *entry.questions)},
        )
