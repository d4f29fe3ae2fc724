-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tasks of strategies, their places and their money.

-- name: task_list
-- Those of the whole strategy first, then in the order of the tree. said_for: New Year is Warsaw's.
WITH RECURSIVE tree (id, place) AS (
	SELECT id, printf('%08d', position) FROM goal WHERE strategy_id = ?1 AND parent_id IS NULL
	UNION ALL
	SELECT g.id, t.place || printf('.%08d', g.position) FROM tree AS t
		JOIN goal AS g ON g.strategy_id = ?1 AND g.parent_id = t.id)
SELECT t.id, t.strategy_id, coalesce(t.goal_id, 0), t.position, t.kind, t.state, t.percent, t.uid, t.name,
	t.office, t.partners, t.planned_from, t.planned_to, t.real_from, t.real_to, t.reason, t.product,
	t.note, (SELECT sum(m.planned) FROM task_money AS m WHERE m.task_id = t.id),
	(SELECT sum(m.spent) FROM task_money AS m WHERE m.task_id = t.id),
	t.login, t.entered_at, coalesce((SELECT i.file_name FROM import AS i WHERE i.id = t.import_id), ''),
	coalesce((SELECT m.year FROM round_sheet AS r JOIN monitoring_round AS m ON m.id = r.round_id
		WHERE r.import_id = t.import_id LIMIT 1), strftime('%Y', t.entered_at, '+1 hour') - 1, 0) AS said_for
FROM task AS t LEFT JOIN tree AS g ON g.id = t.goal_id
WHERE t.strategy_id = ?1 AND (?2 = 0 OR t.goal_id = ?2) AND (?3 IS NULL OR t.office = ?3)
	AND (t.retired_at IS NOT NULL) = ?4
ORDER BY CASE WHEN ?4 THEN t.retired_at END DESC, g.place IS NOT NULL, g.place, t.goal_id, t.position, t.id;

-- name: task_load
SELECT t.id, t.strategy_id, coalesce(t.goal_id, 0), t.position, t.kind, t.state, t.percent, t.uid, t.name,
	t.office, t.partners, t.planned_from, t.planned_to, t.real_from, t.real_to, t.reason, t.product,
	t.note, (SELECT sum(m.planned) FROM task_money AS m WHERE m.task_id = t.id),
	(SELECT sum(m.spent) FROM task_money AS m WHERE m.task_id = t.id),
	t.login, t.entered_at, coalesce((SELECT i.file_name FROM import AS i WHERE i.id = t.import_id), ''),
	coalesce((SELECT m.year FROM round_sheet AS r JOIN monitoring_round AS m ON m.id = r.round_id
		WHERE r.import_id = t.import_id LIMIT 1), strftime('%Y', t.entered_at, '+1 hour') - 1, 0) AS said_for
FROM task AS t WHERE t.id = ?1;

-- name: task_said
-- What was said of tasks of a strategy, or of one, before what they say now. A plan that nobody has spoken of says nothing.
WITH said (task_id, id, state, percent, login, entered_at, file_name, sheet, entered) AS (
	SELECT f.task_id, f.id, f.state, f.percent, f.login, f.entered_at, coalesce(i.file_name, ''), (SELECT m.year FROM round_sheet AS r
		JOIN monitoring_round AS m ON m.id = r.round_id WHERE r.import_id = f.import_id LIMIT 1),
		strftime('%Y', f.entered_at, '+1 hour') - 1
	FROM task AS t JOIN task_former AS f ON f.task_id = t.id LEFT JOIN import AS i ON i.id = f.import_id
	WHERE t.strategy_id = ?1 AND (?2 = 0 OR t.id = ?2) AND i.undone_at IS NULL)
SELECT task_id, coalesce(sheet, entered) AS year, state, percent, login, entered_at, file_name FROM said
WHERE year IS NOT NULL AND (sheet IS NOT NULL OR percent > 0 OR state <> 'not_started') ORDER BY task_id, year, id;

-- name: task_head
SELECT t.strategy_id, coalesce(t.goal_id, 0), t.position, t.retired_at IS NOT NULL,
	coalesce(g.retired_at IS NOT NULL, 0), t.state = 'done', t.name
FROM task AS t LEFT JOIN goal AS g ON g.id = t.goal_id WHERE t.id = ?1;

-- name: task_goal
SELECT 1 FROM goal WHERE id = ?1 AND strategy_id = ?2 AND retired_at IS NULL;

-- name: task_last
SELECT coalesce(max(position), 0) FROM task
WHERE strategy_id = ?1 AND goal_id IS ?2 AND retired_at IS NULL;

-- name: task_insert
INSERT INTO task (strategy_id, goal_id, position, kind, name, office, partners, planned_from, planned_to,
	real_from, real_to, state, reason, percent, product, note, uid, login, entered_at, import_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
	coalesce((SELECT login FROM person WHERE id = ?18), ''), ?19, ?20);

-- name: task_update
-- Who said it last is who changed its state, per cent or real days.
UPDATE task SET goal_id = ?2, position = ?3, kind = ?4, name = ?5, office = ?6, partners = ?7,
	planned_from = ?8, planned_to = ?9, real_from = ?10, real_to = ?11, state = ?12, reason = ?13,
	percent = ?14, product = ?15, note = ?16,
	login = CASE WHEN (real_from, real_to, state, reason, percent) IS (?10, ?11, ?12, ?13, ?14) THEN login
		ELSE coalesce((SELECT p.login FROM person AS p WHERE p.id = ?18), '') END,
	entered_at = CASE WHEN (real_from, real_to, state, reason, percent) IS (?10, ?11, ?12, ?13, ?14)
		THEN entered_at ELSE ?19 END,
	import_id = CASE WHEN (real_from, real_to, state, reason, percent) IS (?10, ?11, ?12, ?13, ?14)
		THEN import_id ELSE ?20 END
WHERE id = ?17 AND strategy_id = ?1 AND retired_at IS NULL;


-- name: task_close_gap
UPDATE task SET position = position - 1
WHERE strategy_id = ?1 AND goal_id IS ?2 AND position > ?3 AND retired_at IS NULL;

-- name: task_neighbour
SELECT id FROM task WHERE strategy_id = ?1 AND goal_id IS ?2 AND position = ?3 AND retired_at IS NULL;

-- name: task_place
UPDATE task SET position = ?2 WHERE id = ?1;

-- name: task_retire
UPDATE task SET retired_at = ?2 WHERE id = ?1;

-- name: task_restore
UPDATE task SET retired_at = NULL, goal_id = ?2, position = ?3 WHERE id = ?1;

-- name: task_offices
SELECT office FROM task WHERE (?1 = 0 OR strategy_id = ?1) AND office <> '' AND retired_at IS NULL
UNION
SELECT office FROM target WHERE (?1 = 0 OR strategy_id = ?1) AND office <> '' AND retired_at IS NULL
ORDER BY 1 COLLATE polish;

-- name: task_money_list
SELECT m.task_id, m.year, m.source, m.planned, m.spent, m.login, m.entered_at, coalesce(i.file_name, '')
FROM task_money AS m LEFT JOIN import AS i ON i.id = m.import_id WHERE m.task_id = ?1
ORDER BY m.year, CASE m.source WHEN 'own' THEN 0 WHEN 'eu' THEN 1 WHEN 'state' THEN 2 ELSE 3 END;

-- name: task_money_of_strategy
SELECT m.task_id, m.year, m.source, m.planned, m.spent, m.login, m.entered_at, coalesce(i.file_name, '')
FROM task AS t JOIN task_money AS m ON m.task_id = t.id LEFT JOIN import AS i ON i.id = m.import_id
WHERE t.strategy_id = ?1 AND t.retired_at IS NULL
ORDER BY m.task_id, m.year, CASE m.source WHEN 'own' THEN 0 WHEN 'eu' THEN 1 WHEN 'state' THEN 2 ELSE 3 END;

-- name: task_money_at
SELECT planned, spent FROM task_money WHERE task_id = ?1 AND year = ?2 AND source = ?3;

-- name: task_money_put
INSERT INTO task_money (task_id, year, source, planned, spent, login, entered_at, import_id)
VALUES (?1, ?2, ?3, ?4, ?5, coalesce((SELECT login FROM person WHERE id = ?6), ''), ?7, ?8)
ON CONFLICT DO UPDATE SET planned = excluded.planned, spent = excluded.spent, login = excluded.login,
	entered_at = excluded.entered_at, import_id = excluded.import_id
WHERE planned IS NOT excluded.planned OR spent IS NOT excluded.spent;

-- name: task_money_delete
DELETE FROM task_money WHERE task_id = ?1 AND year = ?2 AND source = ?3;

-- name: task_span
-- The years of a task and of its strategy together.
SELECT min(s.first_year, coalesce(substr(t.planned_from, 1, 4) + 0, s.first_year),
		coalesce(substr(t.real_from, 1, 4) + 0, s.first_year)),
	max(s.last_year, coalesce(substr(t.planned_to, 1, 4) + 0, s.last_year),
		coalesce(substr(t.real_to, 1, 4) + 0, s.last_year))
FROM task AS t JOIN strategy AS s ON s.id = t.strategy_id WHERE t.id = ?1;
