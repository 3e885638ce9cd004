"""The word diff says what changed in words, whatever the texts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.word_diff import word_diff


def test_changed_words_stand_between_marks() -> None:
    """Words taken out come before words put in; the rest stays as it is."""
    shown = word_diff("three months in writing", "six weeks in writing")

    assert shown == "[-three months-] {+six weeks+} in writing"


def test_a_long_unchanged_text_is_left_out() -> None:
    """Only the surroundings of a change are shown."""
    long = " ".join(f"w{number}" for number in range(100))

    shown = word_diff(f"{long} old {long}", f"{long} new {long}")

    assert "[-old-]" in shown
    assert "{+new+}" in shown
    assert len(shown.split()) < 25


@given(st.text(), st.text())
def test_it_never_fails_and_is_empty_only_for_equal_words(before: str, after: str) -> None:
    """Two texts of the same words are the same."""
    shown = word_diff(before, after)

    assert (shown == "") == (before == after) or not re.search(r"\S", before + after)
