-- SPDX-License-Identifier: GPL-3.0-or-later
-- Minutes of meetings: versions, remarks, annexes.

-- name: minutes_find
SELECT m.id, m.rev, m.uid, m.owner, m.state, m.case_mark, m.sent_on, m.remarks_until, m.approved_on,
	CASE WHEN p.name <> '' THEN p.name ELSE coalesce(p.login, '') END,
	(SELECT max(number) FROM minutes_version WHERE minutes_id = m.id),
	(SELECT count(*) FROM minutes_remark WHERE minutes_id = m.id),
	(SELECT count(*) FROM minutes_remark WHERE minutes_id = m.id AND outcome = ''),
	(SELECT count(*) FROM minutes_annex WHERE minutes_id = m.id), m.sent_version
FROM minutes AS m LEFT JOIN person AS p ON p.id = m.approved_by WHERE m.meeting_id = ?1;

-- name: minutes_meeting_there
SELECT owner, state FROM meeting WHERE id = ?1 AND retired_at IS NULL;

-- name: minutes_insert
INSERT INTO minutes (uid, meeting_id, case_mark)
SELECT ?1, m.id, g.case_mark FROM meeting AS m JOIN exchange_group AS g ON g.id = m.group_id WHERE m.id = ?2;

-- name: minutes_state
UPDATE minutes SET state = ?2, sent_on = ?3, remarks_until = ?4, approved_on = ?5, approved_by = ?6,
	case_mark = ?7, sent_version = ?8, rev = rev + 1 WHERE id = ?1;

-- name: minutes_meeting_held
UPDATE meeting SET state = 'held', rev = rev + 1 WHERE id = ?1 AND state IN ('planned', 'invited');

-- name: minutes_out
SELECT sent_on FROM minutes WHERE meeting_id = ?1 AND state = 'remarks';

-- name: minutes_touch
UPDATE minutes SET rev = rev + 1 WHERE id = ?1;

-- name: minutes_head
SELECT rev, owner, state, meeting_id FROM minutes WHERE id = ?1;

-- name: minutes_head_load
SELECT letterhead, title, group_name, meeting FROM minutes_head WHERE minutes_id = ?1 AND number = ?2;

-- name: minutes_head_put
INSERT INTO minutes_head (minutes_id, number, letterhead, title, group_name, meeting)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (minutes_id, number) DO UPDATE SET letterhead = excluded.letterhead, title = excluded.title,
	group_name = excluded.group_name, meeting = excluded.meeting;

-- name: minutes_versions
SELECT number, length(CAST(text AS BLOB)), source, file_name,
	coalesce((SELECT nullif(name, '') FROM person AS p WHERE p.login = v.login), login), created_at
FROM minutes_version AS v WHERE minutes_id = ?1 ORDER BY number DESC;

-- name: minutes_version
SELECT number, length(CAST(text AS BLOB)), source, file_name, login, created_at, text FROM minutes_version
WHERE minutes_id = ?1 AND number = CASE WHEN ?2 > 0 THEN ?2
	ELSE (SELECT max(number) FROM minutes_version WHERE minutes_id = ?1) END;

-- name: minutes_version_add
INSERT INTO minutes_version (minutes_id, number, text, source, file_name, login, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: minutes_remarks
SELECT id, rev, owner, version, slot, text, made_on, outcome, answer FROM minutes_remark
WHERE minutes_id = ?1 ORDER BY made_on, id;

-- name: minutes_remark_head
SELECT rev, owner, text, made_on, coalesce(slot, 0), outcome, answer FROM minutes_remark
WHERE id = ?1 AND minutes_id = ?2;

-- name: minutes_remark_insert
INSERT INTO minutes_remark (uid, minutes_id, version, slot, text, made_on, outcome, answer)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: minutes_remark_update
UPDATE minutes_remark SET version = ?3, slot = ?4, text = ?5, made_on = ?6, outcome = ?7, answer = ?8,
	rev = rev + 1 WHERE id = ?1 AND minutes_id = ?2;

-- name: minutes_remark_member
-- Whether the unit was a member of the group when the meeting was.
SELECT EXISTS (SELECT 1 FROM membership AS e WHERE e.group_id = m.group_id AND e.slot = ?2
	AND e.first_on <= substr(m.ends_at, 1, 10) AND e.last_on >= substr(m.starts_at, 1, 10))
FROM meeting AS m WHERE m.id = ?1;

-- name: minutes_annexes
SELECT number, text, reason, approved_on,
	coalesce((SELECT nullif(name, '') FROM person AS p WHERE p.login = a.login), login)
FROM minutes_annex AS a WHERE minutes_id = ?1 ORDER BY number;

-- name: minutes_annex_add
INSERT INTO minutes_annex (minutes_id, number, text, reason, approved_on, login)
SELECT ?1, 1 + coalesce((SELECT max(number) FROM minutes_annex WHERE minutes_id = ?1), 0), ?2, ?3, ?4,
	coalesce((SELECT login FROM person WHERE id = ?5), '');

-- name: minutes_login
SELECT login FROM person WHERE id = ?1;
