-- SPDX-License-Identifier: GPL-3.0-or-later
-- An approved figure keeps the whole rule by which it was judged and the goal under which it stood,
-- so that a correction is judged by what was approved, whatever the strategy became since. What
-- becomes otherwise in a strategy in force is told whole, of goals too.

ALTER TABLE round_figure ADD COLUMN direction TEXT NOT NULL DEFAULT '' CHECK (direction IN ('', 'S', 'D', 'N', 'K')); -- '' = approved before this was kept
ALTER TABLE round_figure ADD COLUMN low REAL;                          -- NULL = not said, or approved before
ALTER TABLE round_figure ADD COLUMN high REAL;
ALTER TABLE round_figure ADD COLUMN tolerance REAL;
ALTER TABLE round_figure ADD COLUMN path TEXT NOT NULL DEFAULT '';     -- as people type it: 2024=60; 2027=75,5
ALTER TABLE round_figure ADD COLUMN goal_id INTEGER;                   -- under which it stood; NULL = of the whole strategy, or approved before
ALTER TABLE round_goal ADD COLUMN parent_id INTEGER;                   -- NULL = of the first level, or approved before
ALTER TABLE round_goal ADD COLUMN number TEXT NOT NULL DEFAULT '';     -- as it was numbered; '' = the whole strategy, or approved before
ALTER TABLE monitoring_round ADD COLUMN on_course REAL;                -- limits of statuses when it was approved; NULL = not kept then
ALTER TABLE monitoring_round ADD COLUMN at_risk REAL;
ALTER TABLE monitoring_round ADD COLUMN goal_rule TEXT NOT NULL DEFAULT ''; -- how statuses of goals followed; likewise ''

CREATE TABLE strategy_change (         -- of a strategy in force: what was changed, by which resolution and why
	id          INTEGER PRIMARY KEY,
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	noun        TEXT NOT NULL CHECK (noun IN ('goal', 'target')),
	row_id      INTEGER,                                      -- the goal or target; NULL = known by its name alone
	act         TEXT NOT NULL CHECK (act IN ('added', 'changed', 'deleted', 'restored')),
	name        TEXT NOT NULL,                                -- as it was called before
	changed_on  TEXT NOT NULL,
	resolution  TEXT NOT NULL DEFAULT '',
	reason      TEXT NOT NULL CHECK (reason <> ''),
	login       TEXT NOT NULL DEFAULT ''                      -- '' = a file said it
) STRICT;
CREATE INDEX strategy_change_of ON strategy_change (strategy_id, changed_on);
CREATE TABLE strategy_change_line (    -- fields that said something else after it
	change_id INTEGER NOT NULL REFERENCES strategy_change (id) ON DELETE CASCADE,
	position  INTEGER NOT NULL CHECK (position > 0),
	field     TEXT NOT NULL CHECK (field <> ''),              -- name, direction, base, path …
	before    TEXT NOT NULL,                                  -- as people type it; '' = nothing
	now       TEXT NOT NULL,
	PRIMARY KEY (change_id, position)
) STRICT, WITHOUT ROWID;

-- Of targets base and target were kept.
INSERT INTO strategy_change (id, strategy_id, noun, row_id, act, name, changed_on, resolution, reason, login)
SELECT c.id, t.strategy_id, 'target', t.id, 'changed', t.name, c.changed_on, c.resolution, c.reason, c.login
FROM target_change AS c JOIN target AS t ON t.id = c.target_id;
WITH said (id, position, field, before, before_year, now, now_year) AS (
	SELECT id, 1, 'base', base, base_year, new_base, new_base_year FROM target_change
	UNION ALL SELECT id, 2, 'target', target, target_year, new_target, new_target_year FROM target_change)
INSERT INTO strategy_change_line (change_id, position, field, before, now)
SELECT id, position, field,
	CASE WHEN before IS NULL THEN '' ELSE
		replace(CASE WHEN before = CAST(before AS INTEGER) THEN CAST(CAST(before AS INTEGER) AS TEXT)
			ELSE CAST(before AS TEXT) END, '.', ',') || coalesce(' (' || before_year || ')', '') END,
	CASE WHEN now IS NULL THEN '' ELSE
		replace(CASE WHEN now = CAST(now AS INTEGER) THEN CAST(CAST(now AS INTEGER) AS TEXT)
			ELSE CAST(now AS TEXT) END, '.', ',') || coalesce(' (' || now_year || ')', '') END
FROM said WHERE before IS NOT now OR before_year IS NOT now_year;
DROP TABLE target_change;
