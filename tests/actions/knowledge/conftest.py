"""A server with three answers, and what a moderator's front end does there."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from bot.actions.dispatcher import Dispatcher
from bot.app import running
from bot.cards.card import Card, Form
from bot.domain.actor import Actor
from bot.domain.verb import Verb
from bot.services.app import App
from bot.settings import Settings
from tests.knowledge_folder import KnowledgeFolder
from tests.services.conftest import MEG


class Desk:
    """Performs verbs as one front end does, and looks only at what comes back."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._dispatcher = Dispatcher(app)

    def card(self, verb: Verb, values: Mapping[str, str] | None = None, by: Actor = MEG) -> Card:
        """The card that a verb leads to."""
        shown = self._dispatcher.perform(verb, by=by, values=values)
        assert isinstance(shown, Card), shown
        return shown

    def form(self, verb: Verb, by: Actor = MEG) -> Form:
        """The form that a verb opens."""
        shown = self._dispatcher.perform(verb, by=by)
        assert isinstance(shown, Form), shown
        return shown

    def leave(self, form: Form, typed: Mapping[str, str], by: Actor = MEG) -> bool:
        """Leave a form half-way; whether what was typed is kept."""
        return self._dispatcher.keep(form, typed, by=by)


@pytest.fixture
def desk(tmp_path: Path, three_answers: KnowledgeFolder, now: Callable[[], datetime]) -> Iterator[Desk]:
    """Everything, wired."""
    settings = Settings(database=tmp_path / "parley.db", knowledge=three_answers.path)
    with running(settings, now) as app:
        yield Desk(app)


def pressed(card: Card, label: str) -> Verb:
    """The verb of the button or choice that begins so."""
    found = [action.verb for action in card.everything_to_do if action.label.startswith(label)]
    assert found, f"no {label!r} among {[action.label for action in card.everything_to_do]}"
    return found[0]


def held(form: Form) -> dict[str, str]:
    """What each field of a form holds."""
    return {field.name: field.value for field in form.fields}
