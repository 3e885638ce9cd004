"""Keeping the answers right: the services that moderators use, as one value."""

from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.services.knowledge.bases import ServerBases
from bot.services.knowledge.drafting import Drafting
from bot.services.knowledge.gatekeeping import Gatekeeper
from bot.services.knowledge.history import History
from bot.services.knowledge.house_rules import HouseRulesKeeping
from bot.services.knowledge.import_export import ImportExport
from bot.services.knowledge.publishing import Publishing
from bot.services.knowledge.queue import Queue
from bot.services.knowledge.review_reminders import ReviewReminders
from bot.services.knowledge.suggesting import Suggesting
from bot.services.knowledge.versions import Versions
from bot.storage.knowledge.stores import KnowledgeStores


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What moderators do with the answers of their server, by job."""

    drafting: Drafting
    publishing: Publishing
    gatekeeper: Gatekeeper
    rules: HouseRulesKeeping
    history: History
    queue: Queue
    suggesting: Suggesting
    import_export: ImportExport
    review_reminders: ReviewReminders


def knowledge_over(stores: KnowledgeStores, bases: ServerBases, now: Clock) -> Knowledge:
    """Wire the jobs over their stores."""
    versions = Versions(bases, stores.revisions)
    history = History(versions, now)
    gatekeeper = Gatekeeper(bases, stores.log, stores.rules)
    drafting = Drafting(versions, stores, now)
    return Knowledge(
        drafting=drafting,
        publishing=Publishing(drafting, gatekeeper, versions, stores, now),
        gatekeeper=gatekeeper,
        rules=HouseRulesKeeping(bases, stores.rules, now),
        history=history,
        queue=Queue(drafting, stores, now),
        suggesting=Suggesting(bases, drafting, stores.suggestions, now),
        import_export=ImportExport(versions, gatekeeper, stores, now),
        review_reminders=ReviewReminders(history, versions, stores.outbox, now),
    )
