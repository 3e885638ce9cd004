"""The handlers of early dialogue. Importing this fills the registry, and adds its words for refusals."""

from bot.actions.dialogue import availability, bookings, offers, planned, records, requests
from bot.cards.dialogue import faults, refusals

__all__ = ["availability", "bookings", "faults", "offers", "planned", "records", "refusals", "requests"]
