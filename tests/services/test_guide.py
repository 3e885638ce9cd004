"""What comes before any search: help in distress, the nation that is asked about, and Welsh."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.actions.dispatcher import Dispatcher
from bot.app import running
from bot.cards.card import Card
from bot.domain.server import Nation
from bot.domain.setup_forms import RulesForm
from bot.services.app import App
from bot.settings import Settings
from bot.storage.database import open_database
from bot.storage.questions import QuestionLog
from tests.knowledge_folder import KnowledgeFolder
from tests.services.conftest import ADA, HERE, MEG

HELP = """
[[help]]
id = "self-harm"
title = "If you might harm yourself"
text = "Call Samaritans on 116 123."
phrases = ["want to die"]
never = ["to die for"]
questions = ["I want to die"]
"""
PLACES = """
[wales]
names = ["Cardiff"]
ambiguous = []
entry = "wales-for-charities"
line = "This answer is about England."
[welsh-language]
words = ["faint", "elusen"]
line = "Saesneg yn unig."
"""


@pytest.fixture
def app(tmp_path: Path, three_answers: KnowledgeFolder, now: Callable[[], datetime]) -> Iterator[App]:
    """Everything, over answers with cards for distress and places."""
    three_answers.write("wales-for-charities", title="Charities in Wales", jurisdiction="Wales",
                        questions=["welsh charities"], checks=["charities over in wales"])  # fmt: skip
    (three_answers.path / "help.toml").write_text(HELP, encoding="utf-8")
    (three_answers.path / "places.toml").write_text(PLACES, encoding="utf-8")
    with running(Settings(database=tmp_path / "parley.db", knowledge=three_answers.path), now) as made:
        yield made


def said(app: App, question: str) -> Card:
    """What Ada is shown."""
    return Dispatcher(app).ask(question, by=ADA)


def test_someone_in_distress_gets_who_to_call_and_nothing_is_kept(app: App, tmp_path: Path) -> None:
    """Whatever else the message asks; there is no vote, and moderators never see it."""
    card = said(app, "what is tupe, I want to die")

    assert card.title == "If you might harm yourself"
    assert "116 123" in card.text
    assert card.everything_to_do == ()
    with open_database(tmp_path / "parley.db") as database:
        assert QuestionLog(database).all(HERE) == []


def test_a_question_after_one_in_distress_is_kept_as_ever(app: App) -> None:
    """Each question of several people keeps its own number."""
    find = app.answering.finder.find
    asked = app.answering.record([find(q, guild_id=HERE) for q in ("I want to die", "staff transfer")])

    assert asked[0].id is None
    assert asked[1].id is not None


def test_someone_from_another_nation_reads_first_that_it_is_about_england(app: App) -> None:
    """And is led to that nation's own answer."""
    card = said(app, "three months notice before they stop our grant in Cardiff")

    assert card.text.startswith("**This answer is about England.**")
    assert card.choices[0].label == "Wales: Charities in Wales"


def test_an_english_question_says_nothing_of_other_nations(app: App) -> None:
    """Most people ask from England."""
    card = said(app, "three months notice")

    assert "This answer is about England" not in card.text


def test_a_server_in_wales_reads_it_without_naming_a_place(app: App) -> None:
    """An administrator has said where the server is."""
    app.servers.set_rules(
        RulesForm(time_zone="Europe/London", nation=Nation.WALES, retention_days=365), by=MEG
    )

    assert said(app, "three months notice").text.startswith("**This answer is about England.**")


def test_a_question_in_welsh_gets_a_line_of_welsh(app: App) -> None:
    """And is not searched as if it were English."""
    assert said(app, "faint o rybudd i elusen").text == "Saesneg yn unig."
