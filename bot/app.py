"""Builds everything, by hand, in one place: storage, then services, into one App."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.clock import Clock
from bot.domain.errors import DatabaseUnusable, KnowledgeFaulty
from bot.domain.faults import FileCode, FileFault, Severity, file_fault, in_order
from bot.domain.guide import Guide
from bot.domain.knowledge import KnowledgeBase
from bot.services.checking import Checker
from bot.services.finding import Finder, OneBase
from bot.settings import Settings
from bot.storage.engine import read_engine as read_engine
from bot.storage.entry_files import read_entries
from bot.storage.help_cards import read_help
from bot.storage.places import read_places
from bot.storage.plain_english import read_plain_english
from bot.storage.signposts import read_signposts

if TYPE_CHECKING:
    from bot.services.app import App
    from bot.storage.stores import Stores

log = logging.getLogger(__name__)


def load_knowledge(folder: Path, *, encoder: bool = True) -> KnowledgeBase:
    """The knowledge base in a folder, searched with the encoder or by words alone.

    Raises KnowledgeFaulty for the first error in it.
    """
    read = read_entries(folder)
    for fault in read.faults:
        if fault.severity is Severity.ERROR:
            raise KnowledgeFaulty(fault)
    if not read.files:
        raise KnowledgeFaulty(file_fault(str(folder), 0, FileCode.NO_ENTRY))
    entries = (file.entry for file in read.files)
    guide = Guide(read_help(folder), read_places(folder))
    return KnowledgeBase.of(entries, read_signposts(folder), read_engine(folder, encoder=encoder), guide)


def check_knowledge(folder: Path, today: date) -> list[FileFault]:
    """All that is wrong with a folder's answers and with the engine's settings. Raises KnowledgeFaulty."""
    read = read_entries(folder)
    base = KnowledgeBase.of((file.entry for file in read.files), read_signposts(folder), read_engine(folder))
    checker = Checker(read.files, base, today, read_plain_english(), read.broken_ids)
    return in_order([*read.faults, *checker.faults()])


def finder_of(settings: Settings) -> Finder:
    """What answers a single question, with nothing kept and nothing to open. Raises KnowledgeFaulty."""
    return Finder(OneBase(load_knowledge(settings.knowledge, encoder=settings.encoder)))


@contextmanager
def running(
    settings: Settings, now: Clock, *, keep: bool = True, only_reads: bool = False
) -> Iterator["App"]:
    """Every service, wired. Front ends and tests start here.

    Without `keep`, all that is written stays in memory and goes when this ends; with `only_reads` nothing is
    written at all, and what would have to be is refused. Raises KnowledgeFaulty or
    DatabaseUnusable.
    """
    base = load_knowledge(settings.knowledge, encoder=settings.encoder)
    # Imported here because nothing else needs SQLite, and a terminal question has little time to start.
    from bot.storage.stores import open_stores

    with open_stores(settings.database if keep and not only_reads else None) as stores:
        app = replace(_wired(stores, base, settings, now), only_reads=only_reads)
        app.answering.forget_old_questions()
        yield app


@contextmanager
def running_anyhow(settings: Settings, now: Clock) -> Iterator["App"]:
    """The same or, where the database cannot be opened, what answers questions and keeps nothing.

    For a bot that others rely on. Raises KnowledgeFaulty.
    """
    from bot.cards.command_line import error_line

    with ExitStack() as stack:
        try:
            app = stack.enter_context(running(settings, now))
        except DatabaseUnusable as error:
            log.error("%s", error_line(error))
            app = stack.enter_context(running(settings, now, only_reads=True))
        yield app


def _wired(stores: "Stores", base: KnowledgeBase, settings: Settings, now: Clock) -> "App":
    from bot.services.answering import Answering
    from bot.services.app import App
    from bot.services.dialogue.dialogue import dialogue_over
    from bot.services.feedback import Feedback
    from bot.services.form_drafts import FormDrafts
    from bot.services.knowledge.bases import ServerBases
    from bot.services.knowledge.knowledge import knowledge_over
    from bot.services.outbox import Outbox
    from bot.services.servers import Servers

    bases, servers = ServerBases(base, stores.knowledge.revisions), Servers(stores.servers)
    answering = Answering(
        bases, stores.questions, now, keep_text=settings.log_questions, keep_for=settings.retention_days
    )
    dialogue = dialogue_over(stores.dialogue, servers, now)
    return App(
        now=now,
        answering=answering,
        feedback=Feedback(answering, stores.questions, stores.feedback, stores.referrals, now),
        servers=servers,
        drafts=FormDrafts(stores.form_drafts, now),
        dialogue=dialogue,
        knowledge=knowledge_over(stores.knowledge, bases, now),
        outbox=Outbox(stores.outbox, dialogue.notices, now),
    )
