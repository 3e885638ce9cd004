"""Tells people what they are to be told: each message once, and what cannot be told, to the other side."""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.domain.actor import TERMINAL, Actor, Role
from bot.domain.dialogue.bookings import Slot
from bot.domain.dialogue.messages import Message, News, Place
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import RequestState
from bot.services.dialogue.bookings import Bookings
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.records import Records, Shown

_WITH_FILE = (News.BOOKED, News.MOVED, News.CANCELLED)
_OF_RECORDS = (News.RECORD, News.CONFIRMED, News.SUMMARY)


@dataclass(frozen=True, slots=True)
class View:
    """A message with what it takes to say it. `late` where it should have been told some time ago."""

    message: Message
    request: DialogueRequest | None
    offers: tuple[Slot, ...] = ()
    zones: tuple[ZoneInfo, ...] = ()
    record: Shown | None = None
    calendar: bytes = b""
    late: bool = False


class Messages:
    """The outbox, for whoever delivers it."""

    def __init__(self, casework: Casework, bookings: Bookings, records: Records) -> None:
        self._casework = casework
        self._bookings = bookings
        self._records = records
        self._store = casework.stores.outbox

    def due(self) -> list[Message]:
        """What is to be told by now on Discord, the longest due first."""
        self._records.nudge()
        return self._still_wanted(self._store.due(self._casework.now(), apart_from=TERMINAL))

    def waiting_for(self, *, by: Actor) -> list[Message]:
        """What is to be told to one person by now, and in the places that they read."""
        self._records.nudge()
        places = [Place.NOTES, *([Place.QUEUE] if by.has(Role.COMMISSIONER) else [])]
        due = self._store.due_for(by.guild_id, by.user_id, places, self._casework.now())
        return self._still_wanted(due)

    def view(self, message: Message) -> View:
        """A message with all that it speaks of, as that stands now."""
        stores, now, guild_id = self._casework.stores, self._casework.now(), message.guild_id
        request = stores.requests.get(guild_id, message.request_id) if message.request_id else None
        offers = stores.requests.offers(request, now) if request else []
        booking = message.booking
        return View(
            message,
            request,
            tuple(offer.slot for offer in offers),
            self._bookings.zones(booking) if booking else (self._casework.zone(guild_id),),
            self._records.of(booking) if booking and message.news in _OF_RECORDS else None,
            self._bookings.calendar(booking) if booking and message.news in _WITH_FILE else b"",
            message.is_late(now),
        )

    def sent(self, message: Message) -> bool:
        """It was told; false where that was settled already."""
        return self._store.settle(message, "sent", at=self._casework.now())

    def own_room(self, message: Message) -> int | None:
        """The thread in which somebody who takes no direct messages is told things, if they have one."""
        return self._store.own_room(message.guild_id, message.to)

    def has_own_room(self, message: Message, thread_id: int) -> None:
        """Remember the thread that was made for somebody who takes no direct messages."""
        with self._casework.deciding():
            self._store.set_own_room(message.guild_id, message.to, thread_id)

    def failed(self, message: Message) -> None:
        """It could not be told: say so to the other side of the conversation, once."""
        with self._casework.deciding():
            if not self._store.settle(message, "failed", at=self._casework.now()):
                return
            other = self._other_side(message)
            if other is not None and message.news is not News.NOT_REACHED:
                report = replace(message, key=f"not reached:{message.id}", news=News.NOT_REACHED, to=other)
                self._store.add([replace(report, why=message.news, due_at=self._casework.now())])

    def _other_side(self, message: Message) -> int | None:
        """Whoever talks with the person who could not be told; nobody where they are not one of the two."""
        request = self._casework.stores.requests.get(message.guild_id, message.request_id or 0)
        if message.place is not Place.PERSON or request is None:
            return None
        two = [request.asker_id, request.holder_id]
        return next((one for one in two if one != message.to), None) if message.to in two else None

    def _still_wanted(self, due: list[Message]) -> list[Message]:
        """Without what nobody needs any more: reminders of what is over, and of offers that were answered."""
        now = self._casework.now()
        over = [message for message in due if message.is_over(now) or self._was_answered(message)]
        for message in over:
            self._store.settle(message, "dropped", at=now)
        return [message for message in due if message not in over]

    def _was_answered(self, message: Message) -> bool:
        """It says that an offer has lapsed, but the asker chose, or other times are held meanwhile."""
        if message.news is not News.LAPSED:
            return False
        stores = self._casework.stores
        request = stores.requests.get(message.guild_id, message.request_id or 0)
        waits = request is not None and request.state is RequestState.OFFERED
        return not waits or bool(request and stores.requests.offers(request, self._casework.now()))
