-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lines that are deleted can be brought back, and a card of a ballot that was broken off is told from
-- one that was keyed to its end.

ALTER TABLE ballot_card ADD COLUMN unfinished INTEGER NOT NULL DEFAULT 0 CHECK (unfinished IN (0, 1)); -- broken off: keyed, does not count

CREATE TABLE deleted_line (           -- what hangs on it stands in former, too
	id         INTEGER PRIMARY KEY,
	noun       TEXT NOT NULL CHECK (noun IN ('factor', 'money', 'risk')),
	of_id      INTEGER NOT NULL,                              -- whose line it was: a SWOT, task or strategy
	former     TEXT NOT NULL CHECK (former <> ''),            -- JSON: the row as it stood, and what went with it
	login      TEXT NOT NULL,                                 -- who deleted it
	deleted_at TEXT NOT NULL
) STRICT;
CREATE INDEX deleted_line_of ON deleted_line (noun, of_id);
