-- SPDX-License-Identifier: GPL-3.0-or-later
-- People who key.

-- name: operator_list
SELECT o.id, o.rev, o.uid, coalesce(o.person_id, 0), coalesce(p.login, ''), o.name, o.initials,
	o.starts_on, o.ends_on, o.authorisation
FROM operator AS o LEFT JOIN person AS p ON p.id = o.person_id
ORDER BY o.name COLLATE polish, o.initials;

-- name: operator_load
SELECT o.id, o.rev, o.uid, coalesce(o.person_id, 0), coalesce(p.login, ''), o.name, o.initials,
	o.starts_on, o.ends_on, o.authorisation
FROM operator AS o LEFT JOIN person AS p ON p.id = o.person_id WHERE o.id = ?1;

-- name: operator_of_person
SELECT id, name, initials, starts_on, ends_on FROM operator WHERE person_id = ?1;

-- name: operator_by_initials
SELECT id, name, initials, starts_on, ends_on FROM operator
WHERE initials = ?1 COLLATE NOCASE;

-- name: operator_initials_taken
SELECT 1 FROM operator WHERE initials = ?1 COLLATE NOCASE AND id <> ?2;

-- name: operator_person_taken
SELECT 1 FROM operator WHERE person_id = ?1 AND id <> ?2;

-- name: operator_insert
INSERT INTO operator (uid, person_id, name, initials, starts_on, ends_on, authorisation)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: operator_update
UPDATE operator SET person_id = ?3, name = ?4, initials = ?5, starts_on = ?6, ends_on = ?7,
	authorisation = ?8, rev = rev + 1
WHERE id = ?1 AND rev = ?2;

-- name: operator_needed
-- A wave in which the second keying of what this person read first is not settled yet: without the
-- record of who read it, the same person could read it again or settle it.
SELECT w.code FROM reading_keyer AS k JOIN form AS f ON f.id = k.form_id
JOIN wave AS w ON w.id = f.wave_id
WHERE k.operator_id = ?1 AND f.second IN ('chosen', 'keying', 'differs')
ORDER BY w.code LIMIT 1;

-- name: operator_forget_readings
DELETE FROM reading_keyer WHERE operator_id = ?1;

-- name: operator_forget_forms
UPDATE form SET held_by = NULL, held_until = NULL WHERE held_by = ?1;

-- name: operator_delete
DELETE FROM operator WHERE id = ?1;
