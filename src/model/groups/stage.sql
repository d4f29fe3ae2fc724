-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stages of kinds of groups.

-- name: stage_list
SELECT position, name, aim, month, months, days FROM stage WHERE kind = ?1 ORDER BY position;

-- name: stage_put
INSERT INTO stage (kind, position, name, aim, month, months, days)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (kind, position) DO UPDATE SET name = excluded.name, aim = excluded.aim,
	month = excluded.month, months = excluded.months, days = excluded.days;

-- name: stage_delete
DELETE FROM stage WHERE kind = ?1 AND position = ?2;

-- name: stage_renumber
-- One step up; its agenda goes with it.
UPDATE stage SET position = position - 1 WHERE kind = ?1 AND position = ?2;

-- name: stage_items
SELECT title, speaker, minutes FROM stage_item WHERE kind = ?1 AND stage = ?2 ORDER BY position;

-- name: stage_items_clear
DELETE FROM stage_item WHERE kind = ?1 AND stage = ?2;

-- name: stage_item_put
INSERT INTO stage_item (kind, stage, position, title, speaker, minutes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: stage_there
SELECT 1 FROM stage WHERE kind = ?1 AND position = ?2;
