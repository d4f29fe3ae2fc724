-- SPDX-License-Identifier: GPL-3.0-or-later
-- An approved report stays as it was approved: its documents whole, the statuses of its goals, the
-- names of what it speaks of. Rounds that were approved before have no documents here; they are
-- printed from their figures.

CREATE TABLE round_document (          -- written at approval, never changed; every later print is made from it
	round_id INTEGER NOT NULL REFERENCES monitoring_round (id),
	name     TEXT NOT NULL CHECK (name IN ('report', 'chapter')),
	body     TEXT NOT NULL,                                   -- XML of the document's parts, tables and cells
	sha256   TEXT NOT NULL CHECK (length(sha256) = 64),       -- of body
	PRIMARY KEY (round_id, name)
) STRICT;
CREATE TRIGGER round_document_stays BEFORE UPDATE ON round_document BEGIN
	SELECT raise(ABORT, 'the report is approved');
END;
CREATE TRIGGER round_document_remains BEFORE DELETE ON round_document BEGIN
	SELECT raise(ABORT, 'the report is approved');
END;

CREATE TABLE round_goal (              -- statuses of goals as they were approved
	round_id   INTEGER NOT NULL REFERENCES monitoring_round (id),
	goal_id    INTEGER NOT NULL,                              -- 0 = the whole strategy
	status     TEXT NOT NULL CHECK (status IN ('achieved', 'on_course', 'at_risk', 'off_course', 'no_data')),
	achieved   INTEGER NOT NULL,                              -- indicators by status, those of goals below too
	on_course  INTEGER NOT NULL,
	at_risk    INTEGER NOT NULL,
	off_course INTEGER NOT NULL,
	no_data    INTEGER NOT NULL,
	tasks      INTEGER NOT NULL,
	done       INTEGER NOT NULL,
	behind     INTEGER NOT NULL,                              -- late, held, given up
	PRIMARY KEY (round_id, goal_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE round_figure ADD COLUMN name TEXT NOT NULL DEFAULT '';     -- as it was called; '' = approved before this was kept
ALTER TABLE round_figure ADD COLUMN measure TEXT NOT NULL DEFAULT '';
ALTER TABLE round_figure ADD COLUMN decimals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE round_task ADD COLUMN name TEXT NOT NULL DEFAULT '';       -- likewise
