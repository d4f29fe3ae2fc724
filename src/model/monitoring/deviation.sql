-- SPDX-License-Identifier: GPL-3.0-or-later
-- Causes of deviations and what is done about them.

-- name: deviation_list
-- ?1 round, ?2 strategy, ?3 only measures that are not done; 0 = any.
SELECT v.id, v.round_id, coalesce(v.target_id, 0), coalesce(v.task_id, 0), v.cause, v.measure, v.office,
	coalesce(v.due_on, ''), coalesce(v.done_on, ''), coalesce(t.name, k.name, ''), r.year, r.strategy_id,
	v.later
FROM deviation AS v JOIN monitoring_round AS r ON r.id = v.round_id
	JOIN strategy AS s ON s.id = r.strategy_id
	LEFT JOIN target AS t ON t.id = v.target_id LEFT JOIN task AS k ON k.id = v.task_id
WHERE (?1 = 0 OR v.round_id = ?1) AND (?2 = 0 OR r.strategy_id = ?2)
	AND (?3 = 0 OR (v.measure <> '' AND v.done_on IS NULL AND s.retired_at IS NULL))
ORDER BY CASE WHEN ?3 THEN coalesce(v.due_on, '9999') END, r.year DESC, v.task_id IS NOT NULL,
	t.goal_id, t.position, k.goal_id, k.position;

-- name: deviation_fits
-- Whether the round's strategy has the target, or the task.
SELECT 1 FROM monitoring_round AS r
WHERE r.id = ?1 AND (EXISTS (SELECT 1 FROM target AS t WHERE t.id = ?2 AND t.strategy_id = r.strategy_id)
	OR EXISTS (SELECT 1 FROM task AS k WHERE k.id = ?3 AND k.strategy_id = r.strategy_id));

-- name: deviation_at
-- ?1 round, ?2 target or ?3 task; the other is null.
SELECT id FROM deviation WHERE round_id = ?1 AND target_id = ?2
UNION ALL SELECT id FROM deviation WHERE round_id = ?1 AND task_id = ?3;

-- name: deviation_corrected
-- Whether the approved figure of the target was corrected.
SELECT 1 FROM round_correction WHERE round_id = ?1 AND target_id = ?2;

-- name: deviation_insert
INSERT INTO deviation (round_id, target_id, task_id, cause, measure, office, due_on, done_on, later)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: deviation_update
UPDATE deviation SET cause = ?3, measure = ?4, office = ?5, due_on = ?6, done_on = ?7
WHERE round_id = ?1 AND id = ?2;

-- name: deviation_settle
UPDATE deviation SET done_on = ?3 WHERE round_id = ?1 AND id = ?2;

-- name: deviation_delete
DELETE FROM deviation WHERE round_id = ?1 AND id = ?2;
