"""Reading age: plain text is young, officialese is old."""

from bot.domain.readability import reading_age


def test_plain_words_are_for_the_young() -> None:
    """A child could read this."""
    assert reading_age("The cat sat on the mat. It was a red mat. The cat was glad.") < 10


def test_officialese_is_for_nobody() -> None:
    """Long words in long sentences go over any limit."""
    text = (
        "Notwithstanding considerations pertaining to proportionality, contracting authorities undertaking"
        " preliminary engagement activities must demonstrate comprehensive procedural transparency."
    )
    assert reading_age(text) > 20


def test_a_text_without_words_has_no_age() -> None:
    """No division by nothing."""
    assert reading_age("") == reading_age("…  — 42!".replace("42", "")) == 0.0


def test_bullets_end_sentences() -> None:
    """A list of short lines is not one long sentence."""
    assert reading_age("- one thing\n- two things\n- three things") < reading_age(
        "one thing two things three things"
    )
