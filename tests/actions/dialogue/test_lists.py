"""Lists of requests, conversations, times, services and colleagues have pages, and nothing is left out."""

from datetime import timedelta

from bot.actions.registry import Seen
from bot.cards.card import Card
from bot.domain.actor import Actor
from bot.domain.verb import Verb
from bot.domain.verbs.dialogue.availability import SeeAvailability
from bot.domain.verbs.dialogue.bookings import AddNote, Move, SeeHistory, SeeTimes
from bot.domain.verbs.dialogue.planned import ListServices
from bot.domain.verbs.dialogue.requests import HandOver, SeeMine, SeeQueue
from tests.actions.dialogue.pressing import Hand
from tests.dialogue_world import NINE, charity, commissioner


def through(hand: Hand, verb: Verb, by: Actor) -> list[Card]:
    """Every page of a list, as someone reads it who presses Next."""
    pages: list[Card] = []
    following: Verb | None = verb
    while following is not None:
        shown: Seen = hand.press(following, by)
        assert isinstance(shown, Card)
        pages.append(shown)
        following = next((action.verb for action in shown.actions if action.label == "Next"), None)
    return pages


def test_the_queue(hand: Hand) -> None:
    """60 requests are on three pages, each once, the longest waiting first."""
    for person in range(100, 160):
        hand.world.asked(charity(person))
    pages = through(hand, SeeQueue(), commissioner())

    assert [page.note for page in pages] == ["1 to 25 of 60", "26 to 50 of 60", "51 to 60 of 60"]
    assert [choice.label.split(".")[0] for page in pages for choice in page.choices] == [
        str(number) for number in range(1, 61)
    ]


def test_a_queue_that_nobody_counted(hand: Hand) -> None:
    """More than a hundred are "at least" so many, and can still be read to their end."""
    for person in range(100, 230):
        hand.world.asked(charity(person))
    pages = through(hand, SeeQueue(), commissioner())

    assert pages[0].note == "1 to 25 of at least 100"
    assert sum(len(page.choices) for page in pages) == 130


def test_ones_own(hand: Hand) -> None:
    """Requests first, then every conversation there ever was."""
    for _ in range(27):
        booking = hand.world.booked(NINE)
        hand.world.dialogue.bookings.cancel(booking.id, "ill", by=charity())
    hand.world.asked()
    pages = through(hand, SeeMine(), charity())

    assert [page.note for page in pages] == ["1 to 25 of 28", "26 to 28 of 28"]
    assert len({choice.verb for page in pages for choice in page.choices}) == 28


def test_times(hand: Hand) -> None:
    """Of eight weeks, and to move to."""
    for day in ("Monday", "Wednesday", "Thursday", "Friday"):
        hand.world.free_on(day, "09:00 to 12:00")
    request = hand.world.asked(charity(2))
    booking = hand.world.booked(NINE)
    for verb, by in ((SeeTimes(request.id), charity(2)), (Move(booking.id), charity())):
        pages = through(hand, verb, by)
        starts = [choice.verb for page in pages for choice in page.choices]
        assert len(starts) == len(set(starts)) > 60
        assert all(len(page.choices) == 20 for page in pages[:-1])


def test_services_windows_colleagues_and_steps(hand: Hand) -> None:
    """Each of them has its pages."""
    world = hand.world
    for _ in range(26):
        world.service()
        world.free_on("Monday", "09:00 to 12:00")
    for user_id in range(500, 526):
        world.free_on("Friday", "09:00 to 12:00", commissioner(user_id))
    world.dialogue.requests.claim(world.asked(charity(3)).id, by=commissioner())
    booking = world.booked(NINE)
    for number in range(20):
        hand.press(AddNote(booking.id), charity(), text=f"note {number}")
        world.time.at += timedelta(minutes=1)
    for verb, notes in (
        (ListServices(), ["1 to 25 of 26", "26 of 26"]),
        (HandOver(1), ["1 to 25 of 26", "26 of 26"]),
        (SeeHistory(booking.id), ["1 to 15 of 21", "16 to 21 of 21"]),
        (SeeAvailability(), ["1 to 25 of 27. Times are UK time.", "26 to 27 of 27. Times are UK time."]),
    ):
        assert [page.note for page in through(hand, verb, commissioner())] == notes
