"""Services over a real database and a small knowledge base, and the people who use them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.actions.registry import finished
from bot.app import running
from bot.domain.actor import Actor, Role
from bot.domain.answer import Answer, name_of
from bot.domain.draft import Draft
from bot.domain.revision import ChangeNote, Revision
from bot.services.app import App
from bot.services.knowledge.knowledge import Knowledge
from bot.services.knowledge.publishing import Checked
from bot.settings import Settings
from tests.knowledge_folder import KnowledgeFolder

HERE, ELSEWHERE = 7, 8
MEG = Actor(1, HERE, frozenset({Role.MODERATOR, Role.ADMINISTRATOR}))
SAM = Actor(2, HERE, frozenset({Role.MODERATOR}))
BOB = Actor(3, HERE, frozenset({Role.MODERATOR, Role.COMMISSIONER}))
ADA = Actor(4, HERE)
COMMISSIONER = Actor(5, HERE, frozenset({Role.COMMISSIONER}))


@pytest.fixture
def settings(tmp_path: Path, three_answers: KnowledgeFolder) -> Settings:
    """Where the services under test keep their things."""
    return Settings(database=tmp_path / "parley.db", knowledge=three_answers.path)


@pytest.fixture
def app(settings: Settings, now: Callable[[], datetime]) -> Iterator[App]:
    """Everything, wired."""
    with running(settings, now) as made:
        yield made


@pytest.fixture
def knowledge_of(app: App) -> Knowledge:
    """What moderators use."""
    return app.knowledge


def mended(knowledge: Knowledge, entry_id: str, by: Actor = MEG, **fields: str) -> int:
    """A draft with some of its parts written anew; returns its number."""
    draft = knowledge.drafting.edit(entry_id, by=by)
    return knowledge.drafting.fill(draft.id, fields, by=by).id


def published(knowledge: Knowledge, draft_id: int, by: Actor = MEG) -> Revision:
    """Publish a draft as it is, which no one has published before."""
    draft = knowledge.drafting.own(draft_id, by=by)
    revision = finished(knowledge.publishing.publish(draft_id, draft.fingerprint, note(by=by), by=by))
    assert isinstance(revision, Revision)
    return revision


def proposed(knowledge: Knowledge, draft_id: int, reason: str = "It was wrong.", by: Actor = MEG) -> Draft:
    """Put a draft before a second moderator."""
    draft = knowledge.drafting.own(draft_id, by=by)
    done = finished(knowledge.publishing.propose(draft_id, draft.fingerprint, note(reason, by), by=by))
    assert isinstance(done, Draft)
    return done


def checked(knowledge: Knowledge, draft_id: int, by: Actor = MEG) -> Checked:
    """What publishing a draft would do."""
    done = finished(knowledge.publishing.check(draft_id, by=by))
    assert isinstance(done, Checked)
    return done


def restored(knowledge: Knowledge, entry_id: str, number: int, by: Actor = MEG) -> Revision:
    """Bring a version back."""
    done = finished(knowledge.publishing.restore(entry_id, number, note("It was better.", by), by=by))
    assert isinstance(done, Revision)
    return done


def note(reason: str = "It was wrong.", by: Actor = MEG) -> ChangeNote:
    """Why a moderator changes something."""
    return ChangeNote(by.user_id, reason)


def answer(app: App, question: str, guild_id: int = HERE) -> str:
    """The short answer that people get there, or the name of the outcome."""
    outcome = app.answering.ask(question, guild_id=guild_id).outcome
    return outcome.entry.short_answer if isinstance(outcome, Answer) else name_of(outcome)
