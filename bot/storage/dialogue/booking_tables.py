"""The tables of bookings and records, as the migrations first made them.

The promises stand here and not only in the code: one booking in a slot, one open booking for a request, and
no overlap. `codes.py` made all of these again.
"""

BOOKINGS = (
    """
    create table bookings (
        id integer primary key autoincrement,
        guild_id integer not null,
        request_id integer not null,
        charity_id integer not null,
        commissioner_id integer not null,
        starts_at text not null,
        ends_at text not null check (ends_at > starts_at),
        state text not null check (state in ('booked', 'held', 'no-show', 'disputed', 'cancelled')),
        uid text not null unique,
        sequence integer not null check (sequence >= 0),
        thread_id integer,
        unique (guild_id, id),
        foreign key (guild_id, request_id) references dialogue_requests (guild_id, id)
    ) strict
    """,
    """
    create unique index one_booking_per_slot on bookings (guild_id, commissioner_id, starts_at)
        where state <> 'cancelled'
    """,
    """
    create unique index one_open_booking_per_request on bookings (guild_id, request_id)
        where state = 'booked'
    """,
    "create index bookings_by_request on bookings (guild_id, request_id)",
    "create index bookings_by_charity on bookings (guild_id, charity_id, starts_at)",
    *(
        f"""
        create trigger no_overlap_on_{change} after {change} on bookings
        when new.state <> 'cancelled' and exists (
            select 1 from bookings
            where guild_id = new.guild_id and commissioner_id = new.commissioner_id
                and state <> 'cancelled' and id <> new.id
                and starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-1 day')
                and starts_at < new.ends_at and ends_at > new.starts_at)
        begin
            select raise(abort, 'UNIQUE: the slot is taken');
        end
        """  # noqa: S608 - the changes are named here
        for change in ("insert", "update")
    ),
    """
    create table outcomes_said (
        guild_id integer not null,
        booking_id integer not null,
        user_id integer not null,
        said text not null check (said in ('held', 'no-show')),
        primary key (guild_id, booking_id, user_id),
        foreign key (guild_id, booking_id) references bookings (guild_id, id)
    ) strict, without rowid
    """,
)

RECORDS = (
    """
    create table records (
        guild_id integer not null,
        booking_id integer not null,
        stage text not null,
        people text not null check (people <> ''),
        given text not null,
        received text not null,
        documents text not null,
        conflicts text not null,
        published text not null,
        state text not null check (state in ('with the charity', 'with the commissioner', 'confirmed')),
        primary key (guild_id, booking_id),
        foreign key (guild_id, booking_id) references bookings (guild_id, id)
    ) strict, without rowid
    """,
    """
    create table record_additions (
        id integer primary key autoincrement,
        guild_id integer not null,
        booking_id integer not null,
        user_id integer not null,
        text text not null check (text <> ''),
        foreign key (guild_id, booking_id) references records (guild_id, booking_id)
    ) strict
    """,
    "create index additions_by_booking on record_additions (guild_id, booking_id)",
    """
    create table commitments (
        id integer primary key autoincrement,
        guild_id integer not null,
        booking_id integer not null,
        side text not null check (side in ('the charity', 'the commissioner')),
        what text not null check (what <> ''),
        due_on text not null,
        done integer not null check (done in (0, 1)) default 0,
        foreign key (guild_id, booking_id) references records (guild_id, booking_id)
    ) strict
    """,
    "create index commitments_by_booking on commitments (guild_id, booking_id)",
    "create index commitments_open on commitments (due_on) where done = 0",
)
