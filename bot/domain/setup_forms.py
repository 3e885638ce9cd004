"""What an administrator fills in to set a server up."""

import zoneinfo
from enum import StrEnum

from bot.domain.forms import Reading, Wrong, channel, choice, form, line, role, whole_number
from bot.domain.server import Nation

LONGEST_KEPT = 36500
"""Days that questions can be kept at the most: a hundred years."""


class SetupFault(StrEnum):
    """What can be wrong with a setting."""

    NOT_A_ZONE = "not a zone"


def _zone(text: str, _reading: Reading) -> str:
    if text not in zoneinfo.available_timezones():
        raise Wrong(SetupFault.NOT_A_ZONE, typed=text)
    return text


@form
class PlacesForm:
    """The roles and channels, by their Discord ids."""

    moderators: int | None = role(default=None)
    commissioners: int | None = role(default=None)
    queue: int | None = channel(default=None)
    notes: int | None = channel(default=None)


@form
class RulesForm:
    """The zone (IANA name), the nation whose bank holidays count, and days to keep questions."""

    time_zone: str = line(read=_zone, limit=60)
    nation: Nation = choice(tuple(Nation), read=lambda text, _reading: Nation(text))
    retention_days: int = line(read=whole_number(1, LONGEST_KEPT), limit=5)
