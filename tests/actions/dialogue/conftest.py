"""One application for all that these tests press; what is about conversations is each test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import running
from bot.services.app import App
from bot.settings import Settings
from tests.actions.dialogue.pressing import Hand, hand_in
from tests.knowledge_folder import KnowledgeFolder
from tests.terminal import Time


@pytest.fixture
def app(tmp_path: Path, three_answers: KnowledgeFolder) -> Iterator[App]:
    """An application with three answers."""
    settings = Settings(database=tmp_path / "answers.db", knowledge=three_answers.path)
    with running(settings, Time()) as made:
        yield made


@pytest.fixture
def hand(app: App, tmp_path: Path) -> Iterator[Hand]:
    """A world in which a commissioner can talk on Tuesday mornings."""
    with hand_in(app, tmp_path / "parley.db") as made:
        made.world.free_on("Tuesday", "09:00 to 12:00")
        yield made
