"""The rules that a server's moderators set: must-answer questions, and subjects that need two people."""

from collections.abc import Iterable

from bot.domain.actor import Actor, Role
from bot.domain.clock import Clock
from bot.domain.errors import RoleNeeded
from bot.domain.revision import ChangeNote
from bot.services.knowledge.bases import ServerBases
from bot.services.knowledge.moderators import must_moderate
from bot.storage.knowledge.house_rules import HouseRules


class HouseRulesKeeping:
    """The rules of a server. Every method raises RoleNeeded for anyone but a moderator."""

    def __init__(self, bases: ServerBases, rules: HouseRules, now: Clock) -> None:
        self._bases = bases
        self._rules = rules
        self._now = now

    def must_answer(self, *, by: Actor) -> dict[str, str]:
        """The entry that each must-answer question has to find."""
        must_moderate(by)
        return self._rules.must_answer(by.guild_id)

    def set_must_answer(self, question: str, entry_id: str | None, reason: str, *, by: Actor) -> None:
        """Put a question on the list or, with no entry, take it off. Raises an error for an unknown entry."""
        must_moderate(by)
        if entry_id is not None:
            self._bases.freshen(by.guild_id).entry(entry_id)
        note = ChangeNote(by.user_id, reason)
        self._rules.set_must_answer(by.guild_id, question, entry_id, note, at=self._now())

    def contested(self, *, by: Actor) -> dict[str, bool]:
        """The subjects that need two moderators, and whether one has to be from each side."""
        must_moderate(by)
        return self._rules.contested(by.guild_id)

    def set_contested(self, topics: Iterable[str], *, both_sides: bool, by: Actor) -> None:
        """Say which subjects need two moderators. For moderators who can manage the server."""
        must_moderate(by)
        if not by.has(Role.ADMINISTRATOR):
            raise RoleNeeded(frozenset({Role.ADMINISTRATOR}))
        self._rules.set_contested(by.guild_id, dict.fromkeys(topics, both_sides))
