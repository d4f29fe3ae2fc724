-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is known of units when a state of the register is taken over.

-- name: register_known
SELECT u.slot, u.code, u.origin, u.starts_on, u.ends_on, v.valid_from, v.name, v.kind,
	v.designation, i.kind = 'teryt', u.starts_after
FROM unit AS u CROSS JOIN unit_version AS v ON v.slot = u.slot
JOIN import AS i ON i.id = v.import_id
ORDER BY u.code, v.valid_from, v.import_id;

-- name: register_dates
-- Days of the whole registers in force.
SELECT DISTINCT data_date FROM import
WHERE kind = 'teryt' AND undone_at IS NULL AND made_up = 0 ORDER BY data_date;

-- name: register_take_over
UPDATE unit SET origin = 'teryt', level = ?2 WHERE slot = ?1;
