"""A server that holds some of everything, in several situations, each as a snapshot to come back to."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.actions.dispatcher import Dispatcher
from bot.actions.registry import Seen
from bot.app import running
from bot.cards.card import Action, Card, Form, Said
from bot.domain.actor import Actor, Role
from bot.domain.verb import Verb
from bot.domain.verbs import reading as read
from bot.domain.verbs import setup
from bot.domain.verbs.dialogue import availability, bookings, planned, records, requests
from bot.domain.verbs.knowledge import drafts, entries
from bot.services.app import App
from bot.settings import Settings
from tests.knowledge_folder import KnowledgeFolder
from tests.terminal import Time
from tests.walk.filling import fillings

GUILD = 7
ADA, BO = Actor(1, GUILD), Actor(2, GUILD)
CAROL, DAN = (Actor(n, GUILD, frozenset({Role.COMMISSIONER})) for n in (10, 11))
MEG = Actor(20, GUILD, frozenset({Role.MODERATOR, Role.ADMINISTRATOR}))
SAM = Actor(21, GUILD, frozenset({Role.MODERATOR}))
PEOPLE = {
    "charity": ADA,
    "other charity": BO,
    "commissioner": CAROL,
    "colleague": DAN,
    "moderator": MEG,
    "second moderator": SAM,
}
AFTER = datetime(2026, 12, 1, 11, tzinfo=UTC)
"""When the conversation of Tuesday morning is over."""

MAP, TUPE = "great-british-toilet-map", "tupe"


@dataclass(frozen=True)
class Snapshot:
    """A copy of the database, and the time."""

    copy: sqlite3.Connection
    at: datetime


@dataclass
class World:
    """One application over a database in memory that can be put back to how it was."""

    app: App
    time: Time
    performed: set[str] = field(default_factory=set)
    dispatcher: Dispatcher = field(init=False)

    def __post_init__(self) -> None:
        """Take a place at the dispatcher."""
        self.dispatcher = Dispatcher(self.app)

    def snapshot(self) -> Snapshot:
        """How everything is now."""
        copy = sqlite3.connect(":memory:")
        self.app.outbox._store._database.conn.backup(copy)
        return Snapshot(copy, self.time.at)

    def restore(self, snapshot: Snapshot) -> None:
        """Put everything back to how it was."""
        self.time.at = snapshot.at
        snapshot.copy.backup(self.app.outbox._store._database.conn)
        self.app.servers._known.clear()

    def do(self, verb: Verb, by: Actor, **typed: str) -> Seen:
        """Do something that must succeed; a form is filled in with this, and else as it should be."""
        seen = self.dispatcher.perform(verb, by=by)
        if isinstance(seen, Form):
            verb, values = seen.action.verb, fillings(seen)[0]
            values |= {name: text for name, text in typed.items() if name in values}
            seen = self.dispatcher.perform(verb, by=by, values=values)
        assert not needs_fixing(seen), (verb, seen)
        self.performed.add(verb.name)
        return seen

    def deliver(self) -> None:
        """All that is due by now is told."""
        for notice in self.app.outbox.due():
            self.app.outbox.sent(notice)

    def press(self, seen: Seen, kind: type[Verb], by: Actor, **typed: str) -> Seen:
        """Press the first button of this kind."""
        return self.do(found(seen, kind).verb, by, **typed)


def found(seen: Seen, kind: type[Verb]) -> Action:
    """The first button of this kind on a card."""
    fitting = [action for action in actions_of(seen) if isinstance(action.verb, kind)]
    assert fitting, (kind, seen)
    return fitting[0]


def actions_of(seen: Seen) -> tuple[Action, ...]:
    """Everything that can be pressed on what was shown, also by others."""
    match seen:
        case Card():
            return seen.everything_to_do
        case Said():
            return (*seen.card.everything_to_do, *(seen.public.everything_to_do if seen.public else ()))
        case _:
            return ()


def needs_fixing(seen: Seen) -> bool:
    """A form came back with something to fix."""
    return isinstance(seen, Card) and any(action.label in ("Fix it", "Mend it") for action in seen.actions)


@contextmanager
def world(folder: Path) -> Iterator[tuple[World, dict[str, Snapshot]]]:
    """The world, and its situations by name."""
    knowledge = KnowledgeFolder(folder / "knowledge")
    write_answers(knowledge)
    settings = Settings(database=folder / "parley.db", knowledge=knowledge.path)
    time = Time()
    with running(settings, time, keep=False) as app:
        first = World(app, time)
        situations = {name: _situation(first, make) for name, make in SITUATIONS.items()}
    knowledge.write(
        MAP, title="The Great British Toilet Map", topic="rec-1", questions=["toilet map"], body="It moved."
    )
    with running(settings, time, keep=False) as app:
        second = World(app, time, first.performed)
        yield second, situations


def write_answers(knowledge: KnowledgeFolder) -> None:
    """Four answers, which lead to each other."""
    knowledge.write("notice-of-ending-funding")
    knowledge.write(
        TUPE,
        title="What happens to staff when a service moves?",
        topic="rec-8",
        questions=["what is tupe", "do we inherit the staff if we win", "staff transfer"],
        body="Staff who are assigned to the service move with it.\n\n## For bidders\n\n"
        + "Ask early. " * 300,
        related={"next-step": ["notice-of-ending-funding"]},
    )
    knowledge.write(
        MAP, title="The Great British Toilet Map", topic="rec-1", questions=["toilet map"], body="A map."
    )
    knowledge.write(
        "old", title="An old answer about lidos", topic="rec-2", questions=["lido"], review_after="2026-01-31"
    )


def _situation(world: World, make: Callable[[World], None]) -> Snapshot:
    empty = world.snapshot()
    make(world)
    made = world.snapshot()
    world.restore(empty)
    return made


def settled_in(world: World) -> None:
    """The server is set up, commissioners can talk, and one service is planned."""
    world.do(setup.SetPlaces(), MEG, moderators="5", commissioners="6", queue="7", notes="8")
    for who, day in ((CAROL, "Tuesday"), (DAN, "Wednesday")):
        world.do(availability.AddAvailability(), who, on=day, hours="09:00 to 12:00")
    world.do(
        planned.AddService(),
        CAROL,
        title="Youth support",
        authority="Riverside",
        route="the portal",
    )


def ask(world: World, by: Actor, organisation: str, service: str = "") -> None:
    """Ask for a conversation, in both steps."""
    world.do(
        requests.AskForConversation(),
        by,
        organisation=organisation,
        about="what happens to staff",
        service=service,
    )
    world.do(requests.SendRequest(), by, access_needs="captions", conflicts="", first_contact="yes")


def waiting(world: World) -> None:
    """Two requests are waiting, one of them taken on; readers left questions, suggestions and picks."""
    settled_in(world)
    ask(world, ADA, "Ada's Friends", "1")
    ask(world, BO, "Bo's Club")
    world.do(requests.Claim(2), CAROL)
    timetable = "is there a mobile library timetable"
    world.dispatcher.ask("how do I get a mobile library", by=BO)
    world.press(world.dispatcher.ask(timetable, by=ADA), read.Refer, ADA, question=timetable, tell="yes")
    others = world.press(world.dispatcher.ask("staff transfer", by=ADA), read.NotMeant, ADA)
    world.press(others, read.Meant, ADA)
    world.do(read.SuggestChange(TUPE), ADA, wrong="The date is old.", source="", credit="yes")


def offered(world: World) -> None:
    """Times are offered for the first request."""
    waiting(world)
    world.deliver()
    world.do(requests.Claim(1), CAROL)
    check = world.do(bookings.Offer(1), CAROL, time1="Tuesday 1 December 2026 at 9am", time2="", time3="")
    world.press(check, bookings.SendOffer, CAROL)


def booked(world: World) -> None:
    """The first request has its time; the second person waits."""
    offered(world)
    world.deliver()
    times = world.do(bookings.SeeTimes(1), ADA)
    world.press(times, bookings.Book, ADA)


def over(world: World) -> None:
    """The time of the conversation has passed."""
    booked(world)
    world.deliver()
    world.time.comes_to(AFTER)


def held(world: World) -> None:
    """Both know that it took place, and the record is written; a commitment is late."""
    over(world)
    world.deliver()
    world.do(bookings.TookPlace(1), CAROL)
    world.do(
        records.WriteRecord(1),
        CAROL,
        people="Carol and Ada",
        given="The budget is flat.",
        received="",
        documents="",
    )
    world.do(
        records.FinishRecord(1),
        CAROL,
        conflicts="",
        published="We talked.",
        commitments="charity: send figures by 8 December 2026",
    )
    world.time.passes(days=9)


def confirmed(world: World) -> None:
    """The other side has confirmed the record."""
    held(world)
    world.deliver()
    world.do(records.ConfirmRecord(1), ADA)


def disputed(world: World) -> None:
    """The two sides say different things."""
    over(world)
    world.deliver()
    world.do(bookings.TookPlace(1), CAROL)
    world.do(bookings.NoShow(1), ADA)


def closed(world: World) -> None:
    """A tender notice is out."""
    booked(world)
    world.deliver()
    world.do(planned.CloseService(1), CAROL)


def moderating(world: World) -> None:
    """A draft that was overtaken, a proposal, a retired answer, a changed file, and an import."""
    waiting(world)
    world.deliver()
    world.do(drafts.EditEntry(MAP), MEG, short_answer="A map of toilets.")
    _publish(world, drafts.EditEntry(MAP), SAM, "A map of public toilets.")
    _publish(world, drafts.EditEntry("old"), SAM, "There are few lidos.")
    world.do(entries.SetTwoModerators(), MEG, topics="rec-8")
    draft = world.do(drafts.EditEntry(TUPE), SAM, short_answer="Staff may move with the service.")
    gate = world.press(draft, drafts.CheckDraft, SAM)
    world.press(gate, drafts.Propose, SAM, reason="It was too sure.")
    retire = world.do(drafts.Retire("notice-of-ending-funding"), MEG)
    world.press(retire, drafts.Publish, MEG, reason="Out of date.")


def _publish(world: World, verb: Verb, by: Actor, short_answer: str) -> None:
    draft = world.do(verb, by, short_answer=short_answer)
    gate = world.press(draft, drafts.CheckDraft, by)
    world.press(gate, drafts.Publish, by, reason="It was wrong.")


SITUATIONS: dict[str, Callable[[World], None]] = {
    "waiting": waiting,
    "offered": offered,
    "booked": booked,
    "over": over,
    "held": held,
    "confirmed": confirmed,
    "disputed": disputed,
    "closed": closed,
    "moderating": moderating,
}
