"""Reading knowledge files: what is sound is read whole, what is not is named by line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cards.command_line import error_line
from bot.cards.knowledge.faults import line_of
from bot.domain.entry import Related, Relation, Source, Status
from bot.domain.errors import KnowledgeFaulty
from bot.domain.faults import EntryCode, FileCode
from bot.storage.entry_files import EntryFile, read_entries, read_entry
from tests.knowledge_folder import KnowledgeFolder, line_with


def test_an_entry_is_read_whole(knowledge: KnowledgeFolder) -> None:
    """Every field of the label and both parts of the body arrive."""
    path = knowledge.write("notice", related={"next": ["tupe"]})

    read = read_entry(path)

    assert isinstance(read, EntryFile)
    entry = read.entry
    assert (entry.id, entry.topic, entry.status) == ("notice", "compact-4", Status.GOOD_PRACTICE)
    assert entry.review_after == date(2027, 11, 22)
    assert entry.sources == (Source("The Compact, paragraph 4.4", "Cabinet Office", 2010),)
    assert entry.related == (Related(Relation.NEXT, "tupe"),)
    assert entry.short_answer == "At least three months, in writing, with reasons."
    assert entry.detail.startswith("## For voluntary organisations")


VERSION = "3cbc8f8d5e43"
"""Of the entry that is written below, as it was made before entries had notes and contrasts."""

PLANTED = [
    ({"without": "title"}, "+++", "title", EntryCode.NEEDED),
    ({"status": "in force", "sources": ""}, "status", "sources", EntryCode.SOURCES_NEEDED),
    ({"ownr": "me"}, "ownr", "ownr", EntryCode.UNKNOWN_PART),
    ({"topic": "rec-11"}, "topic", "topic", EntryCode.NOT_AN_OPTION),
    ({"status": "current"}, "status", "status", EntryCode.NOT_AN_OPTION),
    ({"status": "superseded"}, "status", "superseded_by", EntryCode.SUCCESSOR_NEEDED),
    ({"superseded_by": "tupe"}, "superseded_by", "superseded_by", EntryCode.SUCCESSOR_UNWANTED),
    ({"questions": []}, "questions", "questions", EntryCode.NOT_A_LIST),
    ({"as_of": '"yesterday"'}, "as_of", "as_of", EntryCode.NOT_A_DATE),
    ({"title": "t" * 101}, "title", "title", EntryCode.TOO_LONG),
    ({"note": "n" * 201}, "note", "note", EntryCode.TOO_LONG),
    ({"related": {"friend": ["tupe"]}}, "friend", "related", EntryCode.UNKNOWN_RELATION),
    ({"related": {"next": []}}, "next =", "related", EntryCode.NOT_A_LIST),
    ({"contrasts": {"notice": ["soon"]}}, "notice =", "contrasts", EntryCode.CONTRASTS_SELF),
    ({"contrasts": {"tupe": ["a; b"]}}, "tupe =", "contrasts", EntryCode.NOT_CUES),
    ({"sources": "sources = []\n"}, "sources", "sources", EntryCode.NEEDED),
    ({"sources": '[[sources]]\ntitle = "The Act"\n'}, "[[sources]]", "sources", EntryCode.SOURCE_LACKS),
    (
        {"sources": '[[sources]]\ntitle = "A"\npublisher = "B"\nurl = "gov.uk"\n'},
        "[[sources]]",
        "sources",
        EntryCode.SOURCE_URL,
    ),
    ({"body": "s" * 401}, "sss", "body", EntryCode.SHORT_ANSWER_TOO_LONG),
    ({"body": "## For commissioners\n\nText."}, "## For", "body", EntryCode.NO_SHORT_ANSWER),
]


@pytest.mark.parametrize(("planted", "where", "part", "code"), PLANTED)
def test_a_fault_is_named_once_with_its_line(
    knowledge: KnowledgeFolder, planted: dict[str, object], where: str, part: str, code: EntryCode
) -> None:
    """One planted fault gives one line that says where it is and how to fix it."""
    path = knowledge.write("notice", **planted)  # type: ignore[arg-type]

    faults = read_entry(path)

    assert isinstance(faults, list)
    assert [(each.path, each.line) for each in faults] == [(str(path), line_with(path, where))]
    assert (faults[0].fault.part, faults[0].fault.code) == (part, code)
    assert line_of(faults[0]).startswith(f"{path}:{faults[0].line}: `{part}` ")


def test_links_can_have_the_names_that_they_once_had(knowledge: KnowledgeFolder) -> None:
    """A server's own revisions hold them for ever."""
    read = read_entry(knowledge.write("notice", related={"evidence": ["map"], "next-step": ["tupe", "map"]}))

    assert isinstance(read, EntryFile)
    assert read.entry.related == (
        Related(Relation.SEE_ALSO, "map"),
        Related(Relation.NEXT, "tupe"),
        Related(Relation.NEXT, "map"),
    )


def test_a_version_is_what_it_was_before_parts_were_added(knowledge: KnowledgeFolder) -> None:
    """A server's own revisions name the version of the shipped entry that they were made from."""
    read = read_entry(knowledge.write("notice", related={"next": ["tupe"]}))

    assert isinstance(read, EntryFile)
    assert read.entry.version == VERSION
    assert replace(read.entry, note="A note.").version != VERSION


BROKEN = [
    ("no label at all", 1, FileCode.NO_FENCE),
    ('+++\ntitle = "never closed"\n', 1, FileCode.OPEN_FENCE),
    ('+++\ntitle = "A"\ntopic = "rec-1\n+++\nText.', 3, FileCode.BROKEN_LABEL),
    ('+++\ntitle = "A"\nquestions = [\n  "one"\n  "two",\n]\n+++\nText.', 5, FileCode.BROKEN_LABEL),
    ("+++\nquestions = [\n+++\nText.", 2, FileCode.BROKEN_LABEL),
]


@pytest.mark.parametrize(("text", "line", "code"), BROKEN)
def test_a_broken_label_is_named_with_its_line(
    knowledge: KnowledgeFolder, text: str, line: int, code: FileCode
) -> None:
    """The cause of what TOML cannot read is named."""
    faults = read_entry(knowledge.write_text("broken", text))

    assert isinstance(faults, list)
    assert [(each.line, each.fault.code) for each in faults] == [(line, code)]


def test_a_file_that_is_not_text_is_a_fault(knowledge: KnowledgeFolder) -> None:
    """Bytes that are no UTF-8 stop that file, not the program."""
    path = knowledge.path / "picture.md"
    path.write_bytes(b"\xff\xfe\x00")

    faults = read_entry(path)

    assert isinstance(faults, list)
    assert faults[0].fault.code is FileCode.UNREADABLE


def test_an_id_is_used_once(knowledge: KnowledgeFolder) -> None:
    """The same file name in two folders is one id for two answers."""
    first = knowledge.write("a/tupe")
    second = knowledge.write("b/tupe")

    faults = read_entries(knowledge.path).faults

    assert [fault.path for fault in faults] == [str(second)]
    assert faults[0].fault.facts["where"] == str(first)


@pytest.mark.parametrize("name", ["Capital", "under_score", "spaced name", "x" * 61])
def test_a_file_name_is_an_id(knowledge: KnowledgeFolder, name: str) -> None:
    """Ids stay short and plain, because buttons carry them."""
    faults = read_entry(knowledge.write(name))

    assert isinstance(faults, list)
    assert faults[0].fault.code is EntryCode.BAD_ID


def test_the_guide_is_no_answer(knowledge: KnowledgeFolder) -> None:
    """README.md tells how to write; it is not read as an entry."""
    knowledge.write_text("README", "# How to write")

    assert read_entries(knowledge.path).files == ()


def test_a_missing_folder_is_an_error_to_show(tmp_path: Path) -> None:
    """The message says which folder, and what to give instead."""
    with pytest.raises(KnowledgeFaulty) as error:
        read_entries(tmp_path / "nowhere")

    assert error.value.fault.path == str(tmp_path / "nowhere")
    assert "nowhere" in error_line(error.value)
