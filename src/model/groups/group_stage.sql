-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stages of groups, with the agendas of their meetings.

-- name: group_stage_list
SELECT position, name, aim, from_on, to_on, days, month, months FROM exchange_group_stage
WHERE group_id = ?1 ORDER BY position;

-- name: group_stage_put
-- ?9 0 = it comes from no kind; a stage that is there keeps what it was given.
INSERT INTO exchange_group_stage (group_id, position, name, aim, from_on, to_on, days, month, months)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, CASE WHEN ?9 THEN ?8 END, nullif(?9, 0))
ON CONFLICT (group_id, position) DO UPDATE SET name = excluded.name, aim = excluded.aim,
	from_on = excluded.from_on, to_on = excluded.to_on, days = excluded.days;

-- name: group_stage_keep_subjects
-- Meetings that lie behind keep the name (?3) under which they were held or called off.
UPDATE meeting SET title = ?3, rev = rev + 1
WHERE group_id = ?1 AND stage = ?2 AND title = '' AND state IN ('held', 'cancelled');

-- name: group_stage_new_subjects
-- Calendars learn the other subject of those to come by the sequence.
UPDATE meeting SET sequence = sequence + 1, rev = rev + 1
WHERE group_id = ?1 AND stage = ?2 AND title = '' AND state IN ('planned', 'invited');

-- name: group_stage_period
UPDATE exchange_group_stage SET from_on = ?3, to_on = ?4 WHERE group_id = ?1 AND position = ?2;

-- name: group_stage_delete
DELETE FROM exchange_group_stage WHERE group_id = ?1 AND position = ?2;

-- name: group_stage_meets
SELECT count(*) FROM meeting WHERE group_id = ?1 AND stage = ?2 AND retired_at IS NULL;

-- name: group_stage_held
SELECT EXISTS (SELECT 1 FROM meeting WHERE group_id = ?1 AND state = 'held' AND retired_at IS NULL);

-- name: group_stage_no_meetings
-- Planned meetings are of no stage from now on.
UPDATE meeting SET rev = rev + 1, stage = 0 WHERE group_id = ?1 AND stage <> 0;

-- name: group_stage_clear
-- With their agendas.
DELETE FROM exchange_group_stage WHERE group_id = ?1;

-- name: group_stage_items
SELECT title, speaker, minutes FROM exchange_group_stage_item WHERE group_id = ?1 AND stage = ?2
ORDER BY position;

-- name: group_stage_there
SELECT 1 FROM exchange_group_stage WHERE group_id = ?1 AND position = ?2;

-- name: group_stage_items_copy
INSERT INTO exchange_group_stage_item (group_id, stage, position, title, speaker, minutes)
SELECT ?1, stage, position, title, speaker, minutes FROM stage_item WHERE kind = ?2;

-- name: group_stage_items_clear
DELETE FROM exchange_group_stage_item WHERE group_id = ?1 AND stage = ?2;

-- name: group_stage_item_put
INSERT INTO exchange_group_stage_item (group_id, stage, position, title, speaker, minutes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
