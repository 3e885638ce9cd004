"""What the bot said, as a person on a phone reads it."""

from tests.loopback.limits import BUTTON, TEXT, walk
from tests.loopback.world import Exchange, Json, Message


class Said:
    """The bot's side of one interaction."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange

    @staticmethod
    def of(message: Message) -> "Reading":
        """A message to read."""
        return Reading(message)

    @property
    def message(self) -> Message:
        """The message that a person sees last."""
        shown = self.exchange.followups[-1] if self.exchange.followups else self.exchange.original
        assert shown is not None, "the bot showed no message"
        return shown

    @property
    def text(self) -> str:
        """All its words."""
        return Reading(self.message).text

    @property
    def labels(self) -> list[str]:
        """What can be pressed or chosen."""
        return Reading(self.message).labels

    @property
    def private(self) -> bool:
        """Only the person who asked can read it."""
        return self.message.ephemeral_for == self.exchange.person.id


class Reading:
    """One message's words and controls."""

    def __init__(self, message: Message) -> None:
        self._components = list(walk(message.body.get("components") or []))
        self._content = message.body.get("content") or ""

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(
            [self._content, *(c["content"] for c in self._components if c["type"] == TEXT)]
        ).strip()

    @property
    def labels(self) -> list[str]:
        """What can be pressed or chosen, in order."""
        found = []
        for component in self._components:
            if component["type"] == BUTTON:
                found.append(component["label"])
            found += [option["label"] for option in component.get("options") or []]
        return found

    def button(self, label: str) -> Json:
        """The button with that label, or one that begins so."""
        buttons = [c for c in self._components if c["type"] == BUTTON and c["label"].startswith(label)]
        assert buttons, f"no button {label!r} among {self.labels}"
        return buttons[0]

    def buttons(self) -> list[Json]:
        """The buttons, in order."""
        return [c for c in self._components if c["type"] == BUTTON]

    def option(self, label: str) -> tuple[Json, Json]:
        """The select and its option with that label, or one that begins so."""
        for component in self._components:
            for option in component.get("options") or []:
                if option["label"].startswith(label):
                    return component, option
        raise AssertionError(f"no option {label!r} among {self.labels}")
