-- SPDX-License-Identifier: GPL-3.0-or-later
-- Changes of strategies in force.

-- name: strategy_change_list
-- ?1 strategy, ?2 target or 0, ?3 year or 0. What hangs on nothing and has money is a task, with a field of the strategy the strategy itself.
SELECT id, strategy_id, CASE WHEN noun <> 'goal' OR row_id IS NOT NULL THEN noun
	WHEN EXISTS (SELECT 1 FROM strategy_change_line AS l WHERE l.change_id = strategy_change.id
		AND l.field IN ('planned', 'spent')) THEN 'task'
	WHEN EXISTS (SELECT 1 FROM strategy_change_line AS l WHERE l.change_id = strategy_change.id
		AND l.field IN ('state', 'unit', 'first_year', 'last_year', 'vision', 'mission', 'rule', 'resolution', 'adopted_on')) THEN 'strategy' ELSE noun END,
	act, coalesce(row_id, 0), name, changed_on, resolution, reason, login
FROM strategy_change
WHERE strategy_id = ?1 AND (?2 = 0 OR (noun = 'target' AND row_id = ?2)) AND (?3 = 0 OR substr(changed_on, 1, 4) + 0 = ?3)
ORDER BY changed_on DESC, id DESC;

-- name: strategy_change_lines
SELECT l.change_id, l.field, l.before, l.now
FROM strategy_change AS c JOIN strategy_change_line AS l ON l.change_id = c.id
WHERE c.strategy_id = ?1 ORDER BY l.change_id, l.position;

-- name: strategy_change_turned
SELECT 1 FROM strategy_change AS c JOIN strategy_change_line AS l ON l.change_id = c.id AND l.field = 'state'
WHERE c.strategy_id = ?1 AND c.noun = 'goal' AND c.row_id IS NULL LIMIT 1;

-- name: strategy_change_insert
INSERT INTO strategy_change (strategy_id, noun, row_id, act, name, changed_on, resolution, reason, login)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, coalesce(?9, (SELECT login FROM person WHERE id = ?10), ''));

-- name: strategy_change_line_insert
INSERT INTO strategy_change_line (change_id, position, field, before, now) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: strategy_change_goal
SELECT name FROM goal WHERE id = ?1;

-- name: strategy_change_unit
SELECT code FROM unit WHERE slot = ?1;
