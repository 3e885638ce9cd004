"""All jobs of early dialogue as one value."""

from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.services.dialogue.access import Access
from bot.services.dialogue.availability import Availabilities
from bot.services.dialogue.bookings import Bookings
from bot.services.dialogue.casework import Casework
from bot.services.dialogue.changes import Changes
from bot.services.dialogue.free_slots import FreeSlots
from bot.services.dialogue.lookups import Lookups
from bot.services.dialogue.notices import DialogueNotices
from bot.services.dialogue.offers import Offers
from bot.services.dialogue.outcomes import Outcomes
from bot.services.dialogue.planned import PlannedServices
from bot.services.dialogue.records import Records
from bot.services.dialogue.requests import Requests
from bot.services.dialogue.slots import Slots
from bot.services.dialogue.views import Views
from bot.services.servers import Servers
from bot.storage.dialogue.stores import Stores


@dataclass(frozen=True, slots=True)
class Dialogue:
    """From asking for a conversation to a record of it."""

    planned: PlannedServices
    requests: Requests
    availability: Availabilities
    offers: Offers
    bookings: Bookings
    outcomes: Outcomes
    records: Records
    access: Access
    views: Views
    notices: DialogueNotices


def dialogue_over(stores: Stores, servers: Servers, now: Clock) -> Dialogue:
    """Wire the jobs over one casework."""
    casework = Casework(stores, servers, now)
    lookups, changes = Lookups(casework), Changes(casework)
    free, views = FreeSlots(casework, lookups), Views(casework, lookups)
    slots = Slots(casework, lookups, free)
    requests = Requests(casework, lookups, changes, views)
    bookings = Bookings(casework, lookups, changes, slots, views)
    records = Records(casework, lookups, changes)
    return Dialogue(
        planned=PlannedServices(casework, lookups, changes, views, bookings),
        requests=requests,
        availability=Availabilities(casework, lookups, changes, free, requests),
        offers=Offers(casework, lookups, changes, slots),
        bookings=bookings,
        outcomes=Outcomes(casework, lookups, changes, views),
        records=records,
        access=Access(casework, lookups),
        views=views,
        notices=DialogueNotices(casework, views, bookings, records),
    )
