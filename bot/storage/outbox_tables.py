"""The table of notices. Migrations: appended to, never edited."""

from collections.abc import Callable

from sqlite_utils import Database

_NOTICES = """
    create table notices (
        id integer primary key autoincrement,
        key text not null,
        guild_id integer not null,
        kind text not null,
        place text not null check (place in ('person', 'queue', 'notes', 'thread')),
        user_id integer not null,
        privacy text not null check (privacy in ('open', 'private', 'secret')),
        payload text not null check (json_valid(payload)),
        booking_id integer,
        due_at text not null,
        state text not null check (state in ('due', 'sent', 'failed', 'dropped')) default 'due',
        attempts integer not null default 0,
        claimed_until text,
        retry_at text,
        settled_at text,
        unique (guild_id, key),
        check ((place = 'person') = (user_id <> 0)),
        check ((place in ('queue', 'notes')) = (privacy = 'open')),
        check (privacy <> 'secret' or place = 'person'),
        check ((state = 'due') = (settled_at is null)),
        check (privacy <> 'secret' or state = 'due')
    ) strict
"""


def m050_notices(db: Database) -> None:
    """Everything that anyone is to be told, in one table, with the rows of the three before.

    Ids stay, since the nonces by which Discord posts a notice once are made of them.
    """
    db.execute(_NOTICES)
    db.execute("create index notices_due on notices (due_at, id) where state = 'due'")
    db.execute("create index notices_by_booking on notices (guild_id, booking_id, kind)")
    db.execute("create index notices_by_kind on notices (guild_id, kind, due_at)")
    _move_outbox(db)
    _move_to_be_told(db)
    _move_nudges(db)


def _move_outbox(db: Database) -> None:
    db.execute(
        """
        insert into notices (id, key, guild_id, kind, place, user_id, privacy, payload, booking_id, due_at,
            state, settled_at)
        select id, key, guild_id, replace(news, ' ', '_'),
            case place when 'room' then 'thread' else place end, user_id,
            case when place in ('queue', 'notes') then 'open' else 'private' end,
            json_object('request_id', request_id, 'booking', json(booking), 'why',
                case news when 'not reached' then replace(why, ' ', '_') else why end),
            booking_id, due_at, state, settled_at
        from outbox order by id
        """
    )
    db.execute("drop table outbox")


def _move_to_be_told(db: Database) -> None:
    """Those whose question has been settled; the others wait on in their table until it is."""
    settled = """
        from to_be_told t join referrals r on r.id = t.referral_id join cases c
        on c.guild_id = r.guild_id and c.kind = 'referred' and c.item_id = r.id
        where c.state in ('answered', 'set aside')
    """
    db.execute(
        "insert into notices (key, guild_id, kind, place, user_id, privacy, payload, due_at)"
        " select 'question:' || t.referral_id || ':' || t.user_id, r.guild_id, 'question_settled', 'person',"
        " t.user_id, 'secret',"
        " json_object('question', r.question, 'entry_id', c.entry_id, 'reason', c.reason),"
        f" c.changed_at {settled} order by t.referral_id, t.user_id"
    )
    of_these = f"select t.referral_id, t.user_id {settled}"
    db.execute(f"delete from to_be_told where (referral_id, user_id) in ({of_these})")  # noqa: S608 - our own


def _move_nudges(db: Database) -> None:
    db.execute(
        "insert into notices (key, guild_id, kind, place, user_id, privacy, payload, due_at, state,"
        " settled_at)"
        " select 'review:' || date(nudged_at), guild_id, 'review_due', 'queue', 0, 'open', '{}', nudged_at,"
        " 'sent', nudged_at from nudges"
    )
    db.execute("drop table nudges")


STEPS: tuple[Callable[[Database], None], ...] = (m050_notices,)
