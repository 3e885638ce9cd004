"""How values stand in columns, and how they are read back."""

from datetime import UTC, datetime


def stored(moment: datetime) -> str:
    """A moment as text that sorts as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(text: str) -> datetime:
    """The moment that a column holds; aware."""
    return datetime.fromisoformat(text)
