BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'parley','m001_questions','2026-11-27 20:54:12.356867+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'parley','m002_servers','2026-11-27 20:54:12.357061+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'parley','m003_feedback','2026-11-27 20:54:12.357282+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'parley','m004_referrals','2026-11-27 20:54:12.357543+00:00');
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
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX questions_by_time on questions (asked_at);
CREATE INDEX questions_by_server on questions (guild_id, asked_at);
CREATE UNIQUE INDEX one_referral_per_question on referrals (asked_id) where asked_id is not null;
CREATE INDEX referrals_by_server on referrals (guild_id, state);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('questions',5);
INSERT INTO "sqlite_sequence" VALUES('referrals',3);
COMMIT;
