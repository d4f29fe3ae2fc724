-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can be wrong in the domain's tables; each query lists faults only.

-- name: check_nameless
SELECT code, '' FROM unit WHERE NOT EXISTS (SELECT 1 FROM unit_version AS v WHERE v.slot = unit.slot);

-- name: check_parents
SELECT u.code, p.code FROM unit AS u JOIN unit AS p ON p.slot = u.parent
WHERE p.level IS NOT CASE u.level
	WHEN 'voivodeship' THEN 'country'
	WHEN 'powiat' THEN 'voivodeship'
	WHEN 'gmina' THEN 'powiat'
	WHEN 'part' THEN 'gmina'
	WHEN 'district' THEN 'gmina'
	WHEN 'region' THEN CASE p.level WHEN 'country' THEN 'country' ELSE 'voivodeship' END
	END;

-- name: check_spans
SELECT code, ends_on FROM unit WHERE starts_on >= ends_on;

-- name: check_versions_undone
SELECT u.code, v.import_id FROM unit_version AS v JOIN unit AS u ON u.slot = v.slot
JOIN import AS i ON i.id = v.import_id WHERE i.undone_at IS NOT NULL;

-- name: check_dates
SELECT u.code, v.valid_from FROM unit_version AS v JOIN unit AS u ON u.slot = v.slot
WHERE v.valid_from <> '' AND v.valid_from NOT GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]';

-- name: check_bdl_units
SELECT code, '' FROM unit WHERE origin = 'bdl'
AND NOT EXISTS (SELECT 1 FROM import_unit AS m WHERE m.slot = unit.slot);

-- name: check_undone_imports
SELECT id FROM import WHERE undone_at IS NOT NULL;

-- name: check_undone_slices
SELECT count(*) FROM slice WHERE import_id = ?1;

-- name: check_series
SELECT id FROM series;

-- name: check_slices
SELECT year, import_id, count, valued, data FROM slice WHERE series_id = ?1;

-- name: check_orphan_cards
SELECT i.code, '' FROM indicator AS i
WHERE i.in_catalogue = 0 AND i.kind = 'published' AND i.retired_at IS NULL
AND i.rev = 1 AND i.import_id IS NULL
AND NOT EXISTS (SELECT 1 FROM series AS s WHERE s.indicator_id = i.id OR s.own_id = i.id)
AND NOT EXISTS (SELECT 1 FROM indicator AS d
	WHERE d.numerator_id = i.id OR d.denominator_id = i.id);

-- name: check_circles
-- Derived cards that need themselves.
WITH RECURSIVE needs (card, part, depth) AS (
	SELECT id, numerator_id, 1 FROM indicator WHERE kind = 'derived'
	UNION SELECT id, denominator_id, 1 FROM indicator WHERE kind = 'derived'
	UNION SELECT n.card, i.numerator_id, n.depth + 1
		FROM needs AS n JOIN indicator AS i ON i.id = n.part
		WHERE i.kind = 'derived' AND n.depth < 32
	UNION SELECT n.card, i.denominator_id, n.depth + 1
		FROM needs AS n JOIN indicator AS i ON i.id = n.part
		WHERE i.kind = 'derived' AND n.depth < 32)
SELECT DISTINCT i.code, '' FROM needs AS n JOIN indicator AS i ON i.id = n.card
WHERE n.part = n.card;

-- name: check_mixed_ballots
-- Own votes have numbers from BALLOT_OWN_FIRST.
SELECT b.id, b.title FROM ballot AS b
WHERE b.retired_at IS NULL
AND EXISTS (SELECT 1 FROM ballot_card AS c WHERE c.ballot_id = b.id AND c.number >= 100001)
AND (b.cards > 0 OR EXISTS (SELECT 1 FROM ballot_card AS c WHERE c.ballot_id = b.id AND c.number < 100001));
