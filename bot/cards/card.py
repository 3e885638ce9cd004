"""The one shape of everything that the bot says, whatever shows it."""

from dataclasses import dataclass

from bot.domain.entry import Source

CUSTOM_ID_LIMIT = 100
"""Characters that Discord allows an action's id; the verb and its arguments must fit."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person may do next: a verb and its arguments, which are all that it means."""

    label: str
    verb: str
    arguments: tuple[str, ...] = ()

    @property
    def custom_id(self) -> str:
        """The verb and its arguments as one text, from which a button pressed years later is understood."""
        return ":".join((self.verb, *self.arguments))


@dataclass(frozen=True, slots=True)
class Card:
    """A title, Markdown, sources, and what a person may do next.

    `text` is what everyone reads; `detail` is for those who read on; `note` is one line below, such as
    whether an answer still holds. Nothing in it depends on colour, pictures or a front end.
    """

    title: str
    text: str = ""
    detail: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()
    actions: tuple[Action, ...] = ()
