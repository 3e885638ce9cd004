"""A charity, a commissioner and a moderator, from a wish to a record that both sides stand by."""

import os
import re
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.settings import Settings
from tests.knowledge_folder import KnowledgeFolder
from tests.terminal import AtTerminal, Time, at_work

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def settings(tmp_path: Path, three_answers: KnowledgeFolder) -> Settings:
    """Where the people of this test meet."""
    return Settings(database=tmp_path / "parley.db", knowledge=three_answers.path)


def test_the_whole_story(settings: Settings) -> None:
    """Everything is done by the numbers of the choices, as a person would."""
    time = Time()
    with at_work(settings, time) as app:
        ada, bo = AtTerminal(app, "charity", 1), AtTerminal(app, "charity", 2)
        carol, mo = AtTerminal(app, "commissioner"), AtTerminal(app, "moderator")
        opens_a_service(carol)
        asks(ada)
        time.passes(hours=3)
        offers_a_time(carol)
        books_what_was_offered(ada)
        books_and_cancels(bo)
        hears_of_it_and_moves(carol)
        time.comes_to(datetime(2026, 12, 1, 9, 5, tzinfo=UTC))
        is_reminded(ada)
        time.comes_to(datetime(2026, 12, 1, 11, tzinfo=UTC))
        writes_the_record(carol)
        adds_to_it(ada)
        confirms_it(carol)
        posts_the_summary(mo, reader=bo)
        time.comes_to(datetime(2026, 12, 9, 9, tzinfo=UTC))
        keeps_a_promise(carol)
        treats_all_alike(carol)


def opens_a_service(carol: AtTerminal) -> None:
    """What is to be commissioned, and when the commissioner could talk about it."""
    carol.types("/service add", "Youth support", "Riverside Council", "2", "1 March 2027", "the portal")
    assert "engagement open" in carol.read
    carol.types("/availability add", "Tuesdays", "09:00 to 12:00", "1")
    assert "Tuesday 1 December, 9am" in carol.read


def asks(ada: AtTerminal) -> None:
    """Two short steps, with the nearest answers in between."""
    ada.types("/dialogue request", "Ada's Friends", "what happens to staff", "2", "to be heard")
    assert "What happens to staff when a service moves?" in ada.read
    ada.takes("Go on")
    ada.types("captions", "none", "1")
    assert "Request 1 is with the commissioners" in ada.read
    assert "Taken on by: no one yet" in ada.read


def offers_a_time(carol: AtTerminal) -> None:
    """From the queue to an offer in words, which is said back first."""
    carol.types("/dialogue queue")
    assert "New request: number 1" in carol.read
    carol.takes("1. Ada's Friends")
    assert "captions" in carol.read
    carol.takes("Take it on")
    carol.takes("Offer times")
    carol.types("", "Thursday 3 December 2026 at 2pm", "", "", "")
    assert "Thursday 3 December 2026, 2pm" in carol.read
    carol.takes("Offer them")
    assert "Offered for request 1" in carol.read


def books_what_was_offered(ada: AtTerminal) -> None:
    """The news comes first, then the choice."""
    ada.types("/messages")
    assert "commissioner 1 has your request" in ada.read
    assert "offers these times. They are held for you for 48 hours" in ada.read
    ada.types("/dialogue mine")
    assert "Request 1, Ada's Friends: times offered; taken on by commissioner 1" in ada.read
    ada.takes("Request 1")
    ada.takes("Times to choose from")
    ada.takes("Thursday 3 December, 2pm (held for you)")
    assert "Booked: conversation 1" in ada.read
    assert "File: conversation-1.ics" in ada.read


def books_and_cancels(bo: AtTerminal) -> None:
    """Someone else takes a free slot, but not the one that is taken, and then needs it no more."""
    bo.types("/dialogue request", "Bo's Club", "the same thing", "2", "", "/dialogue mine")
    bo.types("/request-more", "", "", "1")
    assert "A first answer usually takes 3 hours" in bo.read
    bo.takes("Times to choose from")
    assert "Thursday 3 December" not in bo.read
    bo.takes("Tuesday 1 December, 9am")
    bo.takes("Cancel")
    bo.types("We found the answer")
    assert "Cancelled: conversation 2" in bo.read


def hears_of_it_and_moves(carol: AtTerminal) -> None:
    """The reason is told; a free slot is a number."""
    carol.types("/messages")
    assert "We found the answer" in carol.read
    carol.types("/move 1")
    carol.takes("Tuesday 1 December, 10am")
    assert "Moved: conversation 1" in carol.read


def is_reminded(ada: AtTerminal) -> None:
    """Once each; the one that is late says so."""
    ada.types("/messages")
    assert "has a new time" in ada.read
    assert "your conversation is in an hour" in ada.read
    assert "This reminder is late" in ada.read
    assert "reminder" not in ada.types("/messages").lower()


def writes_the_record(carol: AtTerminal) -> None:
    """What was said, what everyone may read, and what was promised."""
    carol.types("/dialogue mine")
    assert "Conversation 1, with charity 1: booked" in carol.read
    assert "Conversation 1: Tuesday 1 December 2026, 10am" in carol.read
    carol.types("/booking 1")
    carol.takes("What happened so far")
    assert "charity 1 booked it for Thursday 3 December 2026, 2pm" in carol.read
    assert "commissioner 1 moved it to Tuesday 1 December 2026, 10am" in carol.read
    carol.takes("The conversation")
    carol.takes("It took place")
    carol.takes("Write the record")
    carol.types("Carol, commissioner; Ada, director", "Budget is flat", "Buses stop at six", "", "none")
    carol.takes("Go on")
    carol.types("We talked about buses.", "commissioner: share bus times by 8 December 2026")
    assert "This record: with the charity" in carol.read


def adds_to_it(ada: AtTerminal) -> None:
    """The other side reads it and adds what is missing."""
    ada.types("/messages")
    assert "commissioner 1 says" in ada.read
    assert "Please read the record of conversation 1" in ada.read
    ada.types("/record-show 1")
    assert "Budget is flat" in ada.read
    ada.takes("Add to it")
    ada.types("We also spoke of lunch clubs.")


def confirms_it(carol: AtTerminal) -> None:
    """Now the first side has confirmed the whole."""
    carol.types("/record-show 1")
    assert "We also spoke of lunch clubs." in carol.read
    carol.takes("Confirm")
    assert "This record: confirmed" in carol.read


def posts_the_summary(mo: AtTerminal, reader: AtTerminal) -> None:
    """Everyone reads the summary, and nothing else of the record."""
    mo.types("/record-show 1")
    mo.takes("Post the summary")
    assert "We talked about buses." in reader.types("/messages")
    assert "Budget is flat" not in reader.read


def keeps_a_promise(carol: AtTerminal) -> None:
    """A week later it is late."""
    assert "A commitment is late" in carol.types("/messages")
    carol.types("/record-show 1")
    carol.takes("Met: share bus times")
    assert "(the commissioner, by 8 December 2026): done" in carol.read


def treats_all_alike(carol: AtTerminal) -> None:
    """Who was met, who was not, and what only one was given."""
    carol.types("/access 1")
    assert "Ada's Friends: met once, 45 minutes in all" in carol.read
    assert "Asked and not met: Bo's Club" in carol.read
    assert "Warning. Ada's Friends was given what others were not" in carol.read
    assert "Budget is flat" in carol.takes("Draft a note to all")


def test_what_is_typed_badly_is_told_and_kept(settings: Settings) -> None:
    """Each gets a clear sentence, and the form holds what was typed when it is opened again."""
    with at_work(settings, Time()) as app:
        ada, carol = AtTerminal(app, "charity"), AtTerminal(app, "commissioner")
        ada.types("/dialogue request", "Ada's Friends", "x" * 10_000, "")
        assert "10,000 characters, and 1,000 fit" in ada.read
        ada.takes("Fix it")
        assert "Press Enter to keep: Ada's Friends" in ada.read
        assert "x" * 90 in ada.types("")
        ada.types("a shorter text", "")
        ada.takes("Go on")
        assert "What you typed is kept" in ada.types("captions", "/cancel")
        assert "Press Enter to keep: captions" in ada.types("/request-more")
        ada.types("", "", "")

        carol.types("/claim 1")
        for typed, said in (
            ("23 November 2020 at 10:00", "is in the past"),
            ("soon", "no time of day"),
            ("31 June 2027 at 10:00", "June has 30 days"),
            ("the 31st of June at 10am", "June has 30 days"),
            ("blorp at 10:00", "cannot tell which day"),
            ("1 December 2026 at 10:00 " * 400, "and 80 fit"),
            ("1 December 2036 at 10:00", "too far away"),
        ):
            carol.types("/offer 1", typed, "", "", "", "")
            assert said in carol.read, carol.read
        carol.takes("Fix it")
        assert "Press Enter to keep: 1 December 2036 at 10:00. Type - to clear it." in carol.read
        assert "Time 2" in carol.types("-")
        carol.types("3 December 2026 at 14:00", "", "", "")
        assert "Thursday 3 December 2026, 2pm" in carol.read

        carol.types("/availability add", "Tuesday", "12:00 to 09:00", "")
        assert "The end, 9am, is not after the start, midday" in carol.read
        carol.takes("Fix it")
        assert "Press Enter to keep: Tuesday" in carol.read
        carol.types("/cancel", "/availability rules", "Mars/Olympus", "", "", "", "")
        assert "I do not know the time zone" in carol.read
        carol.types("/availability rules", "Europe/Madrid", "four", "", "", "")
        assert "Write a whole number from 5 to 480" in carol.read


def test_a_service_that_closed_does_not_stay_in_the_draft(settings: Settings) -> None:
    """Where no other can be chosen, the next request is about none."""
    with at_work(settings, Time()) as app:
        ada, carol = AtTerminal(app, "charity"), AtTerminal(app, "commissioner")
        carol.types("/service add", "Youth support", "Riverside Council", "2", "", "the portal")
        ada.types("/dialogue request", "Ada's Friends", "youth", "2", "")
        carol.types("/service close 1")
        assert "the portal" in ada.types("/request-more", "", "", "")
        ada.types("/dialogue request", "", "lunch clubs", "")
        ada.takes("Go on")

        assert "Request 1 is with the commissioners" in ada.types("", "", "")


def turn(database: Path, part: str, *lines: str, folder: Path) -> str:
    """One person sits down at the real command line, types, reads and leaves."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--as", part, "--knowledge", str(folder / "knowledge")],
        cwd=folder,
        env={
            **os.environ,
            "PARLEY_DATABASE": str(database),
            "COLUMNS": "80",
            "TZ": "Europe/London",
            "PYTHONPATH": str(ROOT),
        },
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


def test_the_story_on_the_real_command_line(tmp_path: Path, three_answers: KnowledgeFolder) -> None:
    """Three processes that share nothing but the database, from the request to the confirmed record."""
    database = tmp_path / "parley.db"

    def at(part: str, *lines: str) -> str:
        return turn(database, part, *lines, folder=tmp_path)

    at("commissioner", "/availability add", "Wednesday", "09:00 to 17:00", "1")
    at("charity", "/dialogue request", "Ada's Friends", "staff", "", "/request-more", "", "", "")
    assert "New request: number 1" in at("commissioner", "/messages")
    slots = at("charity", "/slots 1", "1", "/save")
    assert "Booked: conversation 1" in slots
    assert Calendar.from_ical((tmp_path / "conversation-1.ics").read_bytes())["method"] == "REQUEST"
    assert "Booked: conversation 1" in at("commissioner", "/messages")

    began = (datetime.now(UTC) - timedelta(hours=2)).isoformat(timespec="milliseconds")
    ended = (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="milliseconds")
    with sqlite3.connect(database) as changed:
        changed.execute("update bookings set starts_at = ?, ends_at = ?", [began, ended])
    changed.close()

    assert "Conversation 1: took place" in at("commissioner", "/held 1", "/booking 1")
    record = ["/record 1", "Carol and Ada", "", "", "", "", "/record-more 1", "We talked.", ""]
    assert "with the charity" in at("commissioner", *record)
    assert "This record: confirmed" in at("charity", "/confirm-record 1")
    posted = at("moderator", "/publish-record 1")
    assert "We talked." in posted
    assert max(len(line) for line in re.split("\n", posted)) <= 80
