"""Tells people what they are to be told: each message once, and what cannot be told, to the other side."""

from bot.domain.actor import TERMINAL, Actor, Role
from bot.domain.dialogue.messages import Message, News, Place
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.records import Records


class Messages:
    """The outbox, for whoever delivers it."""

    def __init__(self, casework: Casework, records: Records) -> None:
        self._casework = casework
        self._records = records
        self._store = casework.stores.outbox

    def due(self) -> list[Message]:
        """What is to be told by now on Discord, the longest due first."""
        self._records.nudge()
        return self._store.due(self._casework.now(), apart_from=TERMINAL)

    def waiting_for(self, *, by: Actor) -> list[Message]:
        """What is to be told to one person by now, and in the places that they read."""
        self._records.nudge()
        places = [Place.NOTES, *([Place.QUEUE] if by.has(Role.COMMISSIONER) else [])]
        return self._store.due_for(by.guild_id, by.user_id, places, self._casework.now())

    def sent(self, message: Message) -> bool:
        """It was told; false where that was settled already."""
        return self._store.settle(message, "sent", at=self._casework.now())

    def failed(self, message: Message) -> None:
        """It could not be told: say so to the other side of the conversation, once."""
        with self._casework.deciding():
            if not self._store.settle(message, "failed", at=self._casework.now()):
                return
            booking = message.booking
            if booking is None or message.place is not Place.PERSON or message.news is News.NOT_REACHED:
                return
            key, other = f"not reached:{message.id}", booking.other(message.to)
            self._casework.remember(key, News.NOT_REACHED, other, booking, message.news)

    def outdated(self, message: Message) -> bool:
        """It is a reminder of what is over, which nobody needs any more."""
        ended = message.booking is not None and message.booking.ends_at <= self._casework.now()
        return message.news is News.REMINDER and ended
