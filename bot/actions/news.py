"""What waits to be told, as cards: for the terminal, which asks, and for Discord, which sends."""

from bot.cards.card import Card
from bot.cards.dialogue.messages import message_card
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.dialogue.messages import Message
from bot.services.app import App
from bot.services.dialogue.messages import Messages


def news_for(app: App, by: Actor) -> list[Card]:
    """What waits for one person. Each is handed out once: whoever gets it shows it."""
    if app.dialogue is None or by.guild_id == NO_SERVER:
        return []
    return _handed_out(app.dialogue.messages, by)


def _handed_out(messages: Messages, by: Actor) -> list[Card]:
    waiting = messages.waiting_for(by=by)
    for message in filter(messages.outdated, waiting):
        messages.dropped(message)
    return [message_card(messages.view(message)) for message in waiting if messages.sent(message)]


def due_news(app: App) -> list[tuple[Message, Card]]:
    """What is to be told by now in every server, with its card; whoever sends it says what came of it."""
    if app.dialogue is None:
        return []
    messages, due = app.dialogue.messages, app.dialogue.messages.due()
    for message in filter(messages.outdated, due):
        messages.dropped(message)
    return [
        (message, message_card(messages.view(message))) for message in due if not messages.outdated(message)
    ]
