"""What every job of early dialogue needs: to look a thing up, to log a change, and to tell people of it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from statistics import median
from zoneinfo import ZoneInfo

from bot.domain.actor import TERMINAL, Actor, Role
from bot.domain.clock import Clock
from bot.domain.dialogue.availability import Availability
from bot.domain.dialogue.bookings import Booking, Slot
from bot.domain.dialogue.events import Event, Subject
from bot.domain.dialogue.messages import News, Place, notice_about
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.records import Record
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import ANSWERS, REQUESTS, Act, RequestState
from bot.domain.dialogue.working_days import bank_holidays
from bot.domain.errors import NoSuchDialogue, NotAllowed, NotNow
from bot.services.servers import Servers
from bot.storage.dialogue.stores import Stores

Thing = PlannedService | DialogueRequest | Booking | Record | Availability
"""What a change can be made to."""

CHANGED = "Somebody else changed this just now. Look at it again."

_NEAR_DAYS = 10
"""How far ahead the soonest slots are looked for first, which is far enough unless few are free."""

_WEEK = timedelta(days=8)
"""Long enough before now to hold all of this week, whose conversations count towards its limit."""


@dataclass(frozen=True, slots=True)
class Change:
    """One event that was logged, from which people are told."""

    casework: "Casework"
    event_id: int
    guild_id: int

    def tell(
        self,
        news: News,
        *to: int,
        about: DialogueRequest | Booking,
        why: str = "",
        at: datetime | None = None,
    ) -> None:
        """Tell each of these people once, now or at a later time."""
        for person in dict.fromkeys(to):
            self._add(news, Place.PERSON, about, to=person, why=why, due_at=at)

    def post(self, news: News, place: Place, about: DialogueRequest | Booking) -> None:
        """Put something where more than one person sees it. The terminal has no threads."""
        if place is not Place.ROOM or self.guild_id != TERMINAL:
            self._add(news, place, about)

    def _add(  # noqa: PLR0913 - a notice says all of this
        self,
        news: News,
        place: Place,
        about: DialogueRequest | Booking,
        *,
        to: int = 0,
        why: str = "",
        due_at: datetime | None = None,
    ) -> None:
        request_id = about.request_id if isinstance(about, Booking) else about.id
        key = f"event:{self.event_id}:{place}:{news}:{request_id}:{to}"
        due_at = due_at or self.casework.now()
        notice = notice_about(news, about, key=key, due_at=due_at, to=to, place=place, why=why)
        self.casework.stores.outbox.add([notice])


@dataclass(frozen=True, slots=True)
class Casework:
    """The stores, the servers' settings and the clock that the jobs share."""

    stores: Stores
    servers: Servers
    now: Clock

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """One decision: what is read inside holds until it is made."""
        with self.stores.deciding():
            yield

    def request(self, request_id: int, by: Actor) -> DialogueRequest:
        """A request of this person's server. Raises NoSuchDialogue."""
        found = self.stores.requests.get(by.guild_id, request_id)
        if found is None:
            raise NoSuchDialogue(f"There is no request {request_id} here. /dialogue mine shows yours.")
        return found

    def booking(self, booking_id: int, by: Actor) -> Booking:
        """A booking of this person's server. Raises NoSuchDialogue."""
        found = self.stores.bookings.get(by.guild_id, booking_id)
        if found is None:
            raise NoSuchDialogue(f"There is no booking {booking_id} here. /dialogue mine shows yours.")
        return found

    def service(self, service_id: int, by: Actor) -> PlannedService:
        """A planned service of this person's server. Raises NoSuchDialogue."""
        found = self.stores.planned.get(by.guild_id, service_id)
        if found is None:
            raise NoSuchDialogue(f"There is no service {service_id} here. /service list shows them.")
        return found

    def service_of(self, request: DialogueRequest) -> PlannedService | None:
        """The service that a request is about, if any."""
        return self.stores.planned.get(request.guild_id, request.wish.service_id or 0)

    def must_be_open(self, request: DialogueRequest, at: datetime) -> None:
        """Somebody may talk one to one about what this request is about, then. Raises ServiceClosed."""
        service = self.service_of(request)
        if service is not None:
            service.must_allow(at.astimezone(self.zone(request.guild_id)).date())

    def open_among(self, request: DialogueRequest, slots: Iterable[Slot]) -> list[Slot]:
        """Those of the slots at which somebody may talk about what this request is about."""
        service, zone = self.service_of(request), self.zone(request.guild_id)
        return [s for s in slots if service is None or service.allows(s.starts_at.astimezone(zone).date())]

    def zone(self, guild_id: int) -> ZoneInfo:
        """The server's own time zone."""
        return ZoneInfo(self.servers.settings(guild_id).time_zone)

    def log(self, by: Actor, thing: Thing, act: Act | str, became: str, why: str = "") -> Change:
        """Write a change down."""
        subject, number = _subject(thing)
        event = Event(by.guild_id, self.now(), by.user_id, subject, number, act, became, why)
        return Change(self, self.stores.events.add(event), by.guild_id)

    def remember(self, key: str, news: News, to: int, about: Booking, why: str) -> None:
        """Tell somebody of what was not changed by anyone, such as the time; a key is told once."""
        self.stores.outbox.add([notice_about(news, about, key=key, due_at=self.now(), to=to, why=why)])

    def step(
        self, request: DialogueRequest, act: Act, by: Actor, *, holder_id: int | None, why: str = ""
    ) -> Change:
        """Take one step of a request's life. Raises NotAllowed or NotNow."""
        state = REQUESTS.after(request.state, act, request.part_of(by))
        self.set_request(request, state, holder_id, answered=act in ANSWERS)
        return self.log(by, request, act, state, why)

    def set_request(
        self, request: DialogueRequest, state: RequestState, holder_id: int | None, *, answered: bool = False
    ) -> None:
        """Keep a request's new state. Raises NotNow where somebody else was quicker."""
        at = self.now() if answered else None
        if not self.stores.requests.step(request, state, holder_id, at):
            raise NotNow(CHANGED)

    def free_slots(
        self, availability: Availability, guild_id: int, *, apart_from: DialogueRequest | None = None
    ) -> Iterator[Slot]:
        """A commissioner's free slots, soonest first: neither booked nor held for another request."""
        now, owner = self.now(), availability.commissioner_id
        until = now + timedelta(days=availability.rules.ahead_days + 2)
        mine = apart_from.id if apart_from else 0
        taken = self.stores.bookings.taken(guild_id, owner, now - _WEEK, until, apart_from=mine)
        held = self.stores.requests.held(guild_id, owner, now)
        taken += [offer.slot for offer in held if offer.request_id != mine]
        nation = self.servers.settings(guild_id).nation
        return availability.free_slots(taken, now, bank_holidays(nation))

    def soonest(self, request: DialogueRequest, limit: int) -> list[Slot]:
        """The free slots that this request could take at once, soonest first."""
        direct = self.stores.availability.direct(request.guild_id)
        able = [one for one in direct if request.holder_id in (None, one.commissioner_id)]
        able = [one for one in able if one.commissioner_id != request.asker_id]
        near = self._soonest([one.within(_NEAR_DAYS) for one in able], request, limit)
        return near if len(near) == limit else self._soonest(able, request, limit)

    def _soonest(self, able: Sequence[Availability], request: DialogueRequest, limit: int) -> list[Slot]:
        found = (self.free_slots(one, request.guild_id, apart_from=request) for one in able)
        soon = sorted(slot for slots in found for slot in islice(slots, limit))
        return self.open_among(request, soon)[:limit]

    def usual_wait(self, guild_id: int) -> timedelta | None:
        """How long a request usually waits for its first answer; None where there was none yet."""
        waits = self.stores.requests.waits(guild_id)
        return timedelta(seconds=median(waits)) if waits else None


def must_be_commissioner(by: Actor, doing: str) -> None:
    """Only commissioners go on. Raises NotAllowed."""
    if not by.has(Role.COMMISSIONER):
        raise NotAllowed(f"Only this server's commissioners can {doing}. Ask one of them.")


def must_oversee(by: Actor, doing: str) -> None:
    """Only commissioners and moderators go on. Raises NotAllowed."""
    if not (by.has(Role.COMMISSIONER) or by.has(Role.MODERATOR)):
        raise NotAllowed(f"Only this server's commissioners and moderators can {doing}. Ask one of them.")


def _subject(thing: Thing) -> tuple[Subject, int]:
    """What kind of thing it is, and its number: that of its booking or its commissioner, if it has none."""
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
