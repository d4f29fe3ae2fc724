-- SPDX-License-Identifier: GPL-3.0-or-later
-- Recommendations, problems and achievements of members.

-- name: closing_note_list
SELECT id, rev, uid, owner, group_id, slot, kind, text, made_on FROM closing_note
WHERE group_id = ?1 AND retired_at IS NULL AND (?2 = 0 OR slot = ?2)
ORDER BY CASE kind WHEN 'recommendation' THEN 1 WHEN 'problem' THEN 2 ELSE 3 END, id;

-- name: closing_note_load
SELECT id, rev, uid, owner, group_id, slot, kind, text, made_on FROM closing_note
WHERE id = ?1 AND retired_at IS NULL;

-- name: closing_note_insert
INSERT INTO closing_note (uid, group_id, slot, kind, text, made_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: closing_note_update
UPDATE closing_note SET rev = rev + 1, group_id = ?2, slot = ?3, kind = ?4, text = ?5, made_on = ?6
WHERE id = ?7 AND rev = ?8 AND retired_at IS NULL;

-- name: closing_note_slot
SELECT slot FROM closing_note WHERE id = ?1;

-- name: closing_note_head
SELECT rev, owner, retired_at FROM closing_note WHERE id = ?1;

-- name: closing_note_retire
-- Or brought back (?2 NULL).
UPDATE closing_note SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

