-- SPDX-License-Identifier: GPL-3.0-or-later
-- Targets, their paths, changes and readings.

-- name: target_list
-- ?1 strategy, ?2 goal or 0, ?3 deleted ones or not.
SELECT id, uid, strategy_id, coalesce(goal_id, 0), position, name, kind, indicator, coalesce(slot, 0), measure,
	decimals, direction, low, high, tolerance, coalesce(base_year, 0), base, coalesce(target_year, 0), target,
	office, source, frequency, month, method, note, retired_at IS NOT NULL
FROM target
WHERE strategy_id = ?1 AND (?2 = 0 OR goal_id = ?2) AND (retired_at IS NOT NULL) = ?3
ORDER BY coalesce(goal_id, 0), position, id;

-- name: target_load
SELECT id, uid, strategy_id, coalesce(goal_id, 0), position, name, kind, indicator, coalesce(slot, 0), measure,
	decimals, direction, low, high, tolerance, coalesce(base_year, 0), base, coalesce(target_year, 0), target,
	office, source, frequency, month, method, note, retired_at IS NOT NULL
FROM target WHERE id = ?1;

-- name: target_card_decimals
SELECT decimals FROM indicator WHERE code = ?1;

-- name: target_paths
SELECT p.target_id, p.year, p.value FROM target AS t JOIN target_path AS p ON p.target_id = t.id
WHERE t.strategy_id = ?1 ORDER BY p.target_id, p.year;

-- name: target_path
SELECT target_id, year, value FROM target_path WHERE target_id = ?1 ORDER BY year;

-- name: target_path_clear
DELETE FROM target_path WHERE target_id = ?1;

-- name: target_path_insert
INSERT INTO target_path (target_id, year, value) VALUES (?1, ?2, ?3);

-- name: target_insert
INSERT INTO target (uid, strategy_id, goal_id, position, name, kind, indicator, slot, measure, decimals, direction,
	low, high, tolerance, base_year, base, target_year, target, office, source, frequency, month, method, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
	?23, ?24);

-- name: target_update
UPDATE target SET goal_id = ?3, position = ?4, name = ?5, kind = ?6, indicator = ?7, slot = ?8, measure = ?9,
	decimals = ?10, direction = ?11, low = ?12, high = ?13, tolerance = ?14, base_year = ?15, base = ?16,
	target_year = ?17, target = ?18, office = ?19, source = ?20, frequency = ?21, month = ?22, method = ?23,
	note = ?24
WHERE id = ?1 AND strategy_id = ?2 AND retired_at IS NULL;

-- name: target_next_place
SELECT coalesce(max(position), 0) + 1 FROM target WHERE strategy_id = ?1 AND coalesce(goal_id, 0) = ?2;

-- name: target_place
UPDATE target SET position = ?2 WHERE id = ?1;

-- name: target_retire
UPDATE target SET retired_at = ?2 WHERE id = ?1;

-- name: target_restore_place
-- Back at the end of its goal; of the whole strategy where the goal is deleted.
UPDATE target SET goal_id = ?2, position = ?3 WHERE id = ?1;

-- name: target_goal_known
SELECT 1 FROM goal WHERE id = ?1 AND strategy_id = ?2 AND retired_at IS NULL;

-- name: target_twin
-- ?1 strategy, ?2 goal or 0, ?3 name, ?4 slot or 0, ?5 itself, which may have been called so before.
SELECT t.id FROM target AS t
WHERE t.strategy_id = ?1 AND coalesce(t.goal_id, 0) = ?2 AND t.name = ?3 AND coalesce(t.slot, 0) = ?4
	AND t.id <> ?5 AND t.retired_at IS NULL
	AND NOT EXISTS (SELECT 1 FROM target AS s WHERE s.id = ?5 AND s.name = ?3
		AND coalesce(s.goal_id, 0) = ?2 AND coalesce(s.slot, 0) = ?4);

-- name: target_indicator_known
SELECT 1 FROM indicator WHERE code = ?1 AND retired_at IS NULL;

-- name: target_readings
SELECT r.target_id, r.year, r.value, r.flag, r.source, r.login, r.entered_at, coalesce(r.import_id, 0),
	coalesce(i.file_name, '')
FROM target AS t JOIN target_reading AS r ON r.target_id = t.id LEFT JOIN import AS i ON i.id = r.import_id
WHERE t.strategy_id = ?1 AND (?2 = 0 OR t.id = ?2) ORDER BY r.target_id, r.year;

-- name: target_reading_now
SELECT value, flag FROM target_reading WHERE target_id = ?1 AND year = ?2;

-- name: target_reading_delete
DELETE FROM target_reading WHERE target_id = ?1 AND year = ?2;

-- name: target_reading_write
INSERT INTO target_reading (target_id, year, value, flag, source, login, entered_at, import_id)
VALUES (?1, ?2, ?3, ?4, ?5, coalesce((SELECT login FROM person WHERE id = ?6), ''), ?7, ?8)
ON CONFLICT DO UPDATE SET value = excluded.value, flag = excluded.flag, source = excluded.source,
	login = excluded.login, entered_at = excluded.entered_at, import_id = excluded.import_id;

-- name: target_reading_of
-- ?1 target, ?2 year. The code of the strategy where the approved report of the year knows it, else ''; and whether
-- the report has a figure of that year.
SELECT t.strategy_id, t.indicator, t.retired_at IS NOT NULL,
	CASE WHEN f.target_id IS NULL THEN '' ELSE s.code END, f.value IS NOT NULL AND f.value_year = ?2
FROM target AS t JOIN strategy AS s ON s.id = t.strategy_id
	LEFT JOIN monitoring_round AS r ON r.strategy_id = s.id AND r.year = ?2 AND r.approved_on IS NOT NULL
	LEFT JOIN round_figure AS f ON f.round_id = r.id AND f.target_id = t.id
WHERE t.id = ?1;

-- name: target_approved
-- Those of which an approved report speaks.
SELECT DISTINCT f.target_id FROM monitoring_round AS r JOIN round_figure AS f ON f.round_id = r.id
WHERE r.strategy_id = ?1 AND r.approved_on IS NOT NULL;

-- name: target_corrections
-- Of a strategy's approved years, those that came with it first; the last one of a target and year counts.
SELECT c.target_id, r.year AS year, c.value, c.flag, c.dated_on, c.reason, c.login, 1 AS later, c.position AS place
FROM monitoring_round AS r JOIN round_correction AS c ON c.round_id = r.id
WHERE r.strategy_id = ?1
UNION ALL SELECT c.target_id, c.year, c.value, c.flag, c.dated_on, c.reason, '', 0, c.position
FROM target AS t JOIN target_correction AS c ON c.target_id = t.id
WHERE t.strategy_id = ?1 ORDER BY year, later, place;

-- name: target_correction_insert
INSERT INTO target_correction (target_id, year, position, value, flag, dated_on, reason, import_id)
SELECT ?1, ?2, coalesce(max(position), 0) + 1, ?3, ?4, ?5, ?6, ?7 FROM target_correction
WHERE target_id = ?1 AND year = ?2;
