-- SPDX-License-Identifier: GPL-3.0-or-later
-- SWOT analyses, their factors and pairs.

-- name: swot_list
SELECT s.id, s.rev, s.uid, s.code, s.slot, s.title, s.year, s.halves, s.made_up, s.note,
	(SELECT count(*) FROM swot_factor AS f WHERE f.swot_id = s.id)
FROM swot AS s
WHERE (s.retired_at IS NOT NULL) = ?2 AND (?1 = 0 OR s.slot = ?1)
ORDER BY s.year DESC, s.id DESC;

-- name: swot_load
SELECT s.id, s.rev, s.uid, s.code, s.slot, s.title, s.year, s.halves, s.made_up, s.note,
	(SELECT count(*) FROM swot_factor AS f WHERE f.swot_id = s.id)
FROM swot AS s
WHERE s.id = ?1 AND s.retired_at IS NULL;

-- name: swot_find
SELECT id FROM swot WHERE code = ?1 AND retired_at IS NULL;

-- name: swot_code_taken
SELECT 1 FROM swot WHERE code = ?1 AND id <> ?2;

-- name: swot_insert
INSERT INTO swot (uid, code, slot, title, year, halves, made_up, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: swot_update
UPDATE swot SET rev = rev + 1, code = ?2, slot = ?3, title = ?4, year = ?5, halves = ?6, made_up = ?7,
	note = ?8
WHERE id = ?9 AND rev = ?10 AND retired_at IS NULL;

-- name: swot_halves_used
SELECT 1 FROM swot_pair WHERE swot_id = ?1 AND value NOT IN (0, 1, 2) LIMIT 1;

-- name: swot_head
-- One office keeps them: its own.
SELECT rev, '', retired_at, halves FROM swot WHERE id = ?1;

-- name: swot_raise
UPDATE swot SET rev = rev + 1 WHERE id = ?1;

-- name: swot_retire
-- Or brought back (?2 NULL).
UPDATE swot SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: swot_factors
SELECT f.id, f.kind, f.position, f.text, f.area, f.weight, f.rating, f.spread, f.axis,
	(SELECT count(*) FROM strategic_evidence AS e WHERE e.factor_id = f.id)
FROM swot_factor AS f
WHERE f.swot_id = ?1
ORDER BY CASE f.kind WHEN 'strength' THEN 0 WHEN 'weakness' THEN 1 WHEN 'opportunity' THEN 2 ELSE 3 END,
	f.position;

-- name: swot_factor_load
SELECT f.id, f.kind, f.position, f.text, f.area, f.weight, f.rating, f.spread, f.axis,
	(SELECT count(*) FROM strategic_evidence AS e WHERE e.factor_id = f.id)
FROM swot_factor AS f
WHERE f.swot_id = ?1 AND f.id = ?2;

-- name: swot_factor_insert
-- The key of a deleted one stays its own, so that it and its pairs can come back.
INSERT INTO swot_factor (id, swot_id, kind, position, text, area, weight, rating, spread, axis)
SELECT 1 + max(coalesce((SELECT max(id) FROM swot_factor), 0),
	coalesce((SELECT max(json_extract(former, '$.id')) FROM deleted_line WHERE noun = 'factor'), 0)), ?1, ?2, coalesce(max(position), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8
FROM swot_factor WHERE swot_id = ?1 AND kind = ?2;

-- name: swot_factor_update
UPDATE swot_factor SET kind = ?2, position = ?9, text = ?3, area = ?4, weight = ?5, rating = ?6, spread = ?7,
	axis = ?8
WHERE id = ?10 AND swot_id = ?1;

-- name: swot_factor_delete
DELETE FROM swot_factor WHERE id = ?2 AND swot_id = ?1;

-- name: swot_factor_last
SELECT coalesce(max(position), 0) FROM swot_factor WHERE swot_id = ?1 AND kind = ?2;

-- name: swot_factor_shift
UPDATE swot_factor SET position = ?4 WHERE swot_id = ?1 AND kind = ?2 AND position = ?3;

-- name: swot_factor_axis
UPDATE swot_factor SET axis = ?3 WHERE swot_id = ?1 AND id = ?2;

-- name: swot_factor_weigh
UPDATE swot_factor SET weight = ?3 WHERE swot_id = ?1 AND id = ?2;

-- name: swot_pairs
SELECT direction, inner_id, outer_id, value FROM swot_pair WHERE swot_id = ?1;

-- name: swot_pair_load
SELECT value FROM swot_pair WHERE swot_id = ?1 AND direction = ?2 AND inner_id = ?3 AND outer_id = ?4;

-- name: swot_pair_put
-- Only one factor from inside and one from outside, both of this SWOT, make a pair.
INSERT INTO swot_pair (swot_id, direction, inner_id, outer_id, value)
SELECT ?1, ?2, i.id, o.id, ?5 FROM swot_factor AS i JOIN swot_factor AS o ON o.swot_id = i.swot_id
WHERE i.swot_id = ?1 AND i.id = ?3 AND o.id = ?4 AND i.kind IN ('strength', 'weakness')
	AND o.kind IN ('opportunity', 'threat')
ON CONFLICT DO UPDATE SET value = excluded.value;

-- name: swot_pair_delete
DELETE FROM swot_pair WHERE swot_id = ?1 AND direction = ?2 AND inner_id = ?3 AND outer_id = ?4;

-- name: swot_pairs_count
SELECT count(*) FROM swot_pair WHERE inner_id = ?1 OR outer_id = ?1;

-- name: swot_pairs_of_factor
DELETE FROM swot_pair WHERE inner_id = ?1 OR outer_id = ?1;

-- name: swot_take_problem
SELECT p.text, p.area, p.kind, p.slot = s.slot FROM problem AS p, swot AS s
WHERE p.id = ?1 AND s.id = ?2 AND p.retired_at IS NULL;

-- name: swot_take_there
-- The number of the factor of kind ?2 that says the same.
SELECT position FROM swot_factor WHERE swot_id = ?1 AND kind = ?2 AND text = ?3;

-- name: swot_take_evidence
INSERT INTO strategic_evidence (factor_id, kind, indicator, slot, year, decimals, value, mean, level, change, n,
	peers, text, frozen_at)
SELECT ?1, kind, indicator, slot, year, decimals, value, mean, level, change, n, peers, text, frozen_at
FROM strategic_evidence WHERE problem_id = ?2 ORDER BY id;
