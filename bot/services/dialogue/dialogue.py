"""All jobs of early dialogue as one value."""

from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.services.dialogue.access import Access
from bot.services.dialogue.availability import Availabilities
from bot.services.dialogue.bookings import Bookings
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.notices import DialogueNotices
from bot.services.dialogue.outcomes import Outcomes
from bot.services.dialogue.planned import PlannedServices
from bot.services.dialogue.records import Records
from bot.services.dialogue.requests import Requests
from bot.services.servers import Servers
from bot.storage.dialogue.stores import Stores


@dataclass(frozen=True, slots=True)
class Dialogue:
    """From asking for a conversation to a record of it."""

    planned: PlannedServices
    requests: Requests
    availability: Availabilities
    bookings: Bookings
    outcomes: Outcomes
    records: Records
    access: Access
    notices: DialogueNotices


def dialogue_over(stores: Stores, servers: Servers, now: Clock) -> Dialogue:
    """Wire the jobs over one casework."""
    casework = Casework(stores, servers, now)
    requests, bookings, records = Requests(casework), Bookings(casework), Records(casework)
    return Dialogue(
        PlannedServices(casework),
        requests,
        Availabilities(casework, requests),
        bookings,
        Outcomes(casework),
        records,
        Access(casework),
        DialogueNotices(casework, bookings, records),
    )
