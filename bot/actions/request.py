"""One thing that somebody does: the verb's arguments, what they filled in, and who they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.card import Action, Card, Form, Said
from bot.domain.actor import NO_SERVER, Actor
from bot.domain.errors import NoSuchAction, NotAllowed
from bot.domain.knowledge import KnowledgeBase
from bot.domain.server import ServerSettings
from bot.services.app import App
from bot.services.dialogue.dialogue import Dialogue
from bot.services.feedback import Feedback
from bot.services.knowledge.knowledge import Knowledge
from bot.services.servers import Servers

_LARGEST = 2**63 - 1
"""The largest number that a database or Discord knows."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a verb is given. `values` is None until a form has been filled in.

    `rehearsed` once the work that the verb asked for has been done.
    """

    app: App
    by: Actor
    arguments: tuple[str, ...] = ()
    values: Mapping[str, str] | None = None
    lacking: Callable[[ServerSettings], Sequence[str]] = lambda _settings: ()
    rehearsed: bool = False

    @property
    def base(self) -> KnowledgeBase:
        """The answers that this server shows."""
        return self.app.answering.finder.base(self.by.guild_id)

    @property
    def today(self) -> date:
        """The day, for what is overdue."""
        return self.app.now().date()

    @property
    def feedback(self) -> Feedback:
        """What people say of answers."""
        return self.app.feedback

    @property
    def dialogue(self) -> Dialogue:
        """Early dialogue. Raises NotAllowed in a direct message."""
        if self.by.guild_id == NO_SERVER:
            raise NotAllowed(
                "Conversations are booked in a server. Open the one where the commissioners are, and type"
                " /dialogue request there."
            )
        return self.app.dialogue

    @property
    def servers(self) -> Servers:
        """How servers are set up."""
        return self.app.servers

    @property
    def knowledge(self) -> Knowledge:
        """What moderators use."""
        return self.app.knowledge

    def argument(self, place: int) -> str:
        """One of the arguments. Raises NoSuchAction where it is missing."""
        if place >= len(self.arguments):
            raise NoSuchAction("Something is missing from that choice. Ask again, or type /help.")
        return self.arguments[place]

    def number(self, place: int) -> int:
        """One of the arguments as a whole number. Raises NoSuchAction."""
        text = self.argument(place)
        if not (text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= _LARGEST):
            raise NoSuchAction("I do not know that choice any more. Ask again, or type /help.")
        return int(text)

    def page(self, place: int) -> int:
        """One of the arguments as a page of something long; the first where it is missing."""
        return self.number(place) if place < len(self.arguments) else 1


@dataclass(frozen=True, slots=True)
class Work:
    """Something long that must be done first, in short steps, so that others are served between them.

    `then` is what is done after it, with the `values` of its form.
    """

    steps: Iterator[None]
    then: Action
    values: Mapping[str, str] | None = None

    def step(self) -> bool:
        """Do one step; false where there are no more."""
        return next(self.steps, self) is None


Seen = Card | Form | Said
"""What a person can be shown."""

Result = Seen | Work
Handler = Callable[[Request], Result]
