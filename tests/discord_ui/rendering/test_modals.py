"""A form as a modal: within Discord's limits, with the fault next to the field."""

from typing import Any

from bot.cards.card import Action, Field, Form, Option
from bot.discord_ui.rendering.modals import modal_of
from bot.domain.forms import Kind
from bot.domain.verbs.reading import SeeHelp
from tests.loopback.limits import modal_complaints


def shown(*fields: Field) -> list[dict[str, Any]]:
    """The fields of a modal as Discord is sent them; it complains of none."""
    modal = modal_of(Form("A form", Action("Send", SeeHelp()), fields)).to_dict()
    assert list(modal_complaints(modal)) == []
    parts: list[dict[str, Any]] = modal["components"]
    return parts


def test_a_fault_stands_beside_its_field() -> None:
    """In place of the help, as it is read: a modal shows no Markdown."""
    (part,) = shown(
        Field("on", "Day", value="31 June", help="Such as 1 June.", fault="June has 30 days, not \\*31\\*.")
    )

    assert part["description"] == "June has 30 days, not *31*."
    assert part["component"]["value"] == "31 June"


def test_long_labels_are_cut_between_words_and_say_so() -> None:
    """Only here: a card or a form holds the whole."""
    (part,) = shown(Field("on", "Which of the many days of the coming year would suit", help="word " * 40))

    assert part["label"] == "Which of the many days of the coming year …"
    assert part["description"].endswith("word …")


def test_few_options_are_buttons_and_many_are_a_menu() -> None:
    """Discord has buttons for two to ten options."""
    for count, kind in ((1, 3), (2, 21), (10, 21), (11, 3), (25, 3)):
        options = tuple(Option(str(n), f"Option {n} {'long ' * 30}") for n in range(count))
        (part,) = shown(Field("which", "Which?", Kind.CHOICE, "0", options=options))
        assert part["component"]["type"] == kind
        assert part["component"]["options"][0]["default"]
