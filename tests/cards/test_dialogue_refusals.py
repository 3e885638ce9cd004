"""Every refusal of early dialogue is a good sentence, and all of them are in one list to read aloud."""

import re

import pytest

from tests.cards.dialogue_refusals import LIST, lines

FOUND = re.compile(r"\bmay\b|\bwhom\b|\bnobody\b|\bsomebody\b|\bwas held\b|[{}]|\bof it now\b|_")
"""What `voice.md` does not want, and what would be a code or a gap."""


def test_the_list_is_as_it_was_read() -> None:
    """Renew it with `python -m tests.cards.dialogue_refusals`, and read what changed."""
    assert lines() == LIST.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", lines())
def test_each_is_a_good_sentence(line: str) -> None:
    """It begins with a capital, ends with a full stop, is short, and holds no code."""
    _, _, text = line.partition(": ")
    for sentence in re.split(r"(?<=[.!?]) ", text):
        assert sentence[0].isupper() or sentence[0] in "/“", sentence
        assert len(sentence.split()) <= 25, sentence
    assert text.endswith(".")
    assert not FOUND.search(text), text
