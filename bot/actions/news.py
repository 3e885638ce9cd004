"""What waits to be told, as cards: for the terminal, which asks, and for Discord, which sends."""

from bot.cards.card import Card
from bot.cards.dialogue.messages import message_card
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.dialogue.messages import Message
from bot.services.app import App


def news_for(app: App, by: Actor) -> list[Card]:
    """What waits for one person. Each is handed out once: whoever gets it shows it."""
    if by.guild_id == NO_SERVER:
        return []
    messages = app.dialogue.messages
    return [told(app, message) for message in messages.waiting_for(by=by) if messages.sent(message)]


def told(app: App, message: Message) -> Card:
    """The card that tells a message."""
    return message_card(app.dialogue.messages.view(message))
