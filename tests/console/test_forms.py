"""A form in the terminal takes what people type for a choice, and says so when it does not understand."""

import pytest

from bot.cards.card import Action, Field, Form, Option
from bot.console.forms import Filling
from bot.domain.forms import Kind
from bot.domain.verbs.reading import SeeHelp

YES_OR_NO = (Option("no", "No, leave my name out"), Option("yes", "Yes, give my name"))
STAGES = (Option("exploring", "Exploring"), Option("open", "Open to talks"), Option("closed", "Closed"))


def filling(options: tuple[Option, ...] = (), **more: object) -> Filling:
    """A form with one field, and a second that is never reached."""
    kind = Kind.CHOICE if options else Kind.LINE
    field = Field("what", "What?", kind, options=options, **more)  # type: ignore[arg-type]
    return Filling(Form("Tell me", Action("Send", SeeHelp()), (field, Field("then", "Then?"))))


@pytest.mark.parametrize("typed", ["2", "yes", "YES", "y", "Yes, give my name", "yes, g"])
def test_yes_is_understood_however_it_is_put(typed: str) -> None:
    """By number, value, letter, label and the beginning of one."""
    form = filling(YES_OR_NO, value="no")
    form.fill(typed)

    assert form.values == {"what": "yes"}


@pytest.mark.parametrize("typed", ["4", "o2", "perhaps", "ex closed", "y"])
def test_what_is_not_understood_is_asked_again(typed: str) -> None:
    """No default is taken silently."""
    form = filling(STAGES, value="exploring")
    form.fill(typed)

    assert form.values == {}
    assert (
        f"I did not understand “{typed}”. Choose one of: Exploring, Open to talks, Closed."
        in form.card().text
    )
    form.fill("2")
    assert form.values == {"what": "open"}


def test_options_are_numbered_and_the_default_is_named() -> None:
    """Enter keeps what the form holds."""
    form = filling(STAGES, value="open")
    text = form.card().text

    assert "1. Exploring\n2. Open to talks\n3. Closed" in text
    assert "Press Enter to keep: Open to talks." in text
    form.fill("")
    assert form.values == {"what": "open"}


def test_a_field_is_cleared_left_out_or_needed() -> None:
    """As the prompt says."""
    optional, empty, needed = filling(value="old", required=False), filling(required=False), filling()
    assert "Press Enter to keep: old. Type - to clear it." in optional.card().text
    assert "Press Enter to leave it out." in empty.card().text
    for form, typed in ((optional, "-"), (empty, ""), (needed, " ")):
        form.fill(typed)

    assert (optional.values, empty.values, needed.values) == ({"what": ""}, {"what": ""}, {})
    assert "This is needed." in needed.card().text
