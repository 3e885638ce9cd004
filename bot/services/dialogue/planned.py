"""Planned services: commissioners say what is to be commissioned, and when talking about it must stop."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.domain.actor import Actor
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.messages import News
from bot.domain.dialogue.planned import PlannedService, read_service
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import PENDING, SERVICES, Act, BookingState, Part, RequestState
from bot.domain.errors import NotNow
from bot.services.dialogue.casework import CHANGED, Casework, must_be_commissioner


class PlannedServices:
    """What anyone may read, and commissioners may change."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._store = casework.stores.planned

    def add(self, typed: Mapping[str, str], *, by: Actor) -> PlannedService:
        """Add a service, as it was typed. Raises NotAllowed or ToMend."""
        must_be_commissioner(by, "add a planned service")
        service = read_service(typed, by.guild_id, self._today(by))
        with self._casework.deciding():
            added = self._store.add(service)
            self._casework.log(by, added, "add", added.stage)
        return added

    def all(self, *, by: Actor) -> list[PlannedService]:
        """This server's services, the newest first."""
        return self._store.all(by.guild_id)

    def get(self, service_id: int, *, by: Actor) -> PlannedService:
        """One service. Raises NoSuchDialogue."""
        return self._casework.service(service_id, by)

    def close(self, service_id: int, *, by: Actor) -> tuple[PlannedService, int]:
        """A tender notice is out: from this instant nobody talks one to one about it.

        Every request about it is closed, every booking that has not begun is cancelled, and whoever is
        concerned is told why. Returns the service and how many bookings were cancelled.
        Raises NotAllowed, NotNow or NoSuchDialogue.
        """
        with self._casework.deciding():
            service = self._step(service_id, Act.CLOSE, by)
            cancelled = sum(
                self._end(request, service, by)
                for request in self._casework.stores.requests.on_service(by.guild_id, service_id)
            )
        return service, cancelled

    def reopen(self, service_id: int, *, by: Actor) -> PlannedService:
        """The notice was withdrawn: people may talk again, and a last day that has passed holds no longer.

        Raises NotAllowed, NotNow or NoSuchDialogue.
        """
        with self._casework.deciding():
            return self._step(service_id, Act.REOPEN, by)

    def open(self, service_id: int, *, by: Actor) -> PlannedService:
        """Engagement begins. Raises NotAllowed, NotNow or NoSuchDialogue."""
        with self._casework.deciding():
            return self._step(service_id, Act.OPEN, by)

    def award(self, service_id: int, *, by: Actor) -> PlannedService:
        """The contract has gone to somebody. Raises NotAllowed, NotNow or NoSuchDialogue."""
        with self._casework.deciding():
            return self._step(service_id, Act.AWARD, by)

    def _step(self, service_id: int, act: Act, by: Actor) -> PlannedService:
        must_be_commissioner(by, f"{act} a service")
        service = self._casework.service(service_id, by)
        stage = SERVICES.after(service.stage, act, Part.COMMISSIONER)
        closed_at = {Act.CLOSE: self._casework.now(), Act.AWARD: service.closed_at}.get(act)
        over = act is Act.REOPEN and service.closes_on is not None and service.closes_on < self._today(by)
        closes_on = None if over else service.closes_on
        became = replace(service, stage=stage, closed_at=closed_at, closes_on=closes_on)
        if not self._store.step(service, became):
            raise NotNow(CHANGED)
        self._casework.log(by, service, act, stage)
        return self._casework.service(service_id, by)

    def _today(self, by: Actor) -> date:
        return self._casework.now().astimezone(self._casework.zone(by.guild_id)).date()

    def _end(self, request: DialogueRequest, service: PlannedService, by: Actor) -> int:
        """Close one request and cancel what is booked for it; returns how many bookings that was."""
        now, stores = self._casework.now(), self._casework.stores
        bookings = stores.bookings.of_request(request)
        to_come = [b for b in bookings if b.state is BookingState.BOOKED and b.starts_at > now]
        if request.state not in PENDING and not to_come:
            return 0
        why = f"“{service.title}” is {service.stage}. Ask here instead: {service.route}"
        self._casework.set_request(request, RequestState.CLOSED, request.holder_id)
        stores.requests.drop_offers(request)
        change = self._casework.log(by, request, Act.CLOSE, RequestState.CLOSED, why)
        if not to_come:
            change.tell(News.CLOSED, request.asker_id, about=request, why=why)
        for booking in to_come:
            self._cancel(booking, why, by)
        return len(to_come)

    def _cancel(self, booking: Booking, why: str, by: Actor) -> None:
        stores = self._casework.stores
        stores.bookings.step(booking, BookingState.CANCELLED, booking.sequence + 1)
        stores.outbox.drop(booking, News.REMINDER, at=self._casework.now())
        change = self._casework.log(by, booking, Act.CANCEL, BookingState.CANCELLED, why)
        cancelled = self._casework.booking(booking.id, by)
        change.tell(News.CANCELLED, booking.charity_id, booking.commissioner_id, about=cancelled, why=why)
