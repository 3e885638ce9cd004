"""A service that is to be commissioned, and whether people may talk one to one about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.dialogue.states import Stage
from bot.domain.dialogue.typed import day, text
from bot.domain.errors import ServiceClosed


@dataclass(frozen=True, slots=True)
class PlannedService:
    """What is to be commissioned. `route` says where to ask once it is closed.

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
        """Somebody may talk about it on that day."""
        return not self.is_closed and (self.closes_on is None or on <= self.closes_on)

    def must_allow(self, on: date) -> None:
        """Somebody may talk about it on that day. Raises ServiceClosed."""
        if self.is_closed:
            raise ServiceClosed(
                f"“{self.title}” is {self.stage}, so nobody can book a one-to-one conversation about it:"
                f" everyone who may bid must learn the same. Ask here instead: {self.route}"
            )
        if self.closes_on is not None and not self.allows(on):
            raise ServiceClosed(
                f"Engagement on “{self.title}” ends on {self.closes_on:%-d %B %Y}, so nobody can talk one to"
                f" one about it after that day. Ask here instead: {self.route}"
            )


def read_service(typed: Mapping[str, str], guild_id: int, today: date) -> PlannedService:
    """What a commissioner typed into the form. Raises ToMend."""
    closes_on = typed.get("closes_on", "").strip()
    return PlannedService(
        id=0,
        guild_id=guild_id,
        title=text(typed.get("title", ""), "What is to be commissioned"),
        authority=text(typed.get("authority", ""), "The authority"),
        stage=Stage.OPEN if typed.get("stage") == Stage.OPEN else Stage.EXPLORING,
        route=text(typed.get("route", ""), "Where to ask once it is closed"),
        closes_on=day(closes_on, "The last day of engagement", today=today) if closes_on else None,
    )
