"""The subjects that the knowledge base is ordered by."""

TOPICS = (
    "rec-1",
    "rec-2",
    "rec-3",
    "rec-4",
    "rec-5",
    "rec-6",
    "rec-7",
    "rec-8",
    "rec-9",
    "rec-10",
    "compact",
    "compact-1",
    "compact-2",
    "compact-3",
    "compact-4",
    "compact-5",
    "booking",
    "parley",
)
"""The code of each subject, in the order in which people browse them."""
