"""What is no word of a question changes nothing of it."""

import pytest

from bot.domain.retrieval.noise import without_noise
from bot.domain.retrieval.normalise import references, words

ASKED = "How much notice must the council give?"


@pytest.mark.parametrize(
    "noisy",
    [
        f"{ASKED} <:wave:123456789012345678> <a:party:123456789012345678>",
        f"<#123456789012345678> {ASKED} <t:1764000000:F>",
        f"{ASKED} </ask:123456789012345678>",
        f"{ASKED} :thinking: :pray:",
        f"https://www.example.org/a?b=c {ASKED}",
        f"{ASKED}\n\nKind regards,\nSarah Jones\nAcorn Trust\nCharity no. 1123456",
        f"{ASKED}\n-- \nSarah",
        f"{ASKED}\n\nSent from my iPhone",
        f"Hi everyone, sorry if this is a daft question but {ASKED}",
        f"> Dear all, about TUPE\n{ASKED}",
        f"Hello all,\n\n{ASKED}\n\nMany thanks",
        f"{ASKED} Thanks in advance!",
        f"Dear Sir or Madam, {ASKED} Yours faithfully, A. N. Other (Mrs)",
        f"Sorry to trouble you! {ASKED} Thank you so much xx",
        f"Could you please tell me, if it's no bother, {ASKED.lower()}",
        f"{ASKED}\n\nRgds\nJo\nJo Hill, Manager\nDirect 01632 960000",
        f"{ASKED}\n\n-----Original Message-----\nFrom: Grants\nAbout TUPE",
        f"{ASKED}\n[image: crest]\nAnytown Council | Proud of our parks",
        f"{ASKED}\nPlease see attached: minutes_v2.pdf",
        f"{ASKED} ```\nprint(1)\n```",
        f"{ASKED} cc <@123456789012345678>",
        f"How much *notice* must __the council__ give? {'pls'}",
        f"{ASKED}\nFrom my tablet",
    ],
)
def test_what_stands_around_a_question_is_taken_away(noisy: str) -> None:
    """Marks, links, greetings, signatures and quoted lines."""
    assert words(without_noise(noisy)) == words(ASKED)


@pytest.mark.parametrize("said", ["thanks", "hello", "Kind regards", "> quoted only", "what is TUPE"])
def test_something_is_always_left_of_what_people_typed(said: str) -> None:
    """A greeting alone is what was said."""
    assert without_noise(said).strip()


@pytest.mark.parametrize("mark", ["<:wave:123456789012345678>", "https://example.org", "<t:1764000000:R>"])
def test_a_mark_alone_says_nothing(mark: str) -> None:
    """There is no question in it."""
    assert words(without_noise(mark)) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("T.U.P.E.", ["tupe"]),
        ("s.106", ["section", "106"]),
        ("s 114", ["section", "114"]),
        ("rec four", ["recommendation", "4"]),
        ("£40k", ["40000"]),
        ("£1.5m", ["1500000"]),
        ("£40,000", ["40000"]),
        ("what's it", ["what", "is", "it"]),
    ],
)
def test_abbreviations_and_sums_are_written_out(typed: str, read: list[str]) -> None:
    """So that every way of writing them is one."""
    assert words(typed) == read


def test_what_is_known_by_its_number_is_named() -> None:
    """A section of which the base knows nothing makes an answer unsure."""
    assert list(references(words("does s.106 of recommendation 3 cost 40 pounds"))) == [
        ("section", "106"),
        ("recommendation", "3"),
    ]
