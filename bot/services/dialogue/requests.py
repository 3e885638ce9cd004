"""Ask for a conversation, and what becomes of the asking until there is a time for it."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import MOST_HELD, Booking
from bot.domain.dialogue.forms import SendRequestForm
from bot.domain.dialogue.requests import DialogueRequest, Wish
from bot.domain.errors import Limit, LimitReached, NotFound, Thing
from bot.domain.notices import NoticeKind, Place
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.changes import Changes
from bot.services.dialogue.lookups import Lookups, must_oversee
from bot.services.dialogue.views import RequestView, Views

LIST_PAGE = 25
QUEUE_COUNTED = 100
"""A longer queue is just long: counting it would take ever more time."""


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the requests that have waited longest, and how many wait in all, up to QUEUE_COUNTED."""

    requests: tuple[DialogueRequest, ...]
    count: int
    page: int = 1


@dataclass(frozen=True, slots=True)
class Mine:
    """A page of all that one person has here: requests that wait, then bookings; `count` is of all pages."""

    requests: tuple[DialogueRequest, ...]
    bookings: tuple[Booking, ...]
    count: int
    page: int = 1


class Requests:
    """What charities ask for, and what commissioners take on."""

    def __init__(self, casework: Casework, lookups: Lookups, changes: Changes, views: Views) -> None:
        self._casework = casework
        self._lookups = lookups
        self._changes = changes
        self._views = views
        self._store = casework.stores.requests

    def ask(self, filled: SendRequestForm, *, by: Actor) -> RequestView:
        """Ask for a conversation. Raises NotFound, EngagementOver or LimitReached."""
        wish = Wish(
            filled.organisation,
            filled.about,
            filled.hopes,
            filled.access_needs,
            filled.conflicts,
            filled.first_contact,
            filled.service,
        )
        with self._casework.deciding():
            self.must_be_open(filled.service, by=by)
            if self._held_by(by) >= MOST_HELD:
                raise LimitReached(Limit.OPEN, MOST_HELD)
            request = self._store.add(by.guild_id, by.user_id, wish, at=self._casework.now())
            change = self._changes.log(by, request, Act.ASK, request.state)
            change.post(NoticeKind.ASKED, Place.QUEUE, request)
            return self._views.request(request, by=by)

    def must_be_open(self, service: int | None, *, by: Actor) -> None:
        """People can talk about this service now, if it is about one. Raises NotFound or EngagementOver."""
        if service is not None:
            self._lookups.service(service, by).must_allow(self._casework.today(by.guild_id))

    def _held_by(self, by: Actor) -> int:
        """How many requests one person has waiting, and how many conversations they have to come."""
        to_come = self._casework.stores.bookings.count_to_come(by.guild_id, by.user_id, self._casework.now())
        return len(self._store.of_asker(by.guild_id, by.user_id)) + to_come

    def get(self, number: int, *, by: Actor) -> DialogueRequest:
        """A request that concerns this person. Raises NotFound or WrongPart."""
        request = self._lookups.request(number, by)
        request.after(Act.SEE, by)
        return request

    def mine(self, *, by: Actor, page: int = 1) -> Mine:
        """All that this person has asked for, has taken on and has booked."""
        bookings = self._casework.stores.bookings
        asked = self._store.of_asker(by.guild_id, by.user_id)
        requests = [*asked, *self._store.of_holder(by.guild_id, by.user_id)]
        count = len(requests) + bookings.count_of_person(by.guild_id, by.user_id)
        page = min(max(page, 1), max(1, -(-count // LIST_PAGE)))
        first = (page - 1) * LIST_PAGE
        shown = requests[first : first + LIST_PAGE]
        booked = bookings.of_person(
            by.guild_id, by.user_id, LIST_PAGE - len(shown), after=max(0, first - len(requests))
        )
        return Mine(tuple(shown), tuple(booked), count, page)

    def queue(self, *, by: Actor, page: int = 1) -> Queue:
        """The requests that wait, oldest first. Raises RoleNeeded."""
        must_oversee(by)
        count = self._store.pending_count(by.guild_id, QUEUE_COUNTED)
        waiting = self._store.pending(by.guild_id, LIST_PAGE, after=(max(page, 1) - 1) * LIST_PAGE)
        return Queue(tuple(waiting), count, max(page, 1))

    def usual_wait(self, *, by: Actor) -> timedelta | None:
        """How long a first answer usually takes here."""
        return self._lookups.usual_wait(by.guild_id)

    def claim(self, number: int, *, by: Actor) -> RequestView:
        """Take a request on. Raises NotFound, WrongPart, WrongState or Changed."""
        with self._casework.deciding():
            request = self._lookups.request(number, by)
            change = self._changes.step(request, Act.CLAIM, by, holder_id=by.user_id)
            change.tell(NoticeKind.CLAIMED, request.asker_id, about=request)
            return self._again(number, by)

    def colleagues(self, number: int, *, by: Actor) -> list[int]:
        """Other commissioners who have said when they can talk, to hand a request over to.

        Raises NotFound, WrongPart or WrongState.
        """
        request = self._lookups.request(number, by)
        request.after(Act.HAND_OVER, by)
        return [
            one.commissioner_id
            for one in self._casework.stores.availability.all(by.guild_id)
            if one.commissioner_id not in (by.user_id, request.asker_id)
        ]

    def hand_over(self, number: int, to: int, *, by: Actor) -> RequestView:
        """Give a request to a colleague. Raises NotFound, WrongPart, WrongState or Changed."""
        with self._casework.deciding():
            request = self._lookups.request(number, by)
            if to not in self.colleagues(number, by=by):
                raise NotFound(Thing.PERSON, to)
            change = self._changes.step(request, Act.HAND_OVER, by, holder_id=to)
            self._store.drop_offers(request)
            change.tell(NoticeKind.HANDED_OVER, to, request.asker_id, about=request)
            return self._again(number, by)

    def give_back(self, number: int, *, by: Actor) -> RequestView:
        """Put a request back into the queue: one's own, or that of someone who is away.

        Raises NotFound, WrongPart, WrongState or Changed.
        """
        with self._casework.deciding():
            request = self._lookups.request(number, by)
            change = self._changes.step(request, Act.GIVE_BACK, by, holder_id=None)
            self._store.drop_offers(request)
            two = request.asker_id, request.holder_id or 0
            change.tell(NoticeKind.GIVEN_BACK, *(one for one in two if one != by.user_id), about=request)
            return self._again(number, by)

    def can_decline(self, number: int, *, by: Actor) -> DialogueRequest:
        """The request, if this person can decline it now. Raises NotFound, WrongPart or WrongState."""
        request = self._lookups.request(number, by)
        request.after(Act.DECLINE, by)
        return request

    def decline(self, number: int, reason: str, *, by: Actor) -> RequestView:
        """Say no, with a reason. Raises NotFound, WrongPart, WrongState or Changed."""
        with self._casework.deciding():
            request = self.can_decline(number, by=by)
            change = self._changes.step(request, Act.DECLINE, by, holder_id=by.user_id, why=reason)
            self._store.drop_offers(request)
            change.tell(NoticeKind.DECLINED, request.asker_id, about=request, why=reason)
            return self._again(number, by)

    def withdraw(self, number: int, *, by: Actor) -> RequestView:
        """Take one's own request back. Raises NotFound, WrongPart, WrongState or Changed."""
        with self._casework.deciding():
            request = self._lookups.request(number, by)
            change = self._changes.step(request, Act.WITHDRAW, by, holder_id=request.holder_id)
            self._store.drop_offers(request)
            if request.holder_id is not None:
                change.tell(NoticeKind.WITHDRAWN, request.holder_id, about=request)
            return self._again(number, by)

    def turn_down(self, number: int, *, by: Actor) -> RequestView:
        """Say that none of the offered times work. Raises NotFound, WrongPart, WrongState or Changed."""
        with self._casework.deciding():
            request = self._lookups.request(number, by)
            change = self._changes.step(request, Act.TURN_DOWN, by, holder_id=request.holder_id)
            self._store.drop_offers(request)
            change.tell(NoticeKind.TURNED_DOWN, request.holder_id or 0, about=request)
            return self._again(number, by)

    def _again(self, number: int, by: Actor) -> RequestView:
        """The request as it has become."""
        return self._views.request(self._lookups.request(number, by), by=by)
