"""Equal access: what each organisation that asked about a service has had."""

from bot.domain.actor import Actor
from bot.domain.dialogue.access import EqualAccess, Meeting, equal_access
from bot.domain.dialogue.acts import Act
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BookingState
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.lookups import Lookups

_MET = (BookingState.TOOK_PLACE, BookingState.DISPUTED)


class Access:
    """What commissioners look at to treat everyone alike."""

    def __init__(self, casework: Casework, lookups: Lookups) -> None:
        self._stores = casework.stores
        self._lookups = lookups

    def of(self, number: int, *, by: Actor) -> tuple[PlannedService, EqualAccess]:
        """A service, with what everyone who asked about it has had. Raises NotFound or WrongPart."""
        service = self._lookups.service(number, by)
        service.after(Act.COMPARE, by)
        requests = self._stores.requests.on_service(by.guild_id, number)
        return service, equal_access(meeting for request in requests for meeting in self._meetings(request))

    def _meetings(self, request: DialogueRequest) -> list[Meeting]:
        organisation = request.wish.organisation
        bookings = self._stores.bookings.of_request(request)
        met = [self._meeting(organisation, one) for one in bookings if one.state in _MET]
        return met or [Meeting(organisation, request.asker_id)]

    def _meeting(self, organisation: str, booking: Booking) -> Meeting:
        record = self._stores.records.get(booking.guild_id, booking.id)
        shared = (record.minutes.given, record.minutes.documents) if record else ()
        return Meeting(
            organisation, booking.charity_id, booking.minutes, tuple(text for text in shared if text)
        )
