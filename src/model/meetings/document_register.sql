-- SPDX-License-Identifier: GPL-3.0-or-later
-- Register of presentations and materials.

-- name: register_list
SELECT d.id, d.rev, d.uid, d.owner, d.group_id, d.meeting_id, d.item_id, g.code, m.number, d.slot, d.title,
	d.kind, d.place, d.sha256, d.size, d.dated_on, d.note, d.retired_at, d.later
FROM document AS d JOIN exchange_group AS g ON g.id = d.group_id
	LEFT JOIN meeting AS m ON m.id = d.meeting_id
WHERE d.group_id BETWEEN ?1 AND ?2 AND (?3 = 0 OR d.meeting_id = ?3)
	AND (d.retired_at IS NOT NULL) = ?4
ORDER BY g.code, m.number, d.title COLLATE polish, d.id;

-- name: register_load
SELECT d.id, d.rev, d.uid, d.owner, d.group_id, d.meeting_id, d.item_id, g.code, m.number, d.slot, d.title,
	d.kind, d.place, d.sha256, d.size, d.dated_on, d.note, d.retired_at, d.later
FROM document AS d JOIN exchange_group AS g ON g.id = d.group_id
	LEFT JOIN meeting AS m ON m.id = d.meeting_id
WHERE d.id = ?1;

-- name: register_head
SELECT rev, owner, retired_at FROM document WHERE id = ?1;

-- name: register_retire
UPDATE document SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: register_insert
INSERT INTO document (uid, group_id, meeting_id, item_id, slot, title, kind, place, sha256, size, dated_on,
	note, later) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
	EXISTS (SELECT 1 FROM minutes WHERE meeting_id = ?3 AND state = 'approved'));

-- name: register_update
UPDATE document SET later = CASE WHEN meeting_id IS ?3 THEN later
		ELSE EXISTS (SELECT 1 FROM minutes WHERE meeting_id = ?3 AND state = 'approved') END,
	group_id = ?2, meeting_id = ?3, item_id = ?4, slot = ?5, title = ?6, kind = ?7,
	place = ?8, sha256 = ?9, size = ?10, dated_on = ?11, note = ?12, rev = rev + 1 WHERE id = ?1;

-- name: register_meeting
SELECT group_id FROM meeting WHERE id = ?1;
