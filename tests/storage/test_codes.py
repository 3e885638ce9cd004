"""States that were words become codes, and nothing that a database holds is lost."""

import json
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.domain.entry_parts import BY_KEY, entry_of, faults_of, typed_values
from bot.storage.database import open_database
from bot.storage.migrations import migrations

STEP = "m060_codes_of_knowledge"
FIELDS = {
    "title": "T",
    "topic": "rec-1",
    "questions": "q",
    "checks": "c",
    "jurisdiction": "England",
    "status": "good practice",
    "as_of": "2026-01-01",
    "reviewed": "2026-01-01",
    "review_after": "2027-01-01",
    "sources": "A | B",
    "related": "evidence: tupe\nnext-step: other, tupe",
    "body": "Text.",
}
AT = "2026-11-01T10:00:00.000+00:00"
ROWS: dict[str, list[tuple[object, ...]]] = {
    "referrals": [
        (3, 7, None, "Who pays?", "waiting", AT),
        (5, 7, 12, "Who stays?", "set aside", AT),
        (6, 7, None, "Who goes?", "answered", AT),
    ],
    "to_be_told": [(3, 41), (5, 42)],
    "entry_drafts": [
        (4, 7, "tupe", 1, "edit", 0, None, None, json.dumps(FIELDS), "open", "", "", 0, AT),
        (9, 7, "tupe", 2, "edit", 0, None, None, json.dumps(FIELDS), "published", "", "", 0, AT),
    ],
    "cases": [
        (7, "asked", 1, "claimed", 1, 4, None, "", AT),
        (7, "referred", 5, "set aside", 1, None, None, "Not ours.", AT),
        (7, "referred", 6, "answered", 1, 9, "tupe", "", AT),
    ],
    "suggestions": [
        (2, 7, "tupe", "0" * 12, "Wrong.", "", 41, "taken", 1, AT),
        (3, 7, "tupe", "0" * 12, "Wrong too.", "gov.uk", None, "set aside", 1, AT),
        (8, 7, "tupe", "0" * 12, "And this.", "", None, "waiting", None, AT),
    ],
}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database as the version before made it, with rows in every table that changes."""
    path = tmp_path / "parley.db"
    database = Database(path)
    migrations.apply(database, stop_before=STEP)
    for table, rows in ROWS.items():
        marks = ", ".join("?" * len(rows[0]))
        for row in rows:
            database.execute(f"insert into {table} values ({marks})", row)  # noqa: S608 - our own
    database.execute("delete from suggestions where id = 8")
    database.conn.commit()
    database.close()
    return path


def test_every_row_comes_along_under_its_code(old: Path) -> None:
    """States by their new names, everything else as it was."""
    with open_database(old) as database:
        rows = {table: [tuple(row.values()) for row in database[table].rows] for table in ROWS}

    assert rows["referrals"] == [
        ROWS["referrals"][0],
        (5, 7, 12, "Who stays?", "set-aside", AT),
        ROWS["referrals"][2],
    ]
    assert rows["cases"][1] == (7, "referred", 5, "set-aside", 1, None, None, "Not ours.", AT)
    assert [row[7] for row in rows["suggestions"]] == ["accepted", "declined"]
    assert rows["to_be_told"] == ROWS["to_be_told"]


def test_what_the_tables_promise_they_still_promise(old: Path) -> None:
    """Only the new codes are let in; an index, a key and the next number are as they were."""
    with open_database(old) as database:
        for refused in (
            "update cases set state = 'set aside'",
            "update suggestions set state = 'taken'",
            "insert into to_be_told values (99, 1)",
            "insert into referrals (guild_id, asked_id, question, referred_at)"
            " values (7, 12, 'Who stays?', '')",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(refused)
        database.table("suggestions").insert(
            {
                "guild_id": 7,
                "entry_id": "tupe",
                "entry_version": "",
                "wrong": "x",
                "source": "",
                "made_at": AT,
            }
        )
        numbers = [row["id"] for row in database["suggestions"].rows]
        names = {row[0] for row in database.execute("select name from sqlite_master where type = 'index'")}

        assert numbers == [2, 3, 9]
        assert {"one_referral_per_wording", "referrals_by_server", "cases_by_draft"} <= names
        assert database.execute("pragma foreign_key_check").fetchall() == []


def test_an_open_draft_has_every_part_by_its_present_name(old: Path) -> None:
    """It can be opened, filled in and published; what was published is left as it was."""
    with open_database(old) as database:
        opened, published = (json.loads(row["fields"]) for row in database["entry_drafts"].rows)

    assert opened == {**dict.fromkeys(BY_KEY, ""), **FIELDS, "related": "see-also: tupe\nnext: other, tupe"}
    assert published == FIELDS
    assert faults_of("tupe", typed_values(opened)) == []
    assert entry_of("tupe", typed_values(opened)).note is None


def test_a_new_database_has_the_same_tables(old: Path, tmp_path: Path) -> None:
    """Whether it was made now or came along."""
    with open_database(old) as came, open_database(tmp_path / "new.db") as made:
        tables = [{table.name: table.schema for table in database.tables} for database in (came, made)]

    assert tables[0] == tables[1]
