"""There is no such thing here."""

from dataclasses import dataclass

from bot.domain.errors.base import NotFound, Thing


class NoVersion(NotFound):
    """An entry (`id`) never had that version here or, where `retired`, had no text in it."""

    def __init__(self, entry_id: str, number: int, *, retired: bool = False) -> None:
        super().__init__(Thing.REVISION, entry_id)
        self.number, self.retired = number, retired


class UnknownVerb(NotFound):
    """A button that this version does not know; `id` is what it said."""

    def __init__(self, name: str) -> None:
        super().__init__(Thing.VERB, name)


@dataclass(eq=False)
class UnknownCommand(NotFound):
    """A command that there is not; `near` are those that may have been meant."""

    near: tuple[str, ...] = ()

    def __init__(self, typed: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(Thing.VERB, typed)
        self.near = near


class StaleCommand(NotFound):
    """A command of yesterday, which Discord still offers; `id` is its name."""

    def __init__(self, name: str) -> None:
        super().__init__(Thing.VERB, name)
