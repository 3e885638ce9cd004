"""Keeping the answers right: the services that moderators use, as one value."""

from dataclasses import dataclass

from bot.services.drafting import Drafting
from bot.services.exchange import Exchange
from bot.services.gatekeeping import Gatekeeper
from bot.services.history import History
from bot.services.house_rules import HouseRulesKeeping
from bot.services.nudging import Nudging
from bot.services.publishing import Publishing
from bot.services.queue import Queue, Tellings
from bot.services.suggesting import Suggesting


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What moderators do with the answers of their server, by job."""

    drafting: Drafting
    publishing: Publishing
    gatekeeper: Gatekeeper
    rules: HouseRulesKeeping
    history: History
    queue: Queue
    tellings: Tellings
    suggesting: Suggesting
    exchange: Exchange
    nudging: Nudging
