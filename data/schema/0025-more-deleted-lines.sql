-- SPDX-License-Identifier: GPL-3.0-or-later
-- Causes and measures that were emptied, recommendations and evidence that are deleted can be brought back, too.

CREATE TABLE deleted_line_more (      -- what hangs on it stands in former, too
	id         INTEGER PRIMARY KEY,
	noun       TEXT NOT NULL CHECK (noun IN ('factor', 'money', 'risk', 'step', 'remark', 'question', 'deviation',
		'recommendation', 'problem_evidence', 'factor_evidence', 'evaluation_evidence')),
	of_id      INTEGER NOT NULL,                              -- whose line it was: a SWOT, its factor, task, strategy, evaluation or problem
	former     TEXT NOT NULL CHECK (former <> ''),            -- JSON: the row as it stood, and what went with it
	login      TEXT NOT NULL,                                 -- who deleted it
	deleted_at TEXT NOT NULL
) STRICT;
INSERT INTO deleted_line_more (id, noun, of_id, former, login, deleted_at)
SELECT id, noun, of_id, former, login, deleted_at FROM deleted_line;
DROP TABLE deleted_line;
ALTER TABLE deleted_line_more RENAME TO deleted_line;
CREATE INDEX deleted_line_of ON deleted_line (noun, of_id);
