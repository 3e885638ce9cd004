"""The stores behind keeping the answers right, over one database, as one value."""

from dataclasses import dataclass

from sqlite_utils import Database

from bot.storage.knowledge.cases import CaseStore
from bot.storage.knowledge.drafts import DraftStore
from bot.storage.knowledge.house_rules import HouseRules
from bot.storage.knowledge.imports import ImportStore
from bot.storage.knowledge.publishing import Publisher
from bot.storage.knowledge.revisions import RevisionStore
from bot.storage.knowledge.suggestions import SuggestionStore
from bot.storage.outbox import OutboxStore
from bot.storage.questions import QuestionLog


@dataclass(frozen=True, slots=True)
class KnowledgeStores:
    """What moderators' services keep things in."""

    log: QuestionLog
    revisions: RevisionStore
    drafts: DraftStore
    publisher: Publisher
    rules: HouseRules
    cases: CaseStore
    suggestions: SuggestionStore
    imports: ImportStore
    outbox: OutboxStore

    @classmethod
    def of(cls, database: Database) -> "KnowledgeStores":
        """All of them."""
        return cls(
            QuestionLog(database),
            RevisionStore(database),
            DraftStore(database),
            Publisher(database),
            HouseRules(database),
            CaseStore(database),
            SuggestionStore(database),
            ImportStore(database),
            OutboxStore(database),
        )
