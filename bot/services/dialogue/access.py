"""Equal access: what each organisation that asked about a service has had."""

from bot.domain.actor import Actor
from bot.domain.dialogue.access import EqualAccess, Meeting, equal_access
from bot.domain.dialogue.bookings import Booking
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.requests import DialogueRequest
from bot.domain.dialogue.states import BookingState
from bot.services.dialogue.casework import Casework, must_be_commissioner

_MET = (BookingState.HELD, BookingState.DISPUTED)


class Access:
    """What commissioners look at to treat everyone alike."""

    def __init__(self, casework: Casework) -> None:
        self._casework = casework

    def of(self, service_id: int, *, by: Actor) -> tuple[PlannedService, EqualAccess]:
        """A service, with what everyone who asked about it has had. Raises NotAllowed or NoSuchDialogue."""
        must_be_commissioner(by, "see who has been met")
        service = self._casework.service(service_id, by)
        requests = self._casework.stores.requests.on_service(by.guild_id, service_id)
        return service, equal_access(meeting for request in requests for meeting in self._meetings(request))

    def _meetings(self, request: DialogueRequest) -> list[Meeting]:
        organisation = request.wish.organisation
        bookings = self._casework.stores.bookings.of_request(request)
        met = [self._meeting(organisation, one) for one in bookings if one.state in _MET]
        return met or [Meeting(organisation, request.asker_id)]

    def _meeting(self, organisation: str, booking: Booking) -> Meeting:
        record = self._casework.stores.records.get(booking.guild_id, booking.id)
        shared = (record.minutes.given, record.minutes.documents) if record else ()
        return Meeting(
            organisation, booking.charity_id, booking.minutes, tuple(text for text in shared if text)
        )
