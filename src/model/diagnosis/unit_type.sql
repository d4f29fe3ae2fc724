-- SPDX-License-Identifier: GPL-3.0-or-later
-- Functional types of gminy; the newest file that was not undone counts whole.

-- name: unit_type_newest
SELECT i.id FROM import AS i WHERE i.kind = 'types' AND i.undone_at IS NULL
ORDER BY i.id DESC LIMIT 1;

-- name: unit_type_load
SELECT slot, type FROM unit_type WHERE import_id = ?1;

-- name: unit_type_add
INSERT INTO unit_type (import_id, slot, type) VALUES (?1, ?2, ?3);
