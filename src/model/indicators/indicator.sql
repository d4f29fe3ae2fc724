-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cards of indicators with the series that feeds each. decision_card stands in front, so that totals of
-- decisions are read for its few cards alone.

-- One card (?1), or all that are retired or not (?2).
-- name: indicator_cards
SELECT i.id, i.uid, i.rev, i.code, i.name, i.definition, i.numerator, i.denominator, i.multiplier,
	i.measure, i.decimals, i.direction, i.wanted_low, i.wanted_high, i.service, i.dimension,
	i.level, i.source, i.frequency, i.note, i.kind, i.numerator_id, i.denominator_id,
	i.in_catalogue, s.id, s.origin, s.subgroup, s.dimensions, s.measure,
	CASE i.kind WHEN 'survey' THEN (SELECT min(year) FROM (SELECT year FROM published_result AS p
		WHERE p.indicator_id = i.id AND p.value IS NOT NULL UNION ALL SELECT s.first_year))
	WHEN 'derived' THEN NULL ELSE (SELECT min(year) FROM (SELECT year FROM own_figure AS f
		WHERE f.indicator_id = i.id AND f.value IS NOT NULL
		UNION ALL SELECT year FROM member_figure AS m WHERE m.indicator_id = i.id UNION ALL SELECT s.first_year
		UNION ALL SELECT d.year FROM decision_card AS k CROSS JOIN decision_count AS d
			WHERE k.code = i.code AND d.retired_at IS NULL)) END,
	CASE i.kind WHEN 'survey' THEN (SELECT max(year) FROM (SELECT year FROM published_result AS p
		WHERE p.indicator_id = i.id AND p.value IS NOT NULL UNION ALL SELECT s.last_year))
	WHEN 'derived' THEN NULL ELSE (SELECT max(year) FROM (SELECT year FROM own_figure AS f
		WHERE f.indicator_id = i.id AND f.value IS NOT NULL
		UNION ALL SELECT year FROM member_figure AS m WHERE m.indicator_id = i.id UNION ALL SELECT s.last_year
		UNION ALL SELECT d.year FROM decision_card AS k CROSS JOIN decision_count AS d
			WHERE k.code = i.code AND d.retired_at IS NULL)) END,
	CASE i.kind WHEN 'survey' THEN coalesce(s.value_count, 0) + (SELECT count(value) FROM published_result AS p
		WHERE p.indicator_id = i.id)
	WHEN 'derived' THEN s.value_count ELSE coalesce(s.value_count, 0) + (SELECT count(value) FROM own_figure AS f
		WHERE f.indicator_id = i.id) + (SELECT count(DISTINCT t.slot || ' ' || m.year) FROM member_figure AS m
		JOIN member_figures AS t ON t.id = m.figures_id WHERE m.indicator_id = i.id
			AND NOT EXISTS (SELECT 1 FROM own_figure AS f
				WHERE f.indicator_id = i.id AND f.year = m.year AND f.slot = t.slot)) + (SELECT count(*) FROM (SELECT DISTINCT d.slot, d.year
		FROM decision_card AS k CROSS JOIN decision_count AS d
		WHERE k.code = i.code AND d.retired_at IS NULL
			AND NOT EXISTS (SELECT 1 FROM own_figure AS f
				WHERE f.indicator_id = i.id AND f.year = d.year AND f.slot = d.slot))) END,
	CASE i.kind WHEN 'own' THEN coalesce((SELECT made_up FROM own_figure AS f
		WHERE f.indicator_id = i.id ORDER BY f.year DESC, f.slot LIMIT 1),
		(SELECT made_up FROM member_figure AS m WHERE m.indicator_id = i.id ORDER BY m.year DESC LIMIT 1))
	ELSE (SELECT import.made_up FROM slice JOIN import ON import.id = slice.import_id
	 WHERE slice.series_id = s.id ORDER BY slice.year DESC, slice.import_id DESC LIMIT 1) END
FROM indicator AS i LEFT JOIN series AS s ON s.indicator_id = i.id
WHERE i.id IN (SELECT ?1 WHERE ?1 IS NOT NULL
	UNION ALL SELECT id FROM indicator WHERE ?1 IS NULL AND (retired_at IS NOT NULL) = ?2)
ORDER BY i.service COLLATE polish, i.code COLLATE polish;

-- name: indicator_find
SELECT id, rev, kind, in_catalogue, retired_at IS NOT NULL FROM indicator WHERE code = ?1;

-- name: indicator_insert
INSERT INTO indicator (code, name, definition, numerator, denominator, multiplier, measure,
	decimals, direction, wanted_low, wanted_high, service, dimension, level, source, frequency,
	note, kind, numerator_id, denominator_id, in_catalogue, uid, import_id)
VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
	nullif(?20, 0), nullif(?21, 0), ?22, ?23, nullif(?24, 0));

-- name: indicator_update
UPDATE indicator SET rev = rev + 1, code = ?2, name = ?3, definition = ?4, numerator = ?5,
	denominator = ?6, multiplier = ?7, measure = ?8, decimals = ?9, direction = ?10,
	wanted_low = ?11, wanted_high = ?12, service = ?13, dimension = ?14, level = ?15,
	source = ?16, frequency = ?17, note = ?18, kind = ?19, numerator_id = nullif(?20, 0),
	denominator_id = nullif(?21, 0), in_catalogue = ?22
WHERE id = ?23 AND rev = ?24 AND retired_at IS NULL;

-- name: indicator_from_catalogue
-- A card that nobody edited takes the catalogue's new words and keeps its rev.
UPDATE indicator SET name = ?3, definition = ?4, numerator = ?5, denominator = ?6,
	multiplier = ?7, measure = ?8, decimals = ?9, direction = ?10, wanted_low = ?11,
	wanted_high = ?12, service = ?13, dimension = ?14, level = ?15, source = ?16,
	frequency = ?17, note = ?18, kind = ?19, numerator_id = nullif(?20, 0),
	denominator_id = nullif(?21, 0), in_catalogue = ?22
WHERE id = ?23 AND rev = 1;

-- name: indicator_keep_former
-- What the card says before a catalogue file changes it.
INSERT INTO indicator_former (indicator_id, import_id, name, definition, numerator, denominator, multiplier, measure, decimals,
	direction, wanted_low, wanted_high, service, dimension, level, source, frequency, note, kind,
	numerator_id, denominator_id, in_catalogue)
SELECT id, ?2, name, definition, numerator, denominator, multiplier, measure, decimals,
	direction, wanted_low, wanted_high, service, dimension, level, source, frequency, note, kind,
	numerator_id, denominator_id, in_catalogue
FROM indicator WHERE id = ?1 AND rev = 1;

-- name: indicator_retire
UPDATE indicator SET retired_at = ?2, rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL
RETURNING code;

-- name: indicator_restore
UPDATE indicator SET retired_at = NULL, rev = rev + 1 WHERE id = ?1 AND retired_at IS NOT NULL
RETURNING code;

-- name: indicator_derived
SELECT id, code, numerator_id, denominator_id FROM indicator
WHERE kind = 'derived' AND retired_at IS NULL;

-- name: indicator_codes_below
SELECT code FROM indicator WHERE code >= ?1 AND code < ?2;

-- name: series_find
SELECT s.id, s.indicator_id, s.own_id, i.decimals FROM series AS s
JOIN indicator AS i ON i.id = s.indicator_id
WHERE s.origin = ?1 AND s.subgroup = ?2 AND s.dimensions = ?3 AND s.measure = ?4;

-- name: series_of_card
SELECT id, own_id, origin, subgroup FROM series WHERE indicator_id = ?1;

-- name: series_insert
INSERT INTO series (indicator_id, own_id, origin, subgroup, dimensions, measure)
VALUES (?1, ?1, ?2, ?3, ?4, ?5);

-- name: series_show_as
UPDATE series SET indicator_id = ?2 WHERE id = ?1;

-- name: indicator_more_decimals
-- A card made by an import, not touched by a person, follows the figures.
UPDATE indicator SET decimals = ?2 WHERE id = ?1 AND rev = 1 AND in_catalogue = 0 AND decimals < ?2;
