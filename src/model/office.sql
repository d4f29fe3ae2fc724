-- SPDX-License-Identifier: GPL-3.0-or-later
-- Facts about this office and this file, and the state that the first screen shows.

-- name: office_load
SELECT key, value FROM office;

-- name: office_save
INSERT INTO office (key, value) VALUES (?1, ?2)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: office_counts
SELECT (SELECT count(*) FROM unit),
	(SELECT count(*) FROM indicator WHERE retired_at IS NULL),
	(SELECT count(*) FROM series),
	(SELECT count(*) FROM import WHERE undone_at IS NULL),
	(SELECT coalesce(max(data_date), '') FROM import WHERE kind = 'teryt' AND undone_at IS NULL),
	(SELECT max(made_up) FROM import WHERE undone_at IS NULL);

-- name: office_years
SELECT min(first), max(last) FROM (
	SELECT min(first_year) AS first, max(last_year) AS last FROM series
	UNION ALL SELECT min(year), max(year) FROM published_result
	WHERE value IS NOT NULL
	UNION ALL SELECT (SELECT min(year) FROM own_figure WHERE indicator_id = i.id),
		(SELECT max(year) FROM own_figure WHERE indicator_id = i.id)
	FROM indicator AS i WHERE i.kind = 'own'
	UNION ALL SELECT (SELECT min(year) FROM member_figure WHERE indicator_id = i.id),
		(SELECT max(year) FROM member_figure WHERE indicator_id = i.id)
	FROM indicator AS i WHERE i.kind = 'own');

-- name: office_last_import
-- What a new database is filled with is nobody's import.
SELECT imported_at, file_name FROM import
WHERE undone_at IS NULL AND NOT made_up AND NOT (kind = 'catalogue' AND source = 'gromada')
	AND NOT (kind = 'changes' AND file_name = 'recodings.csv')
ORDER BY id DESC LIMIT 1;

-- name: preference_load
SELECT value FROM preference WHERE person_id = ?1 AND key = ?2;

-- name: preference_save
INSERT INTO preference (person_id, key, value) VALUES (?1, ?2, ?3)
ON CONFLICT (person_id, key) DO UPDATE SET value = excluded.value;
