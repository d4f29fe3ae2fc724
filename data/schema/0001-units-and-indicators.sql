-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema: who works here, what was imported, units, indicators and their values.
-- Instants are UTC text (2026-11-22T02:40:00Z); dates are local (2026-11-22).

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

CREATE TABLE unit_event (             -- why a unit has its first or last day; unit repeats what follows from these
	slot      INTEGER NOT NULL REFERENCES unit (slot),
	on_date   TEXT NOT NULL,                                  -- not later than this day
	event     TEXT NOT NULL CHECK (event IN ('start', 'end')),
	import_id INTEGER NOT NULL REFERENCES import (id),        -- the register or list of changes that says so
	PRIMARY KEY (slot, on_date, event, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_version (           -- name and kind of a unit from a day on
	slot        INTEGER NOT NULL REFERENCES unit (slot),
	valid_from  TEXT NOT NULL,                                -- date of the register or file; '' = always
	import_id   INTEGER NOT NULL REFERENCES import (id),      -- of two of one day the later import counts
	name        TEXT NOT NULL CHECK (name <> ''),
	kind        TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', '1', '2', '3', '4', '5', '8', '9')), -- RODZ
	designation TEXT NOT NULL DEFAULT '',                     -- NAZWA_DOD
	PRIMARY KEY (slot, valid_from, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_unit (            -- units known from BDL only, per import that names them
	import_id INTEGER NOT NULL REFERENCES import (id),
	slot      INTEGER NOT NULL REFERENCES unit (slot),
	PRIMARY KEY (import_id, slot)
) STRICT, WITHOUT ROWID;

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
CREATE INDEX slice_import ON slice (import_id);

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

CREATE TRIGGER audit_insert BEFORE INSERT ON audit
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM audit)
BEGIN SELECT raise(ABORT, 'audit: wrong id'); END;
CREATE TRIGGER audit_update BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'audit: read-only'); END;
CREATE TRIGGER audit_delete BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'audit: read-only'); END;
