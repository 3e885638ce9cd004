"""Reading knowledge files: what is sound is read whole, what is not is named by line."""

from datetime import date
from pathlib import Path

import pytest

from bot.domain.entry import Related, Relation, Source, Status
from bot.domain.errors import KnowledgeFaulty
from bot.storage.entry_files import EntryFile, read_entries, read_entry
from tests.knowledge_folder import KnowledgeFolder, line_with


def test_an_entry_is_read_whole(knowledge: KnowledgeFolder) -> None:
    """Every field of the label and both parts of the body arrive."""
    path = knowledge.write("notice", related={"next-step": ["tupe"]})

    read = read_entry(path)

    assert isinstance(read, EntryFile)
    entry = read.entry
    assert (entry.id, entry.topic, entry.status) == ("notice", "compact-4", Status.GOOD_PRACTICE)
    assert entry.review_after == date(2027, 11, 22)
    assert entry.sources == (Source("The Compact, paragraph 4.4", "Cabinet Office", 2010),)
    assert entry.related == (Related(Relation.NEXT_STEP, "tupe"),)
    assert entry.short_answer == "At least three months, in writing, with reasons."
    assert entry.detail.startswith("## For voluntary organisations")


PLANTED = [
    ({"without": "title"}, "+++", "`title` is missing"),
    ({"without": "sources", "sources": ""}, "+++", "`sources` is missing"),
    ({"ownr": "me"}, "ownr", "`ownr` is not a line"),
    ({"topic": "rec-11"}, "topic", "`rec-11` is not a topic"),
    ({"status": "current"}, "status", "`current` is not a status"),
    ({"status": "superseded"}, "status", "needs `superseded_by`"),
    ({"superseded_by": "tupe"}, "superseded_by", "only with the status"),
    ({"questions": []}, "questions", "must be a list"),
    ({"as_of": '"yesterday"'}, "as_of", "must be a date"),
    ({"title": "t" * 101}, "title", "cut it to 100"),
    ({"related": {"friend": ["tupe"]}}, "friend", "no kind of link"),
    ({"sources": "sources = []\n"}, "sources", "no source"),
    ({"sources": '[[sources]]\ntitle = "The Act"\n'}, "[[sources]]", "no `publisher`"),
    ({"sources": '[[sources]]\ntitle = "A"\npublisher = "B"\nurl = "gov.uk"\n'}, "[[sources]]", "https://"),
    ({"body": "s" * 401}, "sss", "cut it to 400"),
    ({"body": "## For commissioners\n\nText."}, "## For", "no short answer"),
]


@pytest.mark.parametrize(("planted", "where", "message"), PLANTED)
def test_a_fault_is_named_with_its_line(
    knowledge: KnowledgeFolder, planted: dict[str, object], where: str, message: str
) -> None:
    """One planted fault gives one line that says where and how to mend it."""
    path = knowledge.write("notice", **planted)  # type: ignore[arg-type]

    faults = read_entry(path)

    assert isinstance(faults, list)
    assert [(fault.path, fault.line) for fault in faults] == [(str(path), line_with(path, where))]
    assert message in faults[0].message


BROKEN = [
    ("no label at all", 1, "must begin with"),
    ('+++\ntitle = "never closed"\n', 1, "never closed"),
    ('+++\ntitle = "A"\ntopic = "rec-1\n+++\nText.', 3, "missing quote"),
    ('+++\ntitle = "A"\nquestions = [\n  "one"\n  "two",\n]\n+++\nText.', 5, "missing quote"),
    ("+++\nquestions = [\n+++\nText.", 2, "missing quote"),
]


@pytest.mark.parametrize(("text", "line", "message"), BROKEN)
def test_a_broken_label_is_named_with_its_line(
    knowledge: KnowledgeFolder, text: str, line: int, message: str
) -> None:
    """What TOML cannot read is told in plain words."""
    faults = read_entry(knowledge.write_text("broken", text))

    assert isinstance(faults, list)
    assert (faults[0].line, message in faults[0].message) == (line, True)


def test_a_file_that_is_not_text_is_a_fault(knowledge: KnowledgeFolder) -> None:
    """Bytes that are no UTF-8 stop that file, not the program."""
    path = knowledge.path / "picture.md"
    path.write_bytes(b"\xff\xfe\x00")

    faults = read_entry(path)

    assert isinstance(faults, list)
    assert "UTF-8" in faults[0].message


def test_an_id_is_used_once(knowledge: KnowledgeFolder) -> None:
    """The same file name in two folders is one id for two answers."""
    first = knowledge.write("a/tupe")
    second = knowledge.write("b/tupe")

    faults = read_entries(knowledge.path).faults

    assert [fault.path for fault in faults] == [str(second)]
    assert str(first) in faults[0].message


@pytest.mark.parametrize("name", ["Capital", "under_score", "spaced name", "x" * 61])
def test_a_file_name_is_an_id(knowledge: KnowledgeFolder, name: str) -> None:
    """Ids stay short and plain, because buttons carry them."""
    faults = read_entry(knowledge.write(name))

    assert isinstance(faults, list)
    assert "lower-case words joined by hyphens" in faults[0].message


def test_the_guide_is_no_answer(knowledge: KnowledgeFolder) -> None:
    """README.md tells how to write; it is not read as an entry."""
    knowledge.write_text("README", "# How to write")

    assert read_entries(knowledge.path).files == ()


def test_a_missing_folder_is_an_error_to_show(tmp_path: Path) -> None:
    """The message says which folder, and what to give instead."""
    with pytest.raises(KnowledgeFaulty, match="--knowledge"):
        read_entries(tmp_path / "nowhere")
