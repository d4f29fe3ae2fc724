-- SPDX-License-Identifier: GPL-3.0-or-later
-- Homework that no meeting gave knows its day, so that the next meeting reviews it; what stands above minutes is
-- kept with the version that went out.

ALTER TABLE homework ADD COLUMN given_on TEXT NOT NULL DEFAULT ''; -- the day of entering; that of its meeting goes before it; '' = not known

CREATE TABLE minutes_head (           -- above a version, as it stood when it was sent or approved
	minutes_id INTEGER NOT NULL REFERENCES minutes (id) ON DELETE CASCADE,
	number     INTEGER NOT NULL CHECK (number > 0),           -- of the version
	letterhead TEXT NOT NULL,                                 -- the office's lines
	title      TEXT NOT NULL,                                 -- of the document
	group_name TEXT NOT NULL,
	meeting    TEXT NOT NULL,                                 -- its subject
	PRIMARY KEY (minutes_id, number)
) STRICT, WITHOUT ROWID;

UPDATE homework SET given_on = (SELECT min(g.starts_on, homework.due_on) FROM exchange_group AS g
	WHERE g.id = homework.group_id);
