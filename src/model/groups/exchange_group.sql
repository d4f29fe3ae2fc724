-- SPDX-License-Identifier: GPL-3.0-or-later
-- Exchange groups, their members and people.

-- name: exchange_group_list
-- ?1 today, ?2 id or NULL, ?3 code or NULL, ?4 retired ones too.
SELECT g.id, g.rev, g.uid, g.owner, g.code, g.name, g.kind, g.units, g.parent_id,
	(SELECT p.code FROM exchange_group AS p WHERE p.id = g.parent_id),
	g.service, g.starts_on, g.ends_on, g.smallest, g.largest, g.moderator_id,
	(SELECT c.name FROM contact AS c WHERE c.id = g.moderator_id),
	g.case_mark, g.agreed_on, g.note, g.made_up, g.retired_at,
	(SELECT count(*) FROM membership AS m WHERE m.group_id = g.id AND ?1 BETWEEN m.first_on AND m.last_on),
	(SELECT min(t.starts_at) FROM meeting AS t WHERE t.group_id = g.id AND t.starts_at >= ?1
		AND t.state IN ('planned', 'invited') AND t.retired_at IS NULL)
FROM exchange_group AS g
WHERE (?2 IS NULL OR g.id = ?2) AND (?3 IS NULL OR g.code = ?3)
	AND (?4 OR g.retired_at IS NULL)
ORDER BY g.retired_at IS NOT NULL, g.code COLLATE polish;

-- name: exchange_group_code_taken
-- Codes that differ in the size of letters alone are one to people; the one in use is told first. A
-- group keeps the code that it has.
SELECT retired_at, code FROM exchange_group WHERE code = ?1 COLLATE NOCASE AND id <> ?2
	AND NOT EXISTS (SELECT 1 FROM exchange_group WHERE id = ?2 AND code = ?1)
ORDER BY retired_at IS NOT NULL, code <> ?1;

-- name: exchange_group_parents
-- Everything above ?1; UNION ends a circle.
WITH RECURSIVE above (id) AS (
	SELECT ?1 UNION SELECT g.parent_id FROM exchange_group AS g JOIN above ON g.id = above.id
	WHERE g.parent_id IS NOT NULL)
SELECT above.id, g.id, g.retired_at FROM above LEFT JOIN exchange_group AS g ON g.id = above.id;

-- name: exchange_group_meets_outside
-- A meeting before ?2 or, where ?3 is no NULL, after it.
SELECT substr(starts_at, 1, 10) FROM meeting WHERE group_id = ?1 AND retired_at IS NULL
	AND state <> 'cancelled'
	AND (substr(starts_at, 1, 10) < ?2 OR substr(ends_at, 1, 10) > ?3)
ORDER BY starts_at LIMIT 1;

-- name: exchange_group_insert
INSERT INTO exchange_group (uid, code, name, kind, parent_id, service, units, starts_on, ends_on,
	smallest, largest, moderator_id, case_mark, agreed_on, note, made_up)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);

-- name: exchange_group_update
UPDATE exchange_group SET rev = rev + 1, code = ?3, name = ?4, kind = ?5, parent_id = ?6,
	service = ?7, units = ?8, starts_on = ?9, ends_on = ?10, smallest = ?11, largest = ?12,
	moderator_id = ?13, case_mark = ?14, agreed_on = ?15, note = ?16, made_up = ?17
WHERE id = ?1 AND rev = ?2 AND retired_at IS NULL;

-- name: exchange_group_retire
UPDATE exchange_group SET rev = rev + 1, retired_at = ?3
WHERE id = ?1 AND rev = ?2 AND (retired_at IS NULL) = (?3 IS NOT NULL);

-- name: exchange_group_meetings_moved
-- Calendars learn by the sequence that the meetings go and come with their group.
UPDATE meeting SET sequence = sequence + 1, rev = rev + 1
WHERE group_id = ?1 AND retired_at IS NULL AND state <> 'cancelled';

-- name: exchange_group_head
SELECT rev, owner, retired_at, code FROM exchange_group WHERE id = ?1;

-- name: exchange_services
-- ?1 also those of groups, then of forms of organisation, before those of cards.
SELECT service FROM (
	SELECT service, 0 AS place FROM exchange_group WHERE ?1 AND retired_at IS NULL
	UNION ALL SELECT service, 1 FROM service_organisation WHERE ?1 AND retired_at IS NULL
	UNION ALL SELECT service, 2 FROM indicator WHERE retired_at IS NULL)
WHERE service <> '' GROUP BY service ORDER BY min(place), service COLLATE polish;

-- name: exchange_group_has_met
-- Before ?2.
SELECT EXISTS (SELECT 1 FROM meeting WHERE group_id = ?1 AND starts_at < ?2
	AND state <> 'cancelled' AND retired_at IS NULL);

-- name: exchange_group_first_members
-- Who was a member before the first day, ?2, or since the former one, ?3, is one from that day on.
UPDATE exchange_member SET joined_on = ?2 WHERE group_id = ?1 AND (joined_on < ?2 OR joined_on = ?3)
	AND (left_on IS NULL OR left_on > ?2);

-- name: exchange_group_stages_outside
-- Stages that begin before the group (?2), and that end after it (?3, '' = it has no end).
SELECT count(CASE WHEN from_on < ?2 THEN 1 END), count(CASE WHEN ?3 <> '' AND to_on > ?3 THEN 1 END)
FROM exchange_group_stage WHERE group_id = ?1;

-- name: exchange_group_touch
UPDATE exchange_group SET rev = rev + 1 WHERE id = ?1 AND rev = ?2 AND retired_at IS NULL;

-- name: exchange_group_comparison
SELECT id FROM comparison_group WHERE exchange_group_id = ?1;

-- name: exchange_group_comparison_insert
INSERT INTO comparison_group (uid, name, note, exchange_group_id) VALUES (?1, ?2, ?3, ?4);

-- name: exchange_group_comparison_update
UPDATE comparison_group SET rev = rev + 1, name = ?2, note = ?3, retired_at = ?4
WHERE exchange_group_id = ?1;

-- name: exchange_member_list
-- ?1 = 0: of all groups. ?2 a day or NULL.
SELECT m.id, m.group_id, m.slot, m.joined_on, m.left_on, m.host_order, m.presentation
FROM membership AS m JOIN unit AS u ON u.slot = m.slot
WHERE (m.group_id = ?1 OR ?1 = 0 AND m.group_id IN (SELECT id FROM exchange_group WHERE retired_at IS NULL))
	AND (?2 IS NULL OR ?2 BETWEEN m.first_on AND m.last_on)
ORDER BY m.left_on IS NOT NULL, m.host_order = 0, m.host_order, u.code, m.joined_on;

-- name: exchange_member_overlap
-- Another time of the same unit in the group that shares a day; ?5 NULL = without an end.
SELECT joined_on, left_on FROM exchange_member
WHERE group_id = ?1 AND slot = ?2 AND id <> ?3
	AND (?5 IS NULL OR joined_on <= ?5) AND (left_on IS NULL OR left_on >= ?4)
LIMIT 1;

-- name: exchange_member_insert
INSERT INTO exchange_member (group_id, slot, joined_on, left_on, host_order, presentation)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: exchange_member_update
UPDATE exchange_member SET joined_on = ?4, left_on = ?5, host_order = ?6, presentation = ?7
WHERE id = ?2 AND group_id = ?1 AND slot = ?3;

-- name: exchange_member_hosts
-- Meetings at the member ?1 in its time as it is kept that are not in the one from ?2 until ?3; the
-- last column says that they lie before it.
SELECT substr(t.starts_at, 1, 10), t.state = 'held', t.ends_at < ?2
FROM exchange_member AS m JOIN meeting AS t ON t.group_id = m.group_id AND t.host = m.slot
WHERE m.id = ?1 AND t.state <> 'cancelled' AND t.retired_at IS NULL
	AND t.ends_at >= m.joined_on AND (m.left_on IS NULL OR substr(t.starts_at, 1, 10) <= m.left_on)
	AND (t.ends_at < ?2 OR substr(t.starts_at, 1, 10) > ?3)
ORDER BY t.starts_at LIMIT 1;

-- name: exchange_member_delete
DELETE FROM exchange_member WHERE id = ?2 AND group_id = ?1;

-- name: exchange_member_load
SELECT id, group_id, slot, joined_on, left_on, host_order, presentation
FROM exchange_member WHERE id = ?1;

-- name: exchange_member_traces
-- What the unit did in the group, so that its membership stays.
SELECT EXISTS (SELECT 1 FROM meeting WHERE group_id = ?1 AND host = ?2 AND retired_at IS NULL)
	OR EXISTS (SELECT 1 FROM homework WHERE group_id = ?1 AND slot = ?2 AND retired_at IS NULL)
	OR EXISTS (SELECT 1 FROM participant AS p JOIN meeting AS m ON m.id = p.meeting_id
		WHERE m.group_id = ?1 AND p.slot = ?2 AND p.attended = 1)
	OR EXISTS (SELECT 1 FROM data_sheet AS d JOIN sheet_return AS r ON r.sheet_id = d.id
		WHERE d.group_id = ?1 AND r.slot = ?2)
	OR EXISTS (SELECT 1 FROM opinion AS o JOIN opinion_answer AS a ON a.opinion_id = o.id
		WHERE o.group_id = ?1 AND a.slot = ?2)
	OR EXISTS (SELECT 1 FROM conclusion WHERE group_id = ?1 AND slot = ?2)
	OR EXISTS (SELECT 1 FROM improvement_plan WHERE group_id = ?1 AND slot = ?2)
	OR EXISTS (SELECT 1 FROM closing_note WHERE group_id = ?1 AND slot = ?2);

-- name: exchange_person_list
SELECT p.group_id, p.contact_id, p.part, p.field, p.from_on, p.to_on, c.name, c.post,
	c.organisation, c.telephone, c.email, c.slot
FROM exchange_person AS p JOIN contact AS c ON c.id = p.contact_id
WHERE p.group_id = ?1
	AND (?2 IS NULL OR (p.from_on IS NULL OR p.from_on <= ?2) AND (p.to_on IS NULL OR p.to_on > ?2))
ORDER BY instr('leader member observer coordinator expert', p.part), c.name COLLATE polish;

-- name: exchange_person_put
INSERT INTO exchange_person (group_id, contact_id, part, field, from_on, to_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (group_id, contact_id) DO UPDATE SET part = excluded.part, field = excluded.field,
	from_on = excluded.from_on, to_on = excluded.to_on;

-- name: exchange_person_delete
DELETE FROM exchange_person WHERE group_id = ?1 AND contact_id = ?2;

-- name: exchange_person_uninformed
-- People of the group, its moderator too, who were not informed that their data are kept.
SELECT count(*) FROM contact AS c WHERE c.notice_on IS NULL
	AND (c.id IN (SELECT contact_id FROM exchange_person WHERE group_id = ?1)
		OR c.id = (SELECT moderator_id FROM exchange_group WHERE id = ?1));
