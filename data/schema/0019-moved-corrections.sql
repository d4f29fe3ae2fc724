-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrections of approved figures come with a strategy from another database, and steps of adoption, remarks and
-- questions of evaluations that are deleted can be brought back.

CREATE TABLE target_correction (      -- of a year that was approved in the database from which the strategy came
	target_id INTEGER NOT NULL REFERENCES target (id),
	year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	position  INTEGER NOT NULL CHECK (position > 0),          -- the last one counts
	value     REAL,                                           -- NULL = there is none, why says the flag
	flag      INTEGER NOT NULL DEFAULT 0,                     -- as in slices
	dated_on  TEXT NOT NULL,
	reason    TEXT NOT NULL CHECK (reason <> ''),
	import_id INTEGER REFERENCES import (id),                 -- the strategy's file
	PRIMARY KEY (target_id, year, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE deleted_line_told (      -- what hangs on it stands in former, too
	id         INTEGER PRIMARY KEY,
	noun       TEXT NOT NULL CHECK (noun IN ('factor', 'money', 'risk', 'step', 'remark', 'question')),
	of_id      INTEGER NOT NULL,                              -- whose line it was: a SWOT, task, strategy or evaluation
	former     TEXT NOT NULL CHECK (former <> ''),            -- JSON: the row as it stood, and what went with it
	login      TEXT NOT NULL,                                 -- who deleted it
	deleted_at TEXT NOT NULL
) STRICT;
INSERT INTO deleted_line_told (id, noun, of_id, former, login, deleted_at)
SELECT id, noun, of_id, former, login, deleted_at FROM deleted_line;
DROP TABLE deleted_line;
ALTER TABLE deleted_line_told RENAME TO deleted_line;
CREATE INDEX deleted_line_of ON deleted_line (noun, of_id);
