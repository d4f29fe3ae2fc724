-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows that travel between offices. Of each noun:
--   out   ?1 group, or ?2 uid; ?3 only rows of this office; ?4 with contact data; ?5 for which unit; ?6 today.
--         uid, rev, owner, then fields; "unit.code" and "meeting.uid" are references, "!" ends those
--         without which there is no row.
--   in    ?1 uid, ?2 rev, ?3 owner, then the fields of out in their order.
--   clash the same parameters: another row stands in the way; of nouns that are renamed its uid.
--   gone  ?1 uid.
--   rename ?1 from uid, ?2 to uid: the row takes the place of another.
-- and of its lines: out ?1 uid, ?2 with contact data; clear ?1 uid, ?2 the first fields that stay
-- (",1,2,"); in ?1 uid, then the fields.
-- What members are given and conclude goes out in the order of its numbers, so that both offices' lists are alike.

-- name: package_contact_out
SELECT c.uid, c.rev, c.owner, c.name, u.code AS "unit.code", c.organisation, c.post, c.telephone, c.email,
	c.purpose, c.notice_on, c.keep_until
FROM contact AS c LEFT JOIN unit AS u ON u.slot = c.slot
WHERE ?4 AND c.id IN (SELECT contact_id FROM exchange_person WHERE group_id = ?1
		UNION SELECT moderator_id FROM exchange_group WHERE id = ?1
		UNION SELECT p.contact_id FROM meeting AS m JOIN participant AS p ON p.meeting_id = m.id WHERE m.group_id = ?1
		UNION SELECT contact_id FROM homework WHERE group_id = ?1 AND (slot IS NULL OR slot = ?5)
		UNION SELECT contact_id FROM advice WHERE group_id = ?1 AND (slot IS NULL OR slot = ?5)
		UNION SELECT id FROM contact WHERE uid = ?2)
	AND (NOT ?3 OR c.owner = '')
ORDER BY c.uid;

-- name: package_contact_in
INSERT INTO contact (uid, rev, owner, name, slot, organisation, post, telephone, email, purpose, notice_on, keep_until)
VALUES (?1, ?2, ?3, ?4, (SELECT slot FROM unit WHERE code = ?5), ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, name = excluded.name, slot = excluded.slot,
	organisation = excluded.organisation, post = excluded.post, telephone = excluded.telephone,
	email = excluded.email, purpose = excluded.purpose, notice_on = excluded.notice_on,
	keep_until = excluded.keep_until;

-- name: package_contact_gone
DELETE FROM contact WHERE uid = ?1;

-- name: package_contact_unneeded
-- People of an office whom nothing names any more: erased there, so erased here.
DELETE FROM contact WHERE owner = ?1
	AND id NOT IN (SELECT contact_id FROM exchange_person)
	AND id NOT IN (SELECT moderator_id FROM exchange_group WHERE moderator_id IS NOT NULL)
	AND id NOT IN (SELECT contact_id FROM participant WHERE contact_id IS NOT NULL)
	AND id NOT IN (SELECT contact_id FROM homework WHERE contact_id IS NOT NULL)
	AND id NOT IN (SELECT contact_id FROM advice WHERE contact_id IS NOT NULL);

-- name: package_people_staying
-- ?1 the sender, ?2 the group: cards that its rows name.
SELECT count(*) FROM contact AS c WHERE c.owner = ?1
	AND (EXISTS (SELECT 1 FROM exchange_person AS p JOIN exchange_group AS g ON g.id = p.group_id
			WHERE p.contact_id = c.id AND g.uid = ?2)
		OR EXISTS (SELECT 1 FROM exchange_group AS g WHERE g.moderator_id = c.id AND g.uid = ?2)
		OR EXISTS (SELECT 1 FROM participant AS p JOIN meeting AS m ON m.id = p.meeting_id
			JOIN exchange_group AS g ON g.id = m.group_id WHERE p.contact_id = c.id AND g.uid = ?2)
		OR EXISTS (SELECT 1 FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id
			WHERE h.contact_id = c.id AND g.uid = ?2)
		OR EXISTS (SELECT 1 FROM advice AS a JOIN exchange_group AS g ON g.id = a.group_id
			WHERE a.contact_id = c.id AND g.uid = ?2));

-- ---- groups ----

-- name: package_group_out
SELECT g.uid, g.rev, g.owner, g.code, g.name, g.kind, p.uid AS "parent.uid", g.service, g.units, g.starts_on,
	g.ends_on, g.smallest, g.largest, CASE WHEN ?4 THEN c.uid END AS "moderator.uid", g.case_mark,
	g.agreed_on, g.made_up, g.note, g.retired_at
FROM exchange_group AS g LEFT JOIN exchange_group AS p ON p.id = g.parent_id
	LEFT JOIN contact AS c ON c.id = g.moderator_id
WHERE g.id IN (SELECT ?1 UNION SELECT id FROM exchange_group WHERE uid = ?2) AND (NOT ?3 OR g.owner = '');

-- name: package_group_in
INSERT INTO exchange_group (uid, rev, owner, code, name, kind, parent_id, service, units, starts_on, ends_on,
	smallest, largest, moderator_id, case_mark, agreed_on, made_up, note, retired_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT id FROM exchange_group WHERE uid = ?7), ?8, ?9, ?10, ?11, ?12, ?13,
	(SELECT id FROM contact WHERE uid = ?14), ?15, ?16, ?17, ?18, ?19)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, code = excluded.code, name = excluded.name,
	kind = excluded.kind, parent_id = excluded.parent_id, service = excluded.service,
	units = excluded.units, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
	smallest = excluded.smallest, largest = excluded.largest, moderator_id = excluded.moderator_id,
	case_mark = excluded.case_mark, agreed_on = excluded.agreed_on, made_up = excluded.made_up,
	note = excluded.note, retired_at = excluded.retired_at;

-- name: package_group_clash
SELECT 1 FROM exchange_group WHERE code = ?4 AND uid <> ?1;

-- name: package_group_gone
DELETE FROM exchange_group WHERE uid = ?1;

-- name: package_group_follow
-- The comparison group that follows the new group; ?2 its uid.
INSERT INTO comparison_group (uid, name, note, exchange_group_id)
SELECT ?2, CASE WHEN EXISTS (SELECT 1 FROM comparison_group AS c WHERE c.name = g.name)
	THEN g.name || ' (' || g.code || ')' ELSE g.name END, g.code, g.id
FROM exchange_group AS g WHERE g.uid = ?1
	AND NOT EXISTS (SELECT 1 FROM comparison_group AS c WHERE c.exchange_group_id = g.id);

-- name: package_group_rename
-- ?1 the group.
UPDATE comparison_group SET rev = rev + 1, note = g.code, retired_at = g.retired_at,
	name = CASE WHEN EXISTS (SELECT 1 FROM comparison_group AS c
		WHERE c.name = g.name AND c.exchange_group_id IS NOT g.id)
		THEN g.name || ' (' || g.code || ')' ELSE g.name END
FROM (SELECT id, code, name, retired_at FROM exchange_group WHERE uid = ?1) AS g
WHERE comparison_group.exchange_group_id = g.id;

-- name: package_group_unfollow_members
DELETE FROM comparison_group_member WHERE group_id IN (SELECT c.id FROM comparison_group AS c
	JOIN exchange_group AS g ON g.id = c.exchange_group_id WHERE g.uid = ?1);

-- name: package_group_unfollow
DELETE FROM comparison_group WHERE exchange_group_id = (SELECT id FROM exchange_group WHERE uid = ?1);

-- name: package_stage_out
SELECT s.position, s.name, s.aim, s.from_on, s.to_on, s.days
FROM exchange_group_stage AS s JOIN exchange_group AS g ON g.id = s.group_id WHERE g.uid = ?1 ORDER BY s.position;

-- name: package_stage_clear
DELETE FROM exchange_group_stage WHERE group_id = (SELECT id FROM exchange_group WHERE uid = ?1);

-- name: package_stage_in
INSERT INTO exchange_group_stage (group_id, position, name, aim, from_on, to_on, days)
VALUES ((SELECT id FROM exchange_group WHERE uid = ?1), ?2, ?3, ?4, ?5, ?6, ?7);

-- name: package_member_out
SELECT u.code AS "unit.code!", m.joined_on, m.left_on, m.host_order, m.presentation
FROM exchange_member AS m JOIN exchange_group AS g ON g.id = m.group_id JOIN unit AS u ON u.slot = m.slot
WHERE g.uid = ?1 ORDER BY u.code, m.joined_on;

-- name: package_member_clear
DELETE FROM exchange_member WHERE group_id = (SELECT id FROM exchange_group WHERE uid = ?1);

-- name: package_member_in
INSERT INTO exchange_member (group_id, slot, joined_on, left_on, host_order, presentation)
VALUES ((SELECT id FROM exchange_group WHERE uid = ?1), (SELECT slot FROM unit WHERE code = ?2), ?3, ?4, ?5, ?6);

-- name: package_person_out
SELECT c.uid AS "contact.uid!", p.part, p.field, p.from_on, p.to_on
FROM exchange_person AS p JOIN exchange_group AS g ON g.id = p.group_id JOIN contact AS c ON c.id = p.contact_id
WHERE g.uid = ?1 AND ?2 ORDER BY c.uid;

-- name: package_person_clear
DELETE FROM exchange_person WHERE group_id = (SELECT id FROM exchange_group WHERE uid = ?1);

-- name: package_person_in
INSERT INTO exchange_person (group_id, contact_id, part, field, from_on, to_on)
SELECT (SELECT id FROM exchange_group WHERE uid = ?1), id, ?3, ?4, ?5, ?6 FROM contact WHERE uid = ?2;

-- name: package_compared_out
SELECT c.position, i.code AS "indicator.code!"
FROM compared_indicator AS c JOIN exchange_group AS g ON g.id = c.group_id JOIN indicator AS i ON i.id = c.indicator_id
WHERE g.uid = ?1 ORDER BY c.position;

-- name: package_compared_clear
DELETE FROM compared_indicator WHERE group_id = (SELECT id FROM exchange_group WHERE uid = ?1);

-- name: package_compared_in
INSERT INTO compared_indicator (group_id, position, indicator_id)
VALUES ((SELECT id FROM exchange_group WHERE uid = ?1), ?2, (SELECT id FROM indicator WHERE code = ?3));

-- ---- meetings ----

-- name: package_meeting_out
-- What the coordinator noted for himself stays.
SELECT m.uid, m.rev, m.owner, g.uid AS "group.uid!", m.stage, m.number, m.title, m.starts_at, m.ends_at,
	u.code AS "host.code", m.place, m.presentation, m.state, m.reason, m.sequence, m.notes, m.retired_at
FROM meeting AS m JOIN exchange_group AS g ON g.id = m.group_id LEFT JOIN unit AS u ON u.slot = m.host
WHERE m.id IN (SELECT id FROM meeting WHERE group_id = ?1 UNION SELECT id FROM meeting WHERE uid = ?2)
	AND (NOT ?3 OR m.owner = '')
ORDER BY m.number;

-- name: package_meeting_in
INSERT INTO meeting (uid, rev, owner, group_id, stage, number, title, starts_at, ends_at, host, place,
	presentation, state, reason, sequence, notes, retired_at)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), ?5, ?6, ?7, ?8, ?9,
	(SELECT slot FROM unit WHERE code = ?10), ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, group_id = excluded.group_id, stage = excluded.stage,
	number = excluded.number, title = excluded.title, starts_at = excluded.starts_at,
	ends_at = excluded.ends_at, host = excluded.host, place = excluded.place,
	presentation = excluded.presentation, state = excluded.state, reason = excluded.reason,
	sequence = excluded.sequence, notes = excluded.notes, retired_at = excluded.retired_at;

-- name: package_meeting_clash
SELECT 1 FROM meeting WHERE group_id = (SELECT id FROM exchange_group WHERE uid = ?4) AND number = ?6
	AND uid <> ?1 AND owner <> ?3;

-- name: package_meeting_gone
DELETE FROM meeting WHERE uid = ?1;

-- name: package_meeting_aside
UPDATE meeting SET number = number + 1000000 WHERE uid = ?1;

-- name: package_item_out
-- Without contact data a speaker who has a card here is told by what follows the name ("Name, unit"), else by post,
-- organisation or unit. Roles, as agendas of stages name them, and names that have no card stay.
SELECT i.position, i.day, i.title, CASE WHEN ?2 THEN i.speaker ELSE coalesce((
		SELECT coalesce(nullif(substr(i.speaker, length(c.name) + 3), ''), nullif(c.post, ''),
			nullif(c.organisation, ''), (SELECT v.name FROM unit_version AS v WHERE v.slot = c.slot
				ORDER BY v.valid_from DESC LIMIT 1), '')
		FROM contact AS c WHERE c.name = substr(i.speaker, 1, instr(i.speaker || ', ', ', ') - 1)
			AND NOT EXISTS (SELECT 1 FROM stage_item AS t WHERE t.speaker IN (i.speaker, c.name))
		ORDER BY c.id LIMIT 1), i.speaker) END AS speaker, i.minutes, i.notes
FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id WHERE m.uid = ?1 ORDER BY i.position;

-- name: package_item_clear
DELETE FROM agenda_item WHERE meeting_id = (SELECT id FROM meeting WHERE uid = ?1)
	AND instr(?2, ',' || position || ',') = 0;

-- name: package_item_in
INSERT INTO agenda_item (meeting_id, position, day, title, speaker, minutes, notes)
VALUES ((SELECT id FROM meeting WHERE uid = ?1), ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (meeting_id, position) DO UPDATE SET day = excluded.day, title = excluded.title,
	speaker = excluded.speaker, minutes = excluded.minutes, notes = excluded.notes;

-- name: package_participant_out
-- Without contact data nobody's name, only who of which unit was invited, answered and came.
SELECT u.code AS "unit.code", CASE WHEN ?2 THEN c.uid END AS "contact.uid", p.part,
	CASE WHEN ?2 THEN p.name ELSE '' END AS name,
	(SELECT count(*) FROM participant AS o WHERE o.meeting_id = p.meeting_id AND o.id <= p.stands_for) AS stands_for,
	p.invited_on, p.answer, p.answered_on, CASE WHEN ?2 THEN p.remark ELSE '' END AS remark, p.attended
FROM participant AS p JOIN meeting AS m ON m.id = p.meeting_id LEFT JOIN unit AS u ON u.slot = p.slot
	LEFT JOIN contact AS c ON c.id = p.contact_id
WHERE m.uid = ?1 ORDER BY p.id;

-- name: package_participant_clear
DELETE FROM participant WHERE meeting_id = (SELECT id FROM meeting WHERE uid = ?1);

-- name: package_participant_in
INSERT INTO participant (meeting_id, slot, contact_id, part, name, stands_for, invited_on, answer, answered_on,
	remark, attended)
SELECT m.id, (SELECT slot FROM unit WHERE code = ?2), (SELECT id FROM contact WHERE uid = ?3), ?4, ?5,
	CASE WHEN CAST(?6 AS INTEGER) > 0 THEN (SELECT o.id FROM participant AS o WHERE o.meeting_id = m.id
		ORDER BY o.id LIMIT 1 OFFSET CAST(?6 AS INTEGER) - 1) END,
	?7, ?8, ?9, ?10, ?11
FROM meeting AS m WHERE m.uid = ?1;

-- name: package_agreement_out
SELECT a.position, i.position AS item, a.kind, a.text
FROM agreement AS a JOIN meeting AS m ON m.id = a.meeting_id LEFT JOIN agenda_item AS i ON i.id = a.item_id
WHERE m.uid = ?1 ORDER BY a.position;

-- name: package_agreement_clear
DELETE FROM agreement WHERE meeting_id = (SELECT id FROM meeting WHERE uid = ?1);

-- name: package_agreement_in
INSERT INTO agreement (meeting_id, position, item_id, kind, text)
SELECT m.id, ?2, (SELECT i.id FROM agenda_item AS i WHERE i.meeting_id = m.id AND i.position = CAST(?3 AS INTEGER)), ?4, ?5
FROM meeting AS m WHERE m.uid = ?1;

-- ---- documents, homework ----

-- name: package_document_out
-- Where the file lies says something to others only where it is a link.
SELECT d.uid, d.rev, d.owner, g.uid AS "group.uid!", m.uid AS "meeting.uid", i.position AS item,
	u.code AS "unit.code", d.title, d.kind,
	CASE WHEN d.place LIKE 'http://%' OR d.place LIKE 'https://%' THEN d.place ELSE '' END AS place,
	d.sha256, d.size, d.dated_on, d.note, d.retired_at
FROM document AS d JOIN exchange_group AS g ON g.id = d.group_id LEFT JOIN meeting AS m ON m.id = d.meeting_id
	LEFT JOIN agenda_item AS i ON i.id = d.item_id LEFT JOIN unit AS u ON u.slot = d.slot
WHERE d.id IN (SELECT id FROM document WHERE group_id = ?1 UNION SELECT id FROM document WHERE uid = ?2)
	AND (NOT ?3 OR d.owner = '')
ORDER BY d.id;

-- name: package_document_in
INSERT INTO document (uid, rev, owner, group_id, meeting_id, item_id, slot, title, kind, place, sha256, size,
	dated_on, note, retired_at)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), (SELECT id FROM meeting WHERE uid = ?5),
	(SELECT i.id FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id
		WHERE m.uid = ?5 AND i.position = CAST(?6 AS INTEGER)),
	(SELECT slot FROM unit WHERE code = ?7), ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, group_id = excluded.group_id,
	meeting_id = excluded.meeting_id, item_id = excluded.item_id, slot = excluded.slot,
	title = excluded.title, kind = excluded.kind, place = excluded.place, sha256 = excluded.sha256,
	size = excluded.size, dated_on = excluded.dated_on, note = excluded.note,
	retired_at = excluded.retired_at;

-- name: package_document_gone
DELETE FROM document WHERE uid = ?1;

-- name: package_homework_out
-- Each member's own, and what nobody alone was given.
SELECT h.uid, h.rev, h.owner, g.uid AS "group.uid!", m.uid AS "meeting.uid", i.position AS item,
	u.code AS "unit.code", CASE WHEN ?4 THEN c.uid END AS "contact.uid", h.text, h.due_on,
	r.uid AS "reviewed.uid", h.review, h.retired_at, h.given_on
FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id LEFT JOIN meeting AS m ON m.id = h.meeting_id
	LEFT JOIN agenda_item AS i ON i.id = h.item_id LEFT JOIN unit AS u ON u.slot = h.slot
	LEFT JOIN contact AS c ON c.id = h.contact_id LEFT JOIN meeting AS r ON r.id = h.reviewed_id
WHERE h.id IN (SELECT id FROM homework WHERE group_id = ?1 AND (slot IS NULL OR slot = ?5)
		UNION SELECT id FROM homework WHERE uid = ?2)
	AND (NOT ?3 OR h.owner = '')
ORDER BY h.id;

-- name: package_homework_given
-- What an office (?1) gave to members of a group (?2), and what stands open.
SELECT h.uid FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id
WHERE h.owner = ?1 AND g.uid = ?2 AND h.retired_at IS NULL ORDER BY h.uid;

-- name: package_homework_in
-- Format 1 does not say the day of giving: what stands here stays.
INSERT INTO homework (uid, rev, owner, group_id, meeting_id, item_id, slot, contact_id, text, due_on, reviewed_id,
	review, retired_at, given_on)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), (SELECT id FROM meeting WHERE uid = ?5),
	(SELECT i.id FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id
		WHERE m.uid = ?5 AND i.position = CAST(?6 AS INTEGER)),
	(SELECT slot FROM unit WHERE code = ?7), (SELECT id FROM contact WHERE uid = ?8), ?9, ?10,
	(SELECT id FROM meeting WHERE uid = ?11), ?12, ?13, coalesce(?14, ''))
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, group_id = excluded.group_id,
	meeting_id = excluded.meeting_id, item_id = excluded.item_id, slot = excluded.slot,
	contact_id = excluded.contact_id, text = excluded.text, due_on = excluded.due_on,
	reviewed_id = excluded.reviewed_id, review = excluded.review, retired_at = excluded.retired_at,
	given_on = coalesce(?14, given_on);

-- name: package_homework_gone
DELETE FROM homework WHERE uid = ?1;

-- name: package_homework_answer_out
-- A member sends its answers (?5 = 0), and gets those to what is its own.
SELECT a.uid, a.rev, a.owner, h.uid AS "homework.uid!", a.state, a.text, a.answered_on
FROM homework_answer AS a JOIN homework AS h ON h.id = a.homework_id
WHERE a.id IN (SELECT n.id FROM homework AS o JOIN homework_answer AS n ON n.homework_id = o.id WHERE o.group_id = ?1
			AND (?5 = 0 OR o.slot IS NULL OR o.slot = ?5)
		UNION SELECT id FROM homework_answer WHERE uid = ?2)
	AND (NOT ?3 OR a.owner = '')
ORDER BY a.uid;

-- name: package_homework_answer_in
INSERT INTO homework_answer (uid, rev, owner, homework_id, state, text, answered_on)
VALUES (?1, ?2, ?3, (SELECT id FROM homework WHERE uid = ?4), ?5, ?6, ?7)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, owner = excluded.owner, state = excluded.state, text = excluded.text,
	answered_on = excluded.answered_on;

-- name: package_homework_answer_clash
SELECT uid FROM homework_answer WHERE homework_id = (SELECT id FROM homework WHERE uid = ?4) AND uid <> ?1;

-- name: package_homework_answer_rename
UPDATE homework_answer SET uid = ?2 WHERE uid = ?1;

-- name: package_homework_answer_gone
DELETE FROM homework_answer WHERE uid = ?1;

-- ---- minutes, opinions, advice ----

-- name: package_minutes_out
-- Drafts stay until they are sent for remarks.
SELECT n.uid, n.rev, n.owner, m.uid AS "meeting.uid!", n.state, n.case_mark, n.sent_on, n.remarks_until, n.approved_on
FROM minutes AS n JOIN meeting AS m ON m.id = n.meeting_id
WHERE n.id IN (SELECT o.id FROM meeting AS t JOIN minutes AS o ON o.meeting_id = t.id
		WHERE t.group_id = ?1 AND o.state <> 'draft'
		UNION SELECT id FROM minutes WHERE uid = ?2)
	AND (NOT ?3 OR n.owner = '')
ORDER BY n.uid;

-- name: package_minutes_sent
-- Minutes of an office (?1) in a group (?2) that wait for remarks here.
SELECT n.uid FROM exchange_group AS g JOIN meeting AS m ON m.group_id = g.id JOIN minutes AS n ON n.meeting_id = m.id
WHERE g.uid = ?2 AND n.owner = ?1 AND n.state = 'remarks' ORDER BY n.uid;

-- name: package_minutes_in
INSERT INTO minutes (uid, rev, owner, meeting_id, state, case_mark, sent_on, remarks_until, approved_on)
VALUES (?1, ?2, ?3, (SELECT id FROM meeting WHERE uid = ?4), ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, state = excluded.state, case_mark = excluded.case_mark,
	sent_on = excluded.sent_on, remarks_until = excluded.remarks_until, approved_on = excluded.approved_on;

-- name: package_minutes_clash
SELECT 1 FROM minutes WHERE meeting_id = (SELECT id FROM meeting WHERE uid = ?4) AND uid <> ?1;

-- name: package_minutes_gone
DELETE FROM minutes WHERE uid = ?1;

-- name: package_version_out
-- What was sent, and what remarks are about; of approved minutes the newest. Versions before and after are
-- drafts, which stay; of another office's minutes all that came.
SELECT v.number, v.text, v.source, v.created_at
FROM minutes_version AS v JOIN minutes AS n ON n.id = v.minutes_id
WHERE n.uid = ?1 AND (n.owner <> '' OR v.number = coalesce(
		CASE WHEN n.state = 'remarks' THEN nullif(n.sent_version, 0) END,
		(SELECT max(s.number) FROM minutes_version AS s WHERE s.minutes_id = n.id))
	OR EXISTS (SELECT 1 FROM minutes_remark AS r WHERE r.minutes_id = n.id AND r.version = v.number))
ORDER BY v.number;

-- name: package_version_clear
DELETE FROM minutes_version WHERE minutes_id = (SELECT id FROM minutes WHERE uid = ?1);

-- name: package_version_in
INSERT INTO minutes_version (minutes_id, number, text, source, created_at)
VALUES ((SELECT id FROM minutes WHERE uid = ?1), ?2, ?3, ?4, ?5);

-- name: package_annex_out
SELECT a.number, a.text, a.reason, a.approved_on
FROM minutes_annex AS a JOIN minutes AS n ON n.id = a.minutes_id WHERE n.uid = ?1 ORDER BY a.number;

-- name: package_annex_clear
DELETE FROM minutes_annex WHERE minutes_id = (SELECT id FROM minutes WHERE uid = ?1);

-- name: package_annex_in
INSERT INTO minutes_annex (minutes_id, number, text, reason, approved_on)
VALUES ((SELECT id FROM minutes WHERE uid = ?1), ?2, ?3, ?4, ?5);

-- name: package_head_out
SELECT h.number, h.letterhead, h.title, h.group_name, h.meeting
FROM minutes_head AS h JOIN minutes AS n ON n.id = h.minutes_id WHERE n.uid = ?1 ORDER BY h.number;

-- name: package_head_clear
DELETE FROM minutes_head WHERE minutes_id = (SELECT id FROM minutes WHERE uid = ?1);

-- name: package_head_in
INSERT INTO minutes_head (minutes_id, number, letterhead, title, group_name, meeting)
VALUES ((SELECT id FROM minutes WHERE uid = ?1), ?2, ?3, ?4, ?5, ?6);

-- name: package_remark_out
SELECT r.uid, r.rev, r.owner, n.uid AS "minutes.uid!", r.version, u.code AS "unit.code", r.text, r.made_on,
	r.outcome, r.answer
FROM minutes_remark AS r JOIN minutes AS n ON n.id = r.minutes_id LEFT JOIN unit AS u ON u.slot = r.slot
WHERE r.id IN (SELECT q.id FROM meeting AS t JOIN minutes AS o ON o.meeting_id = t.id
		JOIN minutes_remark AS q ON q.minutes_id = o.id WHERE t.group_id = ?1 AND o.state <> 'draft'
		UNION SELECT id FROM minutes_remark WHERE uid = ?2)
	AND (NOT ?3 OR r.owner = '')
ORDER BY r.uid;

-- name: package_remark_in
INSERT INTO minutes_remark (uid, rev, owner, minutes_id, version, slot, text, made_on, outcome, answer)
VALUES (?1, ?2, ?3, (SELECT id FROM minutes WHERE uid = ?4), ?5, (SELECT slot FROM unit WHERE code = ?6), ?7, ?8, ?9, ?10)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, version = excluded.version, slot = excluded.slot,
	text = excluded.text, made_on = excluded.made_on, outcome = excluded.outcome, answer = excluded.answer;

-- name: package_remark_gone
DELETE FROM minutes_remark WHERE uid = ?1;

-- name: package_opinion_out
-- Those that members are asked from a later day (?6 today) are drafts, which stay.
SELECT o.uid, o.rev, o.owner, g.uid AS "group.uid!", d.uid AS "document.uid", o.title, o.version, o.question,
	o.asked_on, o.due_on, o.retired_at
FROM opinion AS o JOIN exchange_group AS g ON g.id = o.group_id LEFT JOIN document AS d ON d.id = o.document_id
WHERE o.id IN (SELECT id FROM opinion WHERE group_id = ?1 AND asked_on <= ?6
		UNION SELECT id FROM opinion WHERE uid = ?2)
	AND (NOT ?3 OR o.owner = '')
ORDER BY o.id;

-- name: package_opinion_in
INSERT INTO opinion (uid, rev, owner, group_id, document_id, title, version, question, asked_on, due_on, retired_at)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), (SELECT id FROM document WHERE uid = ?5),
	?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, group_id = excluded.group_id,
	document_id = excluded.document_id, title = excluded.title, version = excluded.version,
	question = excluded.question, asked_on = excluded.asked_on, due_on = excluded.due_on,
	retired_at = excluded.retired_at;

-- name: package_opinion_gone
DELETE FROM opinion WHERE uid = ?1;

-- name: package_opinion_answer_out
SELECT a.uid, a.rev, a.owner, o.uid AS "opinion.uid!", u.code AS "unit.code!", a.view, a.text, a.answered_on,
	a.outcome, a.reason
FROM opinion_answer AS a JOIN opinion AS o ON o.id = a.opinion_id JOIN unit AS u ON u.slot = a.slot
WHERE a.id IN (SELECT n.id FROM opinion AS p JOIN opinion_answer AS n ON n.opinion_id = p.id WHERE p.group_id = ?1
		UNION SELECT id FROM opinion_answer WHERE uid = ?2)
	AND (NOT ?3 OR a.owner = '')
ORDER BY a.uid;

-- name: package_opinion_answer_in
INSERT INTO opinion_answer (uid, rev, owner, opinion_id, slot, view, text, answered_on, outcome, reason)
VALUES (?1, ?2, ?3, (SELECT id FROM opinion WHERE uid = ?4), (SELECT slot FROM unit WHERE code = ?5), ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, owner = excluded.owner, view = excluded.view, text = excluded.text,
	answered_on = excluded.answered_on, outcome = excluded.outcome, reason = excluded.reason;

-- name: package_opinion_answer_clash
SELECT uid FROM opinion_answer WHERE opinion_id = (SELECT id FROM opinion WHERE uid = ?4)
	AND slot = (SELECT slot FROM unit WHERE code = ?5) AND uid <> ?1;

-- name: package_opinion_answer_rename
UPDATE opinion_answer SET uid = ?2 WHERE uid = ?1;

-- name: package_opinion_answer_gone
DELETE FROM opinion_answer WHERE uid = ?1;

-- name: package_advice_out
-- Advice is between the expert and who asked.
SELECT a.uid, a.rev, a.owner, g.uid AS "group.uid!", CASE WHEN ?4 THEN c.uid END AS "contact.uid",
	u.code AS "unit.code", a.given_on, a.minutes, a.form, a.question, a.answer, a.retired_at
FROM advice AS a JOIN exchange_group AS g ON g.id = a.group_id LEFT JOIN contact AS c ON c.id = a.contact_id
	LEFT JOIN unit AS u ON u.slot = a.slot
WHERE a.id IN (SELECT id FROM advice WHERE group_id = ?1 AND (slot IS NULL OR slot = ?5)
		UNION SELECT id FROM advice WHERE uid = ?2)
	AND (NOT ?3 OR a.owner = '')
ORDER BY a.id;

-- name: package_advice_in
INSERT INTO advice (uid, rev, owner, group_id, contact_id, slot, given_on, minutes, form, question, answer, retired_at)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), (SELECT id FROM contact WHERE uid = ?5),
	(SELECT slot FROM unit WHERE code = ?6), ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, group_id = excluded.group_id,
	contact_id = excluded.contact_id, slot = excluded.slot, given_on = excluded.given_on,
	minutes = excluded.minutes, form = excluded.form, question = excluded.question,
	answer = excluded.answer, retired_at = excluded.retired_at;

-- name: package_advice_gone
DELETE FROM advice WHERE uid = ?1;

-- ---- figures ----

-- name: package_sheet_out
SELECT s.uid, s.rev, s.owner, g.uid AS "group.uid!", s.year, s.due_on, s.note
FROM data_sheet AS s JOIN exchange_group AS g ON g.id = s.group_id
WHERE s.id IN (SELECT id FROM data_sheet WHERE group_id = ?1 UNION SELECT id FROM data_sheet WHERE uid = ?2)
	AND (NOT ?3 OR s.owner = '')
ORDER BY s.year;

-- name: package_sheet_in
INSERT INTO data_sheet (uid, rev, owner, group_id, year, due_on, note)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), ?5, ?6, ?7)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, group_id = excluded.group_id, year = excluded.year,
	due_on = excluded.due_on, note = excluded.note;

-- name: package_sheet_clash
SELECT 1 FROM data_sheet WHERE group_id = (SELECT id FROM exchange_group WHERE uid = ?4)
	AND year = CAST(?5 AS INTEGER) AND uid <> ?1;

-- name: package_sheet_gone
DELETE FROM data_sheet WHERE uid = ?1;

-- name: package_sheet_line_out
SELECT l.position, i.code AS "indicator.code!", l.low, l.high, l.change
FROM data_sheet_line AS l JOIN data_sheet AS s ON s.id = l.sheet_id JOIN indicator AS i ON i.id = l.indicator_id
WHERE s.uid = ?1 ORDER BY l.position;

-- name: package_sheet_line_clear
DELETE FROM data_sheet_line WHERE sheet_id = (SELECT id FROM data_sheet WHERE uid = ?1);

-- name: package_sheet_line_in
INSERT INTO data_sheet_line (sheet_id, position, indicator_id, low, high, change)
VALUES ((SELECT id FROM data_sheet WHERE uid = ?1), ?2, (SELECT id FROM indicator WHERE code = ?3), ?4, ?5, ?6);

-- name: package_sheet_takes
-- A card on the sheet that nothing feeds takes figures keyed by hand from now on.
UPDATE indicator SET kind = 'own' WHERE kind = 'published'
	AND id IN (SELECT l.indicator_id FROM data_sheet_line AS l JOIN data_sheet AS s ON s.id = l.sheet_id WHERE s.uid = ?1)
	AND NOT EXISTS (SELECT 1 FROM series WHERE series.indicator_id = indicator.id);

-- name: package_return_out
-- Drafts stay in their office.
SELECT r.uid, r.rev, r.owner, s.uid AS "sheet.uid!", u.code AS "unit.code!", r.state, r.changed_on
FROM sheet_return AS r JOIN data_sheet AS s ON s.id = r.sheet_id JOIN unit AS u ON u.slot = r.slot
WHERE r.id IN (SELECT n.id FROM data_sheet AS d JOIN sheet_return AS n ON n.sheet_id = d.id
		WHERE d.group_id = ?1 AND n.state <> 'draft'
		UNION SELECT id FROM sheet_return WHERE uid = ?2)
	AND (NOT ?3 OR r.owner = '')
ORDER BY s.year, u.code;

-- name: sheet_reworked
-- Sheets of this office in a group (?1) that are to be explained and that it changed since it handed them in (by the
-- log; those that were keyed elsewhere, since they came): uid and year. own_drafts has the same rule.
WITH handed (id, uid, sheet_id, slot, year, at) AS MATERIALIZED (
	SELECT r.id, r.uid, r.sheet_id, r.slot, d.year, coalesce(
		(SELECT max(a.at) FROM audit AS a WHERE a.action = 'sheet.state' AND a.entity_id = r.id),
		(SELECT min(i.imported_at) FROM package_row AS p JOIN import AS i ON i.id = p.import_id AND i.undone_at IS NULL
			WHERE p.noun = 'sheet_return' AND p.uid = r.uid), '9')
	FROM data_sheet AS d JOIN sheet_return AS r ON r.sheet_id = d.id AND r.state = 'queried' AND r.owner = ''
	WHERE d.group_id = ?1 AND d.owner <> '')
SELECT DISTINCT h.uid, h.year FROM handed AS h JOIN data_sheet_line AS l ON l.sheet_id = h.sheet_id
	LEFT JOIN own_figure AS f ON f.indicator_id = l.indicator_id AND f.year = h.year AND f.slot = h.slot
WHERE f.changed_at > h.at OR (f.changed_at IS NULL AND EXISTS (SELECT 1 FROM own_figure_former AS b
	WHERE b.indicator_id = l.indicator_id AND b.year = h.year AND b.slot = h.slot))
ORDER BY h.year, h.uid;

-- name: package_return_came
-- Sheets of an office (?1) in a group (?2) that came here. What this office verified gives way to nothing, and what it
-- asks about stays until it is handed in again.
SELECT r.uid FROM exchange_group AS g JOIN data_sheet AS s ON s.group_id = g.id
	JOIN sheet_return AS r ON r.sheet_id = s.id
WHERE g.uid = ?2 AND r.owner = ?1 AND (r.state NOT IN ('queried', 'verified') OR s.owner <> '') ORDER BY r.uid;

-- name: package_return_in
INSERT INTO sheet_return (uid, rev, owner, sheet_id, slot, state, changed_on)
VALUES (?1, ?2, ?3, (SELECT id FROM data_sheet WHERE uid = ?4), (SELECT slot FROM unit WHERE code = ?5), ?6, ?7)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, owner = excluded.owner, state = excluded.state,
	changed_on = excluded.changed_on;

-- name: package_return_place
-- The return of a unit on a sheet.
SELECT r.uid, r.owner, r.state, r.rev FROM sheet_return AS r
WHERE r.sheet_id = (SELECT id FROM data_sheet WHERE uid = ?1) AND r.slot = (SELECT slot FROM unit WHERE code = ?2);

-- name: package_return_figures
-- Figures that no return of another office brought.
SELECT 1 FROM data_sheet AS s JOIN data_sheet_line AS l ON l.sheet_id = s.id
	JOIN own_figure AS f ON f.indicator_id = l.indicator_id AND f.year = s.year
WHERE s.uid = ?1 AND f.slot = (SELECT slot FROM unit WHERE code = ?2)
	AND NOT EXISTS (SELECT 1 FROM sheet_return AS r JOIN data_sheet AS d ON d.id = r.sheet_id
		JOIN data_sheet_line AS n ON n.sheet_id = d.id
		WHERE r.slot = f.slot AND r.owner <> '' AND d.year = f.year AND n.indicator_id = f.indicator_id)
LIMIT 1;

-- name: package_brought
-- ?1 the noun, ?2 uid: what the newest package that wrote it brought, and what it found; '' wrote nothing.
SELECT p.rev, p.former FROM import AS i CROSS JOIN package_row AS p ON p.import_id = i.id AND p.noun = ?1 AND p.uid = ?2
WHERE i.kind = 'package' AND i.undone_at IS NULL AND (p.former IS NULL OR p.former <> '') ORDER BY i.id DESC LIMIT 1;

-- name: package_return_here
-- Figures of the unit that stand here on the sheet.
SELECT i.code, f.value, f.missing FROM data_sheet AS s JOIN data_sheet_line AS l ON l.sheet_id = s.id
	JOIN own_figure AS f ON f.indicator_id = l.indicator_id AND f.year = s.year
	JOIN indicator AS i ON i.id = l.indicator_id
WHERE s.uid = ?1 AND f.slot = (SELECT slot FROM unit WHERE code = ?2) ORDER BY i.code;

-- name: package_return_stand_in
-- ?1 its uid, ?2 the sheet, ?3 the unit, ?4 today.
INSERT INTO sheet_return (uid, sheet_id, slot, changed_on)
VALUES (?1, (SELECT id FROM data_sheet WHERE uid = ?2), (SELECT slot FROM unit WHERE code = ?3), ?4);

-- name: package_return_rename
UPDATE sheet_return SET uid = ?2 WHERE uid = ?1;

-- name: package_return_clash
-- Another return, or figures that no return of that office brought.
SELECT 1 FROM sheet_return WHERE sheet_id = (SELECT id FROM data_sheet WHERE uid = ?4)
	AND slot = (SELECT slot FROM unit WHERE code = ?5) AND uid <> ?1
UNION ALL
SELECT 1 FROM data_sheet AS s JOIN data_sheet_line AS l ON l.sheet_id = s.id
	JOIN own_figure AS f ON f.indicator_id = l.indicator_id AND f.year = s.year
WHERE s.uid = ?4 AND f.slot = (SELECT slot FROM unit WHERE code = ?5)
	AND NOT EXISTS (SELECT 1 FROM sheet_return AS r JOIN data_sheet AS d ON d.id = r.sheet_id
		JOIN data_sheet_line AS n ON n.sheet_id = d.id
		WHERE r.slot = f.slot AND r.owner = ?3 AND d.year = f.year AND n.indicator_id = f.indicator_id)
LIMIT 1;

-- name: package_return_gone
DELETE FROM sheet_return WHERE uid = ?1;

-- name: package_figure_out
SELECT i.code AS "indicator.code!", f.value, f.missing, f.remark, f.source, f.verified, f.made_up, f.changed_at
FROM sheet_return AS r JOIN data_sheet AS s ON s.id = r.sheet_id JOIN data_sheet_line AS l ON l.sheet_id = s.id
	JOIN own_figure AS f ON f.indicator_id = l.indicator_id AND f.year = s.year AND f.slot = r.slot
	JOIN indicator AS i ON i.id = f.indicator_id
WHERE r.uid = ?1 ORDER BY i.code;

-- name: package_figure_clear
-- What files brought gives way even to an office that says the same, so that it is kept whose it was.
DELETE FROM own_figure WHERE slot = (SELECT slot FROM sheet_return WHERE uid = ?1)
	AND year = (SELECT s.year FROM sheet_return AS r JOIN data_sheet AS s ON s.id = r.sheet_id WHERE r.uid = ?1)
	AND indicator_id IN (SELECT l.indicator_id FROM sheet_return AS r JOIN data_sheet_line AS l ON l.sheet_id = r.sheet_id
		JOIN indicator AS i ON i.id = l.indicator_id WHERE r.uid = ?1
			AND (instr(?2, ',' || i.code || ',') = 0 OR (r.owner <> '' AND own_figure.import_id IS NOT NULL)));

-- name: package_former_newest
SELECT max(id) FROM own_figure_former;

-- name: package_former_drop
-- What undoing an import leaves behind.
DELETE FROM own_figure_former WHERE id > ?1;

-- name: package_figure_in
-- A figure of this office that stood here before, as undoing brings it back, has its person and its file again.
INSERT INTO own_figure (indicator_id, year, slot, value, missing, remark, source, verified, made_up, login, changed_at,
	import_id)
SELECT c.id, s.year, r.slot, ?3, ?4, ?5, ?6, ?7, ?8,
	coalesce(f.login, (SELECT name FROM partner_office WHERE uid = r.owner), ''), ?9, f.import_id
FROM sheet_return AS r JOIN data_sheet AS s ON s.id = r.sheet_id JOIN indicator AS c ON c.code = ?2
	LEFT JOIN own_figure_former AS f ON f.id = (SELECT max(o.id) FROM own_figure_former AS o
		WHERE r.owner = '' AND o.indicator_id = c.id AND o.year = s.year AND o.slot = r.slot AND o.changed_at = ?9
			AND CAST(o.value AS TEXT) IS ?3 AND o.missing = ?4 AND o.remark = ?5 AND o.source = ?6)
WHERE r.uid = ?1
ON CONFLICT (indicator_id, year, slot) DO UPDATE SET value = excluded.value, missing = excluded.missing,
	remark = excluded.remark, source = excluded.source, verified = excluded.verified,
	made_up = excluded.made_up,
	import_id = coalesce(excluded.import_id, iif(value IS excluded.value AND missing = excluded.missing
		AND remark = excluded.remark AND source = excluded.source, import_id, NULL)),
	login = iif(excluded.import_id IS NULL AND value IS excluded.value AND missing = excluded.missing
		AND remark = excluded.remark AND source = excluded.source, login, excluded.login),
	changed_at = excluded.changed_at;

-- name: package_question_out
SELECT q.number, i.code AS "indicator.code!", q.question, q.asked_on, q.answer, q.answered_on
FROM sheet_question AS q JOIN sheet_return AS r ON r.id = q.return_id JOIN indicator AS i ON i.id = q.indicator_id
WHERE r.uid = ?1 ORDER BY q.number;

-- name: package_question_clear
DELETE FROM sheet_question WHERE return_id = (SELECT id FROM sheet_return WHERE uid = ?1);

-- name: package_question_in
INSERT INTO sheet_question (return_id, number, indicator_id, question, asked_on, answer, answered_on)
VALUES ((SELECT id FROM sheet_return WHERE uid = ?1), ?2, (SELECT id FROM indicator WHERE code = ?3), ?4, ?5, ?6, ?7);

-- ---- own figures beside data sheets ----

-- name: package_figures_out
-- Those that came here; this office's own are put together as they are sent (package_own_figures.c).
SELECT m.uid, m.rev, m.owner, g.uid AS "group.uid!", u.code AS "unit.code!"
FROM member_figures AS m JOIN exchange_group AS g ON g.id = m.group_id JOIN unit AS u ON u.slot = m.slot
WHERE m.id IN (SELECT id FROM member_figures WHERE group_id = ?1 UNION SELECT id FROM member_figures WHERE uid = ?2)
	AND NOT ?3
ORDER BY u.code, m.uid;

-- name: package_group_uid
SELECT uid FROM exchange_group WHERE id = ?1;

-- name: package_figures_in
INSERT INTO member_figures (uid, rev, owner, group_id, slot)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), (SELECT slot FROM unit WHERE code = ?5))
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, group_id = excluded.group_id, slot = excluded.slot;

-- name: package_figures_gone
DELETE FROM member_figures WHERE uid = ?1;

-- name: package_figures_here
-- Those of an office (?1) in a group (?2) that came here.
SELECT m.uid FROM exchange_group AS g JOIN member_figures AS m ON m.group_id = g.id
WHERE g.uid = ?2 AND m.owner = ?1 ORDER BY m.uid;

-- name: package_figures_take
-- A card that nothing feeds takes figures keyed by hand from now on.
UPDATE indicator SET kind = 'own' WHERE kind = 'published'
	AND id IN (SELECT f.indicator_id FROM member_figures AS m JOIN member_figure AS f ON f.figures_id = m.id
		WHERE m.uid = ?1)
	AND NOT EXISTS (SELECT 1 FROM series WHERE series.indicator_id = indicator.id);

-- name: package_told_out
SELECT i.code AS "indicator.code!", f.year, f.value, f.remark, f.source, f.made_up, f.changed_at
FROM member_figures AS m JOIN member_figure AS f ON f.figures_id = m.id JOIN indicator AS i ON i.id = f.indicator_id
WHERE m.uid = ?1 ORDER BY i.code, f.year;

-- name: package_told_clear
DELETE FROM member_figure WHERE figures_id = (SELECT id FROM member_figures WHERE uid = ?1);

-- name: package_told_in
INSERT INTO member_figure (figures_id, indicator_id, year, value, remark, source, made_up, changed_at)
VALUES ((SELECT id FROM member_figures WHERE uid = ?1), (SELECT id FROM indicator WHERE code = ?2), ?3, ?4, ?5, ?6, ?7,
	?8);

-- name: package_figures_under
-- Figures of a unit (?1) that stand here beside data sheets, keyed by this office.
SELECT i.code, f.year, f.value, f.missing FROM unit AS u JOIN own_figure AS f ON f.slot = u.slot
	JOIN indicator AS i ON i.id = f.indicator_id
WHERE u.code = ?1 AND NOT EXISTS (SELECT 1 FROM data_sheet AS d
		JOIN data_sheet_line AS l ON l.sheet_id = d.id AND l.indicator_id = f.indicator_id
		JOIN sheet_return AS r ON r.sheet_id = d.id AND r.slot = f.slot
	WHERE d.year = f.year)
ORDER BY i.code, f.year;

-- name: package_organisation_out
-- Of members, under either code of a city (unit_code_same()), and of the group's service where it has one.
SELECT o.uid, o.rev, o.owner, u.code AS "unit.code!", o.service, o.year, o.provider, o.name, o.employment, o.scale,
	o.contract, o.fees, o.remark, o.retired_at
FROM service_organisation AS o JOIN unit AS u ON u.slot = o.slot
WHERE o.id IN (SELECT n.id FROM exchange_group AS g JOIN exchange_member AS m ON m.group_id = g.id
		JOIN unit AS x ON x.slot = m.slot
		JOIN unit AS y ON y.code IN (x.code, iif(length(x.code) = 4, x.code || '01', substr(x.code, 1, 4)))
			AND (y.slot = x.slot OR x.code GLOB '??[6-9]*')
		JOIN service_organisation AS n ON n.slot = y.slot
		WHERE g.id = ?1 AND (g.service = '' OR n.service = g.service)
		UNION SELECT id FROM service_organisation WHERE uid = ?2)
	AND (NOT ?3 OR o.owner = '')
ORDER BY o.uid;

-- name: package_organisation_in
INSERT INTO service_organisation (uid, rev, owner, slot, service, year, provider, name, employment, scale, contract,
	fees, remark, retired_at)
VALUES (?1, ?2, ?3, (SELECT slot FROM unit WHERE code = ?4), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, owner = excluded.owner, slot = excluded.slot, service = excluded.service,
	year = excluded.year, provider = excluded.provider, name = excluded.name,
	employment = excluded.employment, scale = excluded.scale, contract = excluded.contract,
	fees = excluded.fees, remark = excluded.remark, retired_at = excluded.retired_at;

-- name: package_organisation_clash
SELECT uid FROM service_organisation WHERE slot = (SELECT slot FROM unit WHERE code = ?4) AND service = ?5
	AND year = CAST(?6 AS INTEGER) AND uid <> ?1;

-- name: package_organisation_rename
UPDATE service_organisation SET uid = ?2 WHERE uid = ?1;

-- name: package_organisation_gone
DELETE FROM service_organisation WHERE uid = ?1;

-- name: package_decision_out
-- Of members, under either code of a city (unit_code_same()).
SELECT d.uid, d.rev, d.owner, u.code AS "unit.code!", d.year, d.quarter, d.case_type, d.department, d.issued, d.late,
	d.late_extended, d.appealed, d.upheld, d.sent_back, d.overturned, d.discontinued, d.inadmissible,
	d.invalid, d.changed, d.made_up, d.remark, d.retired_at
FROM decision_count AS d JOIN unit AS u ON u.slot = d.slot
WHERE d.id IN (SELECT n.id FROM exchange_member AS m JOIN unit AS x ON x.slot = m.slot
		JOIN unit AS y ON y.code IN (x.code, iif(length(x.code) = 4, x.code || '01', substr(x.code, 1, 4)))
			AND (y.slot = x.slot OR x.code GLOB '??[6-9]*')
		JOIN decision_count AS n ON n.slot = y.slot WHERE m.group_id = ?1
		UNION SELECT id FROM decision_count WHERE uid = ?2)
	AND (NOT ?3 OR d.owner = '')
ORDER BY d.uid;

-- name: package_decision_in
INSERT INTO decision_count (uid, rev, owner, slot, year, quarter, case_type, department, issued, late, late_extended,
	appealed, upheld, sent_back, overturned, discontinued, inadmissible, invalid, changed, made_up, remark,
	retired_at)
VALUES (?1, ?2, ?3, (SELECT slot FROM unit WHERE code = ?4), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
	?17, ?18, ?19, ?20, ?21, ?22)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, owner = excluded.owner, slot = excluded.slot, year = excluded.year,
	quarter = excluded.quarter, case_type = excluded.case_type, department = excluded.department,
	issued = excluded.issued, late = excluded.late, late_extended = excluded.late_extended,
	appealed = excluded.appealed, upheld = excluded.upheld, sent_back = excluded.sent_back,
	overturned = excluded.overturned, discontinued = excluded.discontinued,
	inadmissible = excluded.inadmissible, invalid = excluded.invalid, changed = excluded.changed,
	made_up = excluded.made_up, remark = excluded.remark, retired_at = excluded.retired_at;

-- name: package_decision_clash
SELECT uid FROM decision_count WHERE slot = (SELECT slot FROM unit WHERE code = ?4) AND year = CAST(?5 AS INTEGER)
	AND quarter = CAST(?6 AS INTEGER) AND fold(case_type) = fold(?7) AND fold(department) = fold(?8) AND uid <> ?1;

-- name: package_decision_rename
UPDATE decision_count SET uid = ?2 WHERE uid = ?1;

-- name: package_decision_gone
DELETE FROM decision_count WHERE uid = ?1;

-- ---- what members take home ----

-- name: package_conclusion_out
-- One that is only proposed stays, as drafts do, unless a plan that goes gathers it; of other offices all that came.
SELECT c.uid, c.rev, c.owner, g.uid AS "group.uid", u.code AS "unit.code!", c.service, c.text, c.cause, c.proposal,
	f.code AS "from.code", c.effect, c.cost, c.responsible, c.due_on, c.state, c.reason, c.made_on, c.retired_at
FROM conclusion AS c JOIN unit AS u ON u.slot = c.slot LEFT JOIN exchange_group AS g ON g.id = c.group_id
	LEFT JOIN unit AS f ON f.slot = c.learn_from
WHERE c.id IN (SELECT k.id FROM conclusion AS k WHERE k.group_id = ?1 AND (k.state <> 'proposed' OR k.owner <> ''
			OR EXISTS (SELECT 1 FROM improvement_plan_conclusion AS l
				JOIN improvement_plan AS p ON p.id = l.plan_id
				WHERE l.conclusion_id = k.id AND p.state <> 'draft' AND p.retired_at IS NULL))
		UNION SELECT id FROM conclusion WHERE uid = ?2)
	AND (NOT ?3 OR c.owner = '')
ORDER BY c.id;

-- name: package_conclusion_here
-- Conclusions of an office (?1) in a group (?2) that came here.
SELECT c.uid FROM exchange_group AS g JOIN conclusion AS c ON c.group_id = g.id
WHERE g.uid = ?2 AND c.owner = ?1 AND c.retired_at IS NULL ORDER BY c.uid;

-- name: package_conclusion_in
INSERT INTO conclusion (uid, rev, owner, group_id, slot, service, text, cause, proposal, learn_from, effect, cost,
	responsible, due_on, state, reason, made_on, retired_at)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), (SELECT slot FROM unit WHERE code = ?5), ?6, ?7,
	?8, ?9, (SELECT slot FROM unit WHERE code = ?10), ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, owner = excluded.owner, group_id = excluded.group_id, slot = excluded.slot,
	service = excluded.service, text = excluded.text, cause = excluded.cause,
	proposal = excluded.proposal, learn_from = excluded.learn_from, effect = excluded.effect,
	cost = excluded.cost, responsible = excluded.responsible, due_on = excluded.due_on,
	state = excluded.state, reason = excluded.reason, made_on = excluded.made_on,
	retired_at = excluded.retired_at;

-- name: package_conclusion_gone
DELETE FROM conclusion WHERE uid = ?1;

-- name: package_evidence_out
SELECT e.position, e.kind, i.code AS "indicator.code", e.year, e.value, e.mean, e.median, e.best,
	b.code AS "best.code", e.with_data, e.members, e.text, e.frozen_at
FROM conclusion_evidence AS e JOIN conclusion AS c ON c.id = e.conclusion_id
	LEFT JOIN indicator AS i ON i.id = e.indicator_id LEFT JOIN unit AS b ON b.slot = e.best_slot
WHERE c.uid = ?1 ORDER BY e.position;

-- name: package_evidence_clear
DELETE FROM conclusion_evidence WHERE conclusion_id = (SELECT id FROM conclusion WHERE uid = ?1);

-- name: package_evidence_in
INSERT INTO conclusion_evidence (conclusion_id, position, kind, indicator_id, year, value, mean, median, best,
	best_slot, with_data, members, text, frozen_at)
VALUES ((SELECT id FROM conclusion WHERE uid = ?1), ?2, ?3, (SELECT id FROM indicator WHERE code = ?4), ?5, ?6, ?7, ?8,
	?9, (SELECT slot FROM unit WHERE code = ?10), ?11, ?12, ?13, ?14);

-- name: package_plan_out
-- One that is being drafted stays; of other offices all that came.
SELECT p.uid, p.rev, p.owner, g.uid AS "group.uid", u.code AS "unit.code!", p.service, p.title, p.goal,
	i.code AS "indicator.code", p.measure, p.base_year, p.base, p.target_year, p.target, p.budget, p.state,
	p.adopted_on, p.retired_at
FROM improvement_plan AS p JOIN unit AS u ON u.slot = p.slot LEFT JOIN exchange_group AS g ON g.id = p.group_id
	LEFT JOIN indicator AS i ON i.id = p.indicator_id
WHERE p.id IN (SELECT id FROM improvement_plan WHERE group_id = ?1 AND (state <> 'draft' OR owner <> '')
		UNION SELECT id FROM improvement_plan WHERE uid = ?2)
	AND (NOT ?3 OR p.owner = '')
ORDER BY p.id;

-- name: package_plan_here
-- Plans of an office (?1) in a group (?2) that came here.
SELECT p.uid FROM exchange_group AS g JOIN improvement_plan AS p ON p.group_id = g.id
WHERE g.uid = ?2 AND p.owner = ?1 AND p.retired_at IS NULL ORDER BY p.uid;

-- name: package_plan_in
INSERT INTO improvement_plan (uid, rev, owner, group_id, slot, service, title, goal, indicator_id, measure, base_year,
	base, target_year, target, budget, state, adopted_on, retired_at)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), (SELECT slot FROM unit WHERE code = ?5), ?6, ?7,
	?8, (SELECT id FROM indicator WHERE code = ?9), ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, owner = excluded.owner, group_id = excluded.group_id, slot = excluded.slot,
	service = excluded.service, title = excluded.title, goal = excluded.goal,
	indicator_id = excluded.indicator_id, measure = excluded.measure, base_year = excluded.base_year,
	base = excluded.base, target_year = excluded.target_year, target = excluded.target,
	budget = excluded.budget, state = excluded.state, adopted_on = excluded.adopted_on,
	retired_at = excluded.retired_at;

-- name: package_plan_gone
DELETE FROM improvement_plan WHERE uid = ?1;

-- name: package_plan_conclusion_out
SELECT c.uid AS "conclusion.uid!"
FROM improvement_plan_conclusion AS l JOIN improvement_plan AS p ON p.id = l.plan_id
	JOIN conclusion AS c ON c.id = l.conclusion_id
WHERE p.uid = ?1 AND c.group_id IS p.group_id ORDER BY c.uid;

-- name: package_plan_conclusion_clear
DELETE FROM improvement_plan_conclusion WHERE plan_id = (SELECT id FROM improvement_plan WHERE uid = ?1);

-- name: package_plan_conclusion_in
INSERT INTO improvement_plan_conclusion (plan_id, conclusion_id)
SELECT (SELECT id FROM improvement_plan WHERE uid = ?1), id FROM conclusion WHERE uid = ?2;

-- name: package_action_out
SELECT a.position, a.text, a.responsible, a.from_on, a.to_on, a.cost, a.state, a.remark
FROM improvement_action AS a JOIN improvement_plan AS p ON p.id = a.plan_id WHERE p.uid = ?1 ORDER BY a.position;

-- name: package_action_clear
DELETE FROM improvement_action WHERE plan_id = (SELECT id FROM improvement_plan WHERE uid = ?1);

-- name: package_action_in
INSERT INTO improvement_action (plan_id, position, text, responsible, from_on, to_on, cost, state, remark)
VALUES ((SELECT id FROM improvement_plan WHERE uid = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: package_result_out
SELECT r.year, r.value, r.text, r.written_on
FROM improvement_result AS r JOIN improvement_plan AS p ON p.id = r.plan_id WHERE p.uid = ?1 ORDER BY r.year;

-- name: package_result_clear
DELETE FROM improvement_result WHERE plan_id = (SELECT id FROM improvement_plan WHERE uid = ?1);

-- name: package_result_in
INSERT INTO improvement_result (plan_id, year, value, text, written_on)
VALUES ((SELECT id FROM improvement_plan WHERE uid = ?1), ?2, ?3, ?4, ?5);

-- name: package_closing_out
SELECT n.uid, n.rev, n.owner, g.uid AS "group.uid!", u.code AS "unit.code!", n.kind, n.text, n.made_on, n.retired_at
FROM closing_note AS n JOIN exchange_group AS g ON g.id = n.group_id JOIN unit AS u ON u.slot = n.slot
WHERE n.id IN (SELECT id FROM closing_note WHERE group_id = ?1 UNION SELECT id FROM closing_note WHERE uid = ?2)
	AND (NOT ?3 OR n.owner = '')
ORDER BY n.uid;

-- name: package_closing_in
INSERT INTO closing_note (uid, rev, owner, group_id, slot, kind, text, made_on, retired_at)
VALUES (?1, ?2, ?3, (SELECT id FROM exchange_group WHERE uid = ?4), (SELECT slot FROM unit WHERE code = ?5), ?6, ?7,
	?8, ?9)
ON CONFLICT (uid) DO UPDATE SET rev = excluded.rev, owner = excluded.owner, group_id = excluded.group_id, slot = excluded.slot,
	kind = excluded.kind, text = excluded.text, made_on = excluded.made_on, retired_at = excluded.retired_at;

-- name: package_closing_gone
DELETE FROM closing_note WHERE uid = ?1;

-- ---- offices ----

-- name: package_partner
SELECT uid, name, kind, unit, last_from, last_to FROM partner_office WHERE uid = ?1;

-- name: package_partners
-- A package can have been written for a member before its office was known: the log knows, '' is its uid then.
WITH sent (unit, at) AS MATERIALIZED (
	SELECT substr(a.summary || ' ', instr(a.summary, ' -> ') + 4,
		instr(substr(a.summary || ' ', instr(a.summary, ' -> ') + 4), ' ') - 1), max(a.at)
	FROM audit AS a WHERE a.action = 'package.export' AND instr(a.summary, ' -> ') > 0 GROUP BY 1)
SELECT o.uid, o.name, o.kind, o.unit, o.last_from, max(o.last_to, coalesce((SELECT max(s.at) FROM sent AS s
	WHERE s.unit = o.unit OR s.unit GLOB '??[6-9]*' AND substr(s.unit, 1, 4) = substr(o.unit, 1, 4)), ''))
FROM partner_office AS o
UNION ALL SELECT '', '', '', s.unit, '', s.at FROM sent AS s
WHERE NOT EXISTS (SELECT 1 FROM partner_office AS o
	WHERE s.unit = o.unit OR s.unit GLOB '??[6-9]*' AND substr(s.unit, 1, 4) = substr(o.unit, 1, 4))
ORDER BY 2 COLLATE polish, 1, 4;

-- name: package_partner_of_unit
-- ?1 its code, ?2 the other one of a city.
SELECT uid FROM partner_office WHERE unit IN (?1, ?2) AND unit <> '' ORDER BY last_from DESC LIMIT 1;

-- name: package_partner_put
-- ?5 and ?6: '' = as it was.
INSERT INTO partner_office (uid, name, kind, unit, last_from, last_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (uid) DO UPDATE SET name = excluded.name, kind = excluded.kind, unit = excluded.unit,
	last_from = max(last_from, excluded.last_from), last_to = max(last_to, excluded.last_to);

-- name: package_partner_name
-- Of an office that a package only speaks of.
INSERT INTO partner_office (uid, name, kind, unit) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (uid) DO NOTHING;

-- name: package_partner_back
-- ?3 the import: a newer package of the office counts on.
UPDATE partner_office SET last_from = ?2
WHERE uid = ?1 AND last_from = (SELECT data_date FROM import WHERE id = ?3);

-- ---- what an import found ----

-- name: package_found
INSERT INTO package_row (import_id, noun, uid, rev, former) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: package_found_again
-- A row that an earlier package in force brought; '' = undoing this one leaves it as it is.
INSERT INTO package_row (import_id, noun, uid, rev, former)
SELECT ?1, p.noun, p.uid, p.rev, '' FROM package_row AS p JOIN import AS i ON i.id = p.import_id
WHERE p.noun = ?2 AND p.uid = ?3 AND p.import_id < ?1 AND i.undone_at IS NULL ORDER BY p.import_id DESC LIMIT 1;

-- name: package_found_list
SELECT noun, uid, rev, former FROM package_row WHERE import_id = ?1 AND noun = ?2 ORDER BY uid;

-- name: package_found_later
-- Later packages in force that wrote one of the rows of this one, or brought it again.
SELECT DISTINCT l.import_id FROM package_row AS p JOIN package_row AS l ON l.noun = p.noun AND l.uid = p.uid
	AND l.import_id > p.import_id JOIN import AS i ON i.id = l.import_id
WHERE p.import_id = ?1 AND p.noun <> 'partner_office' AND i.undone_at IS NULL ORDER BY l.import_id;

-- name: package_first_sent
-- When the first package of a group (?1) was written; '' = before the lines of the log that are left. The log of a
-- group that was founded since is whole.
SELECT CASE WHEN max(action = 'audit.prune') AND NOT max(action = 'exchange_group.add' AND entity_id = ?1) THEN ''
	ELSE min(CASE WHEN action = 'package.export' AND entity_id = ?1 THEN at END) END FROM audit;

-- name: package_came
-- What packages in force of an office (?1) of a group (?2) brought.
SELECT DISTINCT p.noun, p.uid FROM import AS i
	CROSS JOIN package_row AS s ON s.import_id = i.id AND s.noun = 'partner_office' AND s.uid = ?1
	JOIN package_row AS g ON g.import_id = i.id AND g.noun = 'exchange_group' AND g.uid = ?2
	JOIN package_row AS p ON p.import_id = i.id
WHERE i.kind = 'package' AND i.undone_at IS NULL ORDER BY p.noun, p.uid;

-- name: package_results_came
-- Series and years of surveys' results that packages in force of an office (?1) of a group (?2) brought. Packages of
-- the group's keeper (?3) name their group; a member's do not, so of it only what this group alone asks for.
SELECT DISTINCT l.series_id, l.year, c.code FROM import AS i
	CROSS JOIN package_row AS s ON s.import_id = i.id AND s.noun = 'partner_office' AND s.uid = ?1
	JOIN slice AS l ON l.import_id = i.id JOIN series AS e ON e.id = l.series_id
	JOIN indicator AS c ON c.id = e.indicator_id AND c.kind = 'survey'
WHERE i.kind = 'package' AND i.undone_at IS NULL
	AND CASE WHEN ?3 THEN EXISTS (SELECT 1 FROM package_row AS g WHERE g.import_id = i.id AND g.noun = 'exchange_group' AND g.uid = ?2)
	ELSE (SELECT group_concat(g.uid) FROM exchange_group AS g
		WHERE g.retired_at IS NULL AND (g.service = '' OR g.service = c.service
			OR EXISTS (SELECT 1 FROM compared_indicator AS r WHERE r.group_id = g.id AND r.indicator_id = c.id))) = ?2 END
ORDER BY c.code, l.year;

-- name: package_result_layers
-- What files say of a series (?4) in a year (?5), in their order, and whether each is such a package.
SELECT l.data, EXISTS (SELECT 1 FROM package_row AS s WHERE s.import_id = l.import_id AND s.noun = 'partner_office' AND s.uid = ?1)
	AND coalesce((SELECT g.uid FROM package_row AS g WHERE g.import_id = l.import_id AND g.noun = 'exchange_group'), '')
		= CASE WHEN ?3 THEN ?2 ELSE '' END
FROM slice AS l WHERE l.series_id = ?4 AND l.year = ?5 ORDER BY l.import_id;

-- name: package_came_else
-- Whether a package in force of another office than ?3, or of another group than ?4, brought a row (?1, ?2).
SELECT 1 FROM import AS i CROSS JOIN package_row AS p ON p.import_id = i.id AND p.noun = ?1 AND p.uid = ?2
WHERE i.kind = 'package' AND i.undone_at IS NULL
	AND NOT (EXISTS (SELECT 1 FROM package_row AS s
			WHERE s.import_id = i.id AND s.noun = 'partner_office' AND s.uid = ?3)
		AND EXISTS (SELECT 1 FROM package_row AS g
			WHERE g.import_id = i.id AND g.noun = 'exchange_group' AND g.uid = ?4))
LIMIT 1;

-- name: package_found_drop
DELETE FROM package_row WHERE import_id = ?1;

-- name: package_questionnaire_found
INSERT INTO package_row (import_id, noun, uid, rev) SELECT ?1, 'questionnaire', uid, ?3 FROM questionnaire WHERE id = ?2;

-- name: package_questionnaire_drafts
-- Those that the import brought and nobody has touched.
SELECT v.id, v.rev FROM package_row AS p JOIN questionnaire AS q ON q.uid = p.uid
	JOIN questionnaire_version AS v ON v.questionnaire_id = q.id
WHERE p.import_id = ?1 AND p.noun = 'questionnaire' AND v.rev = p.rev AND v.number = 1 AND v.published_at IS NULL;

-- name: package_unit
SELECT 1 FROM unit WHERE code = ?1;

-- name: package_indicator
SELECT i.kind, coalesce((SELECT kind FROM import WHERE id = i.import_id), ''),
	EXISTS (SELECT 1 FROM series AS s JOIN slice AS l ON l.series_id = s.id JOIN import AS n ON n.id = l.import_id
		WHERE s.indicator_id = i.id AND n.kind <> 'package')
FROM indicator AS i WHERE i.code = ?1;

-- name: package_compared
-- Indicators that the group compares: those chosen, else its service's.
SELECT i.id FROM compared_indicator AS c JOIN indicator AS i ON i.id = c.indicator_id WHERE c.group_id = ?1
UNION
SELECT i.id FROM exchange_group AS g JOIN indicator AS i ON i.service = g.service
WHERE g.id = ?1 AND g.service <> '' AND i.retired_at IS NULL
	AND NOT EXISTS (SELECT 1 FROM compared_indicator AS c WHERE c.group_id = ?1)
UNION
SELECT p.indicator_id FROM exchange_group AS g JOIN exchange_member AS m ON m.group_id = g.id
	JOIN published_result AS p ON p.slot = m.slot JOIN indicator AS i ON i.id = p.indicator_id
WHERE g.id = ?1 AND (g.service = '' OR i.service = g.service);

-- name: package_from_elsewhere
-- Whether anything but files of the statistical office feeds the indicator (?1).
SELECT 1 FROM series AS s JOIN slice AS l ON l.series_id = s.id JOIN import AS n ON n.id = l.import_id
WHERE s.indicator_id = ?1 AND n.kind <> 'bdl'
UNION ALL
SELECT 1 FROM published_result WHERE indicator_id = ?1
LIMIT 1;

-- name: package_published
-- A member's own results that go to the group: indicator, year, value, why there is none.
SELECT p.indicator_id, p.year, p.value, CASE WHEN p.answers < 0 THEN 'no_weights' ELSE p.missing END
FROM published_result AS p
	JOIN indicator AS i ON i.id = p.indicator_id JOIN exchange_group AS g ON g.id = ?1
WHERE p.slot = ?2 AND (g.service = '' OR i.service = g.service
	OR EXISTS (SELECT 1 FROM compared_indicator AS c WHERE c.group_id = g.id AND c.indicator_id = i.id))
ORDER BY i.code, p.year;

-- name: package_figures_beside
-- Own figures of what a group (?1) compares, asks for or measures plans by that no sheet of the group holds: of its
-- members.
WITH RECURSIVE compared (id) AS (SELECT indicator_id FROM compared_indicator WHERE group_id = ?1
	UNION SELECT i.id FROM exchange_group AS g JOIN indicator AS i ON i.service = g.service AND i.retired_at IS NULL
		WHERE g.id = ?1 AND g.service <> ''
	UNION SELECT l.indicator_id FROM data_sheet AS d JOIN data_sheet_line AS l ON l.sheet_id = d.id WHERE d.group_id = ?1
	UNION SELECT indicator_id FROM improvement_plan
		WHERE group_id = ?1 AND indicator_id IS NOT NULL AND state <> 'draft' AND retired_at IS NULL
	UNION SELECT i.numerator_id FROM compared AS c JOIN indicator AS i ON i.id = c.id
		WHERE i.kind = 'derived' AND i.numerator_id IS NOT NULL
	UNION SELECT i.denominator_id FROM compared AS c JOIN indicator AS i ON i.id = c.id
		WHERE i.kind = 'derived' AND i.denominator_id IS NOT NULL),
member (slot) AS MATERIALIZED (SELECT y.slot FROM exchange_member AS m JOIN unit AS x ON x.slot = m.slot
		JOIN unit AS y ON y.code IN (x.code, iif(length(x.code) = 4, x.code || '01', substr(x.code, 1, 4)))
			AND (y.slot = x.slot OR x.code GLOB '??[6-9]*')
	WHERE m.group_id = ?1)
SELECT DISTINCT f.indicator_id, f.slot, f.year, u.code, i.code, f.value, f.remark, f.source, f.made_up, f.changed_at
FROM compared AS c JOIN indicator AS i ON i.id = c.id AND i.kind = 'own'
	CROSS JOIN own_figure AS f ON f.indicator_id = c.id AND f.value IS NOT NULL AND f.slot IN (SELECT slot FROM member)
	JOIN unit AS u ON u.slot = f.slot
WHERE NOT EXISTS (SELECT 1 FROM data_sheet AS d JOIN data_sheet_line AS l ON l.sheet_id = d.id AND l.indicator_id = c.id
		JOIN sheet_return AS r ON r.sheet_id = d.id AND r.slot = f.slot
	WHERE d.group_id = ?1 AND d.year = f.year)
ORDER BY u.code, i.code, f.year;

-- name: package_not_sent
-- Results of a member, under either code of a city (?2, ?3), that do not go to the group, and its service.
SELECT DISTINCT i.code, g.service
FROM published_result AS p
	JOIN indicator AS i ON i.id = p.indicator_id JOIN exchange_group AS g ON g.id = ?1
WHERE p.slot IN (?2, ?3) AND g.service <> '' AND i.service <> g.service
	AND NOT EXISTS (SELECT 1 FROM compared_indicator AS c WHERE c.group_id = g.id AND c.indicator_id = i.id)
ORDER BY i.code;
