"""Moderators keep the answers right in the terminal: each person in a process of their own."""

import json
import subprocess
from pathlib import Path

import pytest

import bot.cards.descriptions  # noqa: F401 - it fills the list of verbs
from bot.domain.entry_kinds import Section
from bot.domain.verb import VERBS, arguments_of
from tests.end_to_end.test_command_line import parley
from tests.knowledge_folder import KnowledgeFolder


class Terminal:
    """Conversations over one database and one folder."""

    def __init__(self, database: Path, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def chat(self, *lines: str, part: str = "moderator", person: int = 1) -> str:
        """What someone is told when they type these lines."""
        done = self.run("chat", "--as", part, "--person", str(person), stdin="\n".join(lines) + "\n")
        assert done.returncode == 0, done.stderr
        return done.stdout

    def answer(self, question: str) -> str:
        """The answer to a charity, on one line."""
        return " ".join(self.chat(question, part="charity").split())

    def run(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """A command over the same folder."""
        return parley(
            *arguments, "--knowledge", str(self._folder), database=self._database, stdin=stdin, COLUMNS="100"
        )


@pytest.fixture
def terminal(tmp_path: Path, three_answers: KnowledgeFolder) -> Terminal:
    """A terminal with three answers."""
    return Terminal(tmp_path / "parley.db", three_answers.path)


EDIT = ("/knowledge edit tupe", "", "They come along.", "")
"""The form of the text: title, short answer, the rest; an empty line keeps what it held."""


PLANNING = "planning permission\\nhow do we get planning permission"
PLANTED = (
    "/knowledge edit tupe",
    "Planning permission for a hall",
    "Ask the planning officer.",
    "",
    "3",
    PLANNING,
    "",
    "",
)
"""An edit after which TUPE is found no more, and planning permission is."""


def test_a_moderators_story(terminal: Terminal) -> None:
    """Edited, held back by a must-answer question, agreed to, live, and taken back."""
    terminal.chat("/knowledge must", "what is tupe", "tupe", "Jobs hang on it.")
    told = terminal.chat(*PLANTED, "1", "1", "Fewer phrasings.", "")
    assert "planning officer." in told
    assert "Must be answered, and would suffer (1)" in told
    assert "“what is tupe”: tupe → no answer" in told
    assert "Lose their answer (" in told
    assert "Gain an answer (" in told
    assert "“planning permission”: no answer → tupe" in told
    assert "A second moderator must agree: tupe" in told
    assert "assigned to the service" in terminal.answer("staff transfer")

    own = terminal.chat("/knowledge review", "1", part="moderator", person=1)
    assert "Agree and publish" not in own
    agreed = terminal.chat("/knowledge review", "1", "1", person=2)
    assert "Live now: tupe" in agreed
    assert "Agreed by: moderator 2" in agreed
    assert "Ask the planning officer." in terminal.answer("planning permission")

    restored = terminal.chat("/knowledge restore tupe 0", "It was better.", "", "/knowledge history tupe")
    assert "Version 2" in restored
    assert "restored by moderator 1" in restored
    assert "assigned to the service" in terminal.answer("staff transfer")
    assert "made from councils' data" in terminal.answer("public toilets near me")


def test_the_second_of_two_editors_sees_both_versions(terminal: Terminal) -> None:
    """Nothing is overwritten, and both texts are shown with the words that differ."""
    terminal.chat(*EDIT)
    terminal.chat("/knowledge edit tupe", "", "They go.", "", "1", "1", "Shorter.", "", person=2)
    conflict = " ".join(terminal.chat("/knowledge review", "1", "1").split())

    assert "Someone published first: tupe" in conflict
    assert "[-go.-] {+come along.+}" in conflict
    assert "They go." in terminal.answer("staff transfer")


def test_a_form_that_is_left_is_kept(terminal: Terminal) -> None:
    """Words typed before leaving are in the form; too long a text is refused, and not cut."""
    left = terminal.chat("/knowledge edit tupe", "", "They stay.", "/cancel")
    assert "What you typed is kept" in left
    long = terminal.chat("/knowledge edit tupe", "", "", "word " * 900)
    assert "Details: That is 4,499 characters, and 4,000 fit." in " ".join(long.split())
    mended = " ".join(terminal.chat("/knowledge edit tupe", "", "", "Shorter.", "1").split())

    assert "{+They stay." in mended
    assert "A change: tupe" in mended


def test_who_asked_is_told_once(terminal: Terminal) -> None:
    """A question that had no answer gets one, through the gate."""
    question = "is there a mobile library timetable"
    terminal.chat("/refer", question, "yes", part="charity")
    told = terminal.chat(
        "/knowledge unanswered", "1", "2", "great-british-toilet-map", "", "1", "1", "It belongs there.", ""
    )
    assert "Live now" in told

    assert "Your question has an answer" in terminal.answer("what is tupe")
    assert "Your question has an answer" not in terminal.answer("what is tupe")
    assert "public toilets" in terminal.answer(question)


def test_others_are_refused(terminal: Terminal) -> None:
    """Each verb of moderators, by each who is none."""
    verbs = [verb for verb in VERBS if verb.startswith("knowledge-")]
    for part in ("charity", "commissioner"):
        told = terminal.chat(*(f"/{verb} {sample(verb)}" for verb in verbs), part=part)
        assert told.count("Only this server's moderators can do this") == len(verbs), told
        assert "Live now" not in told


def sample(name: str) -> str:
    """Arguments that a verb can have."""
    kinds = {int: "1", str: "tupe", Section: "text"}
    return " ".join(kinds[argument.kind] for argument in arguments_of(VERBS[name]))


def test_export_and_import_go_round(
    terminal: Terminal, tmp_path: Path, three_answers: KnowledgeFolder
) -> None:
    """Only what was changed is written; imported again, nothing changes."""
    terminal.chat(*EDIT, "1", "1", "Plainer.", "")
    for form in ("csv", "jsonl"):
        out = tmp_path / form
        terminal.run("export", "--to", str(out), "--format", form)
        done = terminal.run("import", str(out / f"answers.{form}"), "--server", "77", "--yes")
        assert done.returncode == 0
    before = {path: path.read_text() for path in three_answers.path.rglob("*.md")}
    assert terminal.run("export", "--to", str(three_answers.path)).returncode == 0
    changed = [path.stem for path, text in before.items() if path.read_text() != text]
    again = terminal.run("import", str(three_answers.path), "--yes")

    assert changed == ["tupe"]
    assert "0 would be added, 0 changed, 3 already the same" in again.stdout


BROKEN = [
    ("a.jsonl", '{"id": "ok"', 1, "not JSON"),
    ("a.jsonl", '\n{"id": "../up", "body": "x"}', 2, "lower-case words"),
    ("a.csv", "id,nothing\n", 1, "must name these columns"),
    ("Bad Name.md", "+++\n+++\n", 1, "lower-case words"),
    ("a.md", "no label", 1, "must begin with"),
    ("a.txt", "x", 1, "cannot read this kind"),
    ("a.jsonl", "", 1, "no answers in this"),
]


@pytest.mark.parametrize(("name", "text", "line", "said"), BROKEN)
def test_a_broken_file_is_refused_by_line(
    terminal: Terminal, tmp_path: Path, name: str, text: str, line: int, said: str
) -> None:
    """Exit 2, the line, what to fix; nothing changed."""
    path = tmp_path / name
    path.write_text(text)
    done = terminal.run("import", str(path), "--yes")

    told = " ".join(done.stdout.split())
    assert done.returncode == 2
    assert f"{name}, line {line}:" in told
    assert said in told
    assert "Nothing was imported" in done.stderr


def test_an_import_shows_what_it_would_do(terminal: Terminal, tmp_path: Path) -> None:
    """Which questions would be answered differently, which links lead nowhere; and of a folder, the file."""
    terminal.chat(*EDIT, "1", "1", "Plainer.", "")
    folder = tmp_path / "out"
    terminal.run("export", "--to", str(folder))
    path = folder / "tupe.md"
    text = (
        path.read_text()
        .replace('"what is tupe",', '"planning permission",')
        .replace('"notice-of-', '"none-of-')
    )
    path.write_text(text)
    told = " ".join(terminal.run("import", str(folder)).stdout.split())
    assert "“planning permission”: no answer → tupe" in told
    assert "Links to answers that are not here. none-of-ending-funding" in told

    (folder / "other.md").write_text(text.replace("rec-8", "rec-88"))
    assert "other.md, line 3:" in terminal.run("import", str(folder)).stdout


def test_one_bad_entry_keeps_all_the_others_out(terminal: Terminal, tmp_path: Path) -> None:
    """All or nothing: a sound entry with a broken one is not imported."""
    sound = {
        "id": "new-one",
        "title": "New",
        "topic": "rec-1",
        "questions": ["brand new thing"],
        "checks": ["newness"],
        "jurisdiction": "England",
        "status": "good practice",
        "as_of": "2026-11-22",
        "reviewed": "2026-11-22",
        "review_after": "2027-11-22",
        "sources": [{"title": "A", "publisher": "B"}],
        "body": "It is new.",
    }
    path = tmp_path / "two.jsonl"
    path.write_text(json.dumps(sound) + "\n" + json.dumps({**sound, "id": "other", "title": ""}) + "\n")
    done = terminal.run("import", str(path), "--yes")

    assert done.returncode == 2
    assert "line 2:" in done.stdout
    assert "It is new." not in terminal.answer("brand new thing")
