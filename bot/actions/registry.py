"""Pairs each verb with what does it. A handler is handed the verb as a value, and returns what to show.

@handles(Claim)
def claim(verb: Claim, here: Here) -> Result: ...

@handles_form(Decline, DeclineForm, opened_by=decline_form)
def decline(verb: Decline, here: Here, filled: DeclineForm) -> Result: ...
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.actions.here import Here
from bot.cards.card import Card, Form, Said
from bot.domain.forms import Reading
from bot.domain.verb import Verb

Seen = Card | Form | Said
"""Everything that can be shown."""

Work = Generator[None, None, Seen]
"""Long work, in short steps, so that others are served between them; what it returns is shown."""

Result = Seen | Work

V = TypeVar("V", bound=Verb)
FormT = TypeVar("FormT")
DoneT = TypeVar("DoneT")


def step(work: Work) -> Seen | None:
    """Do one step of long work: None where there is more to do, else what there is to show."""
    try:
        next(work)
    except StopIteration as end:
        shown: Seen = end.value
        return shown
    return None


def finished(work: Generator[None, None, DoneT]) -> DoneT:
    """Do long work to its end, without a pause; returns its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            done: DoneT = end.value
            return done


@dataclass(frozen=True, slots=True)
class Handler:
    """What does a verb that needs nothing to be filled in."""

    act: Callable[[Any, Here], Result]


@dataclass(frozen=True, slots=True)
class FormHandler:
    """What does a verb that first shows a form.

    `opened_by` makes the form, or refuses at once where the person cannot do this. `draft` names where what
    was typed is kept: by default for each verb and its arguments. A form that `goes_on` is one step of
    several with the same draft, which stays until the last has gone through.
    """

    kind: type
    opened_by: Callable[[Any, Here], Form]
    send: Callable[[Any, Here, Any], Result]
    draft: Callable[[Any], str]
    reading: Callable[[Any, Here], Reading]
    goes_on: bool


HANDLERS: dict[type[Verb], Handler | FormHandler] = {}
"""Who does each verb. Filled when the modules of `bot.actions` are imported."""


def handles(kind: type[V]) -> Callable[[Callable[[V, Here], Result]], Callable[[V, Here], Result]]:
    """Make a function what does this verb."""

    def made(act: Callable[[V, Here], Result]) -> Callable[[V, Here], Result]:
        _add(kind, Handler(act))
        return act

    return made


def handles_form(  # noqa: PLR0913 - each is something in which forms differ
    kind: type[V],
    form: type[FormT],
    *,
    opened_by: Callable[[V, Here], Form],
    draft: Callable[[V], str] = lambda verb: verb.custom_id,
    reading: Callable[[V, Here], Reading] = lambda _verb, here: here.reading,
    goes_on: bool = False,
) -> Callable[[Callable[[V, Here, FormT], Result]], Callable[[V, Here, FormT], Result]]:
    """Make a function what does this verb once its form has been filled in."""

    def made(send: Callable[[V, Here, FormT], Result]) -> Callable[[V, Here, FormT], Result]:
        _add(kind, FormHandler(form, opened_by, send, draft, reading, goes_on))
        return send

    return made


def _add(kind: type[Verb], handler: Handler | FormHandler) -> None:
    assert kind not in HANDLERS, f"{kind.__name__} has a handler"  # noqa: S101 - found while importing
    HANDLERS[kind] = handler
