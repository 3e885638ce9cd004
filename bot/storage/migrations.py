"""The steps that brought the tables to their present shape: numbered, appended to, never edited."""

from sqlite_utils import Database, Migrations

migrations = Migrations("parley")


@migrations()
def m001_questions(db: Database) -> None:
    """What was asked and what came of it. No column says who asked."""
    db.execute(
        """
        create table questions (
            id integer primary key,
            guild_id integer not null,
            question text not null,
            outcome text not null check (outcome in ('answer', 'suggestions', 'no_answer')),
            entry_id text,
            entry_version text,
            score real not null,
            asked_at text not null
        ) strict
        """
    )
    db.execute("create index questions_by_time on questions (asked_at)")
    db.execute("create index questions_by_server on questions (guild_id, asked_at)")
