"""The wording for people is in `bot/cards/` alone, and all wording is plain English."""

from pathlib import Path

import pytest

from tests.wording import ROOT, Text, is_for_people, not_plain, prose_of, sentences, texts_of, words

SOURCES = sorted((ROOT / "bot").rglob("*.py"))
CARDS = [path for path in SOURCES if path.relative_to(ROOT / "bot").parts[0] == "cards"]
ELSEWHERE = [path for path in SOURCES if path not in CARDS]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST = 25
"""Words of a sentence."""

NOT_FOR_PEOPLE = {
    "England and Wales": "where an answer applies, as its file says it",
    "England, Wales and Northern Ireland": "where an answer applies, as its file says it",
    "How much notice before funding ends?": "a document whose score shows that scoring has changed",
    "Do grants cover overheads?": "a document whose score shows that scoring has changed",
    "What is TUPE?": "a document whose score shows that scoring has changed",
    "Ask here instead: ": "how an answer began in databases of an earlier version",
}
"""Strings outside the cards that look like wording, and why each is none."""


def _id(path: Path) -> str:
    return str(path.relative_to(ROOT))


def long_sentences(texts: list[Text]) -> list[str]:
    """Sentences that are longer than people read on a phone."""
    return [
        str(Text(text.path, text.line, sentence))
        for text in texts
        for sentence in sentences(text.text)
        if words(sentence) > LONGEST
    ]


@pytest.mark.parametrize("path", ELSEWHERE, ids=_id)
def test_no_wording_is_outside_the_cards(path: Path) -> None:
    """So that the wording is in one place, and another language is one folder."""
    found = [text for text in texts_of(path) if is_for_people(text.text)]

    assert [str(text) for text in found if text.text not in NOT_FOR_PEOPLE] == []


def test_each_exception_is_still_needed() -> None:
    """A string that has gone leaves the list too."""
    said = {text.text for path in ELSEWHERE for text in texts_of(path)}

    assert NOT_FOR_PEOPLE.keys() <= said


def test_wording_outside_the_cards_is_found(tmp_path: Path) -> None:
    """A sentence, a label and what is filled in; but no SQL, no log line, no id and no assert."""
    path = tmp_path / "planted.py"
    path.write_text(
        'A = "You cannot do that here."\n'
        'B = f"{name} cannot do that."\n'
        'C = "Keep ours"\n'
        'D = "select id from questions"\n'
        'E = "asked guild=%s outcome=%s"\n'
        'F = "knowledge-edit"\n'
        'assert D, "This is never seen."\n'
    )

    found = {text.text for text in texts_of(path) if is_for_people(text.text)}
    assert found == {"You cannot do that here.", "{} cannot do that.", "Keep ours"}


@pytest.mark.parametrize("path", CARDS, ids=_id)
def test_no_sentence_is_long(path: Path) -> None:
    """People read it on a phone."""
    assert long_sentences(list(texts_of(path))) == []


def test_a_long_sentence_is_found() -> None:
    """One word too many, and not two sentences that are long together."""
    path = ROOT / "bot" / "cards" / "planted.py"

    assert long_sentences([Text(path, 1, "word " * (LONGEST + 1))])
    assert not long_sentences([Text(path, 1, f"{'word ' * LONGEST}. {'word ' * LONGEST}.")])


@pytest.mark.parametrize("path", CARDS, ids=_id)
def test_what_people_read_is_plain_english(path: Path) -> None:
    """By the same patterns that the answers are checked by."""
    assert list(not_plain(texts_of(path))) == []


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=_id)
def test_docstrings_and_comments_are_plain_english(path: Path) -> None:
    """Developers are people too."""
    assert list(not_plain(prose_of(path))) == []


def test_wording_that_is_not_plain_is_found(tmp_path: Path) -> None:
    """In strings, in docstrings, and in comments that go over two lines."""
    path = ROOT / "tests" / "planted.py"
    planted = tmp_path / "planted.py"
    planted.write_text('"""Ask somebody."""\nA = "You may go."\n# It is for the one to\n# whom it is told.\n')

    assert list(not_plain(iter([Text(path, 2, text.text) for text in texts_of(planted)])))
    assert len(list(not_plain(iter([Text(path, 1, text.text) for text in prose_of(planted)])))) == 2
