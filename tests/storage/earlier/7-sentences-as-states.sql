BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'parley','m001_questions','2026-11-27 20:55:21.448873+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'parley','m002_servers','2026-11-27 20:55:21.449078+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'parley','m003_feedback','2026-11-27 20:55:21.449295+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'parley','m004_referrals','2026-11-27 20:55:21.449586+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'parley','m004b_referrals_by_their_words','2026-11-27 20:55:21.449851+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'parley','m010_planned_services','2026-11-27 20:55:21.450004+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'parley','m011_requests','2026-11-27 20:55:21.450485+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'parley','m012_availability','2026-11-27 20:55:21.450803+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'parley','m013_bookings','2026-11-27 20:55:21.451282+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'parley','m014_events','2026-11-27 20:55:21.451542+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'parley','m015_outbox','2026-11-27 20:55:21.451820+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'parley','m016_records','2026-11-27 20:55:21.452191+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'parley','m020_revisions','2026-11-27 20:55:21.452520+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'parley','m021_drafts','2026-11-27 20:55:21.452749+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'parley','m022_house_rules','2026-11-27 20:55:21.453234+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'parley','m023_cases','2026-11-27 20:55:21.453489+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'parley','m024_suggestions','2026-11-27 20:55:21.453821+00:00');
INSERT INTO "_sqlite_migrations" VALUES(18,'parley','m025_rounds','2026-11-27 20:55:21.454004+00:00');
INSERT INTO "_sqlite_migrations" VALUES(19,'parley','m030_own_rooms','2026-11-27 20:55:21.454155+00:00');
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
INSERT INTO "availability" VALUES(71,10,'Europe/London',45,0,15,48,56,100,1,0);
INSERT INTO "availability" VALUES(71,12,'Europe/London',45,0,15,48,56,100,1,0);
INSERT INTO "availability" VALUES(72,10,'Europe/London',45,0,15,48,56,100,1,0);
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
INSERT INTO "bookings" VALUES(1,71,9,108,10,'2026-12-01T09:00:00.000+00:00','2026-12-01T09:45:00.000+00:00','held','9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid',0,NULL);
INSERT INTO "bookings" VALUES(2,71,10,109,10,'2026-12-01T10:00:00.000+00:00','2026-12-01T10:45:00.000+00:00','held','d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid',0,NULL);
INSERT INTO "bookings" VALUES(3,71,11,110,10,'2026-12-01T11:00:00.000+00:00','2026-12-01T11:45:00.000+00:00','held','aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid',0,NULL);
INSERT INTO "bookings" VALUES(4,71,12,111,10,'2026-12-01T12:00:00.000+00:00','2026-12-01T12:45:00.000+00:00','cancelled','22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid',1,NULL);
INSERT INTO "bookings" VALUES(5,71,13,112,10,'2026-12-01T12:00:00.000+00:00','2026-12-01T12:45:00.000+00:00','no-show','86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid',0,NULL);
INSERT INTO "bookings" VALUES(6,71,14,113,10,'2026-12-01T13:00:00.000+00:00','2026-12-01T13:45:00.000+00:00','disputed','4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid',0,NULL);
INSERT INTO "bookings" VALUES(7,71,15,114,10,'2026-12-01T14:00:00.000+00:00','2026-12-01T14:45:00.000+00:00','cancelled','859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid',1,NULL);
INSERT INTO "bookings" VALUES(8,71,17,116,10,'2026-12-08T09:00:00.000+00:00','2026-12-08T09:45:00.000+00:00','booked','e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid',1,NULL);
INSERT INTO "bookings" VALUES(9,72,8,1,10,'2026-12-01T09:00:00.000+00:00','2026-12-01T09:45:00.000+00:00','booked','b6cb9dea-ea52-49b1-9732-92857cd1ae9e@parley.invalid',0,NULL);
CREATE TABLE cases (
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
        ;
INSERT INTO "cases" VALUES(71,'asked',1,'claimed',1,1,NULL,'','2026-11-23T10:00:00.000+00:00');
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
INSERT INTO "commitments" VALUES(1,71,1,'the charity','send figures','2026-12-08',1);
INSERT INTO "commitments" VALUES(2,71,1,'the commissioner','share bus times','2026-12-09',0);
CREATE TABLE contested (
            guild_id integer not null,
            topic text not null,
            both_sides integer not null check (both_sides in (0, 1)),
            primary key (guild_id, topic)
        ) strict, without rowid
        ;
INSERT INTO "contested" VALUES(71,'x',0);
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
INSERT INTO "dialogue_events" VALUES(1,71,'2026-11-23T10:00:00.000+00:00',10,'availability',10,'set the rules of','0 windows','');
INSERT INTO "dialogue_events" VALUES(2,71,'2026-11-23T10:00:00.000+00:00',10,'availability',10,'add a window to','1 windows','');
INSERT INTO "dialogue_events" VALUES(3,71,'2026-11-23T10:00:00.000+00:00',10,'availability',10,'add a window to','2 windows','');
INSERT INTO "dialogue_events" VALUES(4,71,'2026-11-23T10:00:00.000+00:00',12,'availability',12,'set the rules of','0 windows','');
INSERT INTO "dialogue_events" VALUES(5,71,'2026-11-23T10:00:00.000+00:00',12,'availability',12,'add a window to','1 windows','');
INSERT INTO "dialogue_events" VALUES(6,71,'2026-11-23T10:00:00.000+00:00',12,'availability',12,'add a window to','2 windows','');
INSERT INTO "dialogue_events" VALUES(7,72,'2026-11-23T10:00:00.000+00:00',10,'availability',10,'set the rules of','0 windows','');
INSERT INTO "dialogue_events" VALUES(8,72,'2026-11-23T10:00:00.000+00:00',10,'availability',10,'add a window to','1 windows','');
INSERT INTO "dialogue_events" VALUES(9,72,'2026-11-23T10:00:00.000+00:00',10,'availability',10,'add a window to','2 windows','');
INSERT INTO "dialogue_events" VALUES(10,71,'2026-11-23T10:00:00.000+00:00',12,'availability',12,'pause','paused','');
INSERT INTO "dialogue_events" VALUES(11,71,'2026-11-23T10:00:00.000+00:00',12,'availability',12,'take up again','2 windows','');
INSERT INTO "dialogue_events" VALUES(12,71,'2026-11-23T10:00:00.000+00:00',10,'service',1,'add','engagement open','');
INSERT INTO "dialogue_events" VALUES(13,71,'2026-11-23T10:00:00.000+00:00',10,'service',2,'add','exploring','');
INSERT INTO "dialogue_events" VALUES(14,71,'2026-11-23T10:00:00.000+00:00',10,'service',3,'add','exploring','');
INSERT INTO "dialogue_events" VALUES(15,72,'2026-11-23T10:00:00.000+00:00',10,'service',4,'add','exploring','');
INSERT INTO "dialogue_events" VALUES(16,71,'2026-11-23T10:00:00.000+00:00',10,'service',5,'add','exploring','');
INSERT INTO "dialogue_events" VALUES(17,71,'2026-11-23T10:00:00.000+00:00',101,'request',1,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(18,71,'2026-11-23T10:00:00.000+00:00',102,'request',2,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(19,71,'2026-11-23T10:00:00.000+00:00',10,'request',2,'claim','claimed','');
INSERT INTO "dialogue_events" VALUES(20,71,'2026-11-23T10:00:00.000+00:00',103,'request',3,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(21,71,'2026-11-23T10:00:00.000+00:00',12,'request',3,'claim','claimed','');
INSERT INTO "dialogue_events" VALUES(22,71,'2026-11-23T10:00:00.000+00:00',12,'request',3,'offer times for','offered','');
INSERT INTO "dialogue_events" VALUES(23,71,'2026-11-23T10:00:00.000+00:00',104,'request',4,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(24,71,'2026-11-23T10:00:00.000+00:00',10,'request',4,'decline','declined','no time');
INSERT INTO "dialogue_events" VALUES(25,71,'2026-11-23T10:00:00.000+00:00',105,'request',5,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(26,71,'2026-11-23T10:00:00.000+00:00',105,'request',5,'withdraw','withdrawn','');
INSERT INTO "dialogue_events" VALUES(27,71,'2026-11-23T10:00:00.000+00:00',106,'request',6,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(28,71,'2026-11-23T10:00:00.000+00:00',10,'request',6,'claim','claimed','');
INSERT INTO "dialogue_events" VALUES(29,71,'2026-11-23T10:00:00.000+00:00',10,'request',6,'hand over','claimed','');
INSERT INTO "dialogue_events" VALUES(30,71,'2026-11-23T10:00:00.000+00:00',12,'request',6,'give back','waiting','');
INSERT INTO "dialogue_events" VALUES(31,71,'2026-11-23T10:00:00.000+00:00',107,'request',7,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(32,71,'2026-11-23T10:00:00.000+00:00',10,'request',7,'claim','claimed','');
INSERT INTO "dialogue_events" VALUES(33,71,'2026-11-23T10:00:00.000+00:00',10,'request',7,'offer times for','offered','');
INSERT INTO "dialogue_events" VALUES(34,71,'2026-11-23T10:00:00.000+00:00',107,'request',7,'turn down the times offered for','claimed','');
INSERT INTO "dialogue_events" VALUES(35,72,'2026-11-23T10:00:00.000+00:00',1,'request',8,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(36,71,'2026-11-23T10:00:00.000+00:00',108,'request',9,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(37,71,'2026-11-23T10:00:00.000+00:00',108,'request',9,'book','booked','');
INSERT INTO "dialogue_events" VALUES(38,71,'2026-11-23T10:00:00.000+00:00',108,'booking',1,'book','booked for 2026-12-01T09:00Z','');
INSERT INTO "dialogue_events" VALUES(39,71,'2026-11-23T10:00:00.000+00:00',109,'request',10,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(40,71,'2026-11-23T10:00:00.000+00:00',109,'request',10,'book','booked','');
INSERT INTO "dialogue_events" VALUES(41,71,'2026-11-23T10:00:00.000+00:00',109,'booking',2,'book','booked for 2026-12-01T10:00Z','');
INSERT INTO "dialogue_events" VALUES(42,71,'2026-11-23T10:00:00.000+00:00',110,'request',11,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(43,71,'2026-11-23T10:00:00.000+00:00',110,'request',11,'book','booked','');
INSERT INTO "dialogue_events" VALUES(44,71,'2026-11-23T10:00:00.000+00:00',110,'booking',3,'book','booked for 2026-12-01T11:00Z','');
INSERT INTO "dialogue_events" VALUES(45,71,'2026-11-23T10:00:00.000+00:00',111,'request',12,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(46,71,'2026-11-23T10:00:00.000+00:00',111,'request',12,'book','booked','');
INSERT INTO "dialogue_events" VALUES(47,71,'2026-11-23T10:00:00.000+00:00',111,'booking',4,'book','booked for 2026-12-01T12:00Z','');
INSERT INTO "dialogue_events" VALUES(48,71,'2026-11-23T10:00:00.000+00:00',111,'request',12,'cancel','withdrawn','ill');
INSERT INTO "dialogue_events" VALUES(49,71,'2026-11-23T10:00:00.000+00:00',111,'booking',4,'cancel','cancelled','ill');
INSERT INTO "dialogue_events" VALUES(50,71,'2026-11-23T10:00:00.000+00:00',112,'request',13,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(51,71,'2026-11-23T10:00:00.000+00:00',112,'request',13,'book','booked','');
INSERT INTO "dialogue_events" VALUES(52,71,'2026-11-23T10:00:00.000+00:00',112,'booking',5,'book','booked for 2026-12-01T12:00Z','');
INSERT INTO "dialogue_events" VALUES(53,71,'2026-11-23T10:00:00.000+00:00',113,'request',14,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(54,71,'2026-11-23T10:00:00.000+00:00',113,'request',14,'book','booked','');
INSERT INTO "dialogue_events" VALUES(55,71,'2026-11-23T10:00:00.000+00:00',113,'booking',6,'book','booked for 2026-12-01T13:00Z','');
INSERT INTO "dialogue_events" VALUES(56,71,'2026-11-23T10:00:00.000+00:00',114,'request',15,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(57,71,'2026-11-23T10:00:00.000+00:00',114,'request',15,'book','booked','');
INSERT INTO "dialogue_events" VALUES(58,71,'2026-11-23T10:00:00.000+00:00',114,'booking',7,'book','booked for 2026-12-01T14:00Z','');
INSERT INTO "dialogue_events" VALUES(59,71,'2026-11-23T10:00:00.000+00:00',115,'request',16,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(60,71,'2026-11-23T10:00:00.000+00:00',116,'request',17,'ask','waiting','');
INSERT INTO "dialogue_events" VALUES(61,71,'2026-11-23T10:00:00.000+00:00',116,'request',17,'book','booked','');
INSERT INTO "dialogue_events" VALUES(62,71,'2026-11-23T10:00:00.000+00:00',116,'booking',8,'book','booked for 2026-12-01T15:00Z','');
INSERT INTO "dialogue_events" VALUES(63,71,'2026-11-23T10:00:00.000+00:00',116,'booking',8,'add a note to','booked','bring figures');
INSERT INTO "dialogue_events" VALUES(64,71,'2026-11-23T10:00:00.000+00:00',10,'booking',8,'move','booked for 2026-12-08T09:00Z','');
INSERT INTO "dialogue_events" VALUES(65,72,'2026-11-23T10:00:00.000+00:00',1,'request',8,'book','booked','');
INSERT INTO "dialogue_events" VALUES(66,72,'2026-11-23T10:00:00.000+00:00',1,'booking',9,'book','booked for 2026-12-01T09:00Z','');
INSERT INTO "dialogue_events" VALUES(67,71,'2026-11-23T10:00:00.000+00:00',10,'service',2,'close','closed: a tender notice is out','');
INSERT INTO "dialogue_events" VALUES(68,71,'2026-11-23T10:00:00.000+00:00',10,'request',15,'close','closed','“Debt advice” is closed: a tender notice is out. Ask here instead: the portal');
INSERT INTO "dialogue_events" VALUES(69,71,'2026-11-23T10:00:00.000+00:00',10,'booking',7,'cancel','cancelled','“Debt advice” is closed: a tender notice is out. Ask here instead: the portal');
INSERT INTO "dialogue_events" VALUES(70,71,'2026-11-23T10:00:00.000+00:00',10,'request',16,'close','closed','“Debt advice” is closed: a tender notice is out. Ask here instead: the portal');
INSERT INTO "dialogue_events" VALUES(71,71,'2026-11-23T10:00:00.000+00:00',10,'service',3,'open engagement on','engagement open','');
INSERT INTO "dialogue_events" VALUES(72,71,'2026-11-23T10:00:00.000+00:00',10,'service',5,'close','closed: a tender notice is out','');
INSERT INTO "dialogue_events" VALUES(73,71,'2026-11-23T10:00:00.000+00:00',10,'service',5,'record the award of','awarded','');
INSERT INTO "dialogue_events" VALUES(74,71,'2026-12-01T18:00:00.000+00:00',10,'booking',1,'say that it was held of','held','');
INSERT INTO "dialogue_events" VALUES(75,71,'2026-12-01T18:00:00.000+00:00',10,'booking',2,'say that it was held of','held','');
INSERT INTO "dialogue_events" VALUES(76,71,'2026-12-01T18:00:00.000+00:00',10,'booking',3,'say that it was held of','held','');
INSERT INTO "dialogue_events" VALUES(77,71,'2026-12-01T18:00:00.000+00:00',10,'booking',5,'report a no-show of','no-show','');
INSERT INTO "dialogue_events" VALUES(78,71,'2026-12-01T18:00:00.000+00:00',10,'booking',6,'say that it was held of','held','');
INSERT INTO "dialogue_events" VALUES(79,71,'2026-12-01T18:00:00.000+00:00',113,'booking',6,'report a no-show of','disputed','');
INSERT INTO "dialogue_events" VALUES(80,71,'2026-12-01T18:00:00.000+00:00',10,'record',1,'write','with the charity','');
INSERT INTO "dialogue_events" VALUES(81,71,'2026-12-01T18:00:00.000+00:00',108,'record',1,'add to','with the commissioner','and this');
INSERT INTO "dialogue_events" VALUES(82,71,'2026-12-01T18:00:00.000+00:00',10,'record',1,'confirm','confirmed','');
INSERT INTO "dialogue_events" VALUES(83,71,'2026-12-01T18:00:00.000+00:00',10,'record',1,'post the summary of','confirmed','');
INSERT INTO "dialogue_events" VALUES(84,71,'2026-12-01T18:00:00.000+00:00',108,'record',1,'keep a commitment','confirmed','');
INSERT INTO "dialogue_events" VALUES(85,71,'2026-12-01T18:00:00.000+00:00',10,'record',2,'write','with the charity','');
INSERT INTO "dialogue_events" VALUES(86,71,'2026-12-01T18:00:00.000+00:00',113,'record',6,'write','with the commissioner','');
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
INSERT INTO "dialogue_requests" VALUES(1,71,1,101,'Charity 101','lunch clubs','','','',1,'waiting',NULL,'2026-11-23T10:00:00.000+00:00',NULL);
INSERT INTO "dialogue_requests" VALUES(2,71,NULL,102,'Charity 102','lunch clubs','','','',1,'claimed',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(3,71,NULL,103,'Charity 103','lunch clubs','','','',1,'offered',12,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(4,71,NULL,104,'Charity 104','lunch clubs','','','',1,'declined',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(5,71,NULL,105,'Charity 105','lunch clubs','','','',1,'withdrawn',NULL,'2026-11-23T10:00:00.000+00:00',NULL);
INSERT INTO "dialogue_requests" VALUES(6,71,NULL,106,'Charity 106','lunch clubs','','','',1,'waiting',NULL,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(7,71,NULL,107,'Charity 107','lunch clubs','','','',1,'claimed',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(8,72,4,1,'Charity 1','lunch clubs','','','',1,'booked',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(9,71,1,108,'Charity 108','lunch clubs','','','',1,'booked',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(10,71,1,109,'Charity 109','lunch clubs','','','',1,'booked',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(11,71,1,110,'Charity 110','lunch clubs','','','',1,'booked',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(12,71,NULL,111,'Charity 111','lunch clubs','','','',1,'withdrawn',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(13,71,NULL,112,'Charity 112','lunch clubs','','','',1,'booked',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(14,71,NULL,113,'Charity 113','lunch clubs','','','',1,'booked',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(15,71,2,114,'Charity 114','lunch clubs','','','',1,'closed',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
INSERT INTO "dialogue_requests" VALUES(16,71,2,115,'Charity 115','lunch clubs','','','',1,'closed',NULL,'2026-11-23T10:00:00.000+00:00',NULL);
INSERT INTO "dialogue_requests" VALUES(17,71,NULL,116,'Charity 116','lunch clubs','','','',1,'booked',10,'2026-11-23T10:00:00.000+00:00','2026-11-23T10:00:00.000+00:00');
CREATE TABLE drafts (
        guild_id integer not null,
        user_id integer not null,
        form text not null,
        typed text not null,
        saved_at text not null,
        primary key (guild_id, user_id, form)
    ) strict, without rowid
    ;
INSERT INTO "drafts" VALUES(71,10,'service-add','{"title": "Libraries", "stage": "engagement open"}','2026-11-23T10:00:00.000+00:00');
CREATE TABLE entry_drafts (
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
INSERT INTO "entry_drafts" VALUES(1,71,'x',1,'add',1,NULL,NULL,'[]','open','','',0,'2026-11-23T10:00:00.000+00:00');
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
INSERT INTO "offers" VALUES(71,3,12,'2026-12-03T15:00:00.000+00:00','2026-12-03T15:45:00.000+00:00','2026-11-25T10:00:00.000+00:00');
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
INSERT INTO "outbox" VALUES(1,'event:17:queue:asked:1:0',71,'queue',0,'asked',1,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(2,'event:18:queue:asked:2:0',71,'queue',0,'asked',2,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(3,'event:19:person:claimed:2:102',71,'person',102,'claimed',2,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(4,'event:20:queue:asked:3:0',71,'queue',0,'asked',3,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(5,'event:21:person:claimed:3:103',71,'person',103,'claimed',3,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(6,'event:22:person:offered:3:103',71,'person',103,'offered',3,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(7,'event:22:person:lapsed:3:103',71,'person',103,'lapsed',3,NULL,NULL,'','2026-11-25T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(8,'event:22:person:lapsed:3:12',71,'person',12,'lapsed',3,NULL,NULL,'','2026-11-25T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(9,'event:23:queue:asked:4:0',71,'queue',0,'asked',4,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(10,'event:24:person:declined:4:104',71,'person',104,'declined',4,NULL,NULL,'no time','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(11,'event:25:queue:asked:5:0',71,'queue',0,'asked',5,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(12,'event:27:queue:asked:6:0',71,'queue',0,'asked',6,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(13,'event:28:person:claimed:6:106',71,'person',106,'claimed',6,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(14,'event:29:person:handed over:6:12',71,'person',12,'handed over',6,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(15,'event:29:person:handed over:6:106',71,'person',106,'handed over',6,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(16,'event:30:person:given back:6:106',71,'person',106,'given back',6,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(17,'event:31:queue:asked:7:0',71,'queue',0,'asked',7,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(18,'event:32:person:claimed:7:107',71,'person',107,'claimed',7,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(19,'event:33:person:offered:7:107',71,'person',107,'offered',7,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(20,'event:33:person:lapsed:7:107',71,'person',107,'lapsed',7,NULL,NULL,'','2026-11-25T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(21,'event:33:person:lapsed:7:10',71,'person',10,'lapsed',7,NULL,NULL,'','2026-11-25T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(22,'event:34:person:turned down:7:10',71,'person',10,'turned down',7,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(23,'event:35:queue:asked:8:0',72,'queue',0,'asked',8,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(24,'event:36:queue:asked:9:0',71,'queue',0,'asked',9,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(25,'event:38:room:room:9:0',71,'room',0,'room',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(26,'event:38:person:booked:9:108',71,'person',108,'booked',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(27,'event:38:person:booked:9:10',71,'person',10,'booked',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(28,'booking:1:0:day:108',71,'person',108,'reminder',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T09:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(29,'booking:1:0:day:10',71,'person',10,'reminder',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T09:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(30,'booking:1:0:hour:108',71,'person',108,'reminder',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T08:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(31,'booking:1:0:hour:10',71,'person',10,'reminder',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T08:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(32,'event:39:queue:asked:10:0',71,'queue',0,'asked',10,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(33,'event:41:room:room:10:0',71,'room',0,'room',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "booked", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(34,'event:41:person:booked:10:109',71,'person',109,'booked',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "booked", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(35,'event:41:person:booked:10:10',71,'person',10,'booked',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "booked", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(36,'booking:2:0:day:109',71,'person',109,'reminder',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "booked", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(37,'booking:2:0:day:10',71,'person',10,'reminder',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "booked", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(38,'booking:2:0:hour:109',71,'person',109,'reminder',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "booked", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T09:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(39,'booking:2:0:hour:10',71,'person',10,'reminder',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "booked", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T09:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(40,'event:42:queue:asked:11:0',71,'queue',0,'asked',11,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(41,'event:44:room:room:11:0',71,'room',0,'room',11,3,'{"id": 3, "guild_id": 71, "request_id": 11, "charity_id": 110, "commissioner_id": 10, "starts_at": "2026-12-01T11:00:00.000+00:00", "ends_at": "2026-12-01T11:45:00.000+00:00", "state": "booked", "uid": "aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(42,'event:44:person:booked:11:110',71,'person',110,'booked',11,3,'{"id": 3, "guild_id": 71, "request_id": 11, "charity_id": 110, "commissioner_id": 10, "starts_at": "2026-12-01T11:00:00.000+00:00", "ends_at": "2026-12-01T11:45:00.000+00:00", "state": "booked", "uid": "aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(43,'event:44:person:booked:11:10',71,'person',10,'booked',11,3,'{"id": 3, "guild_id": 71, "request_id": 11, "charity_id": 110, "commissioner_id": 10, "starts_at": "2026-12-01T11:00:00.000+00:00", "ends_at": "2026-12-01T11:45:00.000+00:00", "state": "booked", "uid": "aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(44,'booking:3:0:day:110',71,'person',110,'reminder',11,3,'{"id": 3, "guild_id": 71, "request_id": 11, "charity_id": 110, "commissioner_id": 10, "starts_at": "2026-12-01T11:00:00.000+00:00", "ends_at": "2026-12-01T11:45:00.000+00:00", "state": "booked", "uid": "aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T11:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(45,'booking:3:0:day:10',71,'person',10,'reminder',11,3,'{"id": 3, "guild_id": 71, "request_id": 11, "charity_id": 110, "commissioner_id": 10, "starts_at": "2026-12-01T11:00:00.000+00:00", "ends_at": "2026-12-01T11:45:00.000+00:00", "state": "booked", "uid": "aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T11:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(46,'booking:3:0:hour:110',71,'person',110,'reminder',11,3,'{"id": 3, "guild_id": 71, "request_id": 11, "charity_id": 110, "commissioner_id": 10, "starts_at": "2026-12-01T11:00:00.000+00:00", "ends_at": "2026-12-01T11:45:00.000+00:00", "state": "booked", "uid": "aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(47,'booking:3:0:hour:10',71,'person',10,'reminder',11,3,'{"id": 3, "guild_id": 71, "request_id": 11, "charity_id": 110, "commissioner_id": 10, "starts_at": "2026-12-01T11:00:00.000+00:00", "ends_at": "2026-12-01T11:45:00.000+00:00", "state": "booked", "uid": "aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(48,'event:45:queue:asked:12:0',71,'queue',0,'asked',12,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(49,'event:47:room:room:12:0',71,'room',0,'room',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(50,'event:47:person:booked:12:111',71,'person',111,'booked',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(51,'event:47:person:booked:12:10',71,'person',10,'booked',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(52,'booking:4:0:day:111',71,'person',111,'reminder',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T12:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(53,'booking:4:0:day:10',71,'person',10,'reminder',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T12:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(54,'booking:4:0:hour:111',71,'person',111,'reminder',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T11:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(55,'booking:4:0:hour:10',71,'person',10,'reminder',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T11:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(56,'event:49:person:cancelled:12:111',71,'person',111,'cancelled',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "cancelled", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 1, "thread_id": null}','ill','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(57,'event:49:person:cancelled:12:10',71,'person',10,'cancelled',12,4,'{"id": 4, "guild_id": 71, "request_id": 12, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "cancelled", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 1, "thread_id": null}','ill','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(58,'event:49:person:freed:1:101',71,'person',101,'freed',1,4,'{"id": 4, "guild_id": 71, "request_id": 1, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "cancelled", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 1, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(59,'event:49:person:freed:2:102',71,'person',102,'freed',2,4,'{"id": 4, "guild_id": 71, "request_id": 2, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "cancelled", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 1, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(60,'event:49:person:freed:6:106',71,'person',106,'freed',6,4,'{"id": 4, "guild_id": 71, "request_id": 6, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "cancelled", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 1, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(61,'event:49:person:freed:7:107',71,'person',107,'freed',7,4,'{"id": 4, "guild_id": 71, "request_id": 7, "charity_id": 111, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "cancelled", "uid": "22ab9c5c-4c3f-4414-af4a-bbbbaba3450a@parley.invalid", "sequence": 1, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(62,'event:50:queue:asked:13:0',71,'queue',0,'asked',13,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(63,'event:52:room:room:13:0',71,'room',0,'room',13,5,'{"id": 5, "guild_id": 71, "request_id": 13, "charity_id": 112, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(64,'event:52:person:booked:13:112',71,'person',112,'booked',13,5,'{"id": 5, "guild_id": 71, "request_id": 13, "charity_id": 112, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(65,'event:52:person:booked:13:10',71,'person',10,'booked',13,5,'{"id": 5, "guild_id": 71, "request_id": 13, "charity_id": 112, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(66,'booking:5:0:day:112',71,'person',112,'reminder',13,5,'{"id": 5, "guild_id": 71, "request_id": 13, "charity_id": 112, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T12:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(67,'booking:5:0:day:10',71,'person',10,'reminder',13,5,'{"id": 5, "guild_id": 71, "request_id": 13, "charity_id": 112, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T12:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(68,'booking:5:0:hour:112',71,'person',112,'reminder',13,5,'{"id": 5, "guild_id": 71, "request_id": 13, "charity_id": 112, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T11:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(69,'booking:5:0:hour:10',71,'person',10,'reminder',13,5,'{"id": 5, "guild_id": 71, "request_id": 13, "charity_id": 112, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "booked", "uid": "86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T11:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(70,'event:53:queue:asked:14:0',71,'queue',0,'asked',14,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(71,'event:55:room:room:14:0',71,'room',0,'room',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "booked", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(72,'event:55:person:booked:14:113',71,'person',113,'booked',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "booked", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(73,'event:55:person:booked:14:10',71,'person',10,'booked',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "booked", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','sent','2026-12-01T18:00:00.000+00:00');
INSERT INTO "outbox" VALUES(74,'booking:6:0:day:113',71,'person',113,'reminder',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "booked", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T13:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(75,'booking:6:0:day:10',71,'person',10,'reminder',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "booked", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T13:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(76,'booking:6:0:hour:113',71,'person',113,'reminder',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "booked", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T12:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(77,'booking:6:0:hour:10',71,'person',10,'reminder',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "booked", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T12:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(78,'event:56:queue:asked:15:0',71,'queue',0,'asked',15,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(79,'event:58:room:room:15:0',71,'room',0,'room',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "booked", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(80,'event:58:person:booked:15:114',71,'person',114,'booked',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "booked", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(81,'event:58:person:booked:15:10',71,'person',10,'booked',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "booked", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(82,'booking:7:0:day:114',71,'person',114,'reminder',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "booked", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T14:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(83,'booking:7:0:day:10',71,'person',10,'reminder',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "booked", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T14:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(84,'booking:7:0:hour:114',71,'person',114,'reminder',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "booked", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T13:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(85,'booking:7:0:hour:10',71,'person',10,'reminder',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "booked", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T13:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(86,'event:59:queue:asked:16:0',71,'queue',0,'asked',16,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(87,'event:60:queue:asked:17:0',71,'queue',0,'asked',17,NULL,NULL,'','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(88,'event:62:room:room:17:0',71,'room',0,'room',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-01T15:00:00.000+00:00", "ends_at": "2026-12-01T15:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(89,'event:62:person:booked:17:116',71,'person',116,'booked',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-01T15:00:00.000+00:00", "ends_at": "2026-12-01T15:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(90,'event:62:person:booked:17:10',71,'person',10,'booked',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-01T15:00:00.000+00:00", "ends_at": "2026-12-01T15:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(91,'booking:8:0:day:116',71,'person',116,'reminder',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-01T15:00:00.000+00:00", "ends_at": "2026-12-01T15:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T15:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(92,'booking:8:0:day:10',71,'person',10,'reminder',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-01T15:00:00.000+00:00", "ends_at": "2026-12-01T15:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T15:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(93,'booking:8:0:hour:116',71,'person',116,'reminder',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-01T15:00:00.000+00:00", "ends_at": "2026-12-01T15:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T14:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(94,'booking:8:0:hour:10',71,'person',10,'reminder',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-01T15:00:00.000+00:00", "ends_at": "2026-12-01T15:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T14:00:00.000+00:00','dropped','2026-11-23T10:00:00.000+00:00');
INSERT INTO "outbox" VALUES(95,'event:63:person:note:17:10',71,'person',10,'note',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-01T15:00:00.000+00:00", "ends_at": "2026-12-01T15:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 0, "thread_id": null}','bring figures','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(96,'event:64:person:moved:17:116',71,'person',116,'moved',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-08T09:00:00.000+00:00", "ends_at": "2026-12-08T09:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 1, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(97,'event:64:person:moved:17:10',71,'person',10,'moved',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-08T09:00:00.000+00:00", "ends_at": "2026-12-08T09:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 1, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(98,'booking:8:1:day:116',71,'person',116,'reminder',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-08T09:00:00.000+00:00", "ends_at": "2026-12-08T09:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 1, "thread_id": null}','day','2026-12-07T09:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(99,'booking:8:1:day:10',71,'person',10,'reminder',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-08T09:00:00.000+00:00", "ends_at": "2026-12-08T09:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 1, "thread_id": null}','day','2026-12-07T09:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(100,'booking:8:1:hour:116',71,'person',116,'reminder',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-08T09:00:00.000+00:00", "ends_at": "2026-12-08T09:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 1, "thread_id": null}','hour','2026-12-08T08:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(101,'booking:8:1:hour:10',71,'person',10,'reminder',17,8,'{"id": 8, "guild_id": 71, "request_id": 17, "charity_id": 116, "commissioner_id": 10, "starts_at": "2026-12-08T09:00:00.000+00:00", "ends_at": "2026-12-08T09:45:00.000+00:00", "state": "booked", "uid": "e0d8ae06-d55c-44ec-9869-432e3a20eaae@parley.invalid", "sequence": 1, "thread_id": null}','hour','2026-12-08T08:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(102,'event:66:room:room:8:0',72,'room',0,'room',8,9,'{"id": 9, "guild_id": 72, "request_id": 8, "charity_id": 1, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "b6cb9dea-ea52-49b1-9732-92857cd1ae9e@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(103,'event:66:person:booked:8:1',72,'person',1,'booked',8,9,'{"id": 9, "guild_id": 72, "request_id": 8, "charity_id": 1, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "b6cb9dea-ea52-49b1-9732-92857cd1ae9e@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(104,'event:66:person:booked:8:10',72,'person',10,'booked',8,9,'{"id": 9, "guild_id": 72, "request_id": 8, "charity_id": 1, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "b6cb9dea-ea52-49b1-9732-92857cd1ae9e@parley.invalid", "sequence": 0, "thread_id": null}','','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(105,'booking:9:0:day:1',72,'person',1,'reminder',8,9,'{"id": 9, "guild_id": 72, "request_id": 8, "charity_id": 1, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "b6cb9dea-ea52-49b1-9732-92857cd1ae9e@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T09:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(106,'booking:9:0:day:10',72,'person',10,'reminder',8,9,'{"id": 9, "guild_id": 72, "request_id": 8, "charity_id": 1, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "b6cb9dea-ea52-49b1-9732-92857cd1ae9e@parley.invalid", "sequence": 0, "thread_id": null}','day','2026-11-30T09:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(107,'booking:9:0:hour:1',72,'person',1,'reminder',8,9,'{"id": 9, "guild_id": 72, "request_id": 8, "charity_id": 1, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "b6cb9dea-ea52-49b1-9732-92857cd1ae9e@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T08:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(108,'booking:9:0:hour:10',72,'person',10,'reminder',8,9,'{"id": 9, "guild_id": 72, "request_id": 8, "charity_id": 1, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "booked", "uid": "b6cb9dea-ea52-49b1-9732-92857cd1ae9e@parley.invalid", "sequence": 0, "thread_id": null}','hour','2026-12-01T08:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(109,'event:69:person:cancelled:15:114',71,'person',114,'cancelled',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "cancelled", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 1, "thread_id": null}','“Debt advice” is closed: a tender notice is out. Ask here instead: the portal','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(110,'event:69:person:cancelled:15:10',71,'person',10,'cancelled',15,7,'{"id": 7, "guild_id": 71, "request_id": 15, "charity_id": 114, "commissioner_id": 10, "starts_at": "2026-12-01T14:00:00.000+00:00", "ends_at": "2026-12-01T14:45:00.000+00:00", "state": "cancelled", "uid": "859c2150-c5e1-41c6-8b59-0482aa0d60c3@parley.invalid", "sequence": 1, "thread_id": null}','“Debt advice” is closed: a tender notice is out. Ask here instead: the portal','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(111,'event:70:person:closed:16:115',71,'person',115,'closed',16,NULL,NULL,'“Debt advice” is closed: a tender notice is out. Ask here instead: the portal','2026-11-23T10:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(112,'event:74:person:said:9:108',71,'person',108,'said',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "held", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','held','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(113,'event:75:person:said:10:109',71,'person',109,'said',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "held", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','held','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(114,'event:76:person:said:11:110',71,'person',110,'said',11,3,'{"id": 3, "guild_id": 71, "request_id": 11, "charity_id": 110, "commissioner_id": 10, "starts_at": "2026-12-01T11:00:00.000+00:00", "ends_at": "2026-12-01T11:45:00.000+00:00", "state": "held", "uid": "aea2ee8e-ad36-491b-9ee9-9260e626fd27@parley.invalid", "sequence": 0, "thread_id": null}','held','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(115,'event:77:person:said:13:112',71,'person',112,'said',13,5,'{"id": 5, "guild_id": 71, "request_id": 13, "charity_id": 112, "commissioner_id": 10, "starts_at": "2026-12-01T12:00:00.000+00:00", "ends_at": "2026-12-01T12:45:00.000+00:00", "state": "no-show", "uid": "86d117ba-6c0c-47a2-bdd7-dcbfa4507ebe@parley.invalid", "sequence": 0, "thread_id": null}','no-show','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(116,'event:78:person:said:14:113',71,'person',113,'said',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "held", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','held','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(117,'event:79:person:said:14:10',71,'person',10,'said',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "disputed", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','no-show','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(118,'event:80:person:record:9:108',71,'person',108,'record',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "held", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(119,'event:81:person:record:9:10',71,'person',10,'record',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "held", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','and this','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(120,'event:82:person:confirmed:9:108',71,'person',108,'confirmed',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "held", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(121,'event:83:notes:summary:9:0',71,'notes',0,'summary',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "held", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(122,'event:85:person:record:10:109',71,'person',109,'record',10,2,'{"id": 2, "guild_id": 71, "request_id": 10, "charity_id": 109, "commissioner_id": 10, "starts_at": "2026-12-01T10:00:00.000+00:00", "ends_at": "2026-12-01T10:45:00.000+00:00", "state": "held", "uid": "d67a59fd-a3cc-4da9-b373-e24eeeed2cca@parley.invalid", "sequence": 0, "thread_id": null}','','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(123,'event:86:person:record:14:10',71,'person',10,'record',14,6,'{"id": 6, "guild_id": 71, "request_id": 14, "charity_id": 113, "commissioner_id": 10, "starts_at": "2026-12-01T13:00:00.000+00:00", "ends_at": "2026-12-01T13:45:00.000+00:00", "state": "disputed", "uid": "4120d668-eecc-49a8-bc22-05b7e1c11016@parley.invalid", "sequence": 0, "thread_id": null}','','2026-12-01T18:00:00.000+00:00','due',NULL);
INSERT INTO "outbox" VALUES(124,'overdue:2',71,'person',10,'overdue',9,1,'{"id": 1, "guild_id": 71, "request_id": 9, "charity_id": 108, "commissioner_id": 10, "starts_at": "2026-12-01T09:00:00.000+00:00", "ends_at": "2026-12-01T09:45:00.000+00:00", "state": "held", "uid": "9795d22f-6343-414e-b79c-441f6f57b22d@parley.invalid", "sequence": 0, "thread_id": null}','share bus times','2026-12-10T09:00:00.000+00:00','due',NULL);
CREATE TABLE outcomes_said (
        guild_id integer not null,
        booking_id integer not null,
        user_id integer not null,
        said text not null check (said in ('held', 'no-show')),
        primary key (guild_id, booking_id, user_id),
        foreign key (guild_id, booking_id) references bookings (guild_id, id)
    ) strict, without rowid
    ;
INSERT INTO "outcomes_said" VALUES(71,1,10,'held');
INSERT INTO "outcomes_said" VALUES(71,2,10,'held');
INSERT INTO "outcomes_said" VALUES(71,3,10,'held');
INSERT INTO "outcomes_said" VALUES(71,5,10,'no-show');
INSERT INTO "outcomes_said" VALUES(71,6,10,'held');
INSERT INTO "outcomes_said" VALUES(71,6,113,'no-show');
CREATE TABLE own_rooms (
        guild_id integer not null,
        user_id integer not null,
        thread_id integer not null,
        primary key (guild_id, user_id)
    ) strict, without rowid
    ;
INSERT INTO "own_rooms" VALUES(71,1,1);
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
INSERT INTO "planned_services" VALUES(1,71,'Youth support','Riverside','engagement open','the portal',NULL,NULL);
INSERT INTO "planned_services" VALUES(2,71,'Debt advice','Riverside','closed: a tender notice is out','the portal',NULL,'2026-11-23T10:00:00.000+00:00');
INSERT INTO "planned_services" VALUES(3,71,'Day centres','Riverside','engagement open','the portal','2027-03-01',NULL);
INSERT INTO "planned_services" VALUES(4,72,'Elsewhere','Hill','exploring','e-mail',NULL,NULL);
INSERT INTO "planned_services" VALUES(5,71,'Parks','Riverside','awarded','the portal',NULL,'2026-11-23T10:00:00.000+00:00');
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
INSERT INTO "record_additions" VALUES(1,71,1,108,'and this');
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
INSERT INTO "records" VALUES(71,1,'engagement open','both','figures','','','','we met','confirmed');
INSERT INTO "records" VALUES(71,2,'engagement open','both','','','','','','with the charity');
INSERT INTO "records" VALUES(71,6,'no planned service','both','','','','','','with the commissioner');
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
INSERT INTO "servers" VALUES(71,NULL,NULL,NULL,5,'Europe/London','England',365);
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
INSERT INTO "windows" VALUES(1,71,10,'weekly',1,NULL,'09:00','17:00');
INSERT INTO "windows" VALUES(2,71,10,'exception',NULL,'2026-12-24','00:00','23:59');
INSERT INTO "windows" VALUES(3,71,12,'weekly',1,NULL,'09:00','17:00');
INSERT INTO "windows" VALUES(4,71,12,'exception',NULL,'2026-12-24','00:00','23:59');
INSERT INTO "windows" VALUES(5,72,10,'weekly',1,NULL,'09:00','17:00');
INSERT INTO "windows" VALUES(6,72,10,'exception',NULL,'2026-12-24','00:00','23:59');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX questions_by_time on questions (asked_at);
CREATE INDEX questions_by_server on questions (guild_id, asked_at);
CREATE INDEX referrals_by_server on referrals (guild_id, state);
CREATE UNIQUE INDEX one_referral_per_wording on referrals (asked_id, question) where asked_id is not null;
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
CREATE INDEX revisions_by_server on revisions (guild_id, id);
CREATE TRIGGER revisions_follow_each_other before insert on revisions
        when new.number <> 1 + (
            select coalesce(max(number), 0) from revisions
            where guild_id = new.guild_id and entry_id = new.entry_id
        )
        begin select raise(abort, 'a revision takes the next number'); end;
CREATE TRIGGER revisions_refuse_update before update on revisions begin select raise(abort, 'revisions are only ever appended to'); end;
CREATE TRIGGER revisions_refuse_delete before delete on revisions begin select raise(abort, 'revisions are only ever appended to'); end;
CREATE UNIQUE INDEX one_draft_each on entry_drafts (guild_id, entry_id, author_id) where state in ('open', 'proposed');
CREATE INDEX must_answers_by_server on must_answers (guild_id, form, id);
CREATE TRIGGER must_answers_refuse_update before update on must_answers begin select raise(abort, 'must_answers are only ever appended to'); end;
CREATE TRIGGER must_answers_refuse_delete before delete on must_answers begin select raise(abort, 'must_answers are only ever appended to'); end;
CREATE INDEX cases_by_draft on cases (draft_id) where draft_id is not null;
CREATE INDEX suggestions_by_server on suggestions (guild_id, state);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('dialogue_events',86);
INSERT INTO "sqlite_sequence" VALUES('windows',6);
INSERT INTO "sqlite_sequence" VALUES('planned_services',5);
INSERT INTO "sqlite_sequence" VALUES('dialogue_requests',17);
INSERT INTO "sqlite_sequence" VALUES('outbox',124);
INSERT INTO "sqlite_sequence" VALUES('bookings',9);
INSERT INTO "sqlite_sequence" VALUES('commitments',2);
INSERT INTO "sqlite_sequence" VALUES('record_additions',1);
INSERT INTO "sqlite_sequence" VALUES('entry_drafts',1);
INSERT INTO "sqlite_sequence" VALUES('questions',5);
INSERT INTO "sqlite_sequence" VALUES('referrals',3);
INSERT INTO "sqlite_sequence" VALUES('revisions',1);
INSERT INTO "sqlite_sequence" VALUES('must_answers',1);
INSERT INTO "sqlite_sequence" VALUES('suggestions',1);
INSERT INTO "sqlite_sequence" VALUES('imports',1);
COMMIT;
