"""Ask for a conversation, and what becomes of the asking until there is a time for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.actor import Actor
from bot.domain.dialogue.bookings import MOST_HELD, Booking
from bot.domain.dialogue.messages import News, Place
from bot.domain.dialogue.requests import DialogueRequest, read_wish
from bot.domain.dialogue.states import REQUESTS, Act, BookingState
from bot.domain.dialogue.typed import TEXT_LIMIT, text
from bot.domain.errors import NotAllowed, TooMany
from bot.services.dialogue.casework import Casework, must_oversee

QUEUE_PAGE = 25
QUEUE_COUNTED = 100
"""A longer queue is just long: counting it would take ever more time."""


@dataclass(frozen=True, slots=True)
class Queue:
    """The requests that have waited longest, and how many wait in all, up to QUEUE_COUNTED."""

    requests: tuple[DialogueRequest, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Mine:
    """All that one person has here."""

    requests: tuple[DialogueRequest, ...]
    bookings: tuple[Booking, ...]


class Requests:
    """What charities ask for, and what commissioners take on."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._store = casework.stores.requests

    def ask(self, typed: Mapping[str, str], *, by: Actor) -> DialogueRequest:
        """Ask for a conversation. Raises ToMend, ServiceClosed, NoSuchDialogue or TooMany."""
        wish = read_wish(typed)
        with self._casework.deciding():
            if wish.service_id is not None:
                zone = self._casework.zone(by.guild_id)
                self._casework.service(wish.service_id, by).must_allow(
                    self._casework.now().astimezone(zone).date()
                )
            if self._held_by(by) >= MOST_HELD:
                raise TooMany(
                    f"You have {MOST_HELD} requests and conversations open, as many as one person may."
                    " /dialogue mine shows them; withdraw or cancel one, or wait until it is over."
                )
            request = self._store.add(by.guild_id, by.user_id, wish, at=self._casework.now())
            change = self._casework.log(by, request, "ask", request.state)
            change.post(News.ASKED, Place.QUEUE, request)
        return request

    def _held_by(self, by: Actor) -> int:
        """How many requests wait for one person, and how many conversations they have to come."""
        bookings = self._casework.stores.bookings.of_person(by.guild_id, by.user_id)
        now = self._casework.now()
        return len(self._store.of_asker(by.guild_id, by.user_id)) + sum(
            b.charity_id == by.user_id and b.state is BookingState.BOOKED and b.starts_at > now
            for b in bookings
        )

    def get(self, request_id: int, *, by: Actor) -> DialogueRequest:
        """A request that concerns this person. Raises NoSuchDialogue or NotAllowed."""
        request = self._casework.request(request_id, by)
        REQUESTS.after(request.state, Act.SEE, request.part_of(by))
        return request

    def mine(self, *, by: Actor) -> Mine:
        """What this person has asked for, has taken on and has booked."""
        asked = self._store.of_asker(by.guild_id, by.user_id)
        held = self._store.of_holder(by.guild_id, by.user_id)
        bookings = self._casework.stores.bookings.of_person(by.guild_id, by.user_id)
        return Mine((*asked, *held), tuple(bookings))

    def queue(self, *, by: Actor) -> Queue:
        """The requests that wait, oldest first. Raises NotAllowed."""
        must_oversee(by, "see the queue")
        waiting = self._store.pending(by.guild_id, QUEUE_PAGE)
        return Queue(tuple(waiting), self._store.pending_count(by.guild_id, QUEUE_COUNTED))

    def usual_wait(self, *, by: Actor) -> timedelta | None:
        """How long a first answer usually takes here."""
        return self._casework.usual_wait(by.guild_id)

    def claim(self, request_id: int, *, by: Actor) -> DialogueRequest:
        """Take a request on. Raises NotAllowed, NotNow or NoSuchDialogue."""
        with self._casework.deciding():
            request = self._casework.request(request_id, by)
            change = self._casework.step(request, Act.CLAIM, by, holder_id=by.user_id)
            change.tell(News.CLAIMED, request.asker_id, about=request)
            return self._casework.request(request_id, by)

    def colleagues(self, request_id: int, *, by: Actor) -> list[int]:
        """Other commissioners who have said when they could talk, to hand a request over to.

        Raises NotAllowed, NotNow or NoSuchDialogue.
        """
        request = self._casework.request(request_id, by)
        REQUESTS.after(request.state, Act.HAND_OVER, request.part_of(by))
        return [
            one.commissioner_id
            for one in self._casework.stores.availability.all(by.guild_id)
            if one.commissioner_id not in (by.user_id, request.asker_id)
        ]

    def hand_over(self, request_id: int, to: int, *, by: Actor) -> DialogueRequest:
        """Give a request to a colleague. Raises NotAllowed, NotNow or NoSuchDialogue."""
        with self._casework.deciding():
            request = self._casework.request(request_id, by)
            if to not in self.colleagues(request_id, by=by):
                raise NotAllowed("That person takes no conversations here. Choose another, or give it back.")
            change = self._casework.step(request, Act.HAND_OVER, by, holder_id=to)
            self._store.drop_offers(request)
            change.tell(News.HANDED_OVER, to, request.asker_id, about=request)
            return self._casework.request(request_id, by)

    def give_back(self, request_id: int, *, by: Actor) -> DialogueRequest:
        """Put a request back into the queue: one's own, or that of somebody who is away.

        Raises NotAllowed, NotNow or NoSuchDialogue.
        """
        with self._casework.deciding():
            request = self._casework.request(request_id, by)
            change = self._casework.step(request, Act.GIVE_BACK, by, holder_id=None)
            self._store.drop_offers(request)
            two = request.asker_id, request.holder_id or 0
            change.tell(News.GIVEN_BACK, *(one for one in two if one != by.user_id), about=request)
            return self._casework.request(request_id, by)

    def decline(self, request_id: int, reason: str, *, by: Actor) -> DialogueRequest:
        """Say no, with a reason. Raises NotAllowed, NotNow, ToMend or NoSuchDialogue."""
        with self._casework.deciding():
            request = self._casework.request(request_id, by)
            REQUESTS.after(request.state, Act.DECLINE, request.part_of(by))
            reason = text(reason, "Your reason", TEXT_LIMIT)
            change = self._casework.step(request, Act.DECLINE, by, holder_id=by.user_id, why=reason)
            self._store.drop_offers(request)
            change.tell(News.DECLINED, request.asker_id, about=request, why=reason)
            return self._casework.request(request_id, by)

    def withdraw(self, request_id: int, *, by: Actor) -> DialogueRequest:
        """Take one's own request back. Raises NotAllowed, NotNow or NoSuchDialogue."""
        with self._casework.deciding():
            request = self._casework.request(request_id, by)
            change = self._casework.step(request, Act.WITHDRAW, by, holder_id=request.holder_id)
            self._store.drop_offers(request)
            if request.holder_id is not None:
                change.tell(News.WITHDRAWN, request.holder_id, about=request)
            return self._casework.request(request_id, by)

    def turn_down(self, request_id: int, *, by: Actor) -> DialogueRequest:
        """Say that none of the times offered suits. Raises NotAllowed, NotNow or NoSuchDialogue."""
        with self._casework.deciding():
            request = self._casework.request(request_id, by)
            change = self._casework.step(request, Act.TURN_DOWN, by, holder_id=request.holder_id)
            self._store.drop_offers(request)
            change.tell(News.TURNED_DOWN, request.holder_id or 0, about=request)
            return self._casework.request(request_id, by)
