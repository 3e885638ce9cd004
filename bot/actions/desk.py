"""Routes a verb to what it does: the same service call and the same card, whichever front end asks."""

from collections.abc import Callable, Mapping

from bot.actions.answering import VERBS as ANSWERING
from bot.cards.answers import full_card, outcome_card
from bot.cards.card import Action, Card
from bot.domain.actor import Actor
from bot.domain.answer import Answer, Outcome
from bot.domain.errors import NoSuchAction
from bot.services.app import App

Handler = Callable[[App, Actor, tuple[str, ...]], Card]
"""What one verb does: app, who asks, the action's arguments."""

_VERBS: Mapping[str, Handler] = {**ANSWERING}


class Desk:
    """Where the front ends bring what people ask and choose."""

    def __init__(self, app: App) -> None:
        self._app = app

    def ask(self, question: str, *, by: Actor) -> Outcome:
        """Answer a question."""
        return self._app.answering.ask(question, guild_id=by.guild_id)

    def say(self, outcome: Outcome) -> Card:
        """The card for what came of a question."""
        return outcome_card(outcome, self._app.answering.base, self._app.now().date())

    def say_in_full(self, outcome: Outcome) -> Card:
        """The same with nothing left to read on, for where no choice can follow."""
        if isinstance(outcome, Answer):
            return full_card(outcome.entry, self._app.answering.base, self._app.now().date())
        return self.say(outcome)

    def perform(self, action: Action, *, by: Actor) -> Card:
        """Do what an action says. Raises NoSuchAction, or what its service raises."""
        handler = _VERBS.get(action.verb)
        if handler is None:
            raise NoSuchAction("I do not know that choice any more. Ask again, or type /help.")
        return handler(self._app, by, action.arguments)
