"""Cries for help are told from ordinary questions by their vectors."""

import numpy as np

from bot.domain.retrieval import HelpHead
from bot.domain.retrieval.vectors import Floats

DICE = np.random.default_rng(1)


def around(direction: int, count: int) -> Floats:
    """Unit vectors near one of the axes."""
    made: Floats = DICE.normal(0, 0.05, (count, 16)).astype(np.float32)
    made[:, direction] += 1
    made /= np.sqrt((made**2).sum(1, keepdims=True))
    return made


HEAD = HelpHead.train(
    ["fire", "grief"],
    np.vstack([around(0, 30), around(1, 30)]),
    np.repeat(np.arange(2), 30),
    np.vstack([around(axis, 200) for axis in range(3, 9)]),
    around(9, 20),
)


def test_a_cry_finds_its_card_and_a_question_none() -> None:
    """Each of its own kind."""
    found = HEAD.found_many(np.vstack([around(0, 1), around(1, 1), around(4, 1), around(9, 1)]))
    assert found == ["fire", "grief", None, None]


def test_the_probability_is_told() -> None:
    """For moderators, and for measuring."""
    card, probability = HEAD.card(around(1, 1)[0])
    assert card == "grief"
    assert probability > 0.5


def test_a_text_without_words_is_no_cry() -> None:
    """An emoji or a mention alone has a vector of zeros."""
    assert HEAD.found_many(np.zeros((1, 16), np.float32)) == [None]


def test_vectors_of_another_engine_are_left_alone() -> None:
    """A head for the encoder knows nothing of vectors without it."""
    assert HEAD.found_many(np.zeros((2, 8), np.float32)) == [None, None]
