"""Forms about conversations are read, kept where it has to be fixed, and never lost."""

from datetime import timedelta

import pytest

from bot.cards.card import Card
from bot.domain.dialogue.states import BookingState
from bot.domain.errors import EngagementOver, FormNotBegun, WrongPart
from bot.domain.verbs.dialogue.availability import AddAvailability
from bot.domain.verbs.dialogue.bookings import AddNote, Cancel, Offer, SendOffer, TookPlace, TypeMove
from bot.domain.verbs.dialogue.planned import CloseService
from bot.domain.verbs.dialogue.records import FinishRecord, WriteRecord
from bot.domain.verbs.dialogue.requests import AskForConversation, Decline, SendRequest
from tests.actions.dialogue.pressing import Hand
from tests.dialogue_world import NINE, TEN, charity, commissioner

ASK = {"organisation": "Ada's Friends", "about": "lunch clubs", "hopes": ""}


def test_cancelling_needs_a_reason(hand: Hand) -> None:
    """Without one nothing is cancelled, and the form is there again."""
    booking = hand.world.booked(NINE)
    card = hand.card(Cancel(booking.id), charity(), {"text": "  "})

    assert card.title == "Please fix one thing"
    assert "**Why?:** This is needed." in card.text
    assert card.actions[0].verb == Cancel(booking.id)
    assert hand.world.dialogue.bookings.get(1, by=charity()).state is BookingState.BOOKED


def test_only_a_commissioner_is_asked_who_can_have_the_time(hand: Hand) -> None:
    """And only the two sides are shown the form at all."""
    hand.world.booked(NINE)

    assert [field.name for field in hand.form(Cancel(1), charity()).fields] == ["text"]
    assert [field.name for field in hand.form(Cancel(1), commissioner()).fields] == ["text", "offer_on"]
    with pytest.raises(WrongPart):
        hand.form(Cancel(1), charity(2))


def test_both_steps_of_asking_are_one_draft(hand: Hand) -> None:
    """The second is refused without the first, and the first holds what was typed when it is opened again."""
    with pytest.raises(FormNotBegun):
        hand.form(SendRequest(), charity())
    assert hand.card(AskForConversation(), charity(), ASK).title == "Before you ask"
    assert hand.form(AskForConversation(), charity()).fields[0].value == "Ada's Friends"
    sent = hand.card(SendRequest(), charity(), {"access_needs": "", "conflicts": "", "first_contact": "yes"})

    assert sent.title == "Request 1 is with the commissioners"
    with pytest.raises(FormNotBegun):
        hand.press(SendRequest(), charity(), access_needs="")


def test_a_first_step_with_a_fault_leads_to_no_second(hand: Hand) -> None:
    """Each fault is next to its field."""
    card = hand.card(AskForConversation(), charity(), {**ASK, "about": "x" * 1001})
    assert "1,001 characters, and 1,000 fit" in card.text
    with pytest.raises(FormNotBegun):
        hand.form(SendRequest(), charity())
    opened = hand.form(AskForConversation(), charity())
    assert {field.name: bool(field.fault) for field in opened.fields}["about"]


def test_a_service_that_is_over_does_not_stay_in_the_draft(hand: Hand) -> None:
    """The first time says where to ask instead; after that the request is about none."""
    hand.world.service()
    assert hand.form(AskForConversation(service=1), charity()).fields[2].value == "1"
    hand.press(AskForConversation(), charity(), **ASK, service="1")
    hand.press(CloseService(1), commissioner())
    with pytest.raises(EngagementOver):
        hand.press(SendRequest(), charity(), first_contact="yes")

    assert hand.card(SendRequest(), charity(), {"first_contact": "yes"}).title.startswith("Request 1")


def test_a_time_that_is_gone_when_it_is_offered_can_be_changed(hand: Hand) -> None:
    """Someone else was given it between the check and the offer."""
    world = hand.world
    world.dialogue.requests.claim(world.asked(charity(1)).id, by=commissioner())
    check = hand.card(Offer(1), commissioner(), {"time1": "Tuesday 1 December 2026 at 9am"})
    assert check.actions[0].verb == SendOffer(1, starts=(NINE,))
    world.booked(NINE, charity(2))
    card = hand.card(check.actions[0].verb, commissioner())

    assert card.text == ("**Time 1:** You are booked at Tuesday 1 December 2026, 9am. Offer another time.")
    assert card.actions[0].verb == Offer(1)


def test_each_fault_is_said_beside_its_field(hand: Hand) -> None:
    """All of them at once, in the order of the form."""
    hand.world.dialogue.requests.claim(hand.world.asked().id, by=commissioner())
    card = hand.card(Offer(1), commissioner(), {"time1": "soon", "time2": "31 June 2027 at 10am"})

    assert card.title == "Please fix 2 things"
    assert "**Time 1:** I see no time of day in “soon”." in card.text
    assert "**Time 2:** June has 30 days." in card.text


def test_no_times_are_no_offer(hand: Hand) -> None:
    """One at least."""
    hand.world.dialogue.requests.claim(hand.world.asked().id, by=commissioner())
    card = hand.card(Offer(1), commissioner(), {"time1": ""})

    assert card.text == "**Time 1:** Offer from 1 to 5 times."


def test_a_typed_move_is_said_back(hand: Hand) -> None:
    """And moves nothing until it is confirmed."""
    hand.world.booked(NINE)
    check = hand.card(TypeMove(1), commissioner(), {"time": "1 December 2026 at 10am"})
    assert "Nothing has been moved yet." in check.note
    assert hand.card(check.actions[0].verb, commissioner()).title == "Moved: conversation 1"
    assert hand.world.dialogue.bookings.get(1, by=charity()).starts_at == TEN


def test_a_record_is_written_in_two_steps(hand: Hand) -> None:
    """The second is refused without the first; commitments are read one on each line."""
    hand.world.booked(NINE)
    hand.world.time.comes_to(NINE + timedelta(hours=1))
    hand.press(TookPlace(1), commissioner())
    with pytest.raises(FormNotBegun):
        hand.form(FinishRecord(1), commissioner())
    hand.press(WriteRecord(1), commissioner(), people="both")
    bad = hand.card(FinishRecord(1), commissioner(), {"commitments": "send it all by Friday"})
    assert "Say whose each one is and by when" in bad.text
    good = hand.card(FinishRecord(1), commissioner(), {"commitments": "charity: send it by 8 December 2026"})

    assert "send it (the charity, by 8 December 2026): open" in good.text


def test_notes_and_reasons_reach_the_other_side(hand: Hand) -> None:
    """Those of a decline and of a note."""
    world = hand.world
    world.asked(charity(2))
    hand.press(Decline(1), commissioner(), text="not my field")
    world.booked(NINE)
    hand.press(AddNote(1), charity(), text="bring a map")

    assert world.told(2) == ["declined"]
    assert world.told(10)[-1] == "note"


def test_hours_are_needed_unless_someone_is_away(hand: Hand) -> None:
    """And who is away names one day."""
    for typed, text in (
        ({"on": "Tuesday"}, "**From when to when:** This is needed."),
        ({"on": "Tuesday", "kind": "exception"}, "**Which day:** Name one day on which you are away"),
    ):
        card = hand.card(AddAvailability(), commissioner(), typed)
        assert text in card.text
    away = hand.press(AddAvailability(), commissioner(), on="24 December 2026", kind="exception")
    assert isinstance(away, Card)
    assert "Thursday 24 December 2026, all day, away" in away.text
