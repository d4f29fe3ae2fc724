-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people typed and have not saved.

-- name: draft_save
INSERT INTO draft (person_id, screen, uid, base_rev, field, text, saved_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (person_id, screen, uid, field)
DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at, base_rev = excluded.base_rev;

-- name: draft_load
SELECT field, text, base_rev, saved_at FROM draft
WHERE person_id = ?1 AND screen = ?2 AND uid = ?3 ORDER BY field;

-- name: draft_drop
DELETE FROM draft WHERE person_id = ?1 AND screen = ?2 AND uid = ?3;

-- name: draft_drop_window
-- ?4 its name, '' = without one.
DELETE FROM draft WHERE person_id = ?1 AND screen = ?2 AND uid = ?3
	AND CASE instr(field, '@') WHEN 0 THEN '' ELSE substr(field, instr(field, '@') + 1) END = ?4;

-- name: draft_adopt
-- ?4 whose, ?5 its new name.
UPDATE OR REPLACE draft SET field = CASE instr(field, '@') WHEN 0 THEN field ELSE substr(field, 1, instr(field, '@') - 1) END || '@' || ?5
WHERE person_id = ?1 AND screen = ?2 AND uid = ?3
	AND CASE instr(field, '@') WHEN 0 THEN '' ELSE substr(field, instr(field, '@') + 1) END = ?4;

-- name: draft_remove
DELETE FROM draft WHERE person_id = ?1 AND screen = ?2 AND uid = ?3 AND field = ?4;
