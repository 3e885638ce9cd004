"""Routes a verb to what it does: the same service call and the same card, whichever front end asks."""

from collections.abc import Callable, Mapping, Sequence

from bot.actions import answering, dialogue, feedback, knowledge, setup
from bot.actions.asking import Asking
from bot.actions.knowledge.drafts import keep_typed
from bot.actions.knowledge.telling import answers_for
from bot.actions.news import news_for, told
from bot.actions.request import Handler, Request, Result, Seen, Work
from bot.cards.card import Action, Card, Form
from bot.domain.actor import Actor
from bot.domain.dialogue.messages import Message
from bot.domain.errors import NoSuchAction
from bot.domain.server import ServerSettings
from bot.services.app import App

_VERBS: Mapping[str, Handler] = {
    **answering.VERBS,
    **feedback.VERBS,
    **setup.VERBS,
    **dialogue.VERBS,
    **knowledge.VERBS,
}


def command(typed: str) -> Action:
    """The action that a typed command stands for: `/knowledge edit tupe` is the verb `knowledge-edit`."""
    verb, *rest = typed.removeprefix("/").split() or [""]
    if rest and (longer := f"{verb}-{rest[0]}".lower()) in _VERBS:
        return Action(typed, longer, tuple(rest[1:]))
    return Action(typed, verb.lower(), tuple(rest))


class Desk(Asking):
    """Where the front ends bring what people ask and choose.

    `lacking` tells which permissions a front end finds missing under a server's settings.
    """

    def __init__(
        self, app: App, lacking: Callable[[ServerSettings], Sequence[str]] = lambda _settings: ()
    ) -> None:
        super().__init__(app)
        self._lacking = lacking

    def news(self, *, by: Actor) -> list[Card]:
        """What waits to be told to this person, where nobody sends it to them; each once."""
        return news_for(self._app, by)

    def answers(self, *, by: Actor) -> list[Card]:
        """Answers that this person asked to be told of, where nobody sends them; each once."""
        return answers_for(self._app, by)

    def tell(self, message: Message) -> Card:
        """The card that tells a message. Raises NoSuchAction where nothing is kept."""
        return told(self._app, message)

    def keep(self, form: Form, typed: Mapping[str, str], *, by: Actor) -> bool:
        """Keep what was typed into a form that was left; false where the form has no draft."""
        if keep_typed(self._app, form, typed, by):
            return True
        if not form.draft or self._app.dialogue is None:
            return False
        self._app.dialogue.drafts.keep(form.draft, typed, by=by)
        return True

    def perform(self, action: Action, *, by: Actor, values: Mapping[str, str] | None = None) -> Seen:
        """Do what an action says, however long it takes. Raises NoSuchAction, or what its service raises."""
        result = self.begin(action, by=by, values=values)
        if isinstance(result, Work):
            while result.step():
                pass
            result = self.finish(result, by=by)
        return result

    def begin(self, action: Action, *, by: Actor, values: Mapping[str, str] | None = None) -> Result:
        """The same, but where it takes long, the work to do step by step before it is finished."""
        return self._handled(action, Request(self._app, by, action.arguments, values, self._lacking))

    def finish(self, work: Work, *, by: Actor) -> Seen:
        """What comes of an action whose work has been done."""
        then = work.then
        request = Request(self._app, by, then.arguments, work.values, self._lacking, rehearsed=True)
        result = self._handled(then, request)
        assert not isinstance(result, Work), "what was rehearsed is done"  # noqa: S101
        return result

    def _handled(self, action: Action, request: Request) -> Result:
        handler = _VERBS.get(action.verb)
        if handler is None:
            raise NoSuchAction("I do not know that choice any more. Ask again, or type /help.")
        return handler(request)
