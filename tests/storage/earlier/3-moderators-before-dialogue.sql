BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'parley','m001_questions','2026-11-27 20:54:38.418318+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'parley','m002_servers','2026-11-27 20:54:38.418520+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'parley','m003_feedback','2026-11-27 20:54:38.418795+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'parley','m004_referrals','2026-11-27 20:54:38.419069+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'parley','m020_revisions','2026-11-27 20:54:38.419424+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'parley','m021_drafts','2026-11-27 20:54:38.419650+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'parley','m022_house_rules','2026-11-27 20:54:38.419938+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'parley','m023_cases','2026-11-27 20:54:38.420231+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'parley','m024_suggestions','2026-11-27 20:54:38.420475+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'parley','m025_rounds','2026-11-27 20:54:38.420646+00:00');
CREATE TABLE cases (
            guild_id integer not null,
            kind text not null check (kind in ('asked', 'referred')),
            item_id integer not null,
            state text not null check (state in ('claimed', 'answered', 'set aside')),
            by_id integer not null,
            draft_id integer references drafts (id),
            entry_id text,
            reason text not null default '',
            changed_at text not null,
            primary key (guild_id, kind, item_id),
            check (state <> 'answered' or entry_id is not null),
            check (state <> 'set aside' or trim(reason) <> '')
        ) strict, without rowid
        ;
INSERT INTO "cases" VALUES(71,'asked',1,'claimed',1,1,NULL,'','2026-11-23T10:00:00.000+00:00');
CREATE TABLE contested (
            guild_id integer not null,
            topic text not null,
            both_sides integer not null check (both_sides in (0, 1)),
            primary key (guild_id, topic)
        ) strict, without rowid
        ;
INSERT INTO "contested" VALUES(71,'x',0);
CREATE TABLE drafts (
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
        ;
INSERT INTO "drafts" VALUES(1,71,'x',1,'add',1,NULL,NULL,'[]','open','','',0,'2026-11-23T10:00:00.000+00:00');
CREATE TABLE imports (
            id integer primary key autoincrement,
            guild_id integer not null,
            by_id integer not null,
            name text not null,
            text text not null,
            brought_at text not null
        ) strict
        ;
INSERT INTO "imports" VALUES(1,71,1,'x','x','2026-11-23T10:00:00.000+00:00');
CREATE TABLE must_answers (
            id integer primary key autoincrement,
            guild_id integer not null,
            question text not null,
            form text not null check (form <> ''),
            entry_id text,
            reason text not null check (trim(reason) <> ''),
            by_id integer not null,
            set_at text not null
        ) strict
        ;
INSERT INTO "must_answers" VALUES(1,71,'x','x',NULL,'x',1,'2026-11-23T10:00:00.000+00:00');
CREATE TABLE nudges (guild_id integer primary key, nudged_at text not null) strict;
INSERT INTO "nudges" VALUES(71,'2026-11-23T10:00:00.000+00:00');
CREATE TABLE phrasings_seen (
            guild_id integer not null,
            entry_id text not null,
            form text not null,
            taken integer not null check (taken in (0, 1)),
            by_id integer not null,
            primary key (guild_id, entry_id, form)
        ) strict, without rowid
        ;
INSERT INTO "phrasings_seen" VALUES(71,'x','x',0,1);
CREATE TABLE picks (
            asked_id integer primary key,
            guild_id integer not null,
            entry_id text not null,
            picked_at text not null
        ) strict
        ;
INSERT INTO "picks" VALUES(5,71,'tupe','2026-11-23T10:00:00.000+00:00');
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
CREATE TABLE revisions (
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
        ;
INSERT INTO "revisions" VALUES(1,71,'tupe',1,'edit','x','v','r','s',9,8,'2026-11-23T10:00:00.000+00:00');
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
CREATE TABLE suggestions (
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
        ;
INSERT INTO "suggestions" VALUES(1,71,'x','x','x','x',NULL,'waiting',NULL,'2026-11-23T10:00:00.000+00:00');
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
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX questions_by_time on questions (asked_at);
CREATE INDEX questions_by_server on questions (guild_id, asked_at);
CREATE UNIQUE INDEX one_referral_per_question on referrals (asked_id) where asked_id is not null;
CREATE INDEX referrals_by_server on referrals (guild_id, state);
CREATE INDEX revisions_by_server on revisions (guild_id, id);
CREATE TRIGGER revisions_follow_each_other before insert on revisions
        when new.number <> 1 + (
            select coalesce(max(number), 0) from revisions
            where guild_id = new.guild_id and entry_id = new.entry_id
        )
        begin select raise(abort, 'a revision takes the next number'); end;
CREATE TRIGGER revisions_refuse_update before update on revisions begin select raise(abort, 'revisions are only ever appended to'); end;
CREATE TRIGGER revisions_refuse_delete before delete on revisions begin select raise(abort, 'revisions are only ever appended to'); end;
CREATE UNIQUE INDEX one_draft_each on drafts (guild_id, entry_id, author_id) where state in ('open', 'proposed');
CREATE INDEX must_answers_by_server on must_answers (guild_id, form, id);
CREATE TRIGGER must_answers_refuse_update before update on must_answers begin select raise(abort, 'must_answers are only ever appended to'); end;
CREATE TRIGGER must_answers_refuse_delete before delete on must_answers begin select raise(abort, 'must_answers are only ever appended to'); end;
CREATE INDEX cases_by_draft on cases (draft_id) where draft_id is not null;
CREATE INDEX suggestions_by_server on suggestions (guild_id, state);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
INSERT INTO "sqlite_sequence" VALUES('questions',5);
INSERT INTO "sqlite_sequence" VALUES('referrals',3);
INSERT INTO "sqlite_sequence" VALUES('revisions',1);
INSERT INTO "sqlite_sequence" VALUES('must_answers',1);
INSERT INTO "sqlite_sequence" VALUES('suggestions',1);
INSERT INTO "sqlite_sequence" VALUES('imports',1);
COMMIT;
