-- SPDX-License-Identifier: GPL-3.0-or-later
-- People who use the database.

-- name: person_by_login
SELECT id, uid, rev, login, name, role, retired_at FROM person WHERE login = ?1;

-- name: person_list
SELECT id, uid, rev, login, name, role FROM person WHERE retired_at IS NULL ORDER BY login;

-- name: person_count
SELECT count(*) FROM person;

-- name: person_insert
INSERT INTO person (uid, login, role, created_at) VALUES (?1, ?2, ?3, ?4);
