-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stages of kinds of groups, and of groups.

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

-- name: group_stage_list
SELECT position, name, aim, from_on, to_on, days FROM exchange_group_stage
WHERE group_id = ?1 ORDER BY position;

-- name: group_stage_put
INSERT INTO exchange_group_stage (group_id, position, name, aim, from_on, to_on, days)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (group_id, position) DO UPDATE SET name = excluded.name, aim = excluded.aim,
	from_on = excluded.from_on, to_on = excluded.to_on, days = excluded.days;

-- name: group_stage_period
UPDATE exchange_group_stage SET from_on = ?3, to_on = ?4 WHERE group_id = ?1 AND position = ?2;

-- name: group_stage_delete
DELETE FROM exchange_group_stage WHERE group_id = ?1 AND position = ?2;

-- name: group_stage_meets
SELECT count(*) FROM meeting WHERE group_id = ?1 AND stage = ?2 AND retired_at IS NULL;
