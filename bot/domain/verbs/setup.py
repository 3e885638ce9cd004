"""Setting a server up."""

from bot.domain.verb import Verb, verb


@verb("setup", command="setup")
class Setup(Verb):
    """Show how the server is set up and what is missing."""


@verb("set-places")
class SetPlaces(Verb):
    """Choose the roles and channels."""


@verb("set-rules")
class SetRules(Verb):
    """Choose the time zone, the nation and how long questions are kept."""
