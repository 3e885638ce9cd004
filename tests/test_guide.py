"""The guide for writers says what the list of parts says."""

import re
from pathlib import Path

import pytest

from bot.domain.entry import SHORT_ANSWER_LIMIT, Relation, Status
from bot.domain.entry_blocks import SOURCE_KEYS, Cues, Links, Sources
from bot.domain.entry_kinds import Body
from bot.domain.entry_parts import ID_LIMIT, NOTE_LIMIT, PARTS
from bot.domain.entry_style import PHRASING_LIMIT, TITLE_WANTED
from bot.domain.topics import TOPICS
from bot.storage.entry_files import EntryFile, read_entry

GUIDE = (Path(__file__).parent.parent / "knowledge" / "README.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (\S.*?) \| (.*) \|$", GUIDE, re.MULTILINE))


def test_the_table_has_a_line_for_each_part_in_order() -> None:
    """As a file has them: blocks in brackets, and the text last."""
    shown = {Links: "`[{}]`", Cues: "`[{}]`", Sources: "`[[{}]]`", Body: "the text"}
    expected = [shown.get(type(part), "`{}`").format(part.key) for part in PARTS]

    assert [name for name in ROWS if name in expected] == expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("`title`", f"At most {TITLE_WANTED} characters"),
        ("`questions`", f"at most {PHRASING_LIMIT} characters"),
        ("`note`", f"at most {NOTE_LIMIT} characters"),
        ("the text", f"at most {SHORT_ANSWER_LIMIT} characters"),
        *(("`[related]`", f"`{relation}`") for relation in Relation),
        *(("`[[sources]]`", f"`{key}") for key in SOURCE_KEYS),
    ],
)
def test_limits_and_names_are_those_of_the_code(line: str, said: str) -> None:
    """Each where its part is explained."""
    assert said in ROWS[line]
    assert f"at most {ID_LIMIT} characters" in GUIDE


def test_every_status_and_topic_is_explained() -> None:
    """In a table of its own."""
    assert {f"`{code}`" for code in (*Status, *TOPICS)} <= ROWS.keys()


def test_the_example_is_a_sound_entry(tmp_path: Path) -> None:
    """The example that people copy can be read."""
    path = tmp_path / "example.md"
    path.write_text(GUIDE.partition("```markdown\n")[2].partition("```")[0], encoding="utf-8")

    assert isinstance(read_entry(path), EntryFile)
