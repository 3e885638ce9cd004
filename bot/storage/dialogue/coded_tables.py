"""The tables of early dialogue as they are now. Every key holds the server, and numbers count within it.

The promises stand here and not only in the code: one booking in a slot, one open booking for a request, no
overlap, and a log that nothing changes. What comes later changes them in a migration of its own.
"""

from collections.abc import Mapping

_SERVICES = (
    """
    create table planned_services (
        guild_id integer not null,
        id integer not null check (id >= 1),
        title text not null check (title <> ''),
        authority text not null,
        stage text not null check (stage in ('exploring', 'open', 'closed', 'awarded')),
        route text not null check (route <> ''),
        closes_on text,
        closed_at text,
        primary key (guild_id, id)
    ) strict
    """,
)

_REQUESTS = (
    """
    create table dialogue_requests (
        guild_id integer not null,
        id integer not null check (id >= 1),
        service_id integer,
        asker_id integer not null,
        organisation text not null check (organisation <> ''),
        about text not null check (about <> ''),
        hopes text not null,
        access_needs text not null,
        conflicts text not null,
        first_contact integer not null check (first_contact in (0, 1)),
        state text not null check (
            state in ('waiting', 'claimed', 'offered', 'booked', 'declined', 'withdrawn', 'closed')),
        holder_id integer,
        asked_at text not null,
        answered_at text,
        primary key (guild_id, id),
        foreign key (guild_id, service_id) references planned_services (guild_id, id),
        check (state not in ('claimed', 'offered', 'booked') or holder_id is not null)
    ) strict
    """,
    """
    create index requests_that_wait on dialogue_requests (guild_id, asked_at, id)
        where state in ('waiting', 'claimed', 'offered')
    """,
    "create index requests_by_asker on dialogue_requests (guild_id, asker_id, id)",
    "create index requests_by_holder on dialogue_requests (guild_id, holder_id, state)",
    "create index requests_by_service on dialogue_requests (guild_id, service_id)",
    """
    create index requests_answered on dialogue_requests (guild_id, answered_at)
        where answered_at is not null
    """,
)

_OFFERS = (
    """
    create table offers (
        guild_id integer not null,
        request_id integer not null,
        commissioner_id integer not null,
        starts_at text not null,
        ends_at text not null check (ends_at > starts_at),
        lapses_at text not null,
        primary key (guild_id, request_id, starts_at),
        foreign key (guild_id, request_id) references dialogue_requests (guild_id, id)
    ) strict, without rowid
    """,
    "create index offers_by_commissioner on offers (guild_id, commissioner_id, lapses_at)",
)

_BOOKINGS = (
    """
    create table bookings (
        guild_id integer not null,
        id integer not null check (id >= 1),
        request_id integer not null,
        charity_id integer not null,
        commissioner_id integer not null,
        starts_at text not null,
        ends_at text not null check (ends_at > starts_at),
        state text not null check (state in ('booked', 'took-place', 'no-show', 'disputed', 'cancelled')),
        uid text not null unique,
        sequence integer not null check (sequence >= 0),
        thread_id integer,
        primary key (guild_id, id),
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
            select raise(abort, 'the slot is taken');
        end
        """  # noqa: S608 - the changes are named here
        for change in ("insert", "update")
    ),
)

_OUTCOMES = (
    """
    create table outcomes_said (
        guild_id integer not null,
        booking_id integer not null,
        user_id integer not null,
        said text not null check (said in ('took-place', 'no-show')),
        primary key (guild_id, booking_id, user_id),
        foreign key (guild_id, booking_id) references bookings (guild_id, id)
    ) strict, without rowid
    """,
)

_RECORDS = (
    """
    create table records (
        guild_id integer not null,
        booking_id integer not null,
        stage text check (stage in ('exploring', 'open', 'closed', 'awarded')),
        people text not null check (people <> ''),
        given text not null,
        received text not null,
        documents text not null,
        conflicts text not null,
        published text not null,
        state text not null check (state in ('with-charity', 'with-commissioner', 'confirmed')),
        primary key (guild_id, booking_id),
        foreign key (guild_id, booking_id) references bookings (guild_id, id)
    ) strict, without rowid
    """,
)

_ADDITIONS = (
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
)

_COMMITMENTS = (
    """
    create table commitments (
        id integer primary key autoincrement,
        guild_id integer not null,
        booking_id integer not null,
        side text not null check (side in ('charity', 'commissioner')),
        what text not null check (what <> ''),
        due_on text not null,
        done integer not null check (done in (0, 1)) default 0,
        foreign key (guild_id, booking_id) references records (guild_id, booking_id)
    ) strict
    """,
    "create index commitments_by_booking on commitments (guild_id, booking_id)",
    "create index commitments_open on commitments (due_on) where done = 0",
)

_EVENTS = (
    """
    create table dialogue_events (
        id integer primary key autoincrement,
        guild_id integer not null,
        at text not null,
        actor_id integer not null,
        subject text not null
            check (subject in ('service', 'request', 'booking', 'record', 'availability')),
        subject_id integer not null,
        act text not null,
        became text not null,
        facts text not null check (json_valid(facts)) default '{}',
        why text not null
    ) strict
    """,
    "create index events_by_subject on dialogue_events (guild_id, subject, subject_id)",
    *(
        f"""
        create trigger events_refuse_{change} before {change} on dialogue_events
        begin
            select raise(abort, 'the event log is only ever added to');
        end
        """
        for change in ("update", "delete")
    ),
)

TABLES: Mapping[str, tuple[str, ...]] = {
    "planned_services": _SERVICES,
    "dialogue_requests": _REQUESTS,
    "offers": _OFFERS,
    "bookings": _BOOKINGS,
    "outcomes_said": _OUTCOMES,
    "records": _RECORDS,
    "record_additions": _ADDITIONS,
    "commitments": _COMMITMENTS,
    "dialogue_events": _EVENTS,
}
"""What makes each table, with its indexes and triggers; those that others refer to come first."""
