"""All services as one value, for the front ends."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.services.answering import Answering, Clock
from bot.services.feedback import Feedback
from bot.services.servers import Servers

if TYPE_CHECKING:
    from bot.services.dialogue.dialogue import Dialogue
    from bot.services.knowledge.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class App:
    """What the front ends are handed: the services, and the clock that they share.

    Where nothing is kept there is neither feedback, nor servers' settings, nor dialogue.
    """

    answering: Answering
    now: Clock
    feedback: Feedback | None = None
    servers: Servers | None = None
    dialogue: "Dialogue | None" = None
    knowledge: "Knowledge | None" = None
