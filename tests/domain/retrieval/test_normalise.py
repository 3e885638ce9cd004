"""Typed text is brought to one form before anything is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.retrieval.normalise import stem, telling, words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Can't we?", ["can", "not", "we"]),
        ("the council won\u2019t pay", ["the", "council", "will", "not", "pay"]),
        ("s.16", ["section", "16"]),
        ("section 16", ["section", "16"]),
        ("rec 4", ["recommendation", "4"]),
        ("Recommendation four", ["recommendation", "4"]),
        ("the 3rd outcome", ["the", "3rd", "outcome"]),
        ("third outcome", ["3", "outcome"]),
        ("one of our staff", ["one", "of", "our", "staff"]),
        ("TUPE 👍", ["tupe"]),
        ("@everyone what is <@&123> TUPE", ["what", "is", "tupe"]),
        ("\uff34\uff35\uff30\uff25", ["tupe"]),
        ("Hi, what is TUPE please", ["what", "is", "tupe"]),
        ("hello", ["hello"]),
    ],
)
def test_a_text_becomes_words(typed: str, read: list[str]) -> None:
    """Contractions, section names, numbers that count something, mentions and odd letters."""
    assert words(typed) == read


def test_shorthand_is_opened() -> None:
    """Short forms are read as people meant them."""
    assert words("wot u need", {"wot": "what", "u": "you"}) == ["what", "you", "need"]


def test_endings_do_not_matter() -> None:
    """Consultation, consulting and consulted have one stem."""
    assert len({stem(word) for word in ("consultation", "consulting", "consulted")}) == 1


@pytest.mark.parametrize("typed", ["42", "the and of it", "and what about that one?", "why?", "", "🎉"])
def test_some_texts_say_nothing(typed: str) -> None:
    """Stop-words, bare numbers and pictures are about nothing."""
    assert telling(words(typed)) == []


@given(st.text(max_size=300))
def test_any_text_becomes_at_most_so_many_words(text: str) -> None:
    """Never an exception, a blank or a word without end."""
    found = words(text)
    assert len(found) <= 300
    assert all(0 < len(word) <= 40 for word in found)
