-- SPDX-License-Identifier: GPL-3.0-or-later
-- A correction can take a wrong figure back, and what a correction puts off its course is explained after
-- approval.

CREATE TABLE round_correction_told (  -- what became known of a figure after approval, beside the frozen one
	round_id  INTEGER NOT NULL REFERENCES monitoring_round (id),
	position  INTEGER NOT NULL CHECK (position > 0),
	target_id INTEGER NOT NULL REFERENCES target (id),
	value     REAL,                                           -- NULL = there is none, why says the flag
	flag      INTEGER NOT NULL DEFAULT 0,                     -- as in slices
	dated_on  TEXT NOT NULL,
	reason    TEXT NOT NULL CHECK (reason <> ''),
	login     TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (round_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO round_correction_told (round_id, position, target_id, value, dated_on, reason, login)
SELECT round_id, position, target_id, value, dated_on, reason, login FROM round_correction;
DROP TABLE round_correction;
ALTER TABLE round_correction_told RENAME TO round_correction;

ALTER TABLE deviation ADD COLUMN later INTEGER NOT NULL DEFAULT 0 CHECK (later IN (0, 1)); -- written after approval, for a correction: not in the report
