"""Puts right what was edited in migrations after databases had been made by them.

The questions table had neither `alternatives` nor numbers that are never used again, moderators' drafts had
the name that forms' drafts have now, drafts had no index by time, and the event log refused availability.
"""

from sqlite_utils import Database

from bot.storage.dialogue import tables


def repair(db: Database) -> None:
    """Bring what an earlier wording of a migration made to what its present wording makes."""
    _free_the_name_of_drafts(db)
    if "alternatives" not in _sql(db, "questions"):
        _rebuild_questions(db)
    if "drafts" in db.table_names():
        db.execute("create index if not exists drafts_by_time on drafts (saved_at)")
    if "dialogue_events" in db.table_names() and "'availability'" not in _sql(db, "dialogue_events"):
        _rebuild_events(db)


def _free_the_name_of_drafts(db: Database) -> None:
    if "drafts" in db.table_names() and "entry_id" in db["drafts"].columns_dict:
        db.execute("alter table drafts rename to entry_drafts")


def _rebuild_questions(db: Database) -> None:
    db.execute("alter table questions rename to questions_before")
    db.execute(
        """
        create table questions (
            id integer primary key autoincrement,
            guild_id integer not null,
            question text,
            outcome text not null check (outcome in ('answer', 'suggestions', 'no_answer')),
            entry_id text,
            entry_version text,
            alternatives text not null,
            score real not null,
            asked_at text not null
        ) strict
        """
    )
    db.execute(
        "insert into questions select id, guild_id, question, outcome, entry_id, entry_version, '', score,"
        " asked_at from questions_before"
    )
    db.execute("drop table questions_before")
    db.execute("create index questions_by_time on questions (asked_at)")
    db.execute("create index questions_by_server on questions (guild_id, asked_at)")


def _rebuild_events(db: Database) -> None:
    # Dropping a table drops its triggers, which would refuse, and fires none.
    db.execute("create temp table events_before as select * from dialogue_events")
    db.execute("drop table dialogue_events")
    for statement in tables.EVENTS:
        db.execute(statement)
    db.execute("insert into dialogue_events select * from temp.events_before")
    db.execute("drop table temp.events_before")


def _sql(db: Database, table: str) -> str:
    """The statement that made a table."""
    row = db.execute("select sql from sqlite_master where type = 'table' and name = ?", [table]).fetchone()
    return str(row[0])
