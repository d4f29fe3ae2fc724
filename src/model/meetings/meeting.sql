-- SPDX-License-Identifier: GPL-3.0-or-later
-- Meetings of exchange groups, what was noted and agreed there.

-- name: meeting_list
-- Those of deleted groups are deleted with them: only the group's own list still has them. The last columns pack three counts each, so that the index of answers is read once: of all who
-- stand for nobody else, and of guests among them. Seats are counted: that of a substitute is the
-- one of whom they stand for.
SELECT m.id, m.rev, m.group_id, g.code, g.name, m.title, coalesce(s.name, ''), m.place, m.uid,
	m.starts_at, m.ends_at, m.presentation, m.reason, m.number, coalesce(m.host, 0), m.sequence,
	m.state, m.retired_at IS NOT NULL OR g.retired_at IS NOT NULL, g.made_up,
	(SELECT count(CASE WHEN p.stands_for IS NULL THEN 1 END)
		+ 10000 * count(CASE WHEN p.stands_for IS NULL AND p.answer IN ('yes', 'substitute')
			THEN 1 END)
		+ 100000000 * (count(CASE WHEN p.stands_for IS NULL AND p.attended = 1 THEN 1 END)
			+ count(DISTINCT CASE WHEN p.stands_for IS NOT NULL AND p.attended = 1
				AND NOT EXISTS (SELECT 1 FROM participant AS r
					WHERE r.id = p.stands_for AND r.attended = 1)
				THEN p.stands_for END))
		FROM participant AS p WHERE p.meeting_id = m.id),
	(SELECT count(*) + 10000 * count(CASE WHEN p.answer IN ('yes', 'substitute') THEN 1 END)
		+ 100000000 * count(CASE WHEN p.attended = 1 OR EXISTS (SELECT 1 FROM participant AS r
			WHERE r.meeting_id = m.id AND r.stands_for = p.id AND r.attended = 1) THEN 1 END)
		FROM participant AS p INDEXED BY participant_guest
		WHERE p.meeting_id = m.id AND p.part = 'guest' AND p.stands_for IS NULL)
FROM meeting AS m JOIN exchange_group AS g ON g.id = m.group_id
LEFT JOIN exchange_group_stage AS s ON s.group_id = m.group_id AND s.position = m.stage
WHERE m.ends_at >= ?1 AND m.starts_at >= ?2 AND m.starts_at < ?3
	AND (?4 = 0 OR m.group_id = ?4) AND (?5 = 0 OR m.id = ?5)
	AND (?6 = 2 OR ((m.retired_at IS NOT NULL) = ?6 AND (g.retired_at IS NULL OR ?4 > 0 OR ?5 > 0)))
ORDER BY m.starts_at, m.id;

-- name: meeting_load
SELECT m.id, m.rev, m.uid, m.owner, m.group_id, g.code, g.name, m.stage, coalesce(s.name, ''),
	m.number, m.title, m.starts_at, m.ends_at, coalesce(m.host, 0), m.place, m.presentation,
	m.state, m.reason, m.sequence, m.note, m.retired_at,
	EXISTS (SELECT 1 FROM minutes AS n WHERE n.meeting_id = m.id AND n.state = 'approved')
FROM meeting AS m JOIN exchange_group AS g ON g.id = m.group_id
LEFT JOIN exchange_group_stage AS s ON s.group_id = m.group_id AND s.position = m.stage
WHERE m.id = ?1;

-- name: meeting_by_uid
SELECT id FROM meeting WHERE uid = ?1;

-- name: meeting_group
SELECT g.code, g.name, g.starts_on, g.ends_on, g.owner, g.retired_at IS NOT NULL,
	(SELECT coalesce(max(number), 0) + 1 FROM meeting WHERE group_id = ?1)
FROM exchange_group AS g WHERE g.id = ?1;

-- name: meeting_last_hours
SELECT starts_at, ends_at, place FROM meeting
WHERE group_id = ?1 AND retired_at IS NULL AND state <> 'cancelled'
ORDER BY starts_at DESC LIMIT 1;

-- name: meeting_number_taken
SELECT 1 FROM meeting WHERE group_id = ?1 AND number = ?2 AND id <> ?3;

-- name: meeting_stage_known
SELECT 1 FROM exchange_group_stage WHERE group_id = ?1 AND position = ?2;

-- name: meeting_host_spans
SELECT joined_on, left_on FROM exchange_member WHERE group_id = ?1 AND slot = ?2
ORDER BY joined_on;

-- name: meeting_same_day
-- Another meeting of the group, or at the same host, on these days.
SELECT g.code, m.number FROM meeting AS m JOIN exchange_group AS g ON g.id = m.group_id
WHERE m.id <> ?1 AND m.starts_at < ?4 AND m.ends_at >= ?3 AND m.state <> 'cancelled'
	AND m.retired_at IS NULL AND (m.group_id = ?2 OR (?5 > 0 AND m.host = ?5))
ORDER BY m.starts_at LIMIT 1;

-- name: meeting_out_of_order
-- The nearest in number that lies on the other side in time.
SELECT number FROM meeting
WHERE group_id = ?2 AND id <> ?1 AND state <> 'cancelled' AND retired_at IS NULL
	AND (starts_at < ?3 AND number > ?4 OR starts_at > ?3 AND number < ?4)
ORDER BY abs(number - ?4) LIMIT 1;

-- name: meeting_numbers
-- By day, and whether the minutes went out with the number.
SELECT m.id, m.number, m.starts_at, EXISTS (SELECT 1 FROM minutes AS n
	WHERE n.meeting_id = m.id AND (n.sent_version > 0 OR n.state <> 'draft'))
FROM meeting AS m WHERE m.group_id = ?1 AND m.retired_at IS NULL AND m.state <> 'cancelled'
ORDER BY m.starts_at, m.number;

-- name: meeting_number_aside
-- Out of the way, because a number stands once in a group.
UPDATE meeting SET number = number + 1000000 WHERE id = ?1;

-- name: meeting_number_put
UPDATE meeting SET number = ?2, rev = rev + 1 WHERE id = ?1;

-- name: meeting_insert
INSERT INTO meeting (uid, group_id, stage, number, title, starts_at, ends_at, host, place,
	presentation, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, 0), ?9, ?10, ?11);

-- name: meeting_update
-- Whoever has the calendar file learns of another subject, day, hour or place by the sequence.
UPDATE meeting SET stage = ?3, number = ?4, title = ?5,
	sequence = sequence + (starts_at <> ?6 OR ends_at <> ?7 OR coalesce(host, 0) <> ?8 OR place <> ?9
		OR title <> ?5 OR (?5 = '' AND stage <> ?3)),
	starts_at = ?6, ends_at = ?7, host = nullif(?8, 0), place = ?9, presentation = ?10, note = ?11,
	rev = rev + 1
WHERE id = ?1 AND rev = ?2;

-- name: meeting_state
UPDATE meeting SET state = ?3, reason = ?4, sequence = sequence + ?5, rev = rev + 1
WHERE id = ?1 AND rev = ?2;

-- name: meeting_held_traces
-- Who came, or minutes: then the meeting took place.
SELECT 1 WHERE EXISTS (SELECT 1 FROM participant WHERE meeting_id = ?1 AND attended = 1)
	OR EXISTS (SELECT 1 FROM minutes WHERE meeting_id = ?1);

-- name: meeting_invite
UPDATE participant SET invited_on = ?2 WHERE meeting_id = ?1 AND invited_on IS NULL;

-- name: meeting_retire
-- Calendars that have it learn that it is cancelled, and that it is back.
UPDATE meeting SET retired_at = ?3, sequence = sequence + 1, rev = rev + 1 WHERE id = ?1 AND rev = ?2;

-- name: meeting_touch
UPDATE meeting SET rev = rev + 1 WHERE id = ?1 AND (?2 = 0 OR rev = ?2);

-- name: meeting_notes
SELECT notes FROM meeting WHERE id = ?1;

-- name: meeting_notes_save
UPDATE meeting SET notes = ?3 WHERE id = ?1 AND notes = ?2;

-- name: agreement_list
SELECT id, meeting_id, coalesce(item_id, 0), position, kind, text FROM agreement
WHERE meeting_id = ?1 ORDER BY position;

-- name: agreement_load
SELECT id, meeting_id, coalesce(item_id, 0), position, kind, text FROM agreement WHERE id = ?1;

-- name: agreement_insert
INSERT INTO agreement (meeting_id, item_id, position, kind, text)
VALUES (?1, nullif(?2, 0),
	(SELECT coalesce(max(position), 0) + 1 FROM agreement WHERE meeting_id = ?1), ?3, ?4);

-- name: agreement_update
UPDATE agreement SET item_id = nullif(?2, 0), kind = ?3, text = ?4 WHERE id = ?1;

-- name: agreement_delete
DELETE FROM agreement WHERE id = ?1;
