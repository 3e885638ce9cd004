"""Where the verbs of early dialogue are done: in a server."""

from zoneinfo import ZoneInfo

from bot.actions.here import Here
from bot.services.dialogue.dialogue import Dialogue


def dialogue(here: Here) -> Dialogue:
    """The services. Raises ServerNeeded in a direct message."""
    here.must_be_in_a_server()
    return here.app.dialogue


def own_zone(here: Here) -> ZoneInfo:
    """The zone in which this person is shown times in labels."""
    return dialogue(here).views.zone(by=here.by)
