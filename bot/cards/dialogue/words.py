"""Times and people as the cards of early dialogue say them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cards.card import Action, legacy
from bot.domain.dialogue.bookings import Slot


def person(user_id: int | None) -> str:
    """Somebody, by name where the front end knows it."""
    return f"<@{user_id}>" if user_id else "nobody yet"


def when(at: datetime, zone: ZoneInfo) -> str:
    """A time in a zone, for a label, where no front end can show it in the reader's own."""
    return f"{at.astimezone(zone):%a %-d %b %Y, %H:%M %Z}"


def in_zones(at: datetime, zones: Sequence[ZoneInfo]) -> str:
    """The same time in each zone, once."""
    return "; ".join(
        f"{at.astimezone(zone):%A %-d %B %Y, %H:%M %Z} in {zone.key}" for zone in dict.fromkeys(zones)
    )


def span(length: timedelta) -> str:
    """A length of time in words."""
    minutes = max(1, round(length.total_seconds() / 60))
    for size, unit in ((1440, "day"), (60, "hour")):
        if minutes >= size:
            count = round(minutes / size)
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def minute(at: datetime) -> str:
    """A time as an action's argument: whole minutes since 1970."""
    return str(int(at.timestamp() // 60))


def from_minute(number: int) -> datetime:
    """The time that an action's argument stands for."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=min(number, 10**9))


def book(slot: Slot, request_id: int, zone: ZoneInfo, said: str = "") -> Action:
    """Take this slot for that request."""
    arguments = (str(request_id), str(slot.commissioner_id), minute(slot.starts_at))
    return legacy(f"{when(slot.starts_at, zone)}{said}", "book", arguments)


def places(slots: Sequence[Slot]) -> dict[int, int]:
    """The commissioners of these slots, each with a number, which stands in labels that can name nobody."""
    return {who: n for n, who in enumerate(dict.fromkeys(slot.commissioner_id for slot in slots), 1)}


def with_one(slot: Slot, who: Mapping[int, int]) -> str:
    """With whom a slot is, where there are several."""
    return f", with {who[slot.commissioner_id]}" if len(who) > 1 else ""


def with_whom(who: Mapping[int, int]) -> list[str]:
    """Whom the numbers stand for, where there are several."""
    lines = "\n".join(f"- with {n}: {person(one)}" for one, n in who.items())
    return [lines] if len(who) > 1 else []
