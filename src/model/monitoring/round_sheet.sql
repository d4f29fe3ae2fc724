-- SPDX-License-Identifier: GPL-3.0-or-later
-- Taking back what the sheet of an office brought.

-- name: round_sheet_insert
INSERT INTO round_sheet (import_id, office, round_id, delivered_on, former_on) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: round_sheet_round
SELECT round_id FROM round_sheet WHERE import_id = ?1 LIMIT 1;

-- name: round_sheet_undeliver
-- Days that somebody has noted since stay, and that of a newer sheet.
UPDATE round_delivery SET delivered_on = s.former_on FROM round_sheet AS s
WHERE s.import_id = ?1 AND round_delivery.round_id = s.round_id AND round_delivery.office = s.office
	AND round_delivery.delivered_on = s.delivered_on
	AND NOT EXISTS (SELECT 1 FROM round_sheet AS l
		WHERE l.round_id = s.round_id AND l.office = s.office AND l.import_id > s.import_id);

-- name: round_sheet_undeliver_later
-- The next sheet of the office found what this one had found.
UPDATE round_sheet SET former_on = s.former_on FROM round_sheet AS s
WHERE s.import_id = ?1 AND round_sheet.round_id = s.round_id AND round_sheet.office = s.office
	AND round_sheet.former_on = s.delivered_on
	AND round_sheet.import_id = (SELECT min(l.import_id) FROM round_sheet AS l
		WHERE l.round_id = s.round_id AND l.office = s.office AND l.import_id > s.import_id);

-- name: round_sheet_delete
DELETE FROM round_sheet WHERE import_id = ?1;

-- name: round_sheet_readings
SELECT target_id, year FROM target_reading WHERE import_id = ?1;

-- name: round_sheet_approved
-- A figure of it that stands in an approved report.
SELECT s.code, m.year, coalesce(nullif(f.name, ''), t.name)
FROM target_reading AS r JOIN target AS t ON t.id = r.target_id JOIN strategy AS s ON s.id = t.strategy_id
	JOIN monitoring_round AS m ON m.strategy_id = s.id AND m.year = r.year AND m.approved_on IS NOT NULL
	JOIN round_figure AS f ON f.round_id = m.id AND f.target_id = r.target_id
WHERE r.import_id = ?1 ORDER BY m.year, t.id LIMIT 1;

-- name: round_sheet_strategy
SELECT strategy_id FROM task WHERE import_id = ?1 LIMIT 1;

-- name: round_sheet_reading_before
-- What the sheet took the place of. What a newer file had brought stands in its place from undoing that.
SELECT f.id, f.import_id, i.undone_at IS NOT NULL
FROM target_reading_former AS f LEFT JOIN import AS i ON i.id = f.import_id
WHERE f.target_id = ?1 AND f.year = ?2 AND f.replaced_by = ?3
	AND (f.import_id IS NULL OR f.import_id < ?3)
ORDER BY f.id LIMIT 1;

-- name: round_sheet_reading_back
UPDATE target_reading SET (value, flag, source, login, entered_at, import_id) =
	(SELECT f.value, f.flag, f.source, f.login, f.entered_at, f.import_id
	FROM target_reading_former AS f WHERE f.id = ?3)
WHERE target_id = ?1 AND year = ?2;

-- name: round_sheet_tasks
SELECT id, 0 FROM task WHERE import_id = ?1;

-- name: round_sheet_task_before
SELECT f.id, f.import_id, i.undone_at IS NOT NULL
FROM task_former AS f LEFT JOIN import AS i ON i.id = f.import_id
WHERE f.task_id = ?1 AND ?2 = 0 AND f.replaced_by = ?3
	AND (f.import_id IS NULL OR f.import_id < ?3)
ORDER BY f.id LIMIT 1;

-- name: round_sheet_task_back
UPDATE task SET (state, reason, percent, real_from, real_to, login, entered_at, import_id) =
	(SELECT f.state, f.reason, f.percent, f.real_from, f.real_to, f.login, f.entered_at, f.import_id
	FROM task_former AS f WHERE f.id = ?3)
WHERE id = ?1 AND ?2 = 0;
