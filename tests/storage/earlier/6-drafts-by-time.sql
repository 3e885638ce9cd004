BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'parley','m001_questions','2026-11-27 20:54:13.171316+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'parley','m002_servers','2026-11-27 20:54:13.171519+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'parley','m003_feedback','2026-11-27 20:54:13.171739+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'parley','m004_referrals','2026-11-27 20:54:13.172090+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'parley','m010_planned_services','2026-11-27 20:54:13.172270+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'parley','m011_requests','2026-11-27 20:54:13.172951+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'parley','m012_availability','2026-11-27 20:54:13.173250+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'parley','m013_bookings','2026-11-27 20:54:13.173731+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'parley','m014_events','2026-11-27 20:54:13.174057+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'parley','m015_outbox','2026-11-27 20:54:13.174337+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'parley','m016_records','2026-11-27 20:54:13.174711+00:00');
CREATE TABLE availability (
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
    ;
INSERT INTO "availability" VALUES(71,10,'Europe/London',45,0,15,48,56,5,1,0);
CREATE TABLE bookings (
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
    ;
INSERT INTO "bookings" VALUES(4,71,7,1,10,'2026-12-01T09:00:00.000+00:00','2026-12-01T09:45:00.000+00:00','held','u',0,NULL);
CREATE TABLE commitments (
        id integer primary key autoincrement,
        guild_id integer not null,
        booking_id integer not null,
        side text not null check (side in ('the charity', 'the commissioner')),
        what text not null check (what <> ''),
        due_on text not null,
        done integer not null check (done in (0, 1)) default 0,
        foreign key (guild_id, booking_id) references records (guild_id, booking_id)
    ) strict
    ;
INSERT INTO "commitments" VALUES(6,71,4,'the charity','w','2026-12-08',0);
CREATE TABLE dialogue_events (
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
    ;
INSERT INTO "dialogue_events" VALUES(1,71,'2026-11-23T10:00:00.000+00:00',1,'booking',4,'book','booked for 2026-12-01T09:00Z','');
INSERT INTO "dialogue_events" VALUES(2,71,'2026-11-23T10:00:00.000+00:00',1,'booking',4,'say that it was held of','held','');
CREATE TABLE dialogue_requests (
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
    ;
INSERT INTO "dialogue_requests" VALUES(7,71,2,1,'Ada','x','','','',1,'booked',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
CREATE TABLE drafts (
        guild_id integer not null,
        user_id integer not null,
        form text not null,
        typed text not null,
        saved_at text not null,
        primary key (guild_id, user_id, form)
    ) strict, without rowid
    ;
INSERT INTO "drafts" VALUES(71,10,'service-add','{"title": "T", "stage": "engagement open"}','2026-11-23T10:00:00.000+00:00');
CREATE TABLE offers (
        guild_id integer not null,
        request_id integer not null,
        commissioner_id integer not null,
        starts_at text not null,
        ends_at text not null check (ends_at > starts_at),
        lapses_at text not null,
        primary key (guild_id, request_id, starts_at),
        foreign key (guild_id, request_id) references dialogue_requests (guild_id, id)
    ) strict, without rowid
    ;
INSERT INTO "offers" VALUES(71,7,10,'2026-12-01T09:00:00.000+00:00','2026-12-01T09:45:00.000+00:00','2026-11-23T10:00:00.000+00:00');
CREATE TABLE outbox (
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
    ;
INSERT INTO "outbox" VALUES(1,'k',71,'person',10,'said',7,4,'{"id": 4, "guild_id": 71, "request_id": 7, "charity_id": 1, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "held", "uid": "u", "sequence": 0, "thread_id": null}','held','2026-11-23T10:00:00.000+00:00','due',NULL);
CREATE TABLE outcomes_said (
        guild_id integer not null,
        booking_id integer not null,
        user_id integer not null,
        said text not null check (said in ('held', 'no-show')),
        primary key (guild_id, booking_id, user_id),
        foreign key (guild_id, booking_id) references bookings (guild_id, id)
    ) strict, without rowid
    ;
INSERT INTO "outcomes_said" VALUES(71,4,1,'held');
CREATE TABLE picks (
            asked_id integer primary key,
            guild_id integer not null,
            entry_id text not null,
            picked_at text not null
        ) strict
        ;
INSERT INTO "picks" VALUES(5,71,'tupe','2026-11-23T10:00:00.000+00:00');
CREATE TABLE planned_services (
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
    ;
INSERT INTO "planned_services" VALUES(2,71,'Youth','R','closed: a tender notice is out','portal','2027-03-01','2026-11-23T10:00:00.000+00:00');
CREATE TABLE questions (
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
        ;
INSERT INTO "questions" VALUES(5,71,'what is tupe','answer','tupe','v','a b',0.5,'2026-11-23T10:00:00.000+00:00');
CREATE TABLE record_additions (
        id integer primary key autoincrement,
        guild_id integer not null,
        booking_id integer not null,
        user_id integer not null,
        text text not null check (text <> ''),
        foreign key (guild_id, booking_id) references records (guild_id, booking_id)
    ) strict
    ;
INSERT INTO "record_additions" VALUES(1,71,4,1,'t');
CREATE TABLE records (
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
    ;
INSERT INTO "records" VALUES(71,4,'closed: a tender notice is out','p','','','','','','with the charity');
CREATE TABLE referrals (
            id integer primary key autoincrement,
            guild_id integer not null,
            asked_id integer,
            question text not null,
            state text not null check (state in ('waiting', 'answered', 'set aside')) default 'waiting',
            referred_at text not null
        ) strict
        ;
INSERT INTO "referrals" VALUES(3,71,5,'what is tupe','waiting','2026-11-23T10:00:00.000+00:00');
CREATE TABLE servers (
            guild_id integer primary key,
            commissioner_role_id integer,
            moderator_role_id integer,
            queue_channel_id integer,
            notes_channel_id integer,
            time_zone text not null,
            nation text not null check (nation in ('England', 'Scotland', 'Wales', 'Northern Ireland')),
            retention_days integer not null check (retention_days between 1 and 36500)
        ) strict
        ;
INSERT INTO "servers" VALUES(71,1,2,3,4,'Europe/London','England',30);
CREATE TABLE shares (asked_id integer primary key, shared_at text not null) strict;
INSERT INTO "shares" VALUES(5,'2026-11-23T10:00:00.000+00:00');
CREATE TABLE to_be_told (
            referral_id integer not null references referrals (id),
            user_id integer not null,
            primary key (referral_id, user_id)
        ) strict, without rowid
        ;
INSERT INTO "to_be_told" VALUES(3,1);
CREATE TABLE votes (
            asked_id integer primary key,
            guild_id integer not null,
            entry_id text not null,
            entry_version text not null,
            helpful integer not null check (helpful in (0, 1)),
            voted_at text not null
        ) strict
        ;
INSERT INTO "votes" VALUES(5,71,'tupe','v',1,'2026-11-23T10:00:00.000+00:00');
CREATE TABLE windows (
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
    ;
INSERT INTO "windows" VALUES(1,71,10,'weekly',1,NULL,'09:00','12:00');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX questions_by_time on questions (asked_at);
CREATE INDEX questions_by_server on questions (guild_id, asked_at);
CREATE UNIQUE INDEX one_referral_per_question on referrals (asked_id) where asked_id is not null;
CREATE INDEX referrals_by_server on referrals (guild_id, state);
CREATE INDEX requests_that_wait on dialogue_requests (guild_id, asked_at, id)
        where state in ('waiting', 'claimed', 'offered')
    ;
CREATE INDEX requests_by_asker on dialogue_requests (guild_id, asker_id, id);
CREATE INDEX requests_by_holder on dialogue_requests (guild_id, holder_id, state);
CREATE INDEX requests_by_service on dialogue_requests (guild_id, service_id);
CREATE INDEX requests_answered on dialogue_requests (guild_id, answered_at)
        where answered_at is not null
    ;
CREATE INDEX offers_by_commissioner on offers (guild_id, commissioner_id, lapses_at);
CREATE INDEX drafts_by_time on drafts (saved_at);
CREATE INDEX windows_by_commissioner on windows (guild_id, commissioner_id);
CREATE UNIQUE INDEX one_booking_per_slot on bookings (guild_id, commissioner_id, starts_at)
        where state <> 'cancelled'
    ;
CREATE UNIQUE INDEX one_open_booking_per_request on bookings (guild_id, request_id)
        where state = 'booked'
    ;
CREATE INDEX bookings_by_request on bookings (guild_id, request_id);
CREATE INDEX bookings_by_charity on bookings (guild_id, charity_id, starts_at);
CREATE TRIGGER no_overlap_on_insert after insert on bookings
        when new.state <> 'cancelled' and exists (
            select 1 from bookings
            where guild_id = new.guild_id and commissioner_id = new.commissioner_id
                and state <> 'cancelled' and id <> new.id
                and starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-1 day')
                and starts_at < new.ends_at and ends_at > new.starts_at)
        begin
            select raise(abort, 'UNIQUE: the slot is taken');
        end;
CREATE TRIGGER no_overlap_on_update after update on bookings
        when new.state <> 'cancelled' and exists (
            select 1 from bookings
            where guild_id = new.guild_id and commissioner_id = new.commissioner_id
                and state <> 'cancelled' and id <> new.id
                and starts_at > strftime('%Y-%m-%dT%H:%M:%S', new.starts_at, '-1 day')
                and starts_at < new.ends_at and ends_at > new.starts_at)
        begin
            select raise(abort, 'UNIQUE: the slot is taken');
        end;
CREATE INDEX events_by_subject on dialogue_events (guild_id, subject, subject_id);
CREATE TRIGGER events_refuse_update before update on dialogue_events
        begin
            select raise(abort, 'the event log is only ever added to');
        end;
CREATE TRIGGER events_refuse_delete before delete on dialogue_events
        begin
            select raise(abort, 'the event log is only ever added to');
        end;
CREATE INDEX outbox_due on outbox (due_at, id) where state = 'due';
CREATE INDEX outbox_by_booking on outbox (guild_id, booking_id) where state = 'due';
CREATE INDEX additions_by_booking on record_additions (guild_id, booking_id);
CREATE INDEX commitments_by_booking on commitments (guild_id, booking_id);
CREATE INDEX commitments_open on commitments (due_on) where done = 0;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('questions',5);
INSERT INTO "sqlite_sequence" VALUES('referrals',3);
INSERT INTO "sqlite_sequence" VALUES('planned_services',2);
INSERT INTO "sqlite_sequence" VALUES('dialogue_requests',7);
INSERT INTO "sqlite_sequence" VALUES('windows',1);
INSERT INTO "sqlite_sequence" VALUES('bookings',4);
INSERT INTO "sqlite_sequence" VALUES('dialogue_events',2);
INSERT INTO "sqlite_sequence" VALUES('outbox',1);
INSERT INTO "sqlite_sequence" VALUES('record_additions',1);
INSERT INTO "sqlite_sequence" VALUES('commitments',6);
COMMIT;
