-- SPDX-License-Identifier: GPL-3.0-or-later
-- Recodings, merges, splits, changes of kind and name.

-- name: succession_exists
SELECT id FROM succession WHERE after_date = ?1 AND by_date = ?2 AND change = ?3
AND predecessor = ?4 AND successor = ?5;

-- name: succession_insert
INSERT INTO succession (import_id, after_date, by_date, change, predecessor, successor, was, became)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: succession_ends
INSERT INTO unit_event (slot, on_date, event, import_id, after_date)
SELECT u.slot, s.by_date, 'end', s.import_id, s.after_date
FROM succession AS s JOIN unit AS u ON u.code = s.predecessor
WHERE s.change IN ('ended', 'recoded', 'merged')
ON CONFLICT DO UPDATE SET after_date = excluded.after_date
WHERE after_date < excluded.after_date;

-- name: succession_starts
INSERT INTO unit_event (slot, on_date, event, import_id, after_date)
SELECT u.slot, s.by_date, 'start', s.import_id, s.after_date
FROM succession AS s JOIN unit AS u ON u.code = s.successor
WHERE s.change IN ('begun', 'recoded')
ON CONFLICT DO UPDATE SET after_date = excluded.after_date
WHERE after_date < excluded.after_date;

-- name: succession_names
-- Changes of kind tell the kind too, so they come before changes of name.
SELECT u.slot, s.after_date, s.by_date, s.was, s.became, s.import_id, s.change = 'kind'
FROM succession AS s JOIN unit AS u ON u.code = s.predecessor
WHERE s.change IN ('kind', 'name') AND u.origin = 'teryt'
ORDER BY s.after_date, s.change, s.id;

-- name: succession_name_at
SELECT name, kind FROM unit_version WHERE slot = ?1 AND valid_from <= ?2
ORDER BY valid_from DESC, import_id DESC LIMIT 1;

-- name: succession_first_kind
SELECT kind FROM unit_version WHERE slot = ?1 AND valid_from <> '' ORDER BY valid_from LIMIT 1;

-- name: succession_links
SELECT after_date, by_date, change, predecessor, successor FROM succession
ORDER BY by_date, id;
