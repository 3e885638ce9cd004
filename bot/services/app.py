"""All services as one value, for the front ends."""

from dataclasses import dataclass

from bot.services.answering import Answering, Clock


@dataclass(frozen=True, slots=True)
class App:
    """What the front ends are handed: the services, and the clock that they share."""

    answering: Answering
    now: Clock
