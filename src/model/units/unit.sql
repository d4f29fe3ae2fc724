-- SPDX-License-Identifier: GPL-3.0-or-later
-- Units with their names; a unit's newest name comes last.

-- name: unit_table
SELECT u.slot, u.code, u.level, u.parent, u.origin, u.starts_on, u.ends_on,
	v.name, v.kind, v.designation, u.starts_after, u.ends_after
FROM unit AS u CROSS JOIN unit_version AS v ON v.slot = u.slot
ORDER BY u.slot, v.valid_from, v.import_id;

-- name: unit_register_date
SELECT coalesce(max(data_date), '') FROM import WHERE kind = 'teryt' AND undone_at IS NULL;

-- name: unit_told
-- Units that exchange groups speak of.
SELECT slot FROM exchange_member UNION SELECT slot FROM contact WHERE slot IS NOT NULL;

-- name: unit_by_code
SELECT slot, level, origin FROM unit WHERE code = ?1;

-- name: unit_code_of
SELECT code FROM unit WHERE slot = ?1;

-- name: unit_insert
INSERT INTO unit (code, level, origin) VALUES (?1, ?2, ?3);

-- name: unit_version_insert
INSERT OR IGNORE INTO unit_version (slot, valid_from, name, kind, designation, import_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: unit_import_insert
INSERT OR IGNORE INTO import_unit (import_id, slot) VALUES (?1, ?2);

-- name: unit_event_insert
INSERT OR IGNORE INTO unit_event (slot, on_date, event, import_id, after_date)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: unit_parents
-- A BDL file can bring a code whose unit above is there with another level, or is itself.
UPDATE unit SET parent = (SELECT p.slot FROM unit AS p WHERE p.code = CASE unit.level
	WHEN 'voivodeship' THEN '00'
	WHEN 'powiat' THEN substr(unit.code, 1, 2)
	WHEN 'gmina' THEN substr(unit.code, 1, 4)
	WHEN 'part' THEN substr(unit.code, 1, 6)
	WHEN 'district' THEN substr(unit.code, 1, 4) || '01'
	WHEN 'region' THEN CASE length(unit.code)
		WHEN 12 THEN substr(unit.code, 3, 2) ELSE substr(unit.code, 2, 2) END
	END
	AND p.level = CASE unit.level
	WHEN 'voivodeship' THEN 'country'
	WHEN 'powiat' THEN 'voivodeship'
	WHEN 'gmina' THEN 'powiat'
	WHEN 'region' THEN CASE p.level WHEN 'country' THEN 'country' ELSE 'voivodeship' END
	ELSE 'gmina' END)
WHERE parent IS NULL AND level <> 'country';

-- name: unit_spans
-- The first of several reports of one beginning or end is the closest: each says "not later than".
UPDATE unit SET starts_on = s.starts_on, ends_on = s.ends_on
FROM (SELECT e.slot AS slot,
	CASE WHEN min(e.on_date) FILTER (WHERE e.event = 'start')
		< coalesce(min(e.on_date) FILTER (WHERE e.event = 'end'), '9999')
		THEN min(e.on_date) FILTER (WHERE e.event = 'start') END AS starts_on,
	min(e.on_date) FILTER (WHERE e.event = 'end' AND e.on_date > coalesce(
		(SELECT max(x.on_date) FROM unit_event AS x
			WHERE x.slot = e.slot AND x.event = 'start'), '')) AS ends_on
	FROM unit_event AS e GROUP BY e.slot) AS s
WHERE s.slot = unit.slot
AND (unit.starts_on IS NOT s.starts_on OR unit.ends_on IS NOT s.ends_on);

-- name: unit_spans_none
UPDATE unit SET starts_on = NULL, ends_on = NULL, starts_after = NULL, ends_after = NULL
WHERE (starts_on IS NOT NULL OR ends_on IS NOT NULL)
AND NOT EXISTS (SELECT 1 FROM unit_event AS e WHERE e.slot = unit.slot);

-- name: unit_intervals
-- Of several reports the narrowest interval; those of a later beginning or end start after it.
UPDATE unit SET starts_after = s.starts_after, ends_after = s.ends_after
FROM (SELECT u.slot AS slot,
	nullif(max(e.after_date) FILTER (WHERE e.event = 'start' AND e.after_date < u.starts_on),
		'') AS starts_after,
	nullif(max(e.after_date) FILTER (WHERE e.event = 'end' AND e.after_date < u.ends_on),
		'') AS ends_after
	FROM unit_event AS e JOIN unit AS u ON u.slot = e.slot GROUP BY e.slot) AS s
WHERE s.slot = unit.slot
AND (unit.starts_after IS NOT s.starts_after OR unit.ends_after IS NOT s.ends_after);
