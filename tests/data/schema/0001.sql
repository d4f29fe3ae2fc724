-- SPDX-License-Identifier: GPL-3.0-or-later
-- A database as the first released schema kept it: two registers, a list of changes, two BDL files.
CREATE TABLE person (                 -- people who use this database
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32), -- random, the same in every office's file
	rev        INTEGER NOT NULL DEFAULT 1,                    -- raised by each change
	login      TEXT NOT NULL UNIQUE CHECK (login <> ''),      -- account on this host
	name       TEXT NOT NULL DEFAULT '',                      -- as shown to colleagues
	role       TEXT NOT NULL CHECK (role IN ('reader', 'clerk', 'coordinator', 'administrator')),
	created_at TEXT NOT NULL,
	retired_at TEXT                                           -- tombstone
) STRICT;
INSERT INTO person VALUES(1,'e26e06f81b532cc53ef365c2868eb584',1,'root','','administrator','2026-11-22T09:00:00Z',NULL);
CREATE TABLE office (                 -- facts about this office and this file, one row per key
	key   TEXT PRIMARY KEY CHECK (key <> ''), -- kind, own_unit, purpose (work, demo, test)
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE preference (             -- what a person chose on screens
	person_id INTEGER NOT NULL REFERENCES person (id),
	key       TEXT NOT NULL CHECK (key <> ''),        -- chosen_unit, last_indicator, …
	value     TEXT NOT NULL,
	PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE import (                 -- one entry per imported file
	id             INTEGER PRIMARY KEY AUTOINCREMENT,         -- order of import; never reused
	uid            TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	kind           TEXT NOT NULL CHECK (kind IN ('teryt', 'changes', 'bdl', 'values', 'catalogue')),
	file_name      TEXT NOT NULL,                             -- without folders
	sha256         TEXT NOT NULL CHECK (length(sha256) = 64), -- of the file's bytes
	size           INTEGER NOT NULL CHECK (size >= 0),        -- bytes
	encoding       TEXT NOT NULL,                             -- utf-8, cp1250, iso-8859-2
	source         TEXT NOT NULL DEFAULT '',                  -- shown with every value: GUS, BDL; own; made up
	made_up        INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)), -- demonstration values
	data_date      TEXT NOT NULL DEFAULT '',                  -- date of the register or of the export
	person_id      INTEGER NOT NULL REFERENCES person (id),
	imported_at    TEXT NOT NULL,
	row_count      INTEGER NOT NULL DEFAULT 0,                -- data rows read
	unit_count     INTEGER NOT NULL DEFAULT 0,                -- units matched
	new_count      INTEGER NOT NULL DEFAULT 0,                -- values, units or changes that are new
	changed_count  INTEGER NOT NULL DEFAULT 0,
	same_count     INTEGER NOT NULL DEFAULT 0,
	skipped_count  INTEGER NOT NULL DEFAULT 0,                -- rows left out, with their reason in the preview
	undone_at      TEXT,                                      -- NULL = in force
	undone_by      INTEGER REFERENCES person (id)
) STRICT;
INSERT INTO import VALUES(1,'7dc334d8dba9ed54dd936940a2eef137','catalogue','indicators.csv','12ebd906c693eb0a724a91ba0358504f03a5c53b127fb0f4a2ba7293efc342ac',25031,'utf-8','gromada',0,'',1,'2026-11-22T09:00:00Z',161,0,161,0,0,0,NULL,NULL);
INSERT INTO import VALUES(2,'cc21953dd5a777022c59212958f09b40','changes','recodings.csv','50f3afcf23cbad2d40358a99b46b28caf4e7b26b7b5ea5c38cf35264ea59bdb9',646,'utf-8','GUS, TERYT',0,'',1,'2026-11-22T09:00:00Z',7,0,7,0,0,0,NULL,NULL);
INSERT INTO import VALUES(3,'b45e1568b59062bc9a46e680fdd43eb5','teryt','TERC_2012-01-01.csv','06756ead16430c11abfabf9f6e6c9a23e9be861fc196e799e7082915a108ee1b',1297,'utf-8','GUS, TERYT',0,'2012-01-01',1,'2026-11-22T09:00:00Z',29,29,29,0,0,0,NULL,NULL);
INSERT INTO import VALUES(4,'a581e39f370dc328817d24624438a734','teryt','TERC_2019-01-01.csv','4f1bdef727d86c60d02d42adbc4e2b1f24c8dcb0dad856a58338ae47ecf44c0b',1299,'utf-8','GUS, TERYT',0,'2019-01-01',1,'2026-11-22T09:00:00Z',29,29,1,1,28,0,NULL,NULL);
INSERT INTO import VALUES(5,'ddd67d1780fbfcdebedd79c693792082','changes','changes.csv','1b7c6611571c36263182bd5de2da8ccf3d4774ad4d5b656a1fb0a714e0ea5eac',204,'utf-8','GUS, TERYT',0,'',1,'2026-11-22T09:00:00Z',3,3,3,0,0,0,NULL,NULL);
INSERT INTO import VALUES(6,'6fdd424da90eb060108f884947e01fe6','bdl','LUDN_2137_CREL_20210101000000.csv','bc0b1223073475971ffcdb85ba9ea65fa90f0be3eff8069ea92c2c54dcea64cc',814,'utf-8','GUS, BDL',0,'2021-01-01',1,'2026-11-22T09:00:00Z',12,6,11,0,0,0,NULL,NULL);
INSERT INTO import VALUES(7,'b9406a7dd82975540282d2756a1f7c4a','bdl','POWI_2425_CREL_20210101000000.csv','3f344525465ab3bc8f6bd5f90d88abb1bbbd34fab8a2a2f2936a5cda6e69afaa',207,'utf-8','GUS, BDL',0,'2021-01-01',1,'2026-11-22T09:00:00Z',2,2,2,0,0,0,NULL,NULL);
CREATE TABLE unit (                   -- territorial units; the slot is their place in packed slices
	slot       INTEGER PRIMARY KEY AUTOINCREMENT,             -- given in TERYT order at first sight, never reused
	code       TEXT NOT NULL UNIQUE,                          -- 00, 02, 0201, 020101, 020103-4, or 12 digits of BDL
	level      TEXT NOT NULL CHECK (level IN
		('country', 'voivodeship', 'powiat', 'gmina', 'part', 'district', 'region')),
	parent     INTEGER REFERENCES unit (slot),                -- the unit above; NULL = none or unknown
	origin     TEXT NOT NULL CHECK (origin IN ('teryt', 'bdl')), -- bdl: known from a BDL file only
	starts_on  TEXT,                                          -- first day; NULL = before what is known
	ends_on    TEXT                                           -- first day it is no more; NULL = exists
) STRICT;
INSERT INTO unit VALUES(1,'00','country',NULL,'teryt',NULL,NULL);
INSERT INTO unit VALUES(2,'02','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(3,'0201','powiat',2,'teryt',NULL,NULL);
INSERT INTO unit VALUES(4,'020101','gmina',3,'teryt',NULL,NULL);
INSERT INTO unit VALUES(5,'020104','gmina',3,'teryt',NULL,NULL);
INSERT INTO unit VALUES(6,'020104-4','part',5,'teryt',NULL,NULL);
INSERT INTO unit VALUES(7,'020104-5','part',5,'teryt',NULL,NULL);
INSERT INTO unit VALUES(8,'020105','gmina',3,'teryt',NULL,'2019-01-01');
INSERT INTO unit VALUES(9,'0214','powiat',2,'teryt',NULL,NULL);
INSERT INTO unit VALUES(10,'021401','gmina',9,'teryt',NULL,'2013-01-01');
INSERT INTO unit VALUES(11,'021406','gmina',9,'teryt','2013-01-01',NULL);
INSERT INTO unit VALUES(12,'04','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(13,'06','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(14,'08','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(15,'10','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(16,'1061','powiat',15,'teryt',NULL,NULL);
INSERT INTO unit VALUES(17,'106101','gmina',16,'teryt','2017-01-01',NULL);
INSERT INTO unit VALUES(18,'106102','district',17,'teryt',NULL,'2022-01-01');
INSERT INTO unit VALUES(19,'12','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(20,'14','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(21,'16','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(22,'18','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(23,'20','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(24,'22','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(25,'24','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(26,'26','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(27,'28','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(28,'30','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(29,'32','voivodeship',1,'teryt',NULL,NULL);
INSERT INTO unit VALUES(30,'020102','gmina',3,'teryt','2019-01-01',NULL);
INSERT INTO unit VALUES(31,'022109','gmina',NULL,'bdl','2003-01-01','2013-01-01');
CREATE TABLE unit_event (             -- why a unit has its first or last day; unit repeats what follows from these
	slot      INTEGER NOT NULL REFERENCES unit (slot),
	on_date   TEXT NOT NULL,                                  -- not later than this day
	event     TEXT NOT NULL CHECK (event IN ('start', 'end')),
	import_id INTEGER NOT NULL REFERENCES import (id),        -- the register or list of changes that says so
	PRIMARY KEY (slot, on_date, event, import_id)
) STRICT, WITHOUT ROWID;
INSERT INTO unit_event VALUES(8,'2019-01-01','end',4);
INSERT INTO unit_event VALUES(10,'2013-01-01','end',5);
INSERT INTO unit_event VALUES(11,'2013-01-01','start',5);
INSERT INTO unit_event VALUES(17,'2017-01-01','start',5);
INSERT INTO unit_event VALUES(18,'2022-01-01','end',5);
INSERT INTO unit_event VALUES(30,'2019-01-01','start',4);
INSERT INTO unit_event VALUES(31,'2003-01-01','start',2);
INSERT INTO unit_event VALUES(31,'2003-01-01','start',7);
INSERT INTO unit_event VALUES(31,'2013-01-01','end',2);
INSERT INTO unit_event VALUES(31,'2013-01-01','end',7);
CREATE TABLE unit_version (           -- name and kind of a unit from a day on
	slot        INTEGER NOT NULL REFERENCES unit (slot),
	valid_from  TEXT NOT NULL,                                -- date of the register or file; '' = always
	import_id   INTEGER NOT NULL REFERENCES import (id),      -- of two of one day the later import counts
	name        TEXT NOT NULL CHECK (name <> ''),
	kind        TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', '1', '2', '3', '4', '5', '8', '9')), -- RODZ
	designation TEXT NOT NULL DEFAULT '',                     -- NAZWA_DOD
	PRIMARY KEY (slot, valid_from, import_id)
) STRICT, WITHOUT ROWID;
INSERT INTO unit_version VALUES(1,'2012-01-01',3,'Polska','','');
INSERT INTO unit_version VALUES(2,'2012-01-01',3,'DOLNOŚLĄSKIE','','województwo');
INSERT INTO unit_version VALUES(3,'2012-01-01',3,'bolesławiecki','','powiat');
INSERT INTO unit_version VALUES(4,'2012-01-01',3,'Bolesławiec','1','gmina miejska');
INSERT INTO unit_version VALUES(5,'2012-01-01',3,'Nowogrodziec','3','gmina miejsko-wiejska');
INSERT INTO unit_version VALUES(6,'2012-01-01',3,'Nowogrodziec','4','miasto');
INSERT INTO unit_version VALUES(7,'2012-01-01',3,'Nowogrodziec','5','obszar wiejski');
INSERT INTO unit_version VALUES(8,'2012-01-01',3,'Osiecznica','2','gmina wiejska');
INSERT INTO unit_version VALUES(9,'2012-01-01',3,'oleśnicki','','powiat');
INSERT INTO unit_version VALUES(10,'2012-01-01',3,'Oleśnica','1','gmina miejska');
INSERT INTO unit_version VALUES(11,'2012-01-01',3,'Oleśnica','2','gmina wiejska');
INSERT INTO unit_version VALUES(12,'2012-01-01',3,'KUJAWSKO-POMORSKIE','','województwo');
INSERT INTO unit_version VALUES(13,'2012-01-01',3,'LUBELSKIE','','województwo');
INSERT INTO unit_version VALUES(14,'2012-01-01',3,'LUBUSKIE','','województwo');
INSERT INTO unit_version VALUES(15,'2012-01-01',3,'ŁÓDZKIE','','województwo');
INSERT INTO unit_version VALUES(16,'2012-01-01',3,'Łódź','','miasto na prawach powiatu');
INSERT INTO unit_version VALUES(17,'2012-01-01',3,'Łódź','1','gmina miejska');
INSERT INTO unit_version VALUES(18,'2012-01-01',3,'Łódź-Bałuty','9','delegatura');
INSERT INTO unit_version VALUES(19,'2012-01-01',3,'MAŁOPOLSKIE','','województwo');
INSERT INTO unit_version VALUES(20,'2012-01-01',3,'MAZOWIECKIE','','województwo');
INSERT INTO unit_version VALUES(21,'2012-01-01',3,'OPOLSKIE','','województwo');
INSERT INTO unit_version VALUES(22,'2012-01-01',3,'PODKARPACKIE','','województwo');
INSERT INTO unit_version VALUES(23,'2012-01-01',3,'PODLASKIE','','województwo');
INSERT INTO unit_version VALUES(24,'2012-01-01',3,'POMORSKIE','','województwo');
INSERT INTO unit_version VALUES(25,'2012-01-01',3,'ŚLĄSKIE','','województwo');
INSERT INTO unit_version VALUES(26,'2012-01-01',3,'ŚWIĘTOKRZYSKIE','','województwo');
INSERT INTO unit_version VALUES(27,'2012-01-01',3,'WARMIŃSKO-MAZURSKIE','','województwo');
INSERT INTO unit_version VALUES(28,'2012-01-01',3,'WIELKOPOLSKIE','','województwo');
INSERT INTO unit_version VALUES(29,'2012-01-01',3,'ZACHODNIOPOMORSKIE','','województwo');
INSERT INTO unit_version VALUES(30,'2019-01-01',4,'Bolesławiec','2','gmina wiejska');
INSERT INTO unit_version VALUES(31,'',7,'Wałbrzych od 2003 do 2012','1','');
CREATE TABLE import_unit (            -- units known from BDL only, per import that names them
	import_id INTEGER NOT NULL REFERENCES import (id),
	slot      INTEGER NOT NULL REFERENCES unit (slot),
	PRIMARY KEY (import_id, slot)
) STRICT, WITHOUT ROWID;
INSERT INTO import_unit VALUES(7,31);
CREATE TABLE succession (             -- recodings, splits and merges; values are never moved
	id          INTEGER PRIMARY KEY,
	import_id   INTEGER NOT NULL REFERENCES import (id),
	after_date  TEXT NOT NULL,                                -- the change happened after this day
	by_date     TEXT NOT NULL,                                -- and not later than this day
	change      TEXT NOT NULL CHECK (change IN ('kind', 'name', 'recoded', 'merged', 'split', 'begun', 'ended')),
	predecessor TEXT NOT NULL DEFAULT '',                     -- code of the unit before; '' = none
	successor   TEXT NOT NULL DEFAULT '',                     -- code of the unit after; '' = none
	was         TEXT NOT NULL DEFAULT '',                     -- name or kind before
	became      TEXT NOT NULL DEFAULT '',                     -- name or kind after
	UNIQUE (after_date, by_date, change, predecessor, successor)
) STRICT;
INSERT INTO succession VALUES(1,2,'2001-12-31','2002-01-01','recoded','143100-1','146501','Warszawa','');
INSERT INTO succession VALUES(2,2,'2002-12-31','2003-01-01','recoded','026301','022109','Wałbrzych','');
INSERT INTO succession VALUES(3,2,'2012-12-31','2013-01-01','recoded','022109','026501','Wałbrzych','');
INSERT INTO succession VALUES(4,2,'2014-12-31','2015-01-01','merged','080910','086201','Zielona Góra','');
INSERT INTO succession VALUES(5,2,'2018-12-31','2019-01-01','split','320304','320302','Ostrowice','');
INSERT INTO succession VALUES(6,2,'2018-12-31','2019-01-01','split','320304','320306','Ostrowice','');
INSERT INTO succession VALUES(7,2,'2018-12-31','2019-01-01','ended','320304','','Ostrowice','');
INSERT INTO succession VALUES(8,5,'2010-01-01','2017-01-01','begun','','106101','','Łódź (1)');
INSERT INTO succession VALUES(9,5,'2012-12-31','2013-01-01','recoded','021401','021406','Oleśnica','');
INSERT INTO succession VALUES(10,5,'2019-01-01','2022-01-01','ended','106102','','Bałuty','');
CREATE TABLE indicator (              -- the card of an indicator
	id          INTEGER PRIMARY KEY,
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev         INTEGER NOT NULL DEFAULT 1,
	code        TEXT NOT NULL UNIQUE CHECK (code <> '' AND length(code) <= 32),
	name        TEXT NOT NULL CHECK (name <> ''),
	definition  TEXT NOT NULL DEFAULT '',
	numerator   TEXT NOT NULL DEFAULT '',                     -- in words
	denominator TEXT NOT NULL DEFAULT '',                     -- in words; '' = taken as published
	multiplier  REAL NOT NULL DEFAULT 1,                      -- value = numerator * multiplier / denominator
	measure     TEXT NOT NULL DEFAULT '',                     -- zł, %, szt.
	decimals    INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
	direction   TEXT NOT NULL DEFAULT 'N' CHECK (direction IN ('S', 'D', 'N')), -- stimulant, destimulant, nominant
	wanted_low  REAL,                                         -- nominant: wanted value or interval
	wanted_high REAL,
	service     TEXT NOT NULL DEFAULT '',                     -- oświata, kultura, …
	dimension   TEXT NOT NULL DEFAULT '',                     -- koszt, dostępność, …
	level       TEXT NOT NULL DEFAULT '',                     -- gmina,powiat
	source      TEXT NOT NULL DEFAULT '',                     -- in words: MF, BDL P2137, own
	frequency   TEXT NOT NULL DEFAULT 'R',                    -- R, Q, M, 2R
	note        TEXT NOT NULL DEFAULT '',                     -- breaks and remarks
	kind        TEXT NOT NULL DEFAULT 'published' CHECK (kind IN ('published', 'own', 'survey', 'derived')),
	numerator_id   INTEGER REFERENCES indicator (id),         -- derived: computed from these two
	denominator_id INTEGER REFERENCES indicator (id),
	in_catalogue INTEGER NOT NULL DEFAULT 0 CHECK (in_catalogue IN (0, 1)), -- 0: made by an import, known by its series only
	import_id   INTEGER REFERENCES import (id),               -- the catalogue file that made the card; NULL = a person or a data file
	retired_at  TEXT,                                         -- tombstone
	CHECK (kind <> 'derived' OR (numerator_id IS NOT NULL AND denominator_id IS NOT NULL))
) STRICT;
INSERT INTO indicator VALUES(162,'0a968e9991566e243677f0cddd93747d',1,'P2137.1','ludność według wieku i płci','','','',1.0,'osoba',0,'N',NULL,NULL,'','','','GUS, BDL','R','','published',NULL,NULL,0,6,NULL);
INSERT INTO indicator VALUES(163,'53f5050a58d9bf4db8928d5bf4850d4f',1,'P2425.1','gęstość zaludnienia i urbanizacja','','','',1.0,'osoba',0,'N',NULL,NULL,'','','','GUS, BDL','R','','published',NULL,NULL,0,7,NULL);
CREATE TABLE indicator_former (       -- what a catalogue file found on a card it changed; comes back when it is undone
	indicator_id INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
	import_id    INTEGER NOT NULL REFERENCES import (id),     -- the file that changed the card
	name         TEXT NOT NULL,                               -- this and the following as in indicator
	definition   TEXT NOT NULL,
	numerator    TEXT NOT NULL,
	denominator  TEXT NOT NULL,
	multiplier   REAL NOT NULL,
	measure      TEXT NOT NULL,
	decimals     INTEGER NOT NULL,
	direction    TEXT NOT NULL,
	wanted_low   REAL,
	wanted_high  REAL,
	service      TEXT NOT NULL,
	dimension    TEXT NOT NULL,
	level        TEXT NOT NULL,
	source       TEXT NOT NULL,
	frequency    TEXT NOT NULL,
	note         TEXT NOT NULL,
	kind         TEXT NOT NULL,
	numerator_id   INTEGER REFERENCES indicator (id) ON DELETE CASCADE,
	denominator_id INTEGER REFERENCES indicator (id) ON DELETE CASCADE,
	in_catalogue INTEGER NOT NULL,
	PRIMARY KEY (indicator_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE series (                 -- what a file brings: one phenomenon, all years
	id           INTEGER PRIMARY KEY,
	indicator_id INTEGER NOT NULL UNIQUE REFERENCES indicator (id), -- the card that shows it
	own_id       INTEGER NOT NULL REFERENCES indicator (id),  -- the card made with it, kept when a catalogue card takes over
	origin       TEXT NOT NULL CHECK (origin IN ('bdl', 'values')),
	subgroup     TEXT NOT NULL DEFAULT '',                    -- BDL: 2137; values: ''
	dimensions   TEXT NOT NULL DEFAULT '',                    -- BDL: joined with '; '; values: the code
	measure      TEXT NOT NULL DEFAULT '',
	first_year   INTEGER,                                     -- first and last year with a value in force; NULL = none
	last_year    INTEGER,
	value_count  INTEGER NOT NULL DEFAULT 0 CHECK (value_count >= 0), -- values in force, layers counted once
	UNIQUE (origin, subgroup, dimensions, measure)
) STRICT;
INSERT INTO series VALUES(1,162,162,'bdl','2137','ogółem','osoba',2019,2020,11);
INSERT INTO series VALUES(2,163,163,'bdl','2425','ogółem','osoba',2011,2011,2);
CREATE TABLE slice (                  -- one indicator in one year as one import brought it
	id        INTEGER PRIMARY KEY,
	series_id INTEGER NOT NULL REFERENCES series (id),
	year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	import_id INTEGER NOT NULL REFERENCES import (id),
	count     INTEGER NOT NULL CHECK (count > 0),             -- cells brought (values and missing with reason)
	valued    INTEGER NOT NULL CHECK (valued BETWEEN 0 AND count), -- of these with a value
	data      BLOB NOT NULL,                                  -- packed; first byte = format (HACKING.md)
	UNIQUE (series_id, year, import_id)
) STRICT;
INSERT INTO slice VALUES(1,1,2019,6,6,5,X'01000402040000001b00000070940000983a0000000000000000000000000000000000008890000000000000000000000000000000000000000000000000000040600a00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000b03600000002ff0400017801ff050001ff0c0001');
INSERT INTO slice VALUES(2,1,2020,6,6,6,X'01000402040000001b0000007a940000a23a00000000000000000000000000000000000092900000ba36000000000000000000000000000000000000000000004a600a00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ba3600000002ff040002ff050001ff0c0001');
INSERT INTO slice VALUES(3,2,2011,7,2,2,X'01000402040000001c000000709400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000c0d401000001ff1a0001');
CREATE TABLE comparison_group (       -- units chosen to compare with
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
	note       TEXT NOT NULL DEFAULT '',
	retired_at TEXT
) STRICT;
CREATE TABLE comparison_group_member (
	group_id INTEGER NOT NULL REFERENCES comparison_group (id),
	slot     INTEGER NOT NULL REFERENCES unit (slot),
	PRIMARY KEY (group_id, slot)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (                  -- what a person typed and has not saved: field by field, as typed
	person_id INTEGER NOT NULL REFERENCES person (id),
	screen    TEXT NOT NULL CHECK (screen <> ''),
	uid       TEXT NOT NULL DEFAULT '',                       -- of the noun; '' = a new one
	base_rev  INTEGER NOT NULL DEFAULT 0,                     -- rev the person saw
	field     TEXT NOT NULL CHECK (field <> ''),
	text      TEXT NOT NULL,
	saved_at  TEXT NOT NULL,
	PRIMARY KEY (person_id, screen, uid, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE written_file (           -- files that the program wrote for people to take away
	folder     TEXT NOT NULL CHECK (folder <> ''),
	name       TEXT NOT NULL CHECK (name <> ''),
	what       TEXT NOT NULL DEFAULT '',                      -- title of what was written
	person_id  INTEGER NOT NULL REFERENCES person (id),
	written_at TEXT NOT NULL,
	PRIMARY KEY (folder, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (                  -- one line per act of a person, chained
	id        INTEGER PRIMARY KEY,                            -- previous + 1
	at        TEXT NOT NULL,
	person_id INTEGER,                                        -- no reference: lines outlive people
	login     TEXT NOT NULL,
	action    TEXT NOT NULL,
	entity    TEXT NOT NULL DEFAULT '',
	entity_id INTEGER,
	summary   TEXT NOT NULL DEFAULT '',
	previous  TEXT NOT NULL,                                  -- hash of the line before
	hash      TEXT NOT NULL                                   -- SHA-256 of this line's fields and previous
) STRICT;
INSERT INTO audit VALUES(1,'2026-11-22T09:00:00Z',NULL,'root','person.add','person',1,'','0000000000000000000000000000000000000000000000000000000000000000','87021553d9a94a3073f3ecde3692b45580e37888d80e6ea74c086edad82ae8fd');
INSERT INTO audit VALUES(2,'2026-11-22T09:00:00Z',1,'root','import','import',1,'indicators.csv','87021553d9a94a3073f3ecde3692b45580e37888d80e6ea74c086edad82ae8fd','4dbc09106200e1f086240af968b13e3f6d7c518296fc3f6c414815dde52a9775');
INSERT INTO audit VALUES(3,'2026-11-22T09:00:00Z',1,'root','import','import',2,'recodings.csv','4dbc09106200e1f086240af968b13e3f6d7c518296fc3f6c414815dde52a9775','4b3e9b85b87ad37a294ce63eec646a4637270aa3dac77b59be0467d73cbe44cf');
INSERT INTO audit VALUES(4,'2026-11-22T09:00:00Z',1,'root','import','import',3,'TERC_2012-01-01.csv','4b3e9b85b87ad37a294ce63eec646a4637270aa3dac77b59be0467d73cbe44cf','7898e8622fb791e37e708931e1ebf059a10d27284c33bbbaf04c556306951238');
INSERT INTO audit VALUES(5,'2026-11-22T09:00:00Z',1,'root','import','import',4,'TERC_2019-01-01.csv','7898e8622fb791e37e708931e1ebf059a10d27284c33bbbaf04c556306951238','6b30af65a1a94e7eeff69bc313b723e72752bf314f06cd1142f35876bdd51c2c');
INSERT INTO audit VALUES(6,'2026-11-22T09:00:00Z',1,'root','import','import',5,'changes.csv','6b30af65a1a94e7eeff69bc313b723e72752bf314f06cd1142f35876bdd51c2c','a913b3e5f81cbc413678893b9d5ec333d57074c54ff40231bb72614e9acc57e9');
INSERT INTO audit VALUES(7,'2026-11-22T09:00:00Z',1,'root','import','import',6,'LUDN_2137_CREL_20210101000000.csv','a913b3e5f81cbc413678893b9d5ec333d57074c54ff40231bb72614e9acc57e9','1768a29b7fabcb30c44b2d0dc02d0c04ca8a1a6334ca158eea8f47f22cf4a8d8');
INSERT INTO audit VALUES(8,'2026-11-22T09:00:00Z',1,'root','import','import',7,'POWI_2425_CREL_20210101000000.csv','1768a29b7fabcb30c44b2d0dc02d0c04ca8a1a6334ca158eea8f47f22cf4a8d8','fa99a2bb8e7e25e5d9ee7e327e49e1551b8b06f790617f520d0e9031137f30a1');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('import',7);
INSERT INTO sqlite_sequence VALUES('unit',31);
CREATE INDEX slice_import ON slice (import_id);
CREATE TRIGGER audit_insert BEFORE INSERT ON audit
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM audit)
BEGIN SELECT raise(ABORT, 'audit: wrong id'); END;
CREATE TRIGGER audit_update BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'audit: read-only'); END;
CREATE TRIGGER audit_delete BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'audit: read-only'); END;
