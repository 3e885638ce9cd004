"""What the tests share: a clock that does not move, and knowledge folders written for the occasion."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.knowledge_folder import KnowledgeFolder

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""As the command line has it; numpy reads it when it is first imported."""


@pytest.fixture
def now() -> Callable[[], datetime]:
    """Ten in the morning of 23 November 2026, for ever."""
    return lambda: datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def knowledge(tmp_path: Path) -> KnowledgeFolder:
    """An empty knowledge folder to write entries into."""
    return KnowledgeFolder(tmp_path / "knowledge")


@pytest.fixture
def three_answers(knowledge: KnowledgeFolder) -> KnowledgeFolder:
    """A small base with nothing wrong in it."""
    knowledge.write("notice-of-ending-funding")
    knowledge.write(
        "tupe",
        title="What happens to staff when a service moves?",
        topic="rec-8",
        questions=["what is tupe", "do we inherit the staff if we win", "staff transfer"],
        checks=["do the workers come with the service"],
        body="Staff who are assigned to the service move with it.\n\n## For commissioners\n\nTell bidders.",
        related={"next": ["notice-of-ending-funding"]},
    )
    knowledge.write(
        "great-british-toilet-map",
        title="The Great British Toilet Map",
        topic="rec-1",
        questions=["toilet map", "public toilets near me", "what came of the lavatory map"],
        checks=["a chart of conveniences"],
        status="history",
        body="A map of public toilets, made from councils' data.",
    )
    return knowledge
