"""Builds everything, by hand, in one place: storage, then services, into one App."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.errors import KnowledgeFaulty
from bot.domain.faults import Fault, Severity
from bot.domain.knowledge import KnowledgeBase
from bot.services.answering import Answering, Clock
from bot.services.app import App
from bot.services.checking import Checker
from bot.services.feedback import Feedback
from bot.services.servers import Servers
from bot.settings import Settings
from bot.storage.engine import read_engine as read_engine
from bot.storage.entry_files import read_entries
from bot.storage.signposts import read_signposts

if TYPE_CHECKING:
    from bot.services.knowledge.bases import ServerBases
    from bot.services.knowledge.knowledge import Knowledge
    from bot.storage.knowledge.stores import KnowledgeStores


def load_knowledge(folder: Path) -> KnowledgeBase:
    """The knowledge base in a folder. Raises KnowledgeFaulty for the first error in it."""
    read = read_entries(folder)
    for fault in read.faults:
        if fault.severity is Severity.ERROR:
            raise KnowledgeFaulty(f"{fault}. `python -m bot check` lists every fault.")
    if not read.files:
        raise KnowledgeFaulty(f"{folder} holds no answers. Give --knowledge the folder that holds them.")
    return KnowledgeBase.of((file.entry for file in read.files), read_signposts(folder), read_engine(folder))


def check_knowledge(folder: Path, today: date) -> list[Fault]:
    """All that is wrong with a folder's answers and with the engine's settings. Raises KnowledgeFaulty."""
    read = read_entries(folder)
    base = KnowledgeBase.of((file.entry for file in read.files), read_signposts(folder), read_engine(folder))
    return sorted([*read.faults, *Checker(read.files, base, today).faults()])


@contextmanager
def running(settings: Settings, now: Clock, *, keep: bool = True) -> Iterator[App]:
    """Every service, wired. Front ends and tests start here.

    Without `keep` there is no database, and so neither log nor feedback. Raises KnowledgeFaulty or
    StorageFaulty.
    """
    base = load_knowledge(settings.knowledge)
    if not keep:
        yield App(Answering(base, None, now), now)
        return
    # Imported here because nothing else needs SQLite, and a terminal question has little time to start.
    from bot.services.dialogue.dialogue import dialogue_over
    from bot.services.knowledge.bases import ServerBases
    from bot.storage.database import open_database
    from bot.storage.dialogue.stores import Stores
    from bot.storage.feedback import FeedbackStore
    from bot.storage.knowledge.stores import KnowledgeStores
    from bot.storage.questions import QuestionLog
    from bot.storage.referrals import ReferralStore
    from bot.storage.servers import ServerStore

    with open_database(settings.database) as database:
        log, stores = QuestionLog(database), KnowledgeStores.of(database)
        bases = ServerBases(base, stores.revisions)
        answering = Answering(
            base,
            log,
            now,
            keep_text=settings.log_questions,
            keep_for=settings.retention_days,
            servers=bases,
        )
        answering.forget_old_questions()
        feedback = Feedback(answering, log, FeedbackStore(database), ReferralStore(database), now)
        servers = Servers(ServerStore(database))
        dialogue = dialogue_over(Stores(database), servers, now)
        yield App(answering, now, feedback, servers, dialogue, _knowledge(stores, bases, now))


def _knowledge(stores: "KnowledgeStores", bases: "ServerBases", now: Clock) -> "Knowledge":
    """What moderators need to keep the answers right."""
    from bot.services.knowledge.drafting import Drafting
    from bot.services.knowledge.exchange import Exchange
    from bot.services.knowledge.gatekeeping import Gatekeeper
    from bot.services.knowledge.history import History
    from bot.services.knowledge.house_rules import HouseRulesKeeping
    from bot.services.knowledge.knowledge import Knowledge
    from bot.services.knowledge.nudging import Nudging
    from bot.services.knowledge.publishing import Publishing
    from bot.services.knowledge.queue import Queue, Tellings
    from bot.services.knowledge.suggesting import Suggesting
    from bot.services.knowledge.versions import Versions

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
        tellings=Tellings(stores.cases, now),
        suggesting=Suggesting(bases, drafting, stores.suggestions, now),
        exchange=Exchange(versions, gatekeeper, stores, now),
        nudging=Nudging(history, versions, stores.nudges, now),
    )
