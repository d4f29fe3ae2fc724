-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files written for people.

-- name: written_note
INSERT INTO written_file (folder, name, what, person_id, written_at)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (folder, name)
DO UPDATE SET what = excluded.what, person_id = excluded.person_id, written_at = excluded.written_at;

-- name: written_list
-- ?1 NULL: of all folders.
SELECT w.name, w.what, p.login, w.written_at, w.folder
FROM written_file w JOIN person p ON p.id = w.person_id
WHERE ?1 IS NULL OR w.folder = ?1 ORDER BY w.written_at DESC, w.name, w.folder;
