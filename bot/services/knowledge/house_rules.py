"""What moderators hold fast: the questions that must be answered, and the subjects that need two people."""

from collections.abc import Iterable

from bot.domain.actor import Actor, Role
from bot.domain.clock import Clock
from bot.domain.entry import normal_form
from bot.domain.errors import EmptyText, NotAllowed, NotFound, Thing
from bot.domain.revision import Why
from bot.domain.topics import TOPICS
from bot.services.knowledge.bases import ServerBases
from bot.services.knowledge.moderators import must_moderate
from bot.storage.knowledge.house_rules import HouseRules


class HouseRulesKeeping:
    """What moderators may lay down in their server, each time with a reason that is kept."""

    def __init__(self, bases: ServerBases, rules: HouseRules, now: Clock) -> None:
        self._bases = bases
        self._rules = rules
        self._now = now

    def must_answer(self, *, by: Actor) -> dict[str, str]:
        """The entry that each must-answer question has to find. Raises NotAllowed."""
        must_moderate(by)
        return self._rules.must_answer(by.guild_id)

    def set_must_answer(self, question: str, entry_id: str, reason: str, *, by: Actor) -> None:
        """Put a question on the list, or with no entry take it off. Raises EmptyText or NoSuchEntry."""
        must_moderate(by)
        question = " ".join(question.split())
        if not normal_form(question) or not reason.strip():
            raise EmptyText("Write both the question and the reason.")
        if entry_id.strip():
            self._bases.freshen(by.guild_id).entry(entry_id.strip())
        self._rules.set_must_answer(
            by.guild_id, question, entry_id.strip() or None, Why(by.user_id, reason.strip()), at=self._now()
        )

    def contested(self, *, by: Actor) -> dict[str, bool]:
        """The subjects that need two moderators. Raises NotAllowed."""
        must_moderate(by)
        return self._rules.contested(by.guild_id)

    def set_contested(self, topics: Iterable[str], *, both_sides: bool, by: Actor) -> None:
        """Say which subjects need two moderators. For moderators who manage the server. Raises NotAllowed."""
        must_moderate(by)
        if not by.has(Role.ADMINISTRATOR):
            raise NotAllowed("Only somebody who may manage this server can say what needs two people.")
        wanted = list(dict.fromkeys(topics))
        if unknown := [topic for topic in wanted if topic not in TOPICS]:
            raise NotFound(Thing.TOPIC, unknown[0])
        self._rules.set_contested(by.guild_id, dict.fromkeys(wanted, both_sides))
