"""What `check` finds between entries: the cause, once, and not what follows from it."""

from datetime import date
from typing import Any

import pytest

from bot.app import check_knowledge
from bot.domain.faults import EntryCode, Severity
from bot.services.checking import BaseCode
from tests.knowledge_folder import KnowledgeFolder, line_with

TODAY = date(2026, 11, 23)
LINKS = [
    ({"related": {"next": ["unicorn"]}}, "related"),
    ({"contrasts": {"unicorn": ["horn"]}}, "contrasts"),
    ({"status": "superseded", "superseded_by": "unicorn"}, "superseded_by"),
]
PLANTED: dict[str, Any] = {"title": "Planted", "questions": ["planted"], "checks": ["is this planted"]}


def errors_in(folder: KnowledgeFolder) -> list[tuple[str, int, str, str]]:
    """The errors: the file's name, the line, the part and the code."""
    found = check_knowledge(folder.path, TODAY)
    return [
        (each.path.rpartition("/")[2], each.line, each.fault.part, each.fault.code)
        for each in found
        if each.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(("planted", "part"), LINKS)
def test_a_link_to_no_answer_is_named(
    three_answers: KnowledgeFolder, planted: dict[str, Any], part: str
) -> None:
    """Whichever part names it, in the line that does."""
    path = three_answers.write("planted", **PLANTED, **planted)

    assert errors_in(three_answers) == [
        ("planted.md", line_with(path, "unicorn"), part, BaseCode.NO_SUCH_ENTRY)
    ]


def test_a_file_that_cannot_be_read_is_the_only_cause_named(three_answers: KnowledgeFolder) -> None:
    """The links to its answer are right, so they are not called wrong as well."""
    path = three_answers.write("notice-of-ending-funding", topic="rec-99")
    three_answers.write("planted", **PLANTED, related={"see-also": ["notice-of-ending-funding"]})

    assert errors_in(three_answers) == [
        ("notice-of-ending-funding.md", line_with(path, "rec-99"), "topic", EntryCode.NOT_AN_OPTION)
    ]


def test_a_check_that_gets_no_answer_is_a_warning(three_answers: KnowledgeFolder) -> None:
    """It finds its own answer, but not so surely that anyone would be told it."""
    path = three_answers.write(
        "tupe",
        title="What happens to staff when a service moves?",
        topic="rec-8",
        questions=["what is tupe", "do we inherit the staff if we win", "staff transfer"],
        checks=["personnel novation"],
        body="Staff who are assigned to the service move with it.",
    )
    every = check_knowledge(three_answers.path, TODAY)
    found = [each for each in every if each.fault.part == "checks" and each.path == str(path)]

    assert [(each.line, each.fault.code, each.severity) for each in found] == [
        (line_with(path, "personnel"), BaseCode.CHECK_UNANSWERED, Severity.WARNING)
    ]


def test_what_no_form_could_hold_is_an_error(three_answers: KnowledgeFolder) -> None:
    """Else a moderator could read the answer, and never change it in chat."""
    questions = [f"{number} {'word ' * 20}".strip() for number in range(45)]
    path = three_answers.write("planted", **{**PLANTED, "questions": questions, "checks": ["44 word"]})

    assert ("planted.md", line_with(path, "questions"), "questions", EntryCode.TOO_LONG) in errors_in(
        three_answers
    )


def test_errors_come_before_warnings(three_answers: KnowledgeFolder) -> None:
    """And what cannot be read before everything else."""
    three_answers.write("aaa", **PLANTED, review_after="2026-01-01", body="Yes, it is.")
    three_answers.write("zzz", topic="rec-99")
    found = check_knowledge(three_answers.path, TODAY)

    assert [each.path.rpartition("/")[2] for each in found[:2]] == ["zzz.md", "aaa.md"]
    assert [each.severity for each in found] == sorted(each.severity for each in found)
