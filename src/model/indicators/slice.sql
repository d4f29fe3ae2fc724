-- SPDX-License-Identifier: GPL-3.0-or-later
-- Packed slices and the counts of the series they belong to.

-- name: slice_layers
SELECT data, import_id FROM slice
WHERE series_id = ?1 AND year = ?2 ORDER BY import_id;

-- name: slice_years
SELECT year, import_id, data FROM slice
WHERE series_id = ?1 AND year BETWEEN ?2 AND ?3 ORDER BY year, import_id;

-- name: slice_insert
INSERT INTO slice (series_id, year, import_id, count, valued, data)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: slice_count_more
UPDATE series SET value_count = value_count + ?2,
	first_year = CASE WHEN ?3 THEN min(coalesce(first_year, ?4), ?4) ELSE first_year END,
	last_year = CASE WHEN ?3 THEN max(coalesce(last_year, ?4), ?4) ELSE last_year END
WHERE id = ?1;

-- name: slice_count_put
UPDATE series SET value_count = ?2, first_year = nullif(?3, 0), last_year = nullif(?4, 0)
WHERE id = ?1;

-- name: slice_of_import
SELECT DISTINCT series_id FROM slice WHERE import_id = ?1 ORDER BY series_id;

-- name: slice_series_years
SELECT DISTINCT year FROM slice WHERE series_id = ?1 ORDER BY year;

-- name: slice_delete_import
DELETE FROM slice WHERE import_id = ?1;

-- name: slice_series_card
-- Cards of surveys only take results of other offices beside their own: they stay.
SELECT series.indicator_id, series.own_id, own.in_catalogue OR own.kind = 'survey', own.rev,
	(SELECT count(*) FROM indicator AS derived
	 WHERE derived.numerator_id = series.own_id OR derived.denominator_id = series.own_id)
FROM series JOIN indicator AS own ON own.id = series.own_id
WHERE series.id = ?1;

-- name: slice_series_delete
DELETE FROM series WHERE id = ?1;

-- name: slice_card_delete
DELETE FROM indicator WHERE id = ?1;

-- name: slice_card_decimals
UPDATE indicator SET decimals = min(?2, 6)
WHERE id IN (SELECT indicator_id FROM series WHERE id = ?1
	UNION SELECT own_id FROM series WHERE id = ?1)
AND rev = 1 AND in_catalogue = 0 AND decimals <> min(?2, 6);
