"""Files in and out, two moderators, suggestions and reviews: each verb is done once, by its button."""

from bot.domain.actor import Actor
from bot.domain.unanswered import CaseKey
from bot.domain.verbs.knowledge import entries
from bot.domain.verbs.knowledge.drafts import EditEntry
from bot.domain.verbs.knowledge.entries import (
    Export,
    Import,
    Review,
    SeeDifference,
    SeeEntry,
    SeeRules,
    SeeVersions,
    SetTwoModerators,
)
from bot.domain.verbs.knowledge.queue import AddPhrasings, SeeSuggestions, StartEntry
from bot.domain.verbs.reading import SuggestChange
from tests.actions.knowledge.conftest import Desk, held, pressed
from tests.services.conftest import ADA, ELSEWHERE, HERE, MEG, SAM

WHY = {"reason": "It was wrong.", "source": ""}


def published(desk: Desk, body: str) -> None:
    """Another text of an answer is live."""
    form = desk.form(EditEntry("tupe"))
    gate = desk.card(
        pressed(desk.card(form.action.verb, {**held(form), "short_answer": body}), "See what it would do")
    )
    desk.card(pressed(gate, "Publish"), WHY)


def test_what_is_exported_can_be_imported_elsewhere(desk: Desk) -> None:
    """Shown first, then done, with the file's name as the reason."""
    published(desk, "They come along.")
    text = desk.card(pressed(desk.card(Export()), "tupe")).text.strip("`").strip()
    there = Actor(MEG.user_id, ELSEWHERE, MEG.roles)
    plan = desk.card(Import(), {"name": "tupe.md", "text": text}, by=there)
    assert desk.card(pressed(plan, "Import all"), by=there).title == "Imported"

    history = desk.card(SeeVersions("tupe"), by=there)
    assert "1, edited by" in history.text
    assert "Imported from “tupe.md”." in history.text


def test_a_broken_import_says_what_to_fix(desk: Desk) -> None:
    """By line and part; and it cannot be accepted."""
    plan = desk.card(Import(), {"name": "a.md", "text": "+++\ntitle = 3\n+++\nText."})

    assert "a.md, line 2: **Title** must be text" in plan.text
    assert plan.actions == ()


def test_two_moderators_agree(desk: Desk) -> None:
    """One asks, the other finds it under review, reads every move, and agrees."""
    desk.card(SetTwoModerators(), {"topics": "rec-8", "sides": "no"})
    form = desk.form(EditEntry("tupe"))
    draft = desk.card(form.action.verb, {**held(form), "short_answer": "They come along."})
    gate = desk.card(pressed(draft, "See what it would do"))
    assert "“8. Be prepared” is a subject that needs two moderators." in gate.text
    desk.card(pressed(gate, "Ask a second moderator"), WHY)

    theirs = desk.card(pressed(desk.card(Review(), by=SAM), "Second moderator: tupe"), by=SAM)
    assert "They come along." in desk.card(pressed(theirs, "See the words"), by=SAM).text.replace("+}", "")
    assert desk.card(pressed(theirs, "Agree"), by=SAM).facts[0].label == "Agreed by"


def test_only_who_manages_the_server_is_offered_the_subjects(desk: Desk) -> None:
    """For the others the button could only refuse."""
    assert pressed(desk.card(SeeRules()), "Subjects that need two") == SetTwoModerators()
    assert "Subjects that need two" not in [a.label for a in desk.card(SeeRules(), by=SAM).actions]


def test_a_suggestion_is_made_seen_and_settled(desk: Desk) -> None:
    """By anyone; then by a moderator, either way."""
    for label, title in (("Done", "Done"), ("Decline", "Declined")):
        desk.card(SuggestChange("tupe"), {"wrong": "The law changed.", "credit": "yes"}, by=ADA)
        one = desk.card(pressed(desk.card(SeeSuggestions()), "tupe: The law"))
        assert one.facts[0].value == f"<@{ADA.user_id}>"
        assert desk.card(pressed(one, label)).title == title


def test_a_learned_question_is_added_or_left_out(desk: Desk) -> None:
    """Into a draft, or never again."""
    for question in ("personnel novation", "what of the lads"):
        asked = desk.app.answering.ask(question, guild_id=HERE)
        assert asked.id is not None
        desk.app.feedback.pick(asked.id, "tupe", by=ADA)
    first = desk.card(pressed(desk.card(SeeSuggestions()), "New question for tupe: personnel"))
    assert "1 person picked `tupe`" in first.text
    assert "personnel novation" in desk.card(pressed(first, "Add it")).text
    second = desk.card(pressed(desk.card(SeeSuggestions()), "New question for tupe: what of"))
    assert desk.card(pressed(second, "Leave it out")).title == "Left out"


def test_a_new_answer_is_started_from_questions(desk: Desk) -> None:
    """In their wordings; another moderator's claim is respected."""
    asked = desk.app.answering.ask("is there a mobile library timetable", guild_id=HERE)
    key = f"a{asked.id}"
    assert CaseKey.of(key) is not None
    card = desk.card(StartEntry(key), {"entry_id": "mobile-library"})
    assert card.title == "Draft: mobile-library"
    assert "**Title** is missing" in card.text
    assert "timetable" in held(desk.form(pressed(card, "Questions")))["questions"]
    assert desk.form(AddPhrasings(key)).title == "Add to an answer"


def test_the_past_of_an_answer_is_shown(desk: Desk) -> None:
    """As it is, its versions, what changed, its review and the test of all."""
    published(desk, "They come along.")
    shown = desk.card(SeeEntry("tupe"))
    assert shown.facts[-1].label == "Review due"
    assert desk.card(pressed(shown, "Mark as reviewed")).text.endswith("Read through, and still right.")
    assert "{+They come along.+}" in desk.card(SeeDifference("tupe", before=0, after=1)).text
    assert "I asked 3 test questions." in desk.card(entries.TestAnswers()).text
