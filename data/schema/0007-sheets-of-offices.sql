-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sheets that offices send back stand in the list of imports and can be taken back; who said the
-- money and the state of a task, and when.

CREATE TABLE import_wider (
	id             INTEGER PRIMARY KEY AUTOINCREMENT,         -- order of import; never reused
	uid            TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	kind           TEXT NOT NULL CHECK (kind IN
		('teryt', 'changes', 'bdl', 'values', 'catalogue', 'answers', 'sheet', 'package',
		'strategy', 'areas', 'types', 'round')),
	file_name      TEXT NOT NULL,                             -- without folders
	sha256         TEXT NOT NULL CHECK (length(sha256) = 64), -- of the file's bytes
	size           INTEGER NOT NULL CHECK (size >= 0),        -- bytes
	encoding       TEXT NOT NULL,                             -- utf-8, cp1250, iso-8859-2
	source         TEXT NOT NULL DEFAULT '',                  -- shown with every value: GUS, BDL; answers: code of the wave; package: the office
	made_up        INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)), -- demonstration values
	data_date      TEXT NOT NULL DEFAULT '',                  -- date of the register or of the export; package: when it was made
	person_id      INTEGER NOT NULL REFERENCES person (id),
	imported_at    TEXT NOT NULL,
	row_count      INTEGER NOT NULL DEFAULT 0,                -- data rows read
	unit_count     INTEGER NOT NULL DEFAULT 0,                -- units matched
	new_count      INTEGER NOT NULL DEFAULT 0,                -- values, units, changes, forms or records that are new
	changed_count  INTEGER NOT NULL DEFAULT 0,
	same_count     INTEGER NOT NULL DEFAULT 0,
	skipped_count  INTEGER NOT NULL DEFAULT 0,                -- rows left out, with their reason in the preview
	undone_at      TEXT,                                      -- NULL = in force
	undone_by      INTEGER REFERENCES person (id),
	inner_name     TEXT NOT NULL DEFAULT ''                   -- of the file inside the zip; '' = no zip
) STRICT;
INSERT INTO import_wider SELECT id, uid, kind, file_name, sha256, size, encoding, source, made_up, data_date,
	person_id, imported_at, row_count, unit_count, new_count, changed_count, same_count, skipped_count,
	undone_at, undone_by, inner_name FROM import;
DROP TABLE import;
ALTER TABLE import_wider RENAME TO import;

-- ---- who said it ----

ALTER TABLE task ADD COLUMN login TEXT NOT NULL DEFAULT '';            -- who said state and per cent last; '' = said before this was kept
ALTER TABLE task ADD COLUMN entered_at TEXT NOT NULL DEFAULT '';       -- when
ALTER TABLE task ADD COLUMN import_id INTEGER REFERENCES import (id);  -- the sheet or file that said them; NULL = a person
ALTER TABLE task_money ADD COLUMN login TEXT NOT NULL DEFAULT '';      -- who said the amounts last; '' = said before this was kept
ALTER TABLE task_money ADD COLUMN entered_at TEXT NOT NULL DEFAULT ''; -- when
ALTER TABLE task_money ADD COLUMN import_id INTEGER REFERENCES import (id); -- the file that brought them; NULL = keyed
-- What came with a strategy's file was said by it.
UPDATE task SET import_id = (SELECT s.import_id FROM strategy AS s JOIN import AS i ON i.id = s.import_id
	WHERE s.id = task.strategy_id AND s.rev = 1),
	login = coalesce((SELECT p.login FROM strategy AS s JOIN import AS i ON i.id = s.import_id
		JOIN person AS p ON p.id = i.person_id WHERE s.id = task.strategy_id AND s.rev = 1), ''),
	entered_at = coalesce((SELECT i.imported_at FROM strategy AS s JOIN import AS i ON i.id = s.import_id
		WHERE s.id = task.strategy_id AND s.rev = 1), '');
UPDATE task_money SET (login, entered_at, import_id) = (SELECT t.login, t.entered_at, t.import_id FROM task AS t
	WHERE t.id = task_money.task_id);

-- ---- what stood there before ----

CREATE TABLE target_reading_former (   -- before each change; kept by the triggers below
	id          INTEGER PRIMARY KEY,
	target_id   INTEGER NOT NULL REFERENCES target (id),
	year        INTEGER NOT NULL,
	value       REAL,
	flag        INTEGER NOT NULL,
	source      TEXT NOT NULL,
	login       TEXT NOT NULL,
	entered_at  TEXT NOT NULL,
	import_id   INTEGER REFERENCES import (id),               -- sheet or file that had brought it
	replaced_by INTEGER REFERENCES import (id)                -- sheet whose figure took its place; NULL = keyed or deleted
) STRICT;
CREATE INDEX target_reading_former_of ON target_reading_former (target_id, year);
CREATE INDEX target_reading_import ON target_reading (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER target_reading_changed AFTER UPDATE OF value, flag, source, import_id ON target_reading
WHEN OLD.value IS NOT NEW.value OR OLD.flag <> NEW.flag OR OLD.source <> NEW.source OR OLD.import_id IS NOT NEW.import_id BEGIN
	INSERT INTO target_reading_former (target_id, year, value, flag, source, login, entered_at, import_id, replaced_by)
	VALUES (OLD.target_id, OLD.year, OLD.value, OLD.flag, OLD.source, OLD.login, OLD.entered_at, OLD.import_id, NEW.import_id);
END;
CREATE TRIGGER target_reading_gone AFTER DELETE ON target_reading BEGIN
	INSERT INTO target_reading_former (target_id, year, value, flag, source, login, entered_at, import_id)
	VALUES (OLD.target_id, OLD.year, OLD.value, OLD.flag, OLD.source, OLD.login, OLD.entered_at, OLD.import_id);
END;

CREATE TABLE task_former (             -- what was said of a task before each change of it; kept by the trigger below
	id          INTEGER PRIMARY KEY,
	task_id     INTEGER NOT NULL REFERENCES task (id),
	state       TEXT NOT NULL,
	reason      TEXT NOT NULL,
	percent     INTEGER NOT NULL,
	real_from   TEXT,
	real_to     TEXT,
	login       TEXT NOT NULL,
	entered_at  TEXT NOT NULL,
	import_id   INTEGER REFERENCES import (id),               -- sheet or file that had said it
	replaced_by INTEGER REFERENCES import (id)                -- sheet that said otherwise; NULL = a person
) STRICT;
CREATE INDEX task_former_of ON task_former (task_id);
CREATE INDEX task_import ON task (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER task_said_changed AFTER UPDATE OF state, reason, percent, real_from, real_to, import_id ON task
WHEN OLD.state <> NEW.state OR OLD.reason <> NEW.reason OR OLD.percent <> NEW.percent OR OLD.real_from IS NOT NEW.real_from
	OR OLD.real_to IS NOT NEW.real_to OR OLD.import_id IS NOT NEW.import_id BEGIN
	INSERT INTO task_former (task_id, state, reason, percent, real_from, real_to, login, entered_at, import_id, replaced_by)
	VALUES (OLD.id, OLD.state, OLD.reason, OLD.percent, OLD.real_from, OLD.real_to, OLD.login, OLD.entered_at, OLD.import_id,
		NEW.import_id);
END;

CREATE TABLE round_sheet (             -- which offices a sheet made deliver
	import_id    INTEGER NOT NULL REFERENCES import (id),
	office       TEXT NOT NULL,
	round_id     INTEGER NOT NULL REFERENCES monitoring_round (id),
	delivered_on TEXT NOT NULL,                               -- day that it noted
	former_on    TEXT,                                        -- day that stood there; NULL = none
	PRIMARY KEY (import_id, office)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_sheet_round ON round_sheet (round_id);
