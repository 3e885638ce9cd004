"""One person presses buttons in a world whose state a test has prepared."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.actions.dispatcher import Dispatcher
from bot.actions.registry import Seen
from bot.cards.card import Card, Form
from bot.domain.actor import Actor
from bot.domain.verb import Verb
from bot.services.app import App
from bot.services.form_drafts import FormDrafts
from bot.storage.database import open_database
from bot.storage.form_drafts import FormDraftStore
from tests.dialogue_world import World, world_at
from tests.terminal import Time


@dataclass
class Hand:
    """Presses and fills in, in one world."""

    world: World
    dispatcher: Dispatcher

    def press(self, verb: Verb, by: Actor, **typed: str) -> Seen:
        """Do what a button or a form says. Raises what it is refused with."""
        return self.dispatcher.perform(verb, by=by, values=typed or None)

    def card(self, verb: Verb, by: Actor, values: Mapping[str, str] | None = None) -> Card:
        """Press, and get a card."""
        shown = self.dispatcher.perform(verb, by=by, values=values)
        assert isinstance(shown, Card), shown
        return shown

    def form(self, verb: Verb, by: Actor) -> Form:
        """Press, and get a form."""
        shown = self.dispatcher.perform(verb, by=by)
        assert isinstance(shown, Form), shown
        return shown


@contextmanager
def hand_in(app: App, path: Path, time: Time | None = None) -> Iterator[Hand]:
    """The world of a file, with all else as `app` has it."""
    with world_at(path, time) as world, open_database(path) as database:
        drafts = FormDrafts(FormDraftStore(database), world.time)
        here = replace(app, dialogue=world.dialogue, servers=world.servers, now=world.time, drafts=drafts)
        yield Hand(world, Dispatcher(here))


def copied(path: Path, number: int) -> Path:
    """A copy of a file that no connection has open."""
    return Path(shutil.copy(path, path.with_name(f"{path.stem}-{number}.db")))
