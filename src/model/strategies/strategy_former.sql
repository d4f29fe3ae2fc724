-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows of a strategy as a file found and left them, and taking such a file back. ?1 import, ?2 strategy.

-- name: strategy_former_say
-- What every row says that is not deleted, how far a task is by itself. ?3: 0 before the file, 1 after it, 2 when it is
-- taken back, of the rows that it changed alone: what they say still does not stay.
WITH row (noun, key, said) AS (
		SELECT 'strategy', uid, json_array(name, first_year, last_year, case_mark, vision, mission, level1, level2,
			level3, goal_rule, note)
		FROM strategy WHERE id = ?2 AND retired_at IS NULL
		UNION ALL SELECT 'goal', uid, json_array(dimension, name, text)
		FROM goal WHERE strategy_id = ?2 AND retired_at IS NULL
		UNION ALL SELECT 'target', uid, json_array(name, kind, measure, decimals, direction, low, high, tolerance,
			base_year, base, target_year, target, office, source, frequency, month, method, note,
			json((SELECT json_group_array(json_array(p.year, p.value)) FROM
				(SELECT year, value FROM target_path WHERE target_id = target.id ORDER BY year) AS p)))
		FROM target WHERE strategy_id = ?2 AND retired_at IS NULL
		UNION ALL SELECT 'reading', t.uid || ' ' || r.year, json_array(r.value, r.flag, r.source)
		FROM target AS t JOIN target_reading AS r ON r.target_id = t.id WHERE t.strategy_id = ?2 AND t.retired_at IS NULL
		UNION ALL SELECT 'task', uid, json_array(kind, name, office, partners, planned_from, planned_to, product, note)
		FROM task WHERE strategy_id = ?2 AND retired_at IS NULL
		UNION ALL SELECT 'progress', uid, json_array(state, reason, percent, real_from, real_to)
		FROM task WHERE strategy_id = ?2 AND retired_at IS NULL
		UNION ALL SELECT 'money', t.uid || ' ' || m.year || ' ' || m.source, json_array(m.planned, m.spent,
			m.login, m.entered_at, m.import_id)
		FROM task AS t JOIN task_money AS m ON m.task_id = t.id WHERE t.strategy_id = ?2 AND t.retired_at IS NULL
		UNION ALL SELECT 'step', s.uid || ' ' || a.position, json_array(a.kind, a.name, a.planned_on, a.done_on,
			a.document, a.note)
		FROM strategy AS s JOIN adoption_step AS a ON a.strategy_id = s.id WHERE s.id = ?2
		UNION ALL SELECT 'remark', s.uid || ' ' || c.position, json_array(c.author, c.place, c.text, c.made_on,
			c.outcome, c.answer)
		FROM strategy AS s JOIN consultation_remark AS c ON c.strategy_id = s.id WHERE s.id = ?2
		UNION ALL SELECT 'risk', s.uid || ' ' || k.position, json_array(k.task_id, k.text, k.likelihood, k.effect,
			k.response, k.office, k.closed_on)
		FROM strategy AS s JOIN risk AS k ON k.strategy_id = s.id WHERE s.id = ?2)
INSERT INTO strategy_former (import_id, noun, key, strategy_id, former, now)
SELECT ?1, noun, key, ?2, CASE ?3 WHEN 0 THEN said END, said FROM row
WHERE ?3 < 2 OR (noun, key) IN (SELECT noun, key FROM strategy_former WHERE import_id = ?1)
ON CONFLICT DO UPDATE SET now = CASE ?3 WHEN 2 THEN now ELSE excluded.now END,
	stays = CASE ?3 WHEN 2 THEN now <> excluded.now ELSE 0 END;

-- name: strategy_former_move
-- ?1 strategy, ?2 noun, ?3 place, ?4 new place; below 0: the line is deleted, and this is its deleted_line.
UPDATE OR REPLACE strategy_former SET key = substr(key, 1, 33) || ?4
WHERE noun = ?2 AND key = (SELECT uid FROM strategy WHERE id = ?1) || ' ' || ?3;

-- name: strategy_former_free
-- ?1 strategy, ?2 noun, ?3 place.
DELETE FROM strategy_former WHERE noun = ?2 AND key = (SELECT uid FROM strategy WHERE id = ?1) || ' ' || ?3;

-- name: strategy_former_prune
DELETE FROM strategy_former WHERE import_id = ?1 AND strategy_id = ?2 AND former = now;

-- name: strategy_former_later
-- Newer files in force that changed the same rows; what triggers keep is in any order.
SELECT DISTINCT l.import_id FROM strategy_former AS f
	JOIN strategy_former AS l ON l.noun = f.noun AND l.key = f.key AND l.import_id > f.import_id
	JOIN import AS i ON i.id = l.import_id AND i.undone_at IS NULL
WHERE f.import_id = ?1 AND f.noun NOT IN ('reading', 'progress') ORDER BY l.import_id DESC;

-- name: strategy_former_strategy
-- The strategy of what a file changed.
SELECT strategy_id FROM strategy_former WHERE import_id = ?1
UNION SELECT t.strategy_id FROM target_reading AS r JOIN target AS t ON t.id = r.target_id WHERE r.import_id = ?1
UNION SELECT strategy_id FROM task WHERE import_id = ?1 LIMIT 1;

-- name: strategy_former_left
-- Of a file that was taken back: what it had changed and somebody has changed since.
SELECT noun, coalesce(CASE
		WHEN noun = 'strategy' THEN (SELECT code FROM strategy WHERE uid = key)
		WHEN noun = 'goal' THEN (SELECT name FROM goal WHERE uid = key)
		WHEN noun IN ('target', 'reading') THEN (SELECT name FROM target WHERE uid = substr(key, 1, 32))
		WHEN noun IN ('task', 'progress', 'money') THEN (SELECT name FROM task WHERE uid = substr(key, 1, 32))
		WHEN noun IN ('step', 'risk') AND substr(key, 34, 1) = '-' THEN json_extract(now, '$[1]')
		WHEN noun = 'remark' AND substr(key, 34, 1) = '-' THEN json_extract(now, '$[2]')
	END, ''), CASE WHEN noun IN ('reading', 'money') THEN substr(key, 34, 4)
		WHEN substr(key, 34, 1) = '-' THEN '' ELSE substr(key, 34, 9) END
FROM strategy_former WHERE import_id = ?1 AND stays = 1 ORDER BY noun, key;

-- name: strategy_former_changed
-- Until it is known that they say still what the file says. Of a line that the file brought and somebody deleted
-- there is nothing to take back.
UPDATE strategy_former SET stays = NOT (noun IN ('step', 'remark', 'risk') AND former IS NULL AND substr(key, 34, 1) = '-')
WHERE import_id = ?1 AND strategy_id = ?2;

-- name: strategy_former_money_approved
-- Money that would change back although the report of its year is approved.
SELECT m.year, t.name
FROM strategy_former AS f JOIN task AS t ON t.uid = substr(f.key, 1, 32)
	JOIN task_money AS m ON m.task_id = t.id AND f.key = t.uid || ' ' || m.year || ' ' || m.source
	JOIN monitoring_round AS r ON r.strategy_id = t.strategy_id AND r.year = m.year AND r.approved_on IS NOT NULL
WHERE f.import_id = ?1 AND f.strategy_id = ?2 AND f.noun = 'money' AND f.stays = 0
	AND (f.former IS NULL OR json_extract(f.former, '$[0]') IS NOT m.planned
		OR json_extract(f.former, '$[1]') IS NOT m.spent)
ORDER BY m.year, t.id LIMIT 1;

-- name: strategy_former_strategy_back
UPDATE strategy SET (name, first_year, last_year, case_mark, vision, mission, level1, level2, level3, goal_rule, note) =
	(SELECT json_extract(f.former, '$[0]'), json_extract(f.former, '$[1]'), json_extract(f.former, '$[2]'),
		json_extract(f.former, '$[3]'), json_extract(f.former, '$[4]'), json_extract(f.former, '$[5]'),
		json_extract(f.former, '$[6]'), json_extract(f.former, '$[7]'), json_extract(f.former, '$[8]'),
		json_extract(f.former, '$[9]'), json_extract(f.former, '$[10]')
	FROM strategy_former AS f WHERE f.import_id = ?1 AND f.noun = 'strategy' AND f.key = strategy.uid)
WHERE id = ?2 AND uid IN (SELECT key FROM strategy_former WHERE import_id = ?1 AND noun = 'strategy' AND stays = 0);

-- name: strategy_former_goals_back
UPDATE goal SET (dimension, name, text) = (SELECT json_extract(f.former, '$[0]'), json_extract(f.former, '$[1]'),
	json_extract(f.former, '$[2]')
	FROM strategy_former AS f WHERE f.import_id = ?1 AND f.noun = 'goal' AND f.key = goal.uid)
WHERE strategy_id = ?2 AND uid IN (SELECT key FROM strategy_former
	WHERE import_id = ?1 AND noun = 'goal' AND stays = 0 AND former IS NOT NULL);

-- name: strategy_former_targets_back
UPDATE target SET (name, kind, measure, decimals, direction, low, high, tolerance, base_year, base, target_year, target,
	office, source, frequency, month, method, note) =
	(SELECT json_extract(f.former, '$[0]'), json_extract(f.former, '$[1]'), json_extract(f.former, '$[2]'),
		json_extract(f.former, '$[3]'), json_extract(f.former, '$[4]'), json_extract(f.former, '$[5]'),
		json_extract(f.former, '$[6]'), json_extract(f.former, '$[7]'), json_extract(f.former, '$[8]'),
		json_extract(f.former, '$[9]'), json_extract(f.former, '$[10]'), json_extract(f.former, '$[11]'),
		json_extract(f.former, '$[12]'), json_extract(f.former, '$[13]'), json_extract(f.former, '$[14]'),
		json_extract(f.former, '$[15]'), json_extract(f.former, '$[16]'), json_extract(f.former, '$[17]')
	FROM strategy_former AS f WHERE f.import_id = ?1 AND f.noun = 'target' AND f.key = target.uid)
WHERE strategy_id = ?2 AND uid IN (SELECT key FROM strategy_former
	WHERE import_id = ?1 AND noun = 'target' AND stays = 0 AND former IS NOT NULL);

-- name: strategy_former_paths_clear
DELETE FROM target_path WHERE target_id IN (SELECT t.id FROM strategy_former AS f JOIN target AS t ON t.uid = f.key
	WHERE f.import_id = ?1 AND f.noun = 'target' AND f.stays = 0 AND t.strategy_id = ?2);

-- name: strategy_former_paths_back
INSERT INTO target_path (target_id, year, value)
SELECT t.id, json_extract(p.value, '$[0]'), json_extract(p.value, '$[1]')
FROM strategy_former AS f JOIN target AS t ON t.uid = f.key JOIN json_each(f.former, '$[18]') AS p
WHERE f.import_id = ?1 AND f.noun = 'target' AND f.stays = 0 AND f.former IS NOT NULL AND t.strategy_id = ?2;

-- name: strategy_former_tasks_back
UPDATE task SET (kind, name, office, partners, planned_from, planned_to, product, note) =
	(SELECT json_extract(f.former, '$[0]'), json_extract(f.former, '$[1]'), json_extract(f.former, '$[2]'),
		json_extract(f.former, '$[3]'), json_extract(f.former, '$[4]'), json_extract(f.former, '$[5]'),
		json_extract(f.former, '$[6]'), json_extract(f.former, '$[7]')
	FROM strategy_former AS f WHERE f.import_id = ?1 AND f.noun = 'task' AND f.key = task.uid)
WHERE strategy_id = ?2 AND uid IN (SELECT key FROM strategy_former
	WHERE import_id = ?1 AND noun = 'task' AND stays = 0 AND former IS NOT NULL);

-- name: strategy_former_money_back
INSERT INTO task_money (task_id, year, source, planned, spent, login, entered_at, import_id)
SELECT m.task_id, m.year, m.source, json_extract(f.former, '$[0]'), json_extract(f.former, '$[1]'),
	json_extract(f.former, '$[2]'), json_extract(f.former, '$[3]'), json_extract(f.former, '$[4]')
FROM task AS t JOIN task_money AS m ON m.task_id = t.id
	JOIN strategy_former AS f ON f.key = t.uid || ' ' || m.year || ' ' || m.source
WHERE t.strategy_id = ?2 AND f.import_id = ?1 AND f.noun = 'money' AND f.stays = 0 AND f.former IS NOT NULL
ON CONFLICT DO UPDATE SET planned = excluded.planned, spent = excluded.spent, login = excluded.login,
	entered_at = excluded.entered_at, import_id = excluded.import_id;

-- name: strategy_former_steps_back
UPDATE adoption_step SET (kind, name, planned_on, done_on, document, note) =
	(SELECT json_extract(f.former, '$[0]'), json_extract(f.former, '$[1]'), json_extract(f.former, '$[2]'),
		json_extract(f.former, '$[3]'), json_extract(f.former, '$[4]'), json_extract(f.former, '$[5]')
	FROM strategy AS s JOIN strategy_former AS f ON f.key = s.uid || ' ' || adoption_step.position
	WHERE s.id = ?2 AND f.import_id = ?1 AND f.noun = 'step')
WHERE strategy_id = ?2 AND position IN (SELECT substr(key, 34) + 0 FROM strategy_former
	WHERE import_id = ?1 AND noun = 'step' AND stays = 0 AND former IS NOT NULL);

-- name: strategy_former_remarks_back
UPDATE consultation_remark SET (author, place, text, made_on, outcome, answer) =
	(SELECT json_extract(f.former, '$[0]'), json_extract(f.former, '$[1]'), json_extract(f.former, '$[2]'),
		json_extract(f.former, '$[3]'), json_extract(f.former, '$[4]'), json_extract(f.former, '$[5]')
	FROM strategy AS s JOIN strategy_former AS f ON f.key = s.uid || ' ' || consultation_remark.position
	WHERE s.id = ?2 AND f.import_id = ?1 AND f.noun = 'remark')
WHERE strategy_id = ?2 AND position IN (SELECT substr(key, 34) + 0 FROM strategy_former
	WHERE import_id = ?1 AND noun = 'remark' AND stays = 0 AND former IS NOT NULL);

-- name: strategy_former_risks_back
UPDATE risk SET (task_id, text, likelihood, effect, response, office, closed_on) =
	(SELECT json_extract(f.former, '$[0]'), json_extract(f.former, '$[1]'), json_extract(f.former, '$[2]'),
		json_extract(f.former, '$[3]'), json_extract(f.former, '$[4]'), json_extract(f.former, '$[5]'),
		json_extract(f.former, '$[6]')
	FROM strategy AS s JOIN strategy_former AS f ON f.key = s.uid || ' ' || risk.position
	WHERE s.id = ?2 AND f.import_id = ?1 AND f.noun = 'risk')
WHERE strategy_id = ?2 AND position IN (SELECT substr(key, 34) + 0 FROM strategy_former
	WHERE import_id = ?1 AND noun = 'risk' AND stays = 0 AND former IS NOT NULL);

-- name: strategy_former_money_gone
DELETE FROM task_money WHERE task_id IN (SELECT id FROM task WHERE strategy_id = ?2)
	AND (SELECT uid FROM task WHERE id = task_id) || ' ' || year || ' ' || source IN (SELECT key FROM strategy_former
		WHERE import_id = ?1 AND noun = 'money' AND stays = 0 AND former IS NULL);

-- name: strategy_former_steps_gone
DELETE FROM adoption_step WHERE strategy_id = ?2 AND position IN (SELECT substr(key, 34) + 0 FROM strategy_former
	WHERE import_id = ?1 AND noun = 'step' AND stays = 0 AND former IS NULL);

-- name: strategy_former_remarks_gone
DELETE FROM consultation_remark WHERE strategy_id = ?2 AND position IN (SELECT substr(key, 34) + 0 FROM strategy_former
	WHERE import_id = ?1 AND noun = 'remark' AND stays = 0 AND former IS NULL);

-- name: strategy_former_risks_gone
DELETE FROM risk WHERE strategy_id = ?2 AND position IN (SELECT substr(key, 34) + 0 FROM strategy_former
	WHERE import_id = ?1 AND noun = 'risk' AND stays = 0 AND former IS NULL);

-- name: strategy_former_used
-- New targets and tasks on which somebody has worked stay.
UPDATE strategy_former SET stays = 1 WHERE import_id = ?1 AND former IS NULL AND stays = 0 AND (
	(noun = 'target' AND key IN (SELECT t.uid FROM target AS t WHERE t.strategy_id = ?2
		AND (EXISTS (SELECT 1 FROM target_reading AS r WHERE r.target_id = t.id)
			OR EXISTS (SELECT 1 FROM round_figure AS r WHERE r.target_id = t.id)
			OR EXISTS (SELECT 1 FROM round_correction AS c WHERE c.target_id = t.id)
			OR EXISTS (SELECT 1 FROM deviation AS d WHERE d.target_id = t.id))))
	OR (noun = 'task' AND key IN (SELECT t.uid FROM task AS t WHERE t.strategy_id = ?2
		AND (EXISTS (SELECT 1 FROM task_money AS m WHERE m.task_id = t.id)
			OR EXISTS (SELECT 1 FROM risk AS k WHERE k.strategy_id = ?2 AND k.task_id = t.id)
			OR EXISTS (SELECT 1 FROM round_task AS r WHERE r.task_id = t.id)
			OR EXISTS (SELECT 1 FROM deviation AS d WHERE d.task_id = t.id)
			OR EXISTS (SELECT 1 FROM strategy_former AS f WHERE f.import_id = ?1
				AND f.noun = 'progress' AND f.key = t.uid AND f.stays = 1)))));

-- name: strategy_former_readings_gone
-- What triggers kept of readings that go with their target.
DELETE FROM target_reading_former WHERE target_id IN (SELECT t.id FROM strategy_former AS f JOIN target AS t ON t.uid = f.key
	WHERE f.import_id = ?1 AND f.noun = 'target' AND f.stays = 0 AND f.former IS NULL AND t.strategy_id = ?2);

-- name: strategy_former_changes_gone
DELETE FROM strategy_change WHERE strategy_id = ?2 AND noun = 'target' AND row_id IN (SELECT t.id FROM strategy_former AS f JOIN target AS t ON t.uid = f.key
	WHERE f.import_id = ?1 AND f.noun = 'target' AND f.stays = 0 AND f.former IS NULL AND t.strategy_id = ?2);

-- name: strategy_former_targets_gone
DELETE FROM target WHERE strategy_id = ?2 AND uid IN (SELECT key FROM strategy_former
	WHERE import_id = ?1 AND noun = 'target' AND stays = 0 AND former IS NULL);

-- name: strategy_former_progress_gone
DELETE FROM task_former WHERE task_id IN (SELECT t.id FROM strategy_former AS f JOIN task AS t ON t.uid = f.key
	WHERE f.import_id = ?1 AND f.noun = 'task' AND f.stays = 0 AND f.former IS NULL AND t.strategy_id = ?2);

-- name: strategy_former_tasks_gone
DELETE FROM task WHERE strategy_id = ?2 AND uid IN (SELECT key FROM strategy_former
	WHERE import_id = ?1 AND noun = 'task' AND stays = 0 AND former IS NULL);

-- name: strategy_former_goals_used
-- New goals on which something hangs stay, and those above them; what hangs on a deleted one too.
WITH RECURSIVE held (id) AS (
	SELECT g.id FROM goal AS g WHERE g.strategy_id = ?2
		AND (NOT EXISTS (SELECT 1 FROM strategy_former AS f WHERE f.import_id = ?1 AND f.noun = 'goal' AND f.key = g.uid
				AND f.stays = 0 AND f.former IS NULL)
			OR EXISTS (SELECT 1 FROM target AS t WHERE t.strategy_id = ?2 AND t.goal_id = g.id)
			OR EXISTS (SELECT 1 FROM task AS k WHERE k.strategy_id = ?2 AND k.goal_id = g.id))
	UNION SELECT g.parent_id FROM held JOIN goal AS g ON g.id = held.id WHERE g.parent_id IS NOT NULL)
UPDATE strategy_former SET stays = 1 WHERE import_id = ?1 AND noun = 'goal' AND former IS NULL
	AND key IN (SELECT g.uid FROM held JOIN goal AS g ON g.id = held.id);

-- name: strategy_former_goal_changes_gone
DELETE FROM strategy_change WHERE strategy_id = ?2 AND noun = 'goal' AND row_id IN (SELECT g.id
	FROM strategy_former AS f JOIN goal AS g ON g.uid = f.key
	WHERE f.import_id = ?1 AND f.noun = 'goal' AND f.stays = 0 AND f.former IS NULL AND g.strategy_id = ?2);

-- name: strategy_former_goals_gone
DELETE FROM goal WHERE strategy_id = ?2 AND uid IN (SELECT key FROM strategy_former
	WHERE import_id = ?1 AND noun = 'goal' AND stays = 0 AND former IS NULL);

-- name: strategy_former_drop
DELETE FROM strategy_former WHERE import_id = ?1 AND strategy_id = ?2 AND stays = 0;

-- ---- places without gaps where lines and tasks went; ?1 strategy ----

-- name: strategy_former_places_lost
-- What is kept of lines that went.
DELETE FROM strategy_former WHERE strategy_id = ?1 AND noun IN ('step', 'remark', 'risk') AND substr(key, 34, 1) <> '-'
	AND NOT EXISTS (SELECT 1 FROM (SELECT 'step' AS noun, position FROM adoption_step WHERE strategy_id = ?1
			UNION ALL SELECT 'remark', position FROM consultation_remark WHERE strategy_id = ?1
			UNION ALL SELECT 'risk', position FROM risk WHERE strategy_id = ?1) AS l
		WHERE l.noun = strategy_former.noun AND l.position = substr(strategy_former.key, 34) + 0);

-- name: strategy_former_places_aside
UPDATE strategy_former SET key = substr(key, 1, 33) || (substr(key, 34) + 1000000)
WHERE strategy_id = ?1 AND noun IN ('step', 'remark', 'risk') AND substr(key, 34, 1) <> '-';

-- name: strategy_former_places_settle
-- To where the lines themselves will settle.
UPDATE strategy_former SET key = substr(key, 1, 33) || l.n
FROM (SELECT noun, position, row_number() OVER (PARTITION BY noun ORDER BY position) AS n
	FROM (SELECT 'step' AS noun, position FROM adoption_step WHERE strategy_id = ?1
		UNION ALL SELECT 'remark', position FROM consultation_remark WHERE strategy_id = ?1
		UNION ALL SELECT 'risk', position FROM risk WHERE strategy_id = ?1)) AS l
WHERE strategy_id = ?1 AND strategy_former.noun = l.noun
	AND strategy_former.key = substr(strategy_former.key, 1, 33) || (l.position + 1000000);

-- name: strategy_steps_aside
UPDATE adoption_step SET position = position + 1000000 WHERE strategy_id = ?1;

-- name: strategy_steps_settle
UPDATE adoption_step SET position = n.n FROM (SELECT position, row_number() OVER (ORDER BY position) AS n
	FROM adoption_step WHERE strategy_id = ?1) AS n
WHERE strategy_id = ?1 AND adoption_step.position = n.position;

-- name: strategy_remarks_aside
UPDATE consultation_remark SET position = position + 1000000 WHERE strategy_id = ?1;

-- name: strategy_remarks_settle
UPDATE consultation_remark SET position = n.n FROM (SELECT position, row_number() OVER (ORDER BY position) AS n
	FROM consultation_remark WHERE strategy_id = ?1) AS n
WHERE strategy_id = ?1 AND consultation_remark.position = n.position;

-- name: strategy_risks_aside
UPDATE risk SET position = position + 1000000 WHERE strategy_id = ?1;

-- name: strategy_risks_settle
UPDATE risk SET position = n.n FROM (SELECT position, row_number() OVER (ORDER BY position) AS n
	FROM risk WHERE strategy_id = ?1) AS n
WHERE strategy_id = ?1 AND risk.position = n.position;

-- name: strategy_tasks_settle
UPDATE task SET position = n.n FROM (SELECT id, row_number() OVER (PARTITION BY goal_id ORDER BY position, id) AS n
	FROM task WHERE strategy_id = ?1 AND retired_at IS NULL) AS n
WHERE task.id = n.id;

-- ---- figures that went with a file ----

-- name: target_taken_keep
-- Of a target that is still there: its uid and the year, in the place of the row that a file changed.
INSERT INTO strategy_former (import_id, noun, key, strategy_id, former, now)
SELECT ?1, 'taken', uid || ' ' || ?3, strategy_id, NULL, '[]' FROM target WHERE id = ?2;

-- name: target_taken_list
SELECT t.id, substr(f.key, 34) + 0, i.id, i.file_name, i.undone_at
FROM strategy_former AS f JOIN target AS t ON t.uid = substr(f.key, 1, 32) JOIN import AS i ON i.id = f.import_id
WHERE f.noun = 'taken' AND f.strategy_id = ?1
ORDER BY t.id, substr(f.key, 34) + 0, i.undone_at, i.id;

-- name: target_taken_forget
DELETE FROM strategy_former WHERE noun = 'taken' AND strategy_id = ?1;
