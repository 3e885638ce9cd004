"""Typed text as people read it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.dialogue.planned import note_to_all_card
from bot.cards.plain import labelled, plain, quoted, unmarked
from bot.domain.dialogue.access import Meeting, equal_access
from bot.domain.dialogue.planned import PlannedService
from bot.domain.dialogue.states import Stage


def test_typed_markup_is_shown_and_not_done() -> None:
    """Nor is anyone mentioned, in any line."""
    assert plain("*a* [b](c) <@1> @everyone `d`") == r"\*a\* \[b\](c) \<\@1> \@everyone \`d\`".replace(
        "1>", r"1\>"
    )
    assert quoted("one\n# two") == "> one\n> \\# two"
    assert labelled((("Hopes", ""), ("About", "x"))) == "**About**\n> x"


@given(st.text(st.characters(exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")))
def test_what_was_made_plain_can_be_had_as_it_was_typed(text: str) -> None:
    """For a file, in which nothing is read as Markdown."""
    assert unmarked(plain(text)) == text


def test_the_file_of_a_note_to_all_has_the_whole_of_it() -> None:
    """However much was shared, of which a message shows the beginning."""
    service = PlannedService(7, 1, "Youth_work", "Riverside", Stage.OPEN, "the portal")
    access = equal_access(Meeting(f"Charity {n}", n, 45, ("x" * 1000, f"end of {n}")) for n in range(9))
    (file,) = note_to_all_card(service, access).files

    assert file.name == "note-on-service-7.txt"
    assert "“Youth_work”" in file.content.decode()
    assert "end of 8" in file.content.decode()


def test_nothing_that_was_typed_turns_round_what_follows_it() -> None:
    """Letters that run from right to left do so by themselves; characters that force it are left out."""
    assert plain("Acorn \u202etsurT\u2066") == "Acorn tsurT"
    assert plain("עמותה") == "עמותה"
