"""Text typed into a form is kept until the form has gone through."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.actor import Actor
from bot.services.form_drafts import FormDrafts
from bot.storage.database import open_database
from bot.storage.form_drafts import FormDraftStore

ADA, BEN, ADA_ELSEWHERE = Actor(1, 7), Actor(2, 7), Actor(1, 8)


class Time:
    """A clock that a test moves."""

    now = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[FormDrafts]:
    """Drafts over a new database."""
    Time.now = datetime(2026, 11, 30, 9, tzinfo=UTC)
    with open_database(tmp_path / "parley.db") as database:
        yield FormDrafts(FormDraftStore(database), lambda: Time.now)


def test_a_draft_is_kept_for_its_writer_for_a_month(drafts: FormDrafts) -> None:
    """Both steps go into one; no one else sees it; then it is forgotten."""
    drafts.keep("form", {"organisation": "Ada"}, by=ADA)
    kept = drafts.keep("form", {"needs": "captions"}, by=ADA)

    assert kept == {"organisation": "Ada", "needs": "captions"}
    assert drafts.get("form", by=BEN) == {}
    assert drafts.get("form", by=ADA_ELSEWHERE) == {}

    Time.now += timedelta(days=31)
    drafts.keep("other", {}, by=BEN)
    assert drafts.get("form", by=ADA) == {}
