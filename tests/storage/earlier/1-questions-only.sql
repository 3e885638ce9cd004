BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'parley','m001_questions','2026-11-27 20:54:12.115575+00:00');
CREATE TABLE questions (
            id integer primary key,
            guild_id integer not null,
            question text not null,
            outcome text not null check (outcome in ('answer', 'suggestions', 'no_answer')),
            entry_id text,
            entry_version text,
            score real not null,
            asked_at text not null
        ) strict
        ;
INSERT INTO "questions" VALUES(5,71,'what is tupe','answer','tupe','v',0.5,'2026-11-23T10:00:00.000+00:00');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX questions_by_time on questions (asked_at);
CREATE INDEX questions_by_server on questions (guild_id, asked_at);
COMMIT;
