-- SPDX-License-Identifier: GPL-3.0-or-later
-- A group keeps what its kind gave it: not only its stages, but also when they begin and the agendas of
-- their meetings, so that changing the stages of a kind touches no group that is there.

ALTER TABLE exchange_group_stage ADD COLUMN month INTEGER CHECK (month >= 0); -- from the beginning of the group; NULL = the period was given by hand
ALTER TABLE exchange_group_stage ADD COLUMN months INTEGER CHECK (months > 0); -- how long its period lasts

CREATE TABLE exchange_group_stage_item ( -- the agenda that a meeting of the stage begins with
	group_id INTEGER NOT NULL,
	stage    INTEGER NOT NULL,
	position INTEGER NOT NULL CHECK (position > 0),
	title    TEXT NOT NULL CHECK (title <> ''),
	speaker  TEXT NOT NULL DEFAULT '',                        -- a role: moderator, gospodarz
	minutes  INTEGER NOT NULL CHECK (minutes > 0),
	PRIMARY KEY (group_id, stage, position),
	FOREIGN KEY (group_id, stage) REFERENCES exchange_group_stage (group_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Groups that are there: the stage of a kind that a stage was copied from is the one of its name, in the
-- group's kind before others, else the one at its place, unless that is another of the group's.
CREATE TEMP TABLE copied_from AS
SELECT s.group_id, s.position, k.kind, k.position AS stage, row_number() OVER (
	PARTITION BY s.group_id, s.position
	ORDER BY k.name <> s.name, k.kind <> g.kind, abs(k.position - s.position), k.kind) AS choice
FROM exchange_group_stage AS s JOIN exchange_group AS g ON g.id = s.group_id
JOIN stage AS k ON k.name = s.name OR (k.kind = g.kind AND k.position = s.position AND NOT EXISTS (
	SELECT 1 FROM exchange_group_stage AS o WHERE o.group_id = s.group_id AND o.name = k.name));
DELETE FROM copied_from WHERE choice > 1;
UPDATE exchange_group_stage SET (month, months) = (
	SELECT k.month, k.months FROM copied_from AS c JOIN stage AS k ON k.kind = c.kind AND k.position = c.stage
	WHERE c.group_id = exchange_group_stage.group_id AND c.position = exchange_group_stage.position);
INSERT INTO exchange_group_stage_item (group_id, stage, position, title, speaker, minutes)
SELECT c.group_id, c.position, t.position, t.title, t.speaker, t.minutes
FROM copied_from AS c JOIN stage_item AS t ON t.kind = c.kind AND t.stage = c.stage;
DROP TABLE copied_from;
