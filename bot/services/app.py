"""All services as one value, for the front ends."""

from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.services.answering import Answering
from bot.services.dialogue.dialogue import Dialogue
from bot.services.feedback import Feedback
from bot.services.form_drafts import FormDrafts
from bot.services.knowledge.knowledge import Knowledge
from bot.services.outbox import Outbox
from bot.services.servers import Servers


@dataclass(frozen=True, slots=True)
class App:
    """Everything that the front ends get: the services, and the clock that they share.

    Where it `only_reads`, nothing can be kept, so nothing is done but to show the shipped answers.
    """

    now: Clock
    answering: Answering
    feedback: Feedback
    servers: Servers
    drafts: FormDrafts
    dialogue: Dialogue
    knowledge: Knowledge
    outbox: Outbox
    only_reads: bool = False
