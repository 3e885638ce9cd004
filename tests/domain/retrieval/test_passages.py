"""The question of a message is found among what it tells."""

import pytest

from bot.domain.retrieval.passages import passages, questions

STORY = (
    "We run a lunch club in a church hall and have done for eleven years with the same three volunteers."
    " The council rang on Friday. How much notice should they have given us?"
)


def test_a_message_of_one_question_is_one() -> None:
    """With what was told before it."""
    assert questions(STORY) == [STORY]


def test_each_question_takes_along_what_was_said_before_it() -> None:
    """And the last takes what follows."""
    asked = questions("We are small. What is TUPE? Our funder left. How much notice is due? Thanks!")
    assert asked == ["We are small. What is TUPE?", "Our funder left. How much notice is due? Thanks!"]


def test_a_question_of_a_word_or_two_belongs_to_the_one_before() -> None:
    """`Why?` asks nothing alone."""
    message = "Must they consult us? Why not? Says who?"
    assert questions(message) == [message]


@pytest.mark.parametrize("end", [".", " 👍", " please", "!"])
def test_what_stands_after_the_last_question_changes_nothing(end: str) -> None:
    """It is still two questions."""
    assert len(questions(f"What is TUPE? How much notice is due?{end}")) == 2


def test_a_short_question_is_not_taken_apart() -> None:
    """There is nothing to look for in it."""
    assert passages("The bid is out. Who pays?") == ["The bid is out. Who pays?"]


def test_the_point_of_a_long_one_may_lie_in_any_sentence() -> None:
    """The whole comes first."""
    whole, *sentences = passages(STORY)
    assert whole == STORY
    assert "How much notice should they have given us?" in sentences


def test_junk_makes_few_passages() -> None:
    """Thousands of sentences are not all searched."""
    assert len(passages("word and more words. " * 500)) <= 6
    assert len(questions("what is this? " * 500)) <= 6
