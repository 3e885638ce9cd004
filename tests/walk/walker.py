"""Goes everywhere: from every command, for everyone, through every button and every form."""

import io
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rich.console import Console

from bot.actions.notices import notice_card
from bot.actions.registry import Seen
from bot.cards.card import Action, Card, Form, Said
from bot.console.forms import Filling
from bot.console.render import show
from bot.discord_ui.rendering.layout import layout_of
from bot.discord_ui.rendering.modals import modal_of
from bot.domain.actor import Actor
from bot.domain.errors import ParleyError
from bot.domain.notices import Place
from bot.domain.verb import VERBS, Verb, arguments_of, commands
from tests.loopback import limits
from tests.walk.filling import fillings
from tests.walk.world import BO, MAP, PEOPLE, TUPE, Snapshot, World, needs_fixing

DEPTH = 6
QUESTIONS = ("staff transfer", "toilet", "is there a tax on lidos and workers", "xylophone quartz")
WELL = "filled in well"
_WIDTH = 60


@dataclass
class Walker:
    """Walks, and remembers what was refused although a button led there, and what broke."""

    world: World
    refused: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    to_fix: dict[str, str] = field(default_factory=dict)
    complaints: set[str] = field(default_factory=set)
    steps: int = 0
    _been: set[object] = field(default_factory=set)
    _rendered: set[object] = field(default_factory=set)

    def walk(self, name: str, situation: Snapshot) -> None:
        """Everything that everyone can come to in one situation."""
        for role, by in PEOPLE.items():
            self.world.restore(situation)
            for verb in starts():
                if name == "waiting" or isinstance(verb, OF_DIALOGUE) is (name != "moderating"):
                    self._go(Action("", verb), by, (name, role))
                    self._back_to(situation)
            for card in self._cards_that_come(by, name):
                self._explore(card, by, (name, role))
                self._back_to(situation)

    @property
    def dead_buttons(self) -> list[str]:
        """What was refused, a line for each verb and reason: where it was first, and how often in all."""
        found: dict[tuple[str, str], list[str]] = {}
        for where, why in self.refused.items():
            verb = where.partition(": ")[2].partition(" ")[0]
            found.setdefault((verb, why), []).append(where)
        return [f"{places[0]}: {why} ({len(places)} times)" for (_, why), places in found.items()]

    def _cards_that_come(self, by: Actor, situation: str) -> Iterator[Card]:
        """The answers to questions, and what the outbox sends to this person."""
        for question in QUESTIONS if situation == "moderating" else ():
            for reply_to in (None, 99):
                asked = self.world.app.answering.ask(question, guild_id=by.guild_id)
                yield self.world.dispatcher.say(asked, by=by, reply_to=reply_to)
        self.world.app.dialogue.notices.add_late()
        self.world.app.knowledge.review_reminders.add_due(by.guild_id)
        for notice in self.world.app.outbox.due():
            if notice.to == by.user_id or (notice.place is Place.QUEUE and by.roles):
                card = notice_card(self.world.app, notice)
                if card is not None:
                    yield card

    def _explore(self, seen: Seen, by: Actor, path: tuple[str, ...]) -> None:
        """Press everything on a card, or fill in a form in every way."""
        self._render(seen)
        match seen:
            case Form():
                self._fill(seen, by, path)
            case Said():
                self._explore(seen.card, by, path)
                if seen.public is not None:
                    self._explore(seen.public, BO, path)
            case Card() if len(path) <= DEPTH:
                before = self.world.snapshot()
                for action in seen.everything_to_do:
                    if self._is_new(action.verb, by, path):
                        self._go(action, by, path)
                        self._back_to(before)

    def _go(self, action: Action, by: Actor, path: tuple[str, ...]) -> None:
        self._do(action.verb, by, (*path, action.label or f"/{action.verb.command}"), None)

    def _fill(self, form: Form, by: Actor, path: tuple[str, ...]) -> None:
        if not self._is_new(form.action.verb, by, (*path, "form")):
            return
        before = self.world.snapshot()
        for way, typed in enumerate((*fillings(form), {each.name: "" for each in form.fields})):
            self._do(form.action.verb, by, (*path, form.title if way else WELL), typed)
            self._back_to(before)

    def _do(self, verb: Verb, by: Actor, path: tuple[str, ...], typed: Mapping[str, str] | None) -> None:
        self.steps += 1
        try:
            seen = self.world.dispatcher.perform(verb, by=by, values=typed)
        except ParleyError as error:
            if typed is None and not path[-1].startswith("/"):
                self.refused.setdefault(_known_by(verb, path), f"{type(error).__name__} {error}")
            return
        except Exception:  # noqa: BLE001 - whatever breaks is what the walk is for
            self.broken.setdefault(_known_by(verb, path), traceback.format_exc(limit=-4))
            return
        if needs_fixing(seen):
            assert isinstance(seen, Card)
            if path[-1] == WELL:
                self.to_fix.setdefault(verb.name, seen.text)
            return
        if not (isinstance(seen, Form) and type(seen.action.verb) is type(verb)):
            self.world.performed.add(verb.name)
        self._explore(seen, by, path)

    def _is_new(self, verb: Verb, by: Actor, path: tuple[str, ...]) -> bool:
        """This was not done yet by this person in this situation, coming from the same kind of place."""
        key = (path[0], by.user_id, verb.name, _without_chance(verb), path[-1][:20])
        new = key not in self._been
        self._been.add(key)
        return new

    def _back_to(self, before: Snapshot) -> None:
        self.world.restore(before)

    def _render(self, seen: Seen) -> None:
        """Show each kind of card and form once in both front ends; Discord's limits hold."""
        if isinstance(seen, Said):
            return
        key = (seen.title[:12], type(seen), len(getattr(seen, "actions", ())))
        if key in self._rendered:
            return
        self._rendered.add(key)
        if isinstance(seen, Form):
            self.complaints.update(limits.modal_complaints(modal_of(seen).to_dict()))
            seen = Filling(seen).card()
        body = {"components": layout_of(seen).to_components(), "flags": 1 << 15}
        self.complaints.update(limits.message_complaints(body))
        show(seen, Console(file=io.StringIO(), width=_WIDTH))


OF_DIALOGUE = tuple(
    kind for kind in VERBS.values() if kind.__module__.startswith("bot.domain.verbs.dialogue.")
)


def starts() -> Iterator[Verb]:
    """Every command that can be typed, with what there is in this world."""
    for kind in commands():
        needed = [argument.name for argument in arguments_of(kind) if argument.is_needed]
        if not needed:
            yield kind()
        elif needed == ["number"]:
            yield from (kind.read([number]) for number in ("1", "2"))
        else:
            words = {"entry_id": (MAP, TUPE, "notice-of-ending-funding"), "version": ("0",)}
            yield from (kind.read([entry_id, "0"][: len(needed)]) for entry_id in words["entry_id"])


def _known_by(verb: Verb, path: tuple[str, ...]) -> str:
    return f"{path[0]}, {path[1]}: {verb.name} by {' > '.join(path[2:])}"


def _without_chance(verb: Verb) -> tuple[object, ...]:
    """The arguments without numbers that are drawn by chance, such as those of questions."""
    return tuple(a for a in verb.arguments if not (a.isdecimal() and int(a) > 10**8))
