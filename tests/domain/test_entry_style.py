"""Each rule of how an answer is written sees its planted fault, and leaves a good answer alone."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.cards.knowledge.faults import words_of
from bot.domain.entry import Entry, Source, Status
from bot.domain.entry_style import Pattern, StyleCode, style_faults
from bot.domain.faults import EntryFault, Severity
from bot.storage.plain_english import read_plain_english

ACT = Source(
    "Procurement Act 2023, section 106",
    "legislation.gov.uk",
    2023,
    "https://www.legislation.gov.uk/ukpga/2023/54/section/106",
)
GOOD = Entry(
    id="challenge",
    title="Deadline to challenge a tender",
    topic="rec-3",
    questions=tuple(f"{letter}{letter} how long do we have" for letter in "abcdefghijklmnopqrstuvwxyzäöüß"),
    checks=("is it too late to complain about the award",),
    jurisdiction="England",
    status=Status.IN_FORCE,
    as_of=date(2026, 6, 1),
    reviewed=date(2026, 11, 1),
    review_after=date(2027, 5, 1),
    sources=(ACT,),
    body="You have 30 days to go to court about a tender. The time runs from when you knew.",
)
HARD = "Notwithstanding administrative considerations regarding organisational responsibilities. " * 3
LONG = "You can go to it and ask it to say why it did not let you in on " + "a day or " * 5 + "on the day."
ERROR, WARNING = Severity.ERROR, Severity.WARNING

PLANTED = [
    ({"title": "t" * 61}, "title", StyleCode.LONG_TITLE, ERROR),
    ({"body": "Yes, you have 30 days."}, "body", StyleCode.BARE_OPENING, ERROR),
    ({"body": "No. You have 30 days."}, "body", StyleCode.BARE_OPENING, ERROR),
    ({"body": HARD.strip()}, "body", StyleCode.HARD_TO_READ, ERROR),
    (
        {"body": "The council must give its reasons and ask local charities before it decides anything."},
        "body",
        StyleCode.HARD_TO_READ,
        WARNING,
    ),
    ({"body": LONG}, "body", StyleCode.LONG_SENTENCE, WARNING),
    ({"body": "You have 30 days (not confirmed)."}, "body", StyleCode.PROVENANCE, ERROR),
    ({"body": "You have 30 days (3.6, paraphrased)."}, "body", StyleCode.PROVENANCE, ERROR),
    ({"body": "You have 30 days.\n\nThe article says so."}, "body", StyleCode.WHOSE_ARTICLE, WARNING),
    ({"title": "Whom to ask"}, "title", StyleCode.NOT_PLAIN, WARNING),
    ({"note": "Nobody could read the Act."}, "note", StyleCode.NOT_PLAIN, WARNING),
    ({"body": "You have 30 days.\n\nMend the form."}, "body", StyleCode.NOT_PLAIN, WARNING),
    ({"questions": GOOD.questions[:29]}, "questions", StyleCode.FEW_QUESTIONS, WARNING),
    ({"questions": (*GOOD.questions, "q" * 141)}, "questions", StyleCode.LONG_PHRASING, WARNING),
    ({"checks": ("AA, how long do we have?",)}, "checks", StyleCode.LIGHT_EDIT, ERROR),
    ({"sources": (ACT, Source("General knowledge", "x"))}, "sources", StyleCode.NO_REAL_SOURCE, ERROR),
    ({"sources": (ACT, Source("Practical advice", "x"))}, "sources", StyleCode.NO_REAL_SOURCE, ERROR),
    ({"sources": (ACT, Source("Help", "Parley"))}, "sources", StyleCode.NO_REAL_SOURCE, ERROR),
    (
        {"sources": (ACT, Source("A", "B", url="https://example.org/"))},
        "sources",
        StyleCode.FRONT_PAGE,
        WARNING,
    ),
    ({"sources": (Source("A", "B", url="https://notgov.uk/a"),)}, "sources", StyleCode.NO_LAW, WARNING),
    (
        {"sources": (), "status": Status.GOOD_PRACTICE},
        "as_of",
        StyleCode.AS_OF_WITHOUT_SOURCES,
        WARNING,
    ),
]


def found_in(entry: Entry) -> list[EntryFault]:
    """All that is wrong with how it is written."""
    return list(style_faults(entry, read_plain_english()))


def test_a_good_answer_has_no_fault() -> None:
    """Else every finding would be worth nothing."""
    assert found_in(GOOD) == []


@pytest.mark.parametrize(("planted", "part", "code", "severity"), PLANTED)
def test_a_planted_fault_is_found(
    planted: dict[str, object], part: str, code: StyleCode, severity: Severity
) -> None:
    """Once, in its part, as bad as it is, with words that say what to do."""
    found = found_in(replace(GOOD, **planted))  # type: ignore[arg-type]

    assert [(fault.part, fault.code, fault.severity) for fault in found] == [(part, code, severity)]
    assert ";" in words_of(found[0])


def test_every_rule_has_a_planted_fault() -> None:
    """A rule that no test has seen to fail may never fail."""
    assert {code for _, _, code, _ in PLANTED} == set(StyleCode)


@pytest.mark.parametrize(
    "body",
    ["No one can see your request.", "NCVO's 2012 article says so.", "A duty (see section 149) applies."],
)
def test_what_only_looks_like_a_fault_is_left_alone(body: str) -> None:
    """A first word that begins like No, an article of someone, brackets that explain."""
    assert found_in(replace(GOOD, body=body)) == []


def test_patterns_are_data() -> None:
    """Each is found whatever its case, and says what to write instead."""
    pattern = Pattern(re.compile("utilise", re.IGNORECASE), "use")
    (fault,) = style_faults(replace(GOOD, body="You can Utilise 30 days."), [pattern])

    assert (fault.code, dict(fault.facts)) == (StyleCode.NOT_PLAIN, {"found": "Utilise", "write": "use"})
    assert all(pattern.write for pattern in read_plain_english())
