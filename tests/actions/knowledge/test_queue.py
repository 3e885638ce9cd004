"""Unanswered questions and suggestions: nothing typed is lost, and nothing is cut."""

from bot.domain.verbs.knowledge.entries import Review, SetMustAnswer, SetTwoModerators
from bot.domain.verbs.knowledge.queue import (
    AddPhrasings,
    ClaimCase,
    SeeCase,
    SeeSuggestions,
    SeeUnanswered,
    SetAside,
)
from tests.actions.knowledge.conftest import Desk, held, pressed
from tests.services.conftest import ADA, HERE, MEG, SAM

NAMES = [
    "abacus", "badger", "cactus", "dagger", "eagle", "fabric", "gadget",
    "hammer", "iceberg", "jacket", "kettle", "ladder", "magnet", "napkin",
]  # fmt: skip


def unanswered(desk: Desk, question: str = "is there a mobile library timetable") -> str:
    """Someone asks in vain; the key of the question."""
    asked = desk.app.answering.ask(question, guild_id=HERE)
    return f"a{asked.id}"


def test_a_wrong_id_loses_nothing(desk: Desk) -> None:
    """It is said next to its field, with the one that is near; the phrasings are still there."""
    key = unanswered(desk)
    typed = {"entry_id": "tupee", "phrasings": "one\ntwo\nthree"}
    card = desk.card(AddPhrasings(key), typed)

    assert "There is no answer called “tupee”. Did you mean `tupe`?" in card.text
    form = desk.form(pressed(card, "Fix it"))
    assert held(form) == typed
    assert [bool(field.fault) for field in form.fields] == [False, False]
    draft = desk.card(AddPhrasings(key), {**typed, "entry_id": "tupe"})
    assert "three" in draft.text


def test_a_must_answer_question_names_an_answer_that_there_is(desk: Desk) -> None:
    """Else it could never be met."""
    typed = {"question": "who stays?", "entry_id": "unicorn", "reason": "Jobs."}
    assert "There is no answer called “unicorn”" in desk.card(SetMustAnswer(), typed).text
    assert "who stays?" in desk.card(SetMustAnswer(), {**typed, "entry_id": "tupe"}).text


def test_a_subject_that_there_is_not_is_named(desk: Desk) -> None:
    """With those that there are."""
    card = desk.card(SetTwoModerators(), {"topics": "rec-1, rec-99", "sides": "no"})
    assert "There is no subject called “rec-99”" in card.text
    assert "rec-1" in desk.form(SetTwoModerators()).fields[0].value


def test_what_another_has_taken_on_offers_nothing_that_refuses(desk: Desk) -> None:
    """Its moderator can settle it; the others see who it is."""
    key = unanswered(desk)
    mine = desk.card(ClaimCase(key))
    theirs = desk.card(SeeCase(key), by=SAM)

    assert [a.label for a in mine.actions] == ["Add to an answer", "Start a new answer", "Set aside"]
    assert theirs.actions == ()


def test_a_question_is_set_aside_with_a_reason(desk: Desk) -> None:
    """And leads back to the list."""
    card = desk.card(SetAside(unanswered(desk)), {"reason": "Ask the library."})
    assert desk.card(pressed(card, "Unanswered")).text == "There are none."


def test_lists_are_paged_and_not_cut(desk: Desk) -> None:
    """Every question and every suggestion can be reached, each once."""
    for number in range(60):
        unanswered(
            desk, f"{NAMES[number % 14]} {NAMES[number // 14]} {'xyz' * (number % 7)} zq{number * 7919}"
        )
        desk.app.knowledge.suggesting.suggest("tupe", f"Wrong {number}.", "", credited=False, by=ADA)
    for first in (SeeUnanswered(), SeeSuggestions()):
        card, labels = desk.card(first), []
        assert card.note.startswith("1 to 25 of ")
        while True:
            assert len(card.choices) <= 25
            labels += [choice.label for choice in card.choices]
            if "Next" not in [action.label for action in card.actions]:
                break
            card = desk.card(pressed(card, "Next"))
        assert len(labels) == len(set(labels)) > 25


def test_the_review_is_one_list_in_pages(desk: Desk) -> None:
    """What is waiting comes first."""
    for name in NAMES:
        desk.app.knowledge.drafting.add(name, by=MEG)
    card = desk.card(Review())

    assert "Your drafts: 14." in card.text
    assert next(choice.label for choice in card.choices) == "My draft: abacus"
