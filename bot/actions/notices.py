"""What is to be told, as cards: for the terminal, which asks for it, and for Discord, which sends it."""

from bot.cards.card import Card
from bot.cards.dialogue.messages import message_card
from bot.cards.knowledge.entries import overdue_card
from bot.cards.knowledge.queue import told_card
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.notices import Notice, NoticeKind
from bot.services.app import App


def notice_card(app: App, notice: Notice) -> Card | None:
    """The card of a notice; None where there is nothing to tell any longer."""
    match notice.kind:
        case NoticeKind.QUESTION_SETTLED:
            return _settled(app, notice)
        case NoticeKind.REVIEW_DUE:
            overdue = app.knowledge.review_reminders.overdue(notice.guild_id)
            return overdue_card([(one.entry, one.owner_id) for one in overdue]) if overdue else None
        case _:
            return message_card(app.dialogue.notices.view(notice))


def cards_for(app: App, by: Actor) -> list[Card]:
    """What is due for one person, where no one sends it to them; each notice once."""
    if by.guild_id == NO_SERVER:
        return []
    app.dialogue.notices.add_late()
    claimed = [notice for notice in app.outbox.due_for(by=by) if app.outbox.claim(notice)]
    cards = [notice_card(app, notice) for notice in claimed]
    for notice in claimed:
        app.outbox.sent(notice)
    return [card for card in cards if card is not None]


def _settled(app: App, notice: Notice) -> Card:
    payload = notice.payload
    entry = app.answering.live(notice.guild_id).entries.get(payload["entry_id"] or "")
    return told_card(payload["question"], entry, payload["reason"])
