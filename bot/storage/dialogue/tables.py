"""The other tables of early dialogue, as the migrations first made them. Every key holds the server.

The promises stand here and not only in the code: one message for each key, and a log that nothing changes.
`codes.py` made those of services, requests and events again.
"""

PLANNED = (
    """
    create table planned_services (
        id integer primary key autoincrement,
        guild_id integer not null,
        title text not null check (title <> ''),
        authority text not null,
        stage text not null
            check (stage in ('exploring', 'engagement open', 'closed: a tender notice is out', 'awarded')),
        route text not null check (route <> ''),
        closes_on text,
        closed_at text,
        unique (guild_id, id)
    ) strict
    """,
)

REQUESTS = (
    """
    create table dialogue_requests (
        id integer primary key autoincrement,
        guild_id integer not null,
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
        unique (guild_id, id),
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
    """
    create table drafts (
        guild_id integer not null,
        user_id integer not null,
        form text not null,
        typed text not null,
        saved_at text not null,
        primary key (guild_id, user_id, form)
    ) strict, without rowid
    """,
    "create index drafts_by_time on drafts (saved_at)",
)

AVAILABILITY = (
    """
    create table availability (
        guild_id integer not null,
        commissioner_id integer not null,
        zone text not null,
        minutes integer not null check (minutes between 5 and 480),
        gap_before integer not null check (gap_before between 0 and 480),
        gap_after integer not null check (gap_after between 0 and 480),
        notice_hours integer not null check (notice_hours between 0 and 2000),
        ahead_days integer not null check (ahead_days between 1 and 365),
        week_limit integer not null check (week_limit between 1 and 100),
        direct integer not null check (direct in (0, 1)),
        paused integer not null check (paused in (0, 1)),
        primary key (guild_id, commissioner_id)
    ) strict, without rowid
    """,
    """
    create table windows (
        id integer primary key autoincrement,
        guild_id integer not null,
        commissioner_id integer not null,
        kind text not null check (kind in ('weekly', 'day', 'exception')),
        weekday integer check (weekday between 0 and 6),
        on_day text,
        starts text not null,
        ends text not null check (ends > starts),
        check ((kind = 'weekly') = (weekday is not null)),
        check ((kind = 'weekly') = (on_day is null)),
        foreign key (guild_id, commissioner_id) references availability (guild_id, commissioner_id)
    ) strict
    """,
    "create index windows_by_commissioner on windows (guild_id, commissioner_id)",
)

EVENTS = (
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

OUTBOX = (
    """
    create table outbox (
        id integer primary key autoincrement,
        key text not null,
        guild_id integer not null,
        place text not null check (place in ('person', 'queue', 'notes', 'room')),
        user_id integer not null,
        news text not null,
        request_id integer,
        booking_id integer,
        booking text,
        why text not null,
        due_at text not null,
        state text not null check (state in ('due', 'sent', 'failed', 'dropped')) default 'due',
        settled_at text,
        unique (guild_id, key),
        check ((state = 'due') = (settled_at is null))
    ) strict
    """,
    "create index outbox_due on outbox (due_at, id) where state = 'due'",
    "create index outbox_by_booking on outbox (guild_id, booking_id) where state = 'due'",
)

ROOMS = (
    """
    create table own_rooms (
        guild_id integer not null,
        user_id integer not null,
        thread_id integer not null,
        primary key (guild_id, user_id)
    ) strict, without rowid
    """,
)
