"""A draft from its first form to what is live, and back."""

import pytest

from bot.domain.entry_kinds import Section
from bot.domain.entry_parts import PARTS
from bot.domain.errors import NotFound, Thing
from bot.domain.knowledge_forms import keys_in
from bot.domain.verbs.knowledge.drafts import (
    AddEntry,
    CheckDraft,
    EditEntry,
    EditPart,
    Restore,
    Retire,
    SeeDraft,
)
from bot.domain.verbs.knowledge.entries import SeeEntry, SeeVersions
from tests.actions.knowledge.conftest import Desk, held, pressed
from tests.services.conftest import MEG, SAM

WHY = {"reason": "It was wrong.", "source": "gov.uk"}


def edited(desk: Desk, body: str = "They come along.") -> CheckDraft:
    """A draft of an answer, ready for the gate."""
    form = desk.form(EditEntry("tupe"))
    card = desk.card(form.action.verb, {**held(form), "short_answer": body})
    gate = pressed(card, "See what it would do")
    assert isinstance(gate, CheckDraft)
    return gate


def test_each_part_is_asked_in_one_section_of_at_most_five_fields(desk: Desk) -> None:
    """So that every form fits Discord, and nothing can only be changed in a file."""
    asked = []
    for section in Section:
        form = desk.form(EditEntry("tupe", section))
        asked += [field.name for field in form.fields]
        assert len(form.fields) <= 5
        assert all(len(field.label) <= 45 and len(field.help) <= 100 for field in form.fields)

    assert sorted(asked) == sorted(key for section in Section for key in keys_in(section))
    assert {part.key for part in PARTS} - set(asked) == {"body"}


def test_published_seen_and_taken_back(desk: Desk) -> None:
    """Form, gate, reason, live, and the version before."""
    gate = desk.card(edited(desk))
    publish = pressed(gate, "Publish")
    assert [field.label for field in desk.form(publish).fields] == ["Why?", "Source (optional)"]
    live = desk.card(publish, WHY)
    assert live.title == "Live now: tupe"

    back = desk.card(pressed(live, "Take it back"), WHY)
    assert "Version 2" in back.text
    assert "assigned" in desk.app.answering.finder.base(MEG.guild_id).entries["tupe"].short_answer


def test_a_form_that_is_left_holds_what_was_typed_when_it_is_opened_again(desk: Desk) -> None:
    """From the command as from the button; once saved, it has what was saved."""
    form = desk.form(EditEntry("tupe"))
    assert desk.leave(form, {"short_answer": "Half a sen"})
    draft_id = desk.app.knowledge.drafting.mine(by=MEG)[0].id
    for verb in (EditEntry("tupe"), EditPart(draft_id), form.action.verb):
        assert held(desk.form(verb))["short_answer"] == "Half a sen"
    desk.card(form.action.verb, {**held(form), "short_answer": "A sentence."})

    assert held(desk.form(EditEntry("tupe")))["short_answer"] == "A sentence."


def test_a_fault_is_named_as_the_form_names_it(desk: Desk) -> None:
    """Not by the key of a file; and what can be pressed can be done."""
    form = desk.form(EditEntry("tupe", Section.DATES))
    card = desk.card(form.action.verb, {**held(form), "review_after": "soon"})

    assert "**Review due** must be a date" in card.text
    assert "review_after" not in card.text
    assert "See what it would do" not in [action.label for action in card.actions]


def test_an_id_that_is_taken_is_said_beside_its_field(desk: Desk) -> None:
    """And what was typed is still in the form."""
    card = desk.card(AddEntry(), {"entry_id": "tupe"})
    assert "**Id of the new answer:** The id `tupe` is taken; choose another." in card.text

    form = desk.form(pressed(card, "Fix it"))
    assert held(form) == {"entry_id": "tupe"}


def test_a_draft_without_words_of_its_own_offers_none_to_edit(desk: Desk) -> None:
    """Retiring is seen and done, or discarded."""
    gate = desk.card(Retire("tupe"))
    draft_id = desk.app.knowledge.drafting.mine(by=MEG)[0].id

    assert {action.label for action in desk.card(SeeDraft(draft_id)).actions} == {
        "See what it would do",
        "Discard",
    }
    assert desk.card(pressed(gate, "Discard")).title == "Discarded: tupe"
    with pytest.raises(NotFound) as gone:
        desk.card(SeeDraft(draft_id))
    assert gone.value.thing is Thing.DRAFT


def test_after_a_retirement_nothing_offers_a_version_without_text(desk: Desk) -> None:
    """A button that could only refuse is not shown."""
    desk.card(pressed(desk.card(Retire("tupe")), "Publish"), WHY)
    live = desk.card(Restore("tupe", 0), WHY)

    assert "Take it back" not in [action.label for action in live.actions]
    history = desk.card(pressed(live, "History"))
    assert [choice.label for choice in history.choices] == ["Bring back version 0"]


def test_who_is_second_sees_both_and_no_button_that_refuses(desk: Desk) -> None:
    """The author can keep their words; the one who was to agree cannot do it for them."""
    gate = edited(desk)
    theirs = desk.app.knowledge.drafting.edit("tupe", by=SAM)
    desk.app.knowledge.drafting.fill(theirs.id, {"body": "Sam's words."}, by=SAM)
    desk.card(pressed(desk.card(CheckDraft(theirs.id), by=SAM), "Publish"), WHY, by=SAM)
    conflict = desk.card(gate)

    assert conflict.title == "Someone published first: tupe"
    assert "Publish" in [a.label for a in desk.card(pressed(conflict, "Keep my words")).actions]


def test_an_answer_with_a_draft_of_ones_own_shows_only_what_can_be_done(desk: Desk) -> None:
    """To retire it or bring a version back would lose what was written, so the draft is shown instead."""
    published = desk.card(pressed(desk.card(edited(desk)), "Publish"), WHY)
    assert published.title == "Live now: tupe"
    edited(desk, "They come along with their terms.")

    entry, history = desk.card(SeeEntry("tupe")), desk.card(SeeVersions("tupe"))
    labels = [action.label for action in entry.everything_to_do]
    assert labels == ["Edit", "Mark as reviewed", "History", "My draft"]
    assert not [action for action in history.everything_to_do if isinstance(action.verb, Restore)]
    assert desk.card(pressed(history, "My draft")).title

    other = desk.card(SeeEntry("tupe"), by=SAM)
    assert "Retire" in [action.label for action in other.everything_to_do]
