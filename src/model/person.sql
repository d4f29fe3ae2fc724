-- SPDX-License-Identifier: GPL-3.0-or-later
-- People who use the database.

-- name: person_by_login
SELECT id, uid, rev, login, name, role, retired_at FROM person WHERE login = ?1;

-- name: person_list
SELECT id, uid, rev, login, name, role, retired_at FROM person WHERE retired_at IS NULL
ORDER BY login;

-- name: person_list_everyone
-- Those who may use the database first.
SELECT id, uid, rev, login, name, role, retired_at FROM person
ORDER BY retired_at IS NOT NULL, login;

-- name: person_count
SELECT count(*) FROM person;

-- name: person_insert
INSERT INTO person (uid, login, role, created_at) VALUES (?1, ?2, ?3, ?4);

-- name: person_administrators
-- Administrators beside this person.
SELECT count(*) FROM person WHERE role = 'administrator' AND retired_at IS NULL AND id <> ?1;

-- name: person_update
UPDATE person SET rev = rev + 1, name = ?3, role = ?4
WHERE id = ?1 AND rev = ?2 AND retired_at IS NULL;

-- name: person_retire
UPDATE person SET rev = rev + 1, retired_at = ?3 WHERE id = ?1 AND rev = ?2 AND retired_at IS NULL;

-- name: person_restore
UPDATE person SET rev = rev + 1, retired_at = NULL
WHERE id = ?1 AND rev = ?2 AND retired_at IS NOT NULL;
