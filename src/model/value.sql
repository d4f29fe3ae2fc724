-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reading values: what a card is computed from, years, and where a value comes from.

-- name: value_card
SELECT i.kind, i.numerator_id, i.denominator_id, i.multiplier, s.id
FROM indicator AS i LEFT JOIN series AS s ON s.indicator_id = i.id
WHERE i.id = ?1;

-- name: value_years
SELECT DISTINCT year FROM slice WHERE series_id = ?1 AND valued > 0 ORDER BY year;

-- name: value_source
SELECT file_name, source, imported_at, data_date, made_up FROM import WHERE id = ?1;

-- name: value_newest_import
SELECT max(import_id) FROM slice WHERE series_id = ?1 AND year = ?2;
