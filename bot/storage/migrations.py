"""The steps that brought the tables to their present shape: numbered, appended to, never edited."""

from collections.abc import Sequence

from sqlite_utils import Database, Migrations

from bot.storage import outbox_tables
from bot.storage.dialogue import booking_tables, tables
from bot.storage.dialogue.codes import use_dialogue_codes
from bot.storage.knowledge import tables as knowledge_tables
from bot.storage.knowledge.codes import use_codes
from bot.storage.repairs import repair

migrations = Migrations("parley")


@migrations()
def m001_questions(db: Database) -> None:
    """Questions and their outcomes, never who asked; `question` is null where text is not kept."""
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
    db.execute("create index questions_by_time on questions (asked_at)")
    db.execute("create index questions_by_server on questions (guild_id, asked_at)")


@migrations()
def m002_servers(db: Database) -> None:
    """How each server has set Parley up."""
    db.execute(
        """
        create table servers (
            guild_id integer primary key,
            commissioner_role_id integer,
            moderator_role_id integer,
            queue_channel_id integer,
            notes_channel_id integer,
            time_zone text not null,
            nation text not null check (nation in ('England', 'Scotland', 'Wales', 'Northern Ireland')),
            retention_days integer not null check (retention_days between 1 and 36500)
        ) strict
        """
    )


@migrations()
def m003_feedback(db: Database) -> None:
    """What people said of an answer, by the question's number and not by who they are."""
    db.execute(
        """
        create table votes (
            asked_id integer primary key,
            guild_id integer not null,
            entry_id text not null,
            entry_version text not null,
            helpful integer not null check (helpful in (0, 1)),
            voted_at text not null
        ) strict
        """
    )
    db.execute(
        """
        create table picks (
            asked_id integer primary key,
            guild_id integer not null,
            entry_id text not null,
            picked_at text not null
        ) strict
        """
    )
    db.execute("create table shares (asked_id integer primary key, shared_at text not null) strict")


@migrations()
def m004_referrals(db: Database) -> None:
    """Questions put to moderators.

    The people who want to be told are in a table of their own, and deleted once they are told.
    """
    db.execute(
        """
        create table referrals (
            id integer primary key autoincrement,
            guild_id integer not null,
            asked_id integer,
            question text not null,
            state text not null check (state in ('waiting', 'answered', 'set aside')) default 'waiting',
            referred_at text not null
        ) strict
        """
    )
    db.execute(
        "create unique index one_referral_per_question on referrals (asked_id) where asked_id is not null"
    )
    db.execute("create index referrals_by_server on referrals (guild_id, state)")
    db.execute(
        """
        create table to_be_told (
            referral_id integer not null references referrals (id),
            user_id integer not null,
            primary key (referral_id, user_id)
        ) strict, without rowid
        """
    )


@migrations()
def m004b_referrals_by_their_words(db: Database) -> None:
    """Several people can ask different things about one public answer; the same words are in it once."""
    db.execute("drop index one_referral_per_question")
    db.execute(
        "create unique index one_referral_per_wording on referrals (asked_id, question)"
        " where asked_id is not null"
    )


@migrations()
def m005_repairs(db: Database) -> None:
    """What was edited in other migrations after databases had been made.

    It comes before m011, which cannot make its tables where a name is taken, and does nothing where none of
    it is needed. Everything else is appended at the end.
    """
    repair(db)


@migrations()
def m010_planned_services(db: Database) -> None:
    """What is to be commissioned, and how far it has got."""
    _make(db, tables.PLANNED)


@migrations()
def m011_requests(db: Database) -> None:
    """Requests for a conversation, the times offered for them, and forms that were not sent yet."""
    _make(db, tables.REQUESTS)


@migrations()
def m012_availability(db: Database) -> None:
    """When commissioners could talk. Free slots are computed and stand nowhere."""
    _make(db, tables.AVAILABILITY)


@migrations()
def m013_bookings(db: Database) -> None:
    """Conversations that have their time, one in a slot."""
    _make(db, booking_tables.BOOKINGS)


@migrations()
def m014_events(db: Database) -> None:
    """Who changed what, when and why; nothing updates or deletes it."""
    _make(db, tables.EVENTS)


@migrations()
def m015_outbox(db: Database) -> None:
    """What people are to be told, when, once each."""
    _make(db, tables.OUTBOX)


@migrations()
def m016_records(db: Database) -> None:
    """What was said in a conversation, and what was promised there."""
    _make(db, booking_tables.RECORDS)


def _make(db: Database, statements: Sequence[str]) -> None:
    for statement in statements:
        db.execute(statement)


for step in knowledge_tables.STEPS:
    migrations()(step)


@migrations()
def m030_own_rooms(db: Database) -> None:
    """The private thread of someone whose direct messages are closed."""
    _make(db, tables.ROOMS)


@migrations()
def m031_codes_and_numbers(db: Database) -> None:
    """States, acts and stages are codes, and numbers of early dialogue count within a server."""
    use_dialogue_codes(db)


for step in outbox_tables.STEPS:
    migrations()(step)


@migrations()
def m060_codes_of_knowledge(db: Database) -> None:
    """States of questions and suggestions are codes, and open drafts have every part that an answer has."""
    use_codes(db)
