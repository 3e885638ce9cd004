"""Planned services: commissioners say what is to be commissioned, and when talking about it must stop."""

from dataclasses import replace
from datetime import date

from bot.domain.actor import Actor
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.forms import ServiceForm
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import PENDING, BookingState, RequestState
from bot.domain.errors import Changed, Thing
from bot.domain.notices import NoticeKind
from bot.services.dialogue.bookings import Bookings
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.changes import Changes
from bot.services.dialogue.lookups import Lookups, must_be_commissioner
from bot.services.dialogue.views import ServiceView, Views


class PlannedServices:
    """What everyone can read, and commissioners can change."""

    def __init__(
        self, casework: Casework, lookups: Lookups, changes: Changes, views: Views, bookings: Bookings
    ) -> None:
        self._casework = casework
        self._lookups = lookups
        self._changes = changes
        self._views = views
        self._bookings = bookings
        self._store = casework.stores.planned

    def add(self, filled: ServiceForm, *, by: Actor) -> ServiceView:
        """Add a service. Raises RoleNeeded."""
        self.must_change(by=by)
        service = PlannedService(
            0, by.guild_id, filled.title, filled.authority, filled.stage, filled.route, filled.closes_on
        )
        with self._casework.deciding():
            added = self._store.add(service)
            self._changes.log(by, added, Act.ADD, added.stage)
        return self._views.service(added, by=by)

    def must_change(self, *, by: Actor) -> None:
        """This person can add services. Raises RoleNeeded."""
        must_be_commissioner(by)

    def all(self, *, by: Actor) -> list[PlannedService]:
        """This server's services, the newest first."""
        return self._store.all(by.guild_id)

    def open_ones(self, *, by: Actor) -> list[PlannedService]:
        """The services that people can talk about today, the newest first."""
        return [service for service in self.all(by=by) if service.allows(self._today(by))]

    def get(self, number: int, *, by: Actor) -> ServiceView:
        """One service. Raises NotFound."""
        return self._views.service(self._lookups.service(number, by), by=by)

    def close(self, number: int, *, by: Actor) -> tuple[ServiceView, int]:
        """A tender notice is out: from this instant no one talks one to one about it.

        Every request about it is closed, every booking that has not begun is cancelled, and everyone
        concerned is told where to ask instead. Returns the service and how many bookings were cancelled.
        Raises NotFound, WrongPart, WrongState or Changed.
        """
        with self._casework.deciding():
            view = self._step(number, Act.CLOSE, by)
            requests = self._casework.stores.requests.on_service(by.guild_id, number)
            return view, sum(self._end(request, view.service, by) for request in requests)

    def reopen(self, number: int, *, by: Actor) -> ServiceView:
        """The notice was withdrawn: people can talk again, and a last day that has passed holds no longer.

        Raises NotFound, WrongPart, WrongState or Changed.
        """
        with self._casework.deciding():
            return self._step(number, Act.REOPEN, by)

    def open(self, number: int, *, by: Actor) -> ServiceView:
        """Engagement begins. Raises NotFound, WrongPart, WrongState or Changed."""
        with self._casework.deciding():
            return self._step(number, Act.OPEN, by)

    def award(self, number: int, *, by: Actor) -> ServiceView:
        """The contract has been awarded. Raises NotFound, WrongPart, WrongState or Changed."""
        with self._casework.deciding():
            return self._step(number, Act.AWARD, by)

    def _step(self, number: int, act: Act, by: Actor) -> ServiceView:
        service = self._lookups.service(number, by)
        stage = service.after(act, by)
        closed_at = {Act.CLOSE: self._casework.now(), Act.AWARD: service.closed_at}.get(act)
        over = act is Act.REOPEN and service.closes_on is not None and service.closes_on < self._today(by)
        closes_on = None if over else service.closes_on
        became = replace(service, stage=stage, closed_at=closed_at, closes_on=closes_on)
        if not self._store.step(service, became):
            raise Changed(Thing.SERVICE, number)
        self._changes.log(by, service, act, stage)
        return self._views.service(became, by=by)

    def _today(self, by: Actor) -> date:
        return self._casework.today(by.guild_id)

    def _end(self, request: DialogueRequest, service: PlannedService, by: Actor) -> int:
        """Close one request and cancel what is booked for it; returns how many bookings that was."""
        now, stores = self._casework.now(), self._casework.stores
        bookings = stores.bookings.of_request(request)
        to_come = [b for b in bookings if b.state is BookingState.BOOKED and b.starts_at > now]
        if request.state not in PENDING and not to_come:
            return 0
        self._changes.set_request(request, RequestState.CLOSED, request.holder_id)
        stores.requests.drop_offers(request)
        change = self._changes.log(by, request, Act.CLOSE, RequestState.CLOSED, why=service.route)
        if not to_come:
            change.tell(NoticeKind.CLOSED, request.asker_id, about=request, why=service.route)
        for booking in to_come:
            self._bookings.call_off(booking, Act.CLOSE, service.route, by)
        return len(to_come)
