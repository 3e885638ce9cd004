"""When a commissioner can talk."""

from dataclasses import KW_ONLY

from bot.domain.verb import Verb, verb


@verb("availability-list", command="availability list")
class SeeAvailability(Verb):
    """Show when this commissioner can talk."""

    _: KW_ONLY
    page: int = 1


@verb("availability-add", command="availability add")
class AddAvailability(Verb):
    """Add a weekly time, a single day or a day away."""


@verb("availability-remove", command="availability remove")
class RemoveAvailability(Verb):
    """Remove one of the times; without a number, choose which."""

    number: int | None = None


@verb("availability-pause", command="availability pause")
class PauseAvailability(Verb):
    """Offer no free slots for a while, or offer them again."""

    paused: bool = True


@verb("availability-rules")
class SetSlotRules(Verb):
    """Set how long slots are and when they can be booked."""


@verb("availability-limits")
class SetSlotLimits(Verb):
    """Set how many conversations there can be."""
