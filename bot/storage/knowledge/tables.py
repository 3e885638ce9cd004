"""The tables in which moderators keep the answers right. Migrations: appended to, never edited."""

from collections.abc import Callable

from sqlite_utils import Database


def m020_revisions(db: Database) -> None:
    """What each server published over the shipped answers: appended to, never changed, one after the other.

    The live version of an entry is the one with the highest number, so there is always exactly one.
    """
    db.execute(
        """
        create table revisions (
            id integer primary key autoincrement,
            guild_id integer not null,
            entry_id text not null,
            number integer not null check (number >= 1),
            kind text not null check (kind in ('add', 'edit', 'review', 'retire', 'restore')),
            content text,
            made_from text,
            reason text not null check (trim(reason) <> ''),
            source text not null,
            by_id integer not null,
            agreed_by integer check (agreed_by <> by_id),
            made_at text not null,
            unique (guild_id, entry_id, number),
            check ((content is null) = (kind = 'retire'))
        ) strict
        """
    )
    db.execute("create index revisions_by_server on revisions (guild_id, id)")
    db.execute(
        """
        create trigger revisions_follow_each_other before insert on revisions
        when new.number <> 1 + (
            select coalesce(max(number), 0) from revisions
            where guild_id = new.guild_id and entry_id = new.entry_id
        )
        begin select raise(abort, 'a revision takes the next number'); end
        """
    )
    _never_changed(db, "revisions")


def m021_drafts(db: Database) -> None:
    """What moderators are writing, kept at every step."""
    db.execute(
        """
        create table entry_drafts (
            id integer primary key autoincrement,
            guild_id integer not null,
            entry_id text not null,
            author_id integer not null,
            kind text not null check (kind in ('add', 'edit', 'retire', 'restore')),
            started_from integer not null,
            made_from text,
            restores integer check ((restores is not null) = (kind = 'restore')),
            fields text not null,
            state text not null default 'open'
                check (state in ('open', 'proposed', 'published', 'discarded')),
            reason text not null default '',
            source text not null default '',
            by_commissioner integer not null check (by_commissioner in (0, 1)),
            changed_at text not null
        ) strict
        """
    )
    db.execute(
        "create unique index one_draft_each on entry_drafts (guild_id, entry_id, author_id)"
        " where state in ('open', 'proposed')"
    )


def m022_house_rules(db: Database) -> None:
    """Questions that must be answered, and the subjects that need two moderators; both by server."""
    db.execute(
        """
        create table must_answers (
            id integer primary key autoincrement,
            guild_id integer not null,
            question text not null,
            form text not null check (form <> ''),
            entry_id text,
            reason text not null check (trim(reason) <> ''),
            by_id integer not null,
            set_at text not null
        ) strict
        """
    )
    db.execute("create index must_answers_by_server on must_answers (guild_id, form, id)")
    _never_changed(db, "must_answers")
    db.execute(
        """
        create table contested (
            guild_id integer not null,
            topic text not null,
            both_sides integer not null check (both_sides in (0, 1)),
            primary key (guild_id, topic)
        ) strict, without rowid
        """
    )


def m023_cases(db: Database) -> None:
    """What moderators do about a question that was not answered well: an asked one, or a referral."""
    db.execute(
        """
        create table cases (
            guild_id integer not null,
            kind text not null check (kind in ('asked', 'referred')),
            item_id integer not null,
            state text not null check (state in ('claimed', 'answered', 'set aside')),
            by_id integer not null,
            draft_id integer references entry_drafts (id),
            entry_id text,
            reason text not null default '',
            changed_at text not null,
            primary key (guild_id, kind, item_id),
            check (state <> 'answered' or entry_id is not null),
            check (state <> 'set aside' or trim(reason) <> '')
        ) strict, without rowid
        """
    )
    db.execute("create index cases_by_draft on cases (draft_id) where draft_id is not null")


def m024_suggestions(db: Database) -> None:
    """What readers found wrong, named only where they want it, and phrasings that were looked at."""
    db.execute(
        """
        create table suggestions (
            id integer primary key autoincrement,
            guild_id integer not null,
            entry_id text not null,
            entry_version text not null,
            wrong text not null check (trim(wrong) <> ''),
            source text not null,
            user_id integer,
            state text not null check (state in ('waiting', 'taken', 'set aside')) default 'waiting',
            settled_by integer,
            made_at text not null
        ) strict
        """
    )
    db.execute("create index suggestions_by_server on suggestions (guild_id, state)")
    db.execute(
        """
        create table phrasings_seen (
            guild_id integer not null,
            entry_id text not null,
            form text not null,
            taken integer not null check (taken in (0, 1)),
            by_id integer not null,
            primary key (guild_id, entry_id, form)
        ) strict, without rowid
        """
    )


def m025_rounds(db: Database) -> None:
    """Files of entries that wait to be taken in, and when moderators were last told what is overdue."""
    db.execute(
        """
        create table imports (
            id integer primary key autoincrement,
            guild_id integer not null,
            by_id integer not null,
            name text not null,
            text text not null,
            brought_at text not null
        ) strict
        """
    )
    db.execute("create table nudges (guild_id integer primary key, nudged_at text not null) strict")


def _never_changed(db: Database, table: str) -> None:
    for change in ("update", "delete"):
        db.execute(
            f"create trigger {table}_refuse_{change} before {change} on {table}"
            f" begin select raise(abort, '{table} are only ever appended to'); end"
        )


STEPS: tuple[Callable[[Database], None], ...] = (
    m020_revisions,
    m021_drafts,
    m022_house_rules,
    m023_cases,
    m024_suggestions,
    m025_rounds,
)
