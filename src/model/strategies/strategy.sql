-- SPDX-License-Identifier: GPL-3.0-or-later
-- Strategies and the units of supralocal ones.

-- name: strategy_list
-- ?1 unit or 0, ?2 deleted ones or not, ?3 id or 0, ?4 code or NULL; an id or a code finds deleted ones too.
SELECT s.id, s.rev, s.uid, s.code, s.slot, s.kind, s.name, coalesce(s.parent_id, 0), coalesce(p.code, ''),
	s.first_year, s.last_year, s.state, s.resolution, coalesce(s.adopted_on, ''), s.case_mark, s.vision,
	s.mission, s.level1, s.level2, s.level3, s.goal_rule, s.made_up, coalesce(s.import_id, 0), s.note,
	s.retired_at IS NOT NULL,
	(SELECT count(*) FROM goal AS g WHERE g.strategy_id = s.id AND g.retired_at IS NULL),
	(SELECT count(*) FROM target AS t WHERE t.strategy_id = s.id AND t.retired_at IS NULL),
	(SELECT count(*) FROM task AS k WHERE k.strategy_id = s.id AND k.retired_at IS NULL)
FROM strategy AS s LEFT JOIN strategy AS p ON p.id = s.parent_id
WHERE (?3 <> 0 AND s.id = ?3) OR (?4 IS NOT NULL AND s.code = ?4)
	OR (?3 = 0 AND ?4 IS NULL AND (?1 = 0 OR s.slot = ?1) AND (s.retired_at IS NOT NULL) = ?2)
ORDER BY s.first_year DESC, s.code COLLATE polish;

-- name: strategy_insert
INSERT INTO strategy (uid, code, slot, kind, name, parent_id, first_year, last_year, state, resolution,
	adopted_on, case_mark, vision, mission, level1, level2, level3, goal_rule, note, made_up, import_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21);

-- name: strategy_update
UPDATE strategy SET rev = rev + 1, code = ?2, slot = ?3, kind = ?4, name = ?5, parent_id = ?6, first_year = ?7,
	last_year = ?8, state = ?9, resolution = ?10, adopted_on = ?11, case_mark = ?12, vision = ?13,
	mission = ?14, level1 = ?15, level2 = ?16, level3 = ?17, goal_rule = ?18, note = ?19
WHERE id = ?22 AND rev = ?23 AND retired_at IS NULL;

-- name: strategy_head
SELECT rev, '', retired_at, code FROM strategy WHERE id = ?1;

-- name: strategy_retire
UPDATE strategy SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: strategy_touch
UPDATE strategy SET rev = rev + 1 WHERE id = ?1;

-- name: strategy_taken
SELECT retired_at IS NOT NULL FROM strategy WHERE code = ?1 AND id <> ?2;

-- name: strategy_leads_back
-- Whether ?1 stands above or is ?2.
WITH RECURSIVE above (id) AS (
	SELECT ?2 UNION SELECT s.parent_id FROM above JOIN strategy AS s ON s.id = above.id
	WHERE s.parent_id IS NOT NULL)
SELECT 1 FROM above WHERE id = ?1;

-- name: strategy_unit_known
SELECT 1 FROM unit WHERE slot = ?1;

-- name: strategy_monitored
-- The first and the last year whose monitoring has begun; NULL = none has.
SELECT min(year), max(year) FROM monitoring_round WHERE strategy_id = ?1;

-- name: strategy_units
SELECT slot FROM strategy_unit WHERE strategy_id = ?1 ORDER BY slot;

-- name: strategy_units_clear
DELETE FROM strategy_unit WHERE strategy_id = ?1;

-- name: strategy_units_insert
INSERT OR IGNORE INTO strategy_unit (strategy_id, slot)
SELECT id, ?2 FROM strategy WHERE id = ?1 AND slot <> ?2;

-- name: strategy_of_import
-- And whether anybody has worked on it since.
SELECT s.id, s.code, s.rev > 1
	OR EXISTS (SELECT 1 FROM strategy AS c WHERE c.parent_id = s.id)
	OR EXISTS (SELECT 1 FROM monitoring_round AS m WHERE m.strategy_id = s.id)
	OR EXISTS (SELECT 1 FROM evaluation AS e WHERE e.strategy_id = s.id)
	OR EXISTS (SELECT 1 FROM target AS t JOIN target_reading AS r ON r.target_id = t.id
		WHERE t.strategy_id = s.id AND r.import_id IS NOT ?1)
FROM strategy AS s WHERE s.import_id = ?1;

-- name: strategy_forget_steps
DELETE FROM adoption_step WHERE strategy_id = ?1;

-- name: strategy_forget_remarks
DELETE FROM consultation_remark WHERE strategy_id = ?1;

-- name: strategy_forget_risks
DELETE FROM risk WHERE strategy_id = ?1;

-- name: strategy_forget_changes
DELETE FROM strategy_change WHERE strategy_id = ?1;

-- name: strategy_forget_readings
DELETE FROM target_reading WHERE target_id IN (SELECT id FROM target WHERE strategy_id = ?1);

-- name: strategy_forget_former_readings
DELETE FROM target_reading_former WHERE target_id IN (SELECT id FROM target WHERE strategy_id = ?1);

-- name: strategy_forget_corrections
DELETE FROM target_correction WHERE target_id IN (SELECT id FROM target WHERE strategy_id = ?1);

-- name: strategy_forget_paths
DELETE FROM target_path WHERE target_id IN (SELECT id FROM target WHERE strategy_id = ?1);

-- name: strategy_forget_targets
DELETE FROM target WHERE strategy_id = ?1;

-- name: strategy_forget_money
DELETE FROM task_money WHERE task_id IN (SELECT id FROM task WHERE strategy_id = ?1);

-- name: strategy_forget_former_tasks
DELETE FROM task_former WHERE task_id IN (SELECT id FROM task WHERE strategy_id = ?1);

-- name: strategy_forget_tasks
DELETE FROM task WHERE strategy_id = ?1;

-- name: strategy_forget_goals
DELETE FROM goal WHERE strategy_id = ?1;

-- name: strategy_forget
DELETE FROM strategy WHERE id = ?1;
