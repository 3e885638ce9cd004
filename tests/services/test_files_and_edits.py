"""The shipped files and a server's own texts side by side: neither is ever lost."""

import tracemalloc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.actions.registry import finished
from bot.app import running
from bot.domain.errors import Changed, ImportRefused
from bot.domain.faults import FileCode
from bot.services.knowledge.knowledge import Knowledge
from bot.settings import Settings
from tests.knowledge_folder import KnowledgeFolder
from tests.services.conftest import HERE, MEG, SAM, answer, mended, note, published, restored

Clock = Callable[[], datetime]
NEW_BODY = "Staff move, says the new law.\n\n## For commissioners\n\nTell bidders."


def ship(folder: KnowledgeFolder, body: str) -> None:
    """A new release changes one file."""
    folder.write(
        "tupe",
        title="What happens to staff when a service moves?",
        topic="rec-8",
        questions=["what is tupe", "do we inherit the staff if we win", "staff transfer"],
        checks=["do the workers come with the service"],
        body=body,
        related={"next": ["notice-of-ending-funding"]},
    )


def knowledge(app: object) -> Knowledge:
    """What moderators use."""
    made = app.knowledge  # type: ignore[attr-defined]
    assert isinstance(made, Knowledge)
    return made


@pytest.fixture
def changed_under_an_edit(settings: Settings, now: Clock, three_answers: KnowledgeFolder) -> Settings:
    """A server has its own text of an answer, and the shipped file changes."""
    with running(settings, now) as app:
        published(knowledge(app), mended(knowledge(app), "tupe", body="Our own words."))
    ship(three_answers, NEW_BODY)
    return settings


def test_both_are_shown_and_the_servers_own_stays_live(changed_under_an_edit: Settings, now: Clock) -> None:
    """Until a moderator has looked; a further edit does not settle it by the way."""
    with running(changed_under_an_edit, now) as app:
        history = knowledge(app).history
        (both,) = history.shipped_changes(by=MEG)
        assert both.ours.entry is not None
        assert both.shipped is not None
        assert (both.ours.entry.body, both.shipped.body) == ("Our own words.", NEW_BODY)
        assert "[-Our own words.-]" in both.difference
        assert answer(app, "staff transfer") == "Our own words."
        published(knowledge(app), mended(knowledge(app), "tupe", body="Our better words."))
        knowledge(app).publishing.review("great-british-toilet-map", by=MEG)

        assert [one.ours.number for one in history.shipped_changes(by=MEG)] == [2]


def test_ours_can_be_kept(changed_under_an_edit: Settings, now: Clock) -> None:
    """Which is a revision, and settles it until the file changes again."""
    with running(changed_under_an_edit, now) as app:
        revision = knowledge(app).publishing.keep_own("tupe", note("Ours is for our county."), by=MEG)

        assert revision.number == 2
        assert knowledge(app).history.shipped_changes(by=MEG) == []
        assert answer(app, "staff transfer") == "Our own words."


def test_only_what_the_file_changed_under_can_be_kept(
    changed_under_an_edit: Settings, now: Clock, three_answers: KnowledgeFolder
) -> None:
    """Else words of long ago would go live that no one has looked at."""
    with running(changed_under_an_edit, now) as app:
        restored(knowledge(app), "tupe", 0)
    ship(three_answers, "Newer still.")
    with running(changed_under_an_edit, now) as app:
        with pytest.raises(Changed):
            knowledge(app).publishing.keep_own("tupe", note("By mistake."), by=MEG)

        assert answer(app, "staff transfer") == "Newer still."


def test_the_files_can_be_taken(
    changed_under_an_edit: Settings, now: Clock, three_answers: KnowledgeFolder
) -> None:
    """And is followed from then on; our own text stays in the history."""
    with running(changed_under_an_edit, now) as app:
        restored(knowledge(app), "tupe", 0)
        assert knowledge(app).history.shipped_changes(by=MEG) == []
        assert answer(app, "staff transfer") == "Staff move, says the new law."
    ship(three_answers, "Newer still.")
    with running(changed_under_an_edit, now) as app:
        assert answer(app, "staff transfer") == "Newer still."
        assert knowledge(app).history.shipped_changes(by=MEG) == []
        assert knowledge(app).import_export.files(by=MEG) == {}
        first = knowledge(app).history.revisions("tupe", by=MEG)[0]

    assert first.entry is not None
    assert first.entry.body == "Our own words."


def test_a_merged_export_leaves_nothing_to_settle(
    settings: Settings, now: Clock, three_answers: KnowledgeFolder
) -> None:
    """When our text comes back as the shipped one, the two agree."""
    with running(settings, now) as app:
        published(knowledge(app), mended(knowledge(app), "tupe", body="Our own words."))
        text = knowledge(app).import_export.files(by=MEG)["tupe"]
    assert text is not None
    three_answers.write_text("tupe", text)
    with running(settings, now) as app:
        assert knowledge(app).history.shipped_changes(by=MEG) == []
        assert answer(app, "staff transfer") == "Our own words."


def test_a_file_that_goes_leaves_our_text_live(
    changed_under_an_edit: Settings, now: Clock, three_answers: KnowledgeFolder
) -> None:
    """It is listed, with no file to take."""
    (three_answers.path / "tupe.md").unlink()
    with running(changed_under_an_edit, now) as app:
        (both,) = knowledge(app).history.shipped_changes(by=MEG)

        assert both.shipped is None
        assert answer(app, "staff transfer") == "Our own words."


def test_what_another_process_publishes_is_shown_at_once(settings: Settings, now: Clock) -> None:
    """Two processes over one database show the same answers."""
    with running(settings, now) as one, running(settings, now) as other:
        assert "assigned" in answer(one, "staff transfer")
        published(knowledge(other), mended(knowledge(other), "tupe", body="From elsewhere."))

        assert answer(one, "staff transfer") == "From elsewhere."


def test_a_large_table_is_refused_in_little_memory(settings: Settings, now: Clock, tmp_path: Path) -> None:
    """A hundred thousand rows: the line at which they are too many, and nothing changed."""
    path = tmp_path / "large.csv"
    with running(settings, now) as app:
        by_heart = knowledge(app).import_export
        published(knowledge(app), mended(knowledge(app), "tupe", body="Ours."))
        header, row = by_heart.table("csv", by=MEG).split("\n", 1)
        with path.open("w") as out:
            out.write(header + "\n")
            for number in range(100_000):
                out.write(row.replace("tupe,", f"entry-{number},", 1))
        tracemalloc.start()
        plan = finished(by_heart.plan_file(path, by=MEG))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert plan.refused[0].fault.code is FileCode.TOO_MANY
        assert plan.refused[0].line > 2000
        assert peak < 100 * 2**20
        with pytest.raises(ImportRefused):
            by_heart.accept(plan, "large.csv", by=MEG)
        assert len(app.answering.finder.base(HERE).entries) == 3


def test_an_import_overwrites_nothing_that_was_not_seen(settings: Settings, now: Clock) -> None:
    """Someone publishes between the look and the press, or in the midst of it: nothing is imported."""
    with running(settings, now) as app:
        service = knowledge(app).import_export
        published(knowledge(app), mended(knowledge(app), "tupe", body="From the file."))
        text = service.table("jsonl", by=MEG)
        restored(knowledge(app), "tupe", 0)
        number, plan = finished(service.plan_text("a.jsonl", text, by=MEG))
        published(knowledge(app), mended(knowledge(app), "tupe", body="Meanwhile.", by=SAM), by=SAM)
        with pytest.raises(Changed):
            finished(service.accept_text(number, plan.fingerprint, by=MEG))
        with pytest.raises(Changed):
            service.accept(plan, "a.jsonl", by=MEG)
        assert answer(app, "staff transfer") == "Meanwhile."
        again, plan = finished(service.plan_text("a.jsonl", text, by=MEG))
        finished(service.accept_text(again, plan.fingerprint, by=MEG))

        assert answer(app, "staff transfer") == "From the file."


BROKEN_ROWS = [
    ('{row}new-one,"never closed\n', FileCode.ROW),
    ("{row}{row}", FileCode.TWICE),
    ("{row}new-one,too,few\n", FileCode.CELLS),
    ('{row}new-one,"a"b,c\n', FileCode.ROW),
]


@pytest.mark.parametrize(("rows", "code"), BROKEN_ROWS)
def test_a_broken_row_is_named_by_its_line(settings: Settings, now: Clock, rows: str, code: FileCode) -> None:
    """Counted as an editor counts, though cells hold several lines."""
    with running(settings, now) as app:
        service = knowledge(app).import_export
        published(knowledge(app), mended(knowledge(app), "tupe", body="Ours."))
        header, row = service.table("csv", by=MEG).split("\n", 1)
        _, plan = finished(service.plan_text("a.csv", header + "\n" + rows.replace("{row}", row), by=MEG))

    assert (plan.refused[0].line, plan.entries) == (2 + row.count("\n"), ())
    assert plan.refused[0].fault.code is code
