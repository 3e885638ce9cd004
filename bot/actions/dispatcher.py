"""Hands each verb to what does it: the same service call and the same card, whichever front end asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.actions import answering, dialogue, feedback, setup
from bot.actions.answering import READING
from bot.actions.commands import command
from bot.actions.here import Here
from bot.actions.knowledge import drafts, entries, house_rules, import_export, queue
from bot.actions.notices import cards_for, notice_card
from bot.actions.registry import HANDLERS, FormHandler, Result, Seen, Work, finished
from bot.cards.answers import Shown
from bot.cards.card import Card, Form
from bot.cards.filled import fix_card, with_typed
from bot.cards.outcomes import outcome_card
from bot.domain.actor import TERMINAL, Actor
from bot.domain.errors import Invalid, NothingKept, UnknownVerb
from bot.domain.forms import read_form
from bot.domain.notices import Notice
from bot.domain.server import ServerSettings
from bot.domain.verb import Verb
from bot.services.answering import Asked
from bot.services.app import App
from bot.services.finding import Found

HANDLED_IN = (answering, dialogue, drafts, entries, feedback, house_rules, import_export, queue, setup)
"""The modules whose import fills the registry."""


class Dispatcher:
    """Where the front ends bring what people ask and choose.

    `lacking` tells which permissions a front end finds missing under a server's settings.
    """

    def __init__(
        self, app: App, lacking: Callable[[ServerSettings], Sequence[str]] = lambda _settings: ()
    ) -> None:
        self._app = app
        self._lacking = lacking

    def find(self, question: str, *, by: Actor) -> Found:
        """What answers a question. Touches no disk."""
        return self._app.answering.finder.find(question, guild_id=by.guild_id)

    def record(self, found: Sequence[Found]) -> list[Asked]:
        """Keep what several people asked, in one go; where nothing can be kept, only answer it."""
        for guild_id in {each.guild_id for each in found}:
            self._app.servers.settings(guild_id)  # from here on in memory, since `say` touches no disk
        if self._app.only_reads:
            return [Asked(each.outcome, nation=each.nation) for each in found]
        return self._app.answering.record(found)

    def ask(self, question: str, *, by: Actor) -> Card:
        """Answer a question, for a front end that has one person."""
        return self.say(self.record([self.find(question, by=by)])[0], by=by)

    def say(self, asked: Asked, *, by: Actor, reply_to: int | None = None, in_public: bool = False) -> Card:
        """The card for the outcome of a question.

        With `reply_to`, for someone who answers that message; `in_public`, where everyone reads it anyway.
        """
        base, today = self._app.answering.finder.base(by.guild_id), self._app.now().date()
        nation = asked.nation or self._app.servers.settings(by.guild_id).nation
        shareable = not in_public and by.guild_id != TERMINAL
        shown = Shown(asked.id, reply_to=reply_to, shareable=shareable, nation=nation)
        return self._offered(outcome_card(asked.outcome, base, today, shown))

    def command(self, typed: str, *, by: Actor) -> Verb:
        """The verb that a typed line means. Raises UnknownCommand or WrongUsage."""
        return command(typed, self.titles(by.guild_id))

    def titles(self, guild_id: int) -> Mapping[str, str]:
        """The titles of the answers of a server, by id. Touches no disk."""
        entries = self._app.answering.finder.at_hand(guild_id).entries
        return {entry_id: entry.title for entry_id, entry in entries.items()}

    def notices(self, *, by: Actor) -> list[Card]:
        """The cards of notices for this person, where no one sends them; each notice once."""
        return cards_for(self._app, by)

    def notice(self, notice: Notice) -> Card | None:
        """The card of a notice; None where there is nothing to tell any longer."""
        return notice_card(self._app, notice)

    def keep(self, form: Form, typed: Mapping[str, str], *, by: Actor) -> bool:
        """Keep what was typed into a form that was left; false where nothing can be kept."""
        verb, handler = form.action.verb, HANDLERS.get(type(form.action.verb))
        key = handler.draft(verb) if isinstance(handler, FormHandler) else form.draft
        if key:
            self._app.drafts.keep(key, typed, by=by)
        return bool(key)

    def perform(self, verb: Verb, *, by: Actor, values: Mapping[str, str] | None = None) -> Seen:
        """Do what a verb says, however long it takes. Raises UnknownVerb, or what its service raises."""
        result = self.begin(verb, by=by, values=values)
        return result if isinstance(result, Seen) else finished(result)

    def begin(self, verb: Verb, *, by: Actor, values: Mapping[str, str] | None = None) -> Result:
        """What there is to show or, where that takes long, the work to do step by step."""
        if self._app.only_reads and not isinstance(verb, READING):
            raise NothingKept
        here = Here(self._app, by, self._lacking)
        match HANDLERS.get(type(verb)):
            case None:
                raise UnknownVerb(verb.name)
            case FormHandler() as handler:
                if values is None:
                    return self._opened(handler, verb, here)
                return self._sent(handler, verb, here, values)
            case handler:
                result = handler.act(verb, here)
                return self._offered(result) if isinstance(result, Card) else result

    def _offered(self, card: Card) -> Card:
        """The card with what can be done now: where nothing can be kept, only reading on."""
        if not self._app.only_reads:
            return card
        actions = tuple(action for action in card.actions if isinstance(action.verb, READING))
        choices = tuple(choice for choice in card.choices if isinstance(choice.verb, READING))
        return replace(card, actions=actions, choices=choices)

    def _opened(self, handler: FormHandler, verb: Verb, here: Here) -> Form:
        """The form, with what this person typed into it before and what was wrong with that."""
        form = handler.opened_by(verb, here)
        typed = self._app.drafts.get(handler.draft(verb), by=here.by)
        if not typed:
            return form
        try:
            read_form(handler.kind, typed, handler.reading(verb, here))
        except Invalid as error:
            return with_typed(form, typed, {name: f for name, f in error.faults.items() if name in typed})
        return with_typed(form, typed)

    def _sent(self, handler: FormHandler, verb: Verb, here: Here, values: Mapping[str, str]) -> Result:
        """Do it with what was filled in, which is kept until it has gone through."""
        key = handler.draft(verb)
        typed = self._app.drafts.keep(key, values, by=here.by)
        try:
            result = handler.send(verb, here, read_form(handler.kind, typed, handler.reading(verb, here)))
        except Invalid as error:
            return fix_card(handler.opened_by(verb, here), error.faults, verb)
        if handler.goes_on:
            return result
        if isinstance(result, Seen):
            self._app.drafts.drop(key, by=here.by)
            return result
        return self._through(result, handler, verb, here)

    def _through(self, work: Work, handler: FormHandler, verb: Verb, here: Here) -> Work:
        """The same work, after which what was typed is no longer kept."""
        try:
            shown = yield from work
        except Invalid as error:
            return fix_card(handler.opened_by(verb, here), error.faults, verb)
        self._app.drafts.drop(handler.draft(verb), by=here.by)
        return shown
