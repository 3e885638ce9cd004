"""Finds answers in memory. Nothing here touches the disk, or keeps what was asked."""

from dataclasses import dataclass
from typing import Protocol

from bot.domain.actor import NO_SERVER
from bot.domain.answer import Outcome
from bot.domain.knowledge import KnowledgeBase
from bot.domain.server import Nation

QUESTION_LIMIT = 4000
"""Characters of a question that are read; Discord's longest message has as many."""


class Bases(Protocol):
    """The knowledge base of each server."""

    def base(self, guild_id: int) -> KnowledgeBase:
        """The answers that this server shows."""

    def at_hand(self, guild_id: int) -> KnowledgeBase:
        """The same without waiting: the shipped answers while the server's own are not indexed."""


@dataclass(frozen=True, slots=True)
class OneBase:
    """The same answers for every server."""

    shipped: KnowledgeBase

    def base(self, _guild_id: int) -> KnowledgeBase:
        """The shipped answers."""
        return self.shipped

    at_hand = base


@dataclass(frozen=True, slots=True)
class Found:
    """A question, and its outcome in one server; `base` is what it was found in."""

    question: str
    guild_id: int
    base: KnowledgeBase
    outcome: Outcome

    @property
    def nation(self) -> Nation | None:
        """The nation outside England that the question names."""
        return self.base.guide.places.nation_of(self.question)


class Finder:
    """Finds what answers a question, and completes one that is being typed."""

    def __init__(self, bases: Bases) -> None:
        self._bases = bases

    def base(self, guild_id: int) -> KnowledgeBase:
        """The answers that this server shows."""
        return self._bases.base(guild_id)

    def find(self, question: str, *, guild_id: int) -> Found:
        """What answers a question in a server, among the answers that are at hand."""
        base, text = self._bases.at_hand(guild_id), readable(question)
        return Found(text, guild_id, base, base.answer(text))

    @property
    def is_ready(self) -> bool:
        """Finding takes no time: the answers have been indexed."""
        return self._bases.at_hand(NO_SERVER).is_indexed

    def complete(self, typed: str, *, guild_id: int) -> list[str]:
        """Questions that people ask and that this one may become."""
        return self._bases.at_hand(guild_id).complete(readable(typed))

    def at_hand(self, guild_id: int) -> KnowledgeBase:
        """The answers to offer while someone types."""
        return self._bases.at_hand(guild_id)


def readable(question: str) -> str:
    """The question as text that can be stored, cut where no one would have typed it."""
    return question[:QUESTION_LIMIT].encode("utf-8", "replace").decode("utf-8")
