-- SPDX-License-Identifier: GPL-3.0-or-later
-- Agendas of meetings.

-- name: agenda_list
SELECT id, meeting_id, position, day, title, speaker, minutes, notes FROM agenda_item
WHERE meeting_id = ?1 ORDER BY day, position;

-- name: agenda_load
SELECT id, meeting_id, position, day, title, speaker, minutes, notes FROM agenda_item
WHERE id = ?1;

-- name: agenda_insert
INSERT INTO agenda_item (meeting_id, position, day, title, speaker, minutes)
VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM agenda_item WHERE meeting_id = ?1),
	?2, ?3, ?4, ?5);

-- name: agenda_closing
-- ?2 its meeting.
SELECT 1 FROM meeting AS m JOIN exchange_group_stage_item AS i ON i.group_id = m.group_id
WHERE m.id = ?2 AND i.title = ?1 AND i.position = (SELECT max(l.position) FROM exchange_group_stage_item AS l
	WHERE l.group_id = i.group_id AND l.stage = i.stage) LIMIT 1;

-- name: agenda_insert_first
-- Of an agenda whose first place is free.
INSERT INTO agenda_item (meeting_id, position, day, title, minutes) VALUES (?1, 1, 1, ?2, ?3);

-- name: agenda_shift
-- Places behind ?3 by ?2.
UPDATE agenda_item SET position = position + ?2 WHERE meeting_id = ?1 AND position > ?3;

-- name: agenda_update
UPDATE agenda_item SET day = ?2, title = ?3, speaker = ?4, minutes = ?5 WHERE id = ?1;

-- name: agenda_place
UPDATE agenda_item SET day = ?2, position = ?3 WHERE id = ?1;

-- name: agenda_delete
DELETE FROM agenda_item WHERE id = ?1;

-- name: agenda_delete_all
DELETE FROM agenda_item WHERE meeting_id = ?1;

-- name: agenda_held_fast
-- Notes, agreements, homework or documents that hang on items of the agenda.
SELECT EXISTS (SELECT 1 FROM agenda_item WHERE meeting_id = ?1 AND notes <> '')
	OR EXISTS (SELECT 1 FROM agreement WHERE meeting_id = ?1 AND item_id IS NOT NULL)
	OR EXISTS (SELECT 1 FROM homework WHERE meeting_id = ?1 AND item_id IS NOT NULL)
	OR EXISTS (SELECT 1 FROM document AS d JOIN agenda_item AS i ON i.id = d.item_id
		WHERE i.meeting_id = ?1);

-- name: agenda_template
-- Of the group's own stage: what becomes of the stages of its kind does not touch it.
SELECT t.title, t.speaker, t.minutes FROM meeting AS m JOIN exchange_group_stage_item AS t
	ON t.group_id = m.group_id AND t.stage = m.stage
WHERE m.id = ?1 ORDER BY t.position;

-- name: agenda_open_homework
-- What the group still has to do, given before this meeting.
SELECT count(*) FROM meeting AS m JOIN homework AS h ON h.group_id = m.group_id
LEFT JOIN homework_answer AS a ON a.homework_id = h.id
WHERE m.id = ?1 AND h.retired_at IS NULL AND coalesce(a.state, 'open') = 'open'
	AND ((h.meeting_id IS NULL AND h.given_on < substr(m.starts_at, 1, 10)) OR h.meeting_id IN
		(SELECT id FROM meeting WHERE group_id = m.group_id AND starts_at < m.starts_at));

-- name: agenda_awaits_homework
-- The next meeting of the group ?1 after the meeting ?2 (0 = after the day ?3); no row where it has been invited to.
SELECT id FROM (SELECT id, state FROM meeting WHERE group_id = ?1 AND retired_at IS NULL AND state IN ('planned', 'invited')
	AND starts_at > CASE ?2 WHEN 0 THEN ?3 || 'U' ELSE (SELECT starts_at FROM meeting WHERE id = ?2) END
	ORDER BY starts_at, id LIMIT 1) WHERE state = 'planned';

-- name: agenda_notes_save
UPDATE agenda_item SET notes = ?3 WHERE id = ?1 AND notes = ?2;

-- name: agenda_last_day
SELECT coalesce(max(day), 0) FROM agenda_item WHERE meeting_id = ?1;
