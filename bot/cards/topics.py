"""The titles of the subjects that the answers are ordered by."""

from types import MappingProxyType

TITLES = MappingProxyType(
    {
        "rec-1": "1. Open up the data",
        "rec-2": "2. Talk early",
        "rec-3": "3. Use the Social Value Act",
        "rec-4": "4. Talk about outcomes",
        "rec-5": "5. Encourage partnership",
        "rec-6": "6. Keep grants",
        "rec-7": "7. Be realistic about social investment",
        "rec-8": "8. Be prepared",
        "rec-9": "9. Share what works",
        "rec-10": "10. Keep to the Compact when commissioning",
        "compact": "The Compact and the Covenant",
        "compact-1": "Compact outcome 1: independence and campaigning",
        "compact-2": "Compact outcome 2: consultation and design",
        "compact-3": "Compact outcome 3: funding and delivery",
        "compact-4": "Compact outcome 4: changes and endings",
        "compact-5": "Compact outcome 5: equality",
        "booking": "Conversations here: ask, book, move, cancel",
        "parley": "About Parley",
    }
)
"""Title of each subject, by its code, in the order in which people browse them."""


def topic_title(topic: str) -> str:
    """A subject as people see it."""
    return TITLES.get(topic, topic)
