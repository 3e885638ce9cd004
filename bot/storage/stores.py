"""All stores over one database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.storage.database import open_database
from bot.storage.dialogue.stores import Stores as DialogueStores
from bot.storage.feedback import FeedbackStore
from bot.storage.form_drafts import FormDraftStore
from bot.storage.knowledge.stores import KnowledgeStores
from bot.storage.outbox import OutboxStore
from bot.storage.questions import QuestionLog
from bot.storage.referrals import ReferralStore
from bot.storage.servers import ServerStore


@dataclass(frozen=True, slots=True)
class Stores:
    """What is kept, by what it is about."""

    questions: QuestionLog
    feedback: FeedbackStore
    referrals: ReferralStore
    servers: ServerStore
    form_drafts: FormDraftStore
    dialogue: DialogueStores
    knowledge: KnowledgeStores
    outbox: OutboxStore


@contextmanager
def open_stores(path: Path | None) -> Iterator[Stores]:
    """The stores of the database at `path`, or of one in memory. Raises DatabaseUnusable."""
    with open_database(path) as database:
        yield Stores(
            questions=QuestionLog(database),
            feedback=FeedbackStore(database),
            referrals=ReferralStore(database),
            servers=ServerStore(database),
            form_drafts=FormDraftStore(database),
            dialogue=DialogueStores(database),
            knowledge=KnowledgeStores.of(database),
            outbox=OutboxStore(database),
        )
