"""The verbs of early dialogue."""

from collections.abc import Mapping

from bot.actions.dialogue import availability, bookings, planned, records, requests
from bot.actions.request import Handler

VERBS: Mapping[str, Handler] = {
    **planned.VERBS,
    **requests.VERBS,
    **availability.VERBS,
    **bookings.VERBS,
    **records.VERBS,
}
