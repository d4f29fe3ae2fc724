-- SPDX-License-Identifier: GPL-3.0-or-later
-- Homework of exchange groups with the members' answers.

-- name: homework_list
-- Of one group. Answers come first: most rows go by them, before the other tables are asked.
SELECT h.id, h.rev, h.uid, h.owner, h.group_id, h.meeting_id, h.item_id, g.code, m.number, m.starts_at,
	h.slot, h.contact_id, h.text, h.due_on, h.reviewed_id, r.number, h.review, h.retired_at,
	a.id, a.rev, a.owner, a.state, a.text, a.answered_on
FROM homework AS h
	LEFT JOIN homework_answer AS a ON a.homework_id = h.id
	LEFT JOIN exchange_group AS g ON g.id = h.group_id
	LEFT JOIN meeting AS m ON m.id = h.meeting_id
	LEFT JOIN meeting AS r ON r.id = h.reviewed_id
WHERE h.group_id = ?1 AND (?2 = 0 OR h.meeting_id = ?2) AND (?3 = 0 OR h.slot = ?3)
	AND (h.retired_at IS NOT NULL) = ?4
	AND (?5 = 0 OR (h.open = 1 AND (?5 = 1 OR h.due_on < ?6)))
	AND (?7 = '' OR (h.meeting_id IS NULL AND h.reviewed_id = ?8)
		OR ((m.starts_at < ?7 OR (h.meeting_id IS NULL AND h.given_on < substr(?7, 1, 10)))
			AND (a.state IS NULL OR a.state = 'open' OR h.reviewed_id = ?8
				OR (h.reviewed_id IS NULL AND a.id IS NOT NULL))))
ORDER BY h.due_on, h.id;

-- name: homework_list_all
-- The same of all groups that are not deleted (?1 = 0), in the order in which the rows lie: sorting whole rows would cost as
-- much as reading them.
SELECT h.id, h.rev, h.uid, h.owner, h.group_id, h.meeting_id, h.item_id, g.code, m.number, m.starts_at,
	h.slot, h.contact_id, h.text, h.due_on, h.reviewed_id, r.number, h.review, h.retired_at,
	a.id, a.rev, a.owner, a.state, a.text, a.answered_on
FROM homework AS h
	LEFT JOIN homework_answer AS a ON a.homework_id = h.id
	LEFT JOIN exchange_group AS g ON g.id = h.group_id
	LEFT JOIN meeting AS m ON m.id = h.meeting_id
	LEFT JOIN meeting AS r ON r.id = h.reviewed_id
WHERE ?1 = 0 AND g.retired_at IS NULL AND (?2 = 0 OR h.meeting_id = ?2) AND (?3 = 0 OR h.slot = ?3)
	AND (h.retired_at IS NOT NULL) = ?4
	AND (?5 = 0 OR (h.open = 1 AND (?5 = 1 OR h.due_on < ?6)))
	AND (?7 = '' OR (h.meeting_id IS NULL AND h.reviewed_id = ?8)
		OR ((m.starts_at < ?7 OR (h.meeting_id IS NULL AND h.given_on < substr(?7, 1, 10)))
			AND (a.state IS NULL OR a.state = 'open' OR h.reviewed_id = ?8
				OR (h.reviewed_id IS NULL AND a.id IS NOT NULL))));

-- name: homework_rows
SELECT count(*) FROM homework;

-- name: homework_load
SELECT h.id, h.rev, h.uid, h.owner, h.group_id, h.meeting_id, h.item_id, g.code, m.number, m.starts_at,
	h.slot, h.contact_id, h.text, h.due_on, h.reviewed_id, r.number, h.review, h.retired_at,
	a.id, a.rev, a.owner, a.state, a.text, a.answered_on
FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id
	LEFT JOIN meeting AS m ON m.id = h.meeting_id
	LEFT JOIN meeting AS r ON r.id = h.reviewed_id
	LEFT JOIN homework_answer AS a ON a.homework_id = h.id
WHERE h.id = ?1;

-- name: homework_meeting
-- Its group, beginning, number, whether it is cancelled, and whether its minutes are approved.
SELECT group_id, starts_at, number, state = 'cancelled',
	EXISTS (SELECT 1 FROM minutes WHERE meeting_id = ?1 AND state = 'approved') FROM meeting WHERE id = ?1;

-- name: homework_places
-- Where it was given, to whom, and where it was reviewed, as it is kept.
SELECT group_id, coalesce(meeting_id, 0), coalesce(slot, 0), coalesce(reviewed_id, 0) FROM homework WHERE id = ?1;

-- name: homework_in_minutes
-- What approved minutes of its meeting name of homework; no row = none do.
SELECT m.number, h.group_id, h.meeting_id, coalesce(h.slot, 0), h.text, h.due_on
FROM homework AS h JOIN meeting AS m ON m.id = h.meeting_id
WHERE h.id = ?1 AND EXISTS (SELECT 1 FROM minutes AS x WHERE x.meeting_id = m.id AND x.state = 'approved');

-- name: homework_last_day
-- The last day of a unit in a group; no row = it was never a member.
SELECT last_on FROM membership WHERE group_id = ?1 AND slot = ?2 ORDER BY last_on DESC LIMIT 1;

-- name: homework_head
SELECT rev, owner, retired_at FROM homework WHERE id = ?1;

-- name: homework_given
-- The day from which it can be answered: of its meeting, else the group's first.
SELECT coalesce(substr(m.starts_at, 1, 10), g.starts_on) FROM homework AS h
JOIN exchange_group AS g ON g.id = h.group_id LEFT JOIN meeting AS m ON m.id = h.meeting_id
WHERE h.id = ?1;

-- name: homework_retire
UPDATE homework SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: homework_insert
-- given_on says when, where no meeting does.
INSERT INTO homework (uid, group_id, meeting_id, item_id, slot, contact_id, text, due_on, given_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: homework_answered_by_other
-- Whether homework (?1) was answered by another unit than ?2.
SELECT 1 FROM homework AS h JOIN homework_answer AS a ON a.homework_id = h.id WHERE h.id = ?1 AND h.slot IS NOT ?2;

-- name: homework_update
UPDATE homework SET group_id = ?2, meeting_id = ?3, item_id = ?4, slot = ?5, contact_id = ?6, text = ?7,
	due_on = ?8, review = ?9, reviewed_id = ?10, rev = rev + 1 WHERE id = ?1;

-- name: homework_review
UPDATE homework SET reviewed_id = ?2, review = ?3, rev = rev + 1 WHERE id = ?1;

-- name: homework_member
-- Members on a day.
SELECT slot FROM membership WHERE group_id = ?1 AND ?2 BETWEEN first_on AND last_on ORDER BY host_order, slot;

-- name: homework_answer_head
SELECT id, rev, owner FROM homework_answer WHERE homework_id = ?1;

-- name: homework_answer_insert
INSERT INTO homework_answer (uid, homework_id, state, text, answered_on) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: homework_answer_update
UPDATE homework_answer SET state = ?2, text = ?3, answered_on = ?4, rev = rev + 1 WHERE id = ?1;
