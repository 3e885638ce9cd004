"""Writes changes into the event log, and tells people of them, in the transaction of the change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import TERMINAL, Actor
from bot.domain.dialogue.acts import NOTHING, Act, Conditions
from bot.domain.dialogue.availability import Availability
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.events import Event, Subject
from bot.domain.dialogue.messages import notice_about
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.records import Record
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import ANSWERS, RequestState
from bot.domain.errors import Changed, Thing
from bot.domain.notices import NoticeKind, Place
from bot.services.dialogue.casework import Casework

Changeable = PlannedService | DialogueRequest | Booking | Record | Availability
"""The things that a change can be made to."""


@dataclass(frozen=True, slots=True)
class Change:
    """One event that was logged, from which people are told."""

    casework: Casework
    event_id: int
    guild_id: int

    def tell(
        self,
        kind: NoticeKind,
        *to: int,
        about: DialogueRequest | Booking,
        why: str = "",
        at: datetime | None = None,
    ) -> None:
        """Tell each of these people once, now or at a later time."""
        for person in dict.fromkeys(to):
            self._add(kind, Place.PERSON, about, to=person, why=why, due_at=at)

    def post(self, kind: NoticeKind, place: Place, about: DialogueRequest | Booking) -> None:
        """Put something where more than one person sees it. The terminal has no threads."""
        if place is not Place.THREAD or self.guild_id != TERMINAL:
            self._add(kind, place, about)

    def _add(  # noqa: PLR0913 - a notice says all of this
        self,
        kind: NoticeKind,
        place: Place,
        about: DialogueRequest | Booking,
        *,
        to: int = 0,
        why: str = "",
        due_at: datetime | None = None,
    ) -> None:
        request_id = about.request_id if isinstance(about, Booking) else about.id
        key = f"event:{self.event_id}:{place}:{kind}:{request_id}:{to}"
        due_at = due_at or self.casework.now()
        notice = notice_about(kind, about, key=key, due_at=due_at, to=to, place=place, why=why)
        self.casework.stores.outbox.add([notice])


class Changes:
    """The log, and the outbox with it."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._stores = casework.stores

    def log(  # noqa: PLR0913 - an event holds all of this
        self,
        by: Actor,
        thing: Changeable,
        act: Act,
        became: str,
        *,
        why: str = "",
        facts: Mapping[str, str | int] | None = None,
    ) -> Change:
        """Write a change down; `became` is the code of the state that it led to."""
        subject, number = _subject(thing)
        at = self._casework.now()
        event = Event(by.guild_id, at, by.user_id, subject, number, act, became, facts or {}, why)
        return Change(self._casework, self._stores.events.add(event), by.guild_id)

    def timed(self, by: Actor, booking: Booking, act: Act) -> Change:
        """Write down a booking's new time."""
        return self.log(by, booking, act, booking.state, facts={"starts_at": booking.starts_at.isoformat()})

    def remember(self, key: str, kind: NoticeKind, to: int, about: Booking, why: str) -> None:
        """Tell someone about what no one changed, such as the passing of a day; a key is told once."""
        self._stores.outbox.add(
            [notice_about(kind, about, key=key, due_at=self._casework.now(), to=to, why=why)]
        )

    def step(  # noqa: PLR0913 - each differs between the steps
        self,
        request: DialogueRequest,
        act: Act,
        by: Actor,
        *,
        holder_id: int | None,
        why: str = "",
        holding: Conditions = NOTHING,
    ) -> Change:
        """Take one step of a request's life.

        Raises WrongPart, WrongState, ConditionUnmet or Changed.
        """
        state = request.after(act, by, holding)
        self.set_request(request, state, holder_id, answered=act in ANSWERS)
        return self.log(by, request, act, state, why=why)

    def set_request(
        self, request: DialogueRequest, state: RequestState, holder_id: int | None, *, answered: bool = False
    ) -> None:
        """Keep a request's new state. Raises Changed where someone else was quicker."""
        at = self._casework.now() if answered else None
        if not self._stores.requests.step(request, state, holder_id, at):
            raise Changed(Thing.REQUEST, request.id)


def _subject(thing: Changeable) -> tuple[Subject, int]:
    """The kind of a thing, and its number: that of its booking or its commissioner, if it has none."""
    match thing:
        case PlannedService():
            return Subject.SERVICE, thing.id
        case DialogueRequest():
            return Subject.REQUEST, thing.id
        case Booking():
            return Subject.BOOKING, thing.id
        case Record():
            return Subject.RECORD, thing.booking_id
        case Availability():
            return Subject.AVAILABILITY, thing.commissioner_id
