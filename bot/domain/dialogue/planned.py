"""A service that is to be commissioned, and whether people can talk one to one about it."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.actor import Actor, Role
from bot.domain.dialogue.acts import NOTHING, Act, Condition, Conditions, Part
from bot.domain.dialogue.states import SERVICES, Stage
from bot.domain.errors import EngagementOver


@dataclass(frozen=True, slots=True)
class PlannedService:
    """What is to be commissioned. `id` counts within its server; `route` says where to ask once it is closed.

    `closes_on` is the last day of engagement, where one is set; `closed_at` is when a tender notice went out.
    """

    id: int
    guild_id: int
    title: str
    authority: str
    stage: Stage
    route: str
    closes_on: date | None = None
    closed_at: datetime | None = None

    @property
    def is_closed(self) -> bool:
        """One-to-one conversations about it are over."""
        return self.stage in (Stage.CLOSED, Stage.AWARDED)

    def allows(self, on: date) -> bool:
        """People can talk about it on that day."""
        return not self.is_closed and (self.closes_on is None or on <= self.closes_on)

    def must_allow(self, on: date) -> None:
        """People can talk about it on that day. Raises EngagementOver."""
        if not self.allows(on):
            last_day = None if self.is_closed else self.closes_on
            raise EngagementOver(self.id, self.title, self.route, last_day)

    def part_of(self, actor: Actor) -> Part:
        """The part of a person of the same server."""
        if actor.has(Role.COMMISSIONER):
            return Part.COMMISSIONER
        return Part.MODERATOR if actor.has(Role.MODERATOR) else Part.OTHER

    def conditions(self, today: date) -> Conditions:
        """What decides as well as its stage."""
        return NOTHING if self.allows(today) else frozenset({Condition.OVER})

    def after(self, act: Act, by: Actor) -> Stage:
        """The stage after a person's act. Raises WrongPart or WrongState."""
        return SERVICES.after(self.stage, act, self.part_of(by), self.id)
