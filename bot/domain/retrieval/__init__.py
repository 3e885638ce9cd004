"""Finds the document that answers a question, or finds that there is none: pure, deterministic, in memory."""

from bot.domain.retrieval.answerability import Decision, Judge, Limits, Verdict, decide
from bot.domain.retrieval.documents import Document, Match, Ranking, Signals
from bot.domain.retrieval.encoder import Encoder
from bot.domain.retrieval.explain import Explanation, Reason
from bot.domain.retrieval.heads import Heads
from bot.domain.retrieval.help_head import HelpHead
from bot.domain.retrieval.index import Index
from bot.domain.retrieval.ranking import Fusion
from bot.domain.retrieval.vectors import WordVectors
from bot.domain.retrieval.vocabulary import Vocabulary

__all__ = [
    "Decision",
    "Document",
    "Encoder",
    "Explanation",
    "Fusion",
    "Heads",
    "HelpHead",
    "Index",
    "Judge",
    "Limits",
    "Match",
    "Ranking",
    "Reason",
    "Signals",
    "Verdict",
    "Vocabulary",
    "WordVectors",
    "decide",
]
