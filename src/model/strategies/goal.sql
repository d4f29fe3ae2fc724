-- SPDX-License-Identifier: GPL-3.0-or-later
-- Goals of strategies.

-- name: goal_list
SELECT id, uid, coalesce(parent_id, 0), position, dimension, name, text, coalesce(priority_id, 0)
FROM goal WHERE strategy_id = ?1 AND (retired_at IS NOT NULL) = ?2
ORDER BY coalesce(parent_id, 0), position, id;

-- name: goal_head
SELECT strategy_id, coalesce(parent_id, 0), position, retired_at IS NOT NULL, name, uid FROM goal WHERE id = ?1;

-- name: goal_priority_known
-- ?1 problem, ?2 strategy: a priority of one of its units.
SELECT 1 FROM problem AS p JOIN strategy AS s ON s.id = ?2
WHERE p.id = ?1 AND p.kind = 'priority' AND p.retired_at IS NULL
	AND (p.slot = s.slot OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot = p.slot));

-- name: goal_insert
INSERT INTO goal (uid, strategy_id, parent_id, position, dimension, name, text, priority_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: goal_update
UPDATE goal SET parent_id = ?3, position = ?4, dimension = CASE WHEN ?3 IS NULL THEN ?5 ELSE dimension END, name = ?6, text = ?7, priority_id = ?8
WHERE id = ?1 AND strategy_id = ?2 AND retired_at IS NULL;

-- name: goal_place
UPDATE goal SET parent_id = ?2, position = ?3 WHERE id = ?1;

-- name: goal_retire
UPDATE goal SET retired_at = ?2 WHERE id = ?1;

-- name: goal_held
-- What hangs on it: goals, targets, tasks.
SELECT (SELECT count(*) FROM goal AS g WHERE g.strategy_id = ?2 AND g.parent_id = ?1 AND g.retired_at IS NULL),
	(SELECT count(*) FROM target AS t WHERE t.strategy_id = ?2 AND t.goal_id = ?1 AND t.retired_at IS NULL),
	(SELECT count(*) FROM task AS k WHERE k.strategy_id = ?2 AND k.goal_id = ?1 AND k.retired_at IS NULL);
