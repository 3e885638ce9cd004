"""Tells people that their question has an answer: those who asked to be told, once each."""

from bot.cards.card import Card
from bot.cards.knowledge.queue import told_card
from bot.domain.actor import Actor
from bot.services.app import App
from bot.storage.knowledge.cases import Telling


def told(app: App, telling: Telling) -> Card:
    """The card for one person: the answer, or why there is none."""
    shown = app.answering.live(telling.guild_id).entries
    entry = shown.get(telling.entry_id or "")
    return told_card(telling.question, entry, telling.reason or "The answer has been taken out again.")


def answers_for(app: App, by: Actor) -> list[Card]:
    """What waits to be told to this person, where nobody sends it to them; they are forgotten with it."""
    tellings = app.knowledge.tellings
    return [told(app, telling) for telling in tellings.due(by.user_id) if tellings.take(telling)]
