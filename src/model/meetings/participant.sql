-- SPDX-License-Identifier: GPL-3.0-or-later
-- People of meetings: invited, answered.

-- name: participant_list
SELECT p.id, p.meeting_id, coalesce(p.contact_id, 0), coalesce(p.slot, 0), p.part,
	coalesce(c.name, p.name), coalesce(c.post, ''), coalesce(c.organisation, ''),
	coalesce(p.stands_for, 0), coalesce(sc.name, s.name, ''), p.invited_on, p.answer,
	p.answered_on, p.remark, p.attended
FROM participant AS p LEFT JOIN contact AS c ON c.id = p.contact_id
LEFT JOIN participant AS s ON s.id = p.stands_for LEFT JOIN contact AS sc ON sc.id = s.contact_id
WHERE p.meeting_id = ?1
ORDER BY p.slot IS NULL, p.slot, coalesce(p.stands_for, p.id), p.id;

-- name: participant_load
SELECT p.id, p.meeting_id, coalesce(p.contact_id, 0), coalesce(p.slot, 0), p.part,
	coalesce(c.name, p.name), coalesce(c.post, ''), coalesce(c.organisation, ''),
	coalesce(p.stands_for, 0), coalesce(sc.name, s.name, ''), p.invited_on, p.answer,
	p.answered_on, p.remark, p.attended
FROM participant AS p LEFT JOIN contact AS c ON c.id = p.contact_id
LEFT JOIN participant AS s ON s.id = p.stands_for LEFT JOIN contact AS sc ON sc.id = s.contact_id
WHERE p.id = ?1;

-- name: participant_there
SELECT id FROM participant WHERE meeting_id = ?1 AND contact_id = ?2 AND id <> ?3;

-- name: participant_named
SELECT id FROM participant WHERE meeting_id = ?1 AND contact_id IS NULL AND name = ?2 AND id <> ?3
	AND coalesce(slot, 0) = ?4;

-- name: participant_substitutes
SELECT coalesce(c.name, s.name) FROM participant AS p
JOIN participant AS s ON s.meeting_id = p.meeting_id AND s.stands_for = p.id
LEFT JOIN contact AS c ON c.id = s.contact_id
WHERE p.id = ?1 ORDER BY s.id LIMIT 1;

-- name: participant_insert
INSERT INTO participant (meeting_id, contact_id, slot, part, name, stands_for, answer, answered_on,
	remark, invited_on)
SELECT ?1, nullif(?2, 0), nullif(?3, 0), ?4, ?5, nullif(?6, 0), ?7, ?8, ?9,
	CASE WHEN m.state IN ('invited', 'held') THEN ?10 END
FROM meeting AS m WHERE m.id = ?1;

-- name: participant_update
UPDATE participant SET contact_id = nullif(?2, 0), slot = nullif(?3, 0), part = ?4, name = ?5,
	stands_for = nullif(?6, 0), answer = ?7, answered_on = ?8, remark = ?9
WHERE id = ?1;

-- name: participant_sends_substitute
UPDATE participant SET answer = 'substitute', answered_on = coalesce(answered_on, ?2)
WHERE id = ?1 AND answer <> 'substitute';

-- name: participant_delete
DELETE FROM participant WHERE id = ?1;

-- name: participant_answered
UPDATE participant SET answer = ?2, answered_on = ?3 WHERE id = ?1;

-- name: participant_fill
-- The people of the group on that day and its moderator, who are not on the list yet; nobody of a
-- member that has left or joins later.
INSERT INTO participant (meeting_id, contact_id, slot, part, invited_on)
SELECT m.id, c.id, c.slot,
	CASE WHEN c.id = g.moderator_id THEN 'moderator'
		WHEN e.part IN ('expert', 'coordinator') THEN e.part
		WHEN e.part = 'observer' THEN 'guest' ELSE 'member' END,
	CASE WHEN m.state IN ('invited', 'held') THEN ?2 END
FROM meeting AS m JOIN exchange_group AS g ON g.id = m.group_id
JOIN contact AS c ON c.id = g.moderator_id
	OR c.id IN (SELECT contact_id FROM exchange_person WHERE group_id = g.id)
LEFT JOIN exchange_person AS e ON e.group_id = g.id AND e.contact_id = c.id
WHERE m.id = ?1 AND (c.id = g.moderator_id OR (coalesce(e.from_on, '') <= substr(m.starts_at, 1, 10)
		AND (e.to_on IS NULL OR e.to_on > substr(m.starts_at, 1, 10))))
	AND NOT EXISTS (SELECT 1 FROM participant AS p
		WHERE p.meeting_id = m.id AND p.contact_id = c.id)
	AND (c.id = g.moderator_id
		OR NOT EXISTS (SELECT 1 FROM exchange_member AS x
			WHERE x.group_id = g.id AND x.slot = c.slot)
		OR EXISTS (SELECT 1 FROM membership AS x WHERE x.group_id = g.id AND x.slot = c.slot
			AND substr(m.starts_at, 1, 10) BETWEEN x.first_on AND x.last_on))
ORDER BY c.slot IS NULL, c.slot,
	CASE e.part WHEN 'leader' THEN 0 WHEN 'member' THEN 1 ELSE 2 END, c.name COLLATE polish, c.id;
