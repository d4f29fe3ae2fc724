-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reading values: what a card is computed from, years, and where a value comes from.

-- name: value_card
SELECT i.kind, i.numerator_id, i.denominator_id, i.multiplier, s.id, i.decimals, i.code
FROM indicator AS i LEFT JOIN series AS s ON s.indicator_id = i.id
WHERE i.id = ?1;

-- name: value_years
SELECT DISTINCT year FROM slice WHERE series_id = ?1 AND valued > 0 ORDER BY year;

-- name: value_source
SELECT i.file_name, i.source, i.imported_at, i.data_date, i.made_up, i.inner_name,
	coalesce(nullif(p.name, ''), p.login)
FROM import AS i JOIN person AS p ON p.id = i.person_id WHERE i.id = ?1;

-- name: value_made_up
SELECT 1 FROM slice AS l JOIN import AS i ON i.id = l.import_id WHERE l.series_id = ?1 AND l.year = ?2 AND i.made_up LIMIT 1;

-- name: value_newest_import
SELECT max(import_id) FROM slice WHERE series_id = ?1 AND year = ?2;
