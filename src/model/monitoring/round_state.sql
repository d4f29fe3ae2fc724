-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was frozen of a round, and corrections of it.

-- name: round_figures
SELECT f.target_id, f.value, f.flag, f.value_year, f.expected, f.progress, f.status, f.trend, f.doubt,
	f.forecast_year, f.base, f.target, coalesce(f.base_year, 0), coalesce(f.target_year, 0), f.source, f.name,
	f.measure, f.decimals, f.direction, f.low, f.high, f.tolerance, f.path, coalesce(f.goal_id, 0),
	r.on_course, r.at_risk, r.goal_rule
FROM monitoring_round AS r JOIN round_figure AS f ON f.round_id = r.id WHERE r.id = ?1 ORDER BY f.target_id;

-- name: round_figure_insert
INSERT INTO round_figure (round_id, target_id, value, flag, value_year, expected, progress, status, trend,
	doubt, forecast_year, base, target, base_year, target_year, source, name, measure, decimals, direction,
	low, high, tolerance, path, goal_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
	?24, ?25);

-- name: round_tasks
SELECT task_id, state, percent, planned, spent, name, login, entered_at, file_name FROM round_task
WHERE round_id = ?1 ORDER BY task_id;

-- name: round_money
SELECT task_id, source, planned, spent, login, entered_at, file_name FROM round_money WHERE round_id = ?1
ORDER BY task_id, CASE source WHEN 'own' THEN 0 WHEN 'eu' THEN 1 WHEN 'state' THEN 2 ELSE 3 END;

-- name: round_money_years
-- What approved reports of a strategy say of all tasks, by year.
SELECT r.year, sum(t.planned), sum(t.spent) FROM monitoring_round AS r JOIN round_task AS t ON t.round_id = r.id
WHERE r.strategy_id = ?1 AND r.approved_on IS NOT NULL GROUP BY r.year ORDER BY r.year;

-- name: round_money_insert
INSERT INTO round_money (round_id, task_id, source, planned, spent, login, entered_at, file_name)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: round_task_insert
INSERT INTO round_task (round_id, task_id, state, percent, planned, spent, name, login, entered_at, file_name)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

-- name: round_goals
SELECT goal_id, status, achieved, on_course, at_risk, off_course, no_data, tasks, done, behind
FROM round_goal WHERE round_id = ?1 ORDER BY goal_id;

-- name: round_goal_tree
-- As it stood.
SELECT goal_id, coalesce(parent_id, 0), number FROM round_goal WHERE round_id = ?1 AND goal_id <> 0 ORDER BY goal_id;

-- name: round_goal_insert
INSERT INTO round_goal (round_id, goal_id, status, achieved, on_course, at_risk, off_course, no_data, tasks,
	done, behind, parent_id, number) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);

-- name: round_paper
SELECT body, sha256 FROM round_document WHERE round_id = ?1 AND name = ?2;

-- name: round_papers
-- Of all rounds, with whose they are.
SELECT s.code, r.year, d.name, d.body, d.sha256
FROM round_document AS d JOIN monitoring_round AS r ON r.id = d.round_id JOIN strategy AS s ON s.id = r.strategy_id
ORDER BY s.code, r.year, d.name;

-- name: round_paper_insert
INSERT INTO round_document (round_id, name, body, sha256) VALUES (?1, ?2, ?3, ?4);

-- name: round_approve
UPDATE monitoring_round SET approved_on = ?2, approved_by = ?3, on_course = ?4, at_risk = ?5, goal_rule = ?6
WHERE id = ?1;

-- name: round_corrections
SELECT position, target_id, value, flag, dated_on, reason, login FROM round_correction
WHERE round_id = ?1 ORDER BY position;

-- name: round_correction_newest
SELECT position, value, flag, reason FROM round_correction WHERE round_id = ?1 AND target_id = ?2
ORDER BY position DESC LIMIT 1;

-- name: round_standing
-- What was approved and the newest correction of it.
SELECT coalesce(nullif(f.name, ''), t.name), CASE f.name WHEN '' THEN t.decimals ELSE f.decimals END, f.value_year,
	f.value, c.value, coalesce(c.dated_on, ''), coalesce(c.flag, 0)
FROM round_figure AS f JOIN target AS t ON t.id = f.target_id LEFT JOIN round_correction AS c ON c.round_id = f.round_id
	AND c.target_id = f.target_id
WHERE f.round_id = ?1 AND f.target_id = ?2 ORDER BY c.position DESC LIMIT 1;

-- name: round_correction_insert
INSERT INTO round_correction (round_id, position, target_id, value, flag, dated_on, reason, login)
SELECT ?1, coalesce(max(position), 0) + 1, ?2, ?3, ?4, ?5, ?6,
	coalesce((SELECT login FROM person WHERE id = ?7), '')
FROM round_correction WHERE round_id = ?1;
