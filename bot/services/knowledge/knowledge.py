"""Keeping the answers right: the services that moderators use, as one value."""

from dataclasses import dataclass

from bot.services.knowledge.drafting import Drafting
from bot.services.knowledge.exchange import Exchange
from bot.services.knowledge.gatekeeping import Gatekeeper
from bot.services.knowledge.history import History
from bot.services.knowledge.house_rules import HouseRulesKeeping
from bot.services.knowledge.nudging import Nudging
from bot.services.knowledge.publishing import Publishing
from bot.services.knowledge.queue import Queue, Tellings
from bot.services.knowledge.suggesting import Suggesting


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
