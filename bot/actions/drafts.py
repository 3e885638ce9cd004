"""A form that loses nothing: what was typed is kept until it has gone through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.actions.request import Request, Result
from bot.cards.card import Form, legacy
from bot.cards.mend import mend_card
from bot.domain.errors import ToMend

Typed = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A verb that first shows a form, then sends what was typed.

    Where something has to be mended, it says what, and the form holds all of it when it is opened again.
    A form that is a step of several `goes_on` with the same draft.
    """

    verb: str
    form: Callable[[Request, Typed], Form]
    send: Callable[[Request, Typed], Result]
    key: Callable[[Request], str] | None = None
    goes_on: bool = False

    def __call__(self, request: Request) -> Result:
        """Show the form, or send it."""
        drafts, key = request.app.drafts, self._key(request)
        if request.values is None:
            return self.form(request, drafts.get(key, by=request.by))
        typed = drafts.keep(key, request.values, by=request.by)
        try:
            result = self.send(request, typed)
        except ToMend as error:
            return mend_card(str(error), legacy("Mend it", self.verb, request.arguments))
        if not self.goes_on:
            drafts.drop(key, by=request.by)
        return result

    def _key(self, request: Request) -> str:
        """Where the draft is kept: for each verb and what it is about, unless said otherwise."""
        return self.key(request) if self.key else legacy("", self.verb, request.arguments).custom_id
