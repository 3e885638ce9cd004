"""Answers what people ask. Apart from the verbs, so that one question in a terminal starts quickly."""

from collections.abc import Sequence

from bot.cards.answers import Shown, full_card, outcome_card
from bot.cards.card import Card
from bot.domain.actor import TERMINAL, Actor
from bot.domain.answer import Answer
from bot.services.answering import Asked
from bot.services.app import App


class Asking:
    """Where a question is brought, and the card that answers it is made."""

    def __init__(self, app: App) -> None:
        self._app = app

    def ask(self, question: str, *, by: Actor) -> Asked:
        """Answer a question."""
        return self._app.answering.ask(question, guild_id=by.guild_id)

    def look_ahead(self, question: str, *, by: Actor) -> None:
        """Find the answer, so that asking takes no time. Touches no disk."""
        self._app.answering.look_ahead(question, guild_id=by.guild_id)

    def ask_all(self, questions: Sequence[tuple[str, Actor]]) -> list[Asked]:
        """Answer several people's questions in one go."""
        return self._app.answering.ask_all([(question, by.guild_id) for question, by in questions])

    def say(self, asked: Asked, *, by: Actor, reply_to: int | None = None, in_public: bool = False) -> Card:
        """The card for what came of a question.

        With `reply_to`, for somebody who answers that message; `in_public`, where everyone reads it anyway.
        """
        base, today = self._app.answering.base(by.guild_id), self._app.now().date()
        shown = Shown(asked.id, reply_to=reply_to, shareable=not in_public and by.guild_id != TERMINAL)
        return outcome_card(asked.outcome, base, today, shown)

    def say_in_full(self, asked: Asked, *, by: Actor) -> Card:
        """The same with nothing left to read on, for where no choice can follow."""
        if isinstance(asked.outcome, Answer):
            return full_card(
                asked.outcome.entry, self._app.answering.base(by.guild_id), self._app.now().date()
            )
        return self.say(asked, by=by)

    def explain(self, asked: Asked, question: str, *, by: Actor) -> str:
        """Why the best entry was found, whatever came of the question: the words that speak for it."""
        if not asked.outcome.ranked:
            return "nothing in it says what it is about"
        best = asked.outcome.ranked[0].entry.id
        return f"{best} {self._app.answering.base(by.guild_id).explain(question, best)}"
