"""Bank holidays of the four nations."""

from collections.abc import Callable
from datetime import date
from functools import cache

from bot.domain.server import Nation

_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.SCOTLAND: "SCT",
    Nation.WALES: "WLS",
    Nation.NORTHERN_IRELAND: "NIR",
}


def bank_holidays(nation: Nation) -> Callable[[date], bool]:
    """Tells whether a day is a bank holiday of that nation."""
    return lambda day: day in _in_year(nation, day.year)


@cache
def _in_year(nation: Nation, year: int) -> frozenset[date]:
    # Imported here: only people who look for a free slot need it.
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))
