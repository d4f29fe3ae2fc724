-- SPDX-License-Identifier: GPL-3.0-or-later
-- Money that nobody entered is told apart from zero, and what an approved report said of tasks keeps
-- its sources.

CREATE TABLE task_money_told (
	task_id    INTEGER NOT NULL REFERENCES task (id),
	year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	source     TEXT NOT NULL CHECK (source IN ('own', 'eu', 'state', 'other')),
	planned    INTEGER CHECK (planned >= 0),                  -- grosze; NULL = not entered
	spent      INTEGER CHECK (spent >= 0),
	login      TEXT NOT NULL DEFAULT '',                      -- who said the amounts last; '' = said before this was kept
	entered_at TEXT NOT NULL DEFAULT '',                      -- when
	import_id  INTEGER REFERENCES import (id),                -- the file that brought them; NULL = keyed
	PRIMARY KEY (task_id, year, source)
) STRICT, WITHOUT ROWID;
-- Until now an amount that was left empty was stored as zero, and zero was written as an empty cell.
INSERT INTO task_money_told SELECT task_id, year, source, nullif(planned, 0), nullif(spent, 0), login, entered_at,
	import_id FROM task_money;
DROP TABLE task_money;
ALTER TABLE task_money_told RENAME TO task_money;
UPDATE strategy_former SET
	now = CASE WHEN json_extract(now, '$[0]') = 0 THEN json_set(now, '$[0]', NULL) ELSE now END,
	former = CASE WHEN json_extract(former, '$[0]') = 0 THEN json_set(former, '$[0]', NULL) ELSE former END
WHERE noun = 'money';
UPDATE strategy_former SET
	now = CASE WHEN json_extract(now, '$[1]') = 0 THEN json_set(now, '$[1]', NULL) ELSE now END,
	former = CASE WHEN json_extract(former, '$[1]') = 0 THEN json_set(former, '$[1]', NULL) ELSE former END
WHERE noun = 'money';

CREATE TABLE round_task_told (        -- frozen when the report is approved
	round_id   INTEGER NOT NULL REFERENCES monitoring_round (id),
	task_id    INTEGER NOT NULL REFERENCES task (id),
	state      TEXT NOT NULL,
	percent    INTEGER NOT NULL,
	planned    INTEGER,                                       -- money of the year, grosze; NULL = not entered
	spent      INTEGER,
	name       TEXT NOT NULL DEFAULT '',                      -- as it was called; '' = approved before this was kept
	login      TEXT,                                          -- who had said state and per cent; NULL = approved before this was kept
	entered_at TEXT NOT NULL DEFAULT '',                      -- when
	file_name  TEXT NOT NULL DEFAULT '',                      -- the sheet or file that had; '' = a person
	PRIMARY KEY (round_id, task_id)
) STRICT, WITHOUT ROWID;
INSERT INTO round_task_told (round_id, task_id, state, percent, planned, spent, name)
SELECT round_id, task_id, state, percent, planned, spent, name FROM round_task;
DROP TABLE round_task;
ALTER TABLE round_task_told RENAME TO round_task;

CREATE TABLE round_money (            -- the sources of a frozen task's money
	round_id   INTEGER NOT NULL,
	task_id    INTEGER NOT NULL,
	source     TEXT NOT NULL CHECK (source IN ('own', 'eu', 'state', 'other')),
	planned    INTEGER CHECK (planned >= 0),                  -- grosze; NULL = not entered
	spent      INTEGER CHECK (spent >= 0),
	login      TEXT NOT NULL DEFAULT '',                      -- who had said the amounts; '' = not known
	entered_at TEXT NOT NULL DEFAULT '',                      -- when
	file_name  TEXT NOT NULL DEFAULT '',                      -- the file that had brought them; '' = keyed
	PRIMARY KEY (round_id, task_id, source),
	FOREIGN KEY (round_id, task_id) REFERENCES round_task (round_id, task_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
