"""Questions are answered alone or together, from memory, and each is kept for its own server."""

from collections.abc import Callable
from datetime import datetime

from bot.app import load_knowledge, running
from bot.domain.actor import NO_SERVER
from bot.services.app import App
from bot.settings import Settings
from bot.storage.database import open_database
from bot.storage.questions import QuestionLog
from tests.services.conftest import ELSEWHERE, HERE, MEG, answer, mended, published


def test_an_index_is_built_when_it_is_first_needed(settings: Settings) -> None:
    """A start does not wait for it, and questions before it was ready are answered all the same."""
    base = load_knowledge(settings.knowledge)
    assert not base.is_indexed

    outcome = base.answer("staff transfer")

    assert base.is_indexed
    assert outcome.ranked[0].entry.id == "tupe"
    assert base.answer("staff transfer") is outcome


def test_a_question_is_found_once_and_then_kept(app: App) -> None:
    """The outcome that was found is kept: nothing is searched twice."""
    assert not app.answering.finder.is_ready
    app.answering.prepare()
    assert app.answering.finder.is_ready

    found = app.answering.finder.find("staff transfer", guild_id=HERE)
    (asked,) = app.answering.record([found])

    assert asked.outcome is found.outcome


def test_those_who_ask_together_are_answered_each_by_their_server(
    settings: Settings, now: Callable[[], datetime]
) -> None:
    """Each gets a number of their own, but for a direct message, and each server keeps its own question."""
    with running(settings, now) as app:
        published(app.knowledge, mended(app.knowledge, "tupe", body="Ours."), by=MEG)
        asked = app.answering.record(
            [
                app.answering.finder.find(question, guild_id=guild_id)
                for question, guild_id in (
                    ("staff transfer", HERE),
                    ("staff transfer", ELSEWHERE),
                    ("toilet map", NO_SERVER),
                    ("?", HERE),
                )
            ]
        )

        assert [each.outcome.ranked[0].entry.short_answer for each in asked[:2]] == [
            "Ours.",
            "Staff who are assigned to the service move with it.",
        ]
        assert [each.id is None for each in asked] == [False, False, True, False]
    with open_database(settings.database) as database:
        log = QuestionLog(database)
        kept = {guild_id: [each.question for each in log.all(guild_id)] for guild_id in (HERE, ELSEWHERE, 0)}
    assert kept == {HERE: ["staff transfer", "?"], ELSEWHERE: ["staff transfer"], 0: [None]}


def test_what_was_looked_up_before_a_change_is_not_what_is_said_after_it(app: App) -> None:
    """A base remembers only its own answers."""
    app.answering.prepare()
    before = answer(app, "staff transfer")
    found = app.answering.finder.find("staff transfer", guild_id=HERE)
    published(app.knowledge, mended(app.knowledge, "tupe", body="Mended."))

    (asked,) = app.answering.record([found])
    assert asked.outcome.ranked[0].entry.short_answer == "Mended."
    assert before != "Mended."
    assert answer(app, "staff transfer") == "Mended."
