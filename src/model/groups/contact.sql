-- SPDX-License-Identifier: GPL-3.0-or-later
-- Contacts, and all that is kept of one.

-- name: contact_list
-- ?1 id or NULL, ?2 a name or NULL, ?3 today or NULL: only those whose last day has passed.
SELECT c.id, c.rev, c.uid, c.owner, c.name, c.slot, c.organisation, c.post, c.telephone, c.email,
	c.purpose, c.notice_on, c.keep_until, c.note,
	(SELECT count(*) FROM exchange_group AS g WHERE g.retired_at IS NULL AND (g.moderator_id = c.id
		OR EXISTS (SELECT 1 FROM exchange_person AS p
			WHERE p.group_id = g.id AND p.contact_id = c.id)))
FROM contact AS c
WHERE (?1 IS NULL OR c.id = ?1) AND (?2 IS NULL OR fold(c.name) = fold(?2))
	AND (?3 IS NULL OR c.keep_until < ?3)
ORDER BY c.name COLLATE polish, c.id;

-- name: contact_insert
INSERT INTO contact (uid, name, slot, organisation, post, telephone, email, purpose, notice_on,
	keep_until, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);

-- name: contact_update
UPDATE contact SET rev = rev + 1, name = ?3, slot = ?4, organisation = ?5, post = ?6,
	telephone = ?7, email = ?8, purpose = ?9, notice_on = ?10, keep_until = ?11, note = ?12
WHERE id = ?1 AND rev = ?2;

-- name: contact_head
SELECT rev, owner, NULL, uid, name FROM contact WHERE id = ?1;

-- name: contact_same
-- Another one whom nothing tells apart from a card, 0 of a new one; slot 0 = no unit. In one unit a
-- post tells people apart where both have one. Where the card stood beside it before, a change of
-- something else passes.
SELECT id FROM contact WHERE fold(name) = fold(?1) AND coalesce(slot, 0) = ?2
	AND fold(organisation) = fold(?3) AND id <> ?5
	AND (fold(post) = fold(?4) OR (?2 <> 0 AND (post = '' OR ?4 = '')))
	AND NOT EXISTS (SELECT 1 FROM contact AS was WHERE was.id = ?5 AND fold(was.name) = fold(?1)
		AND coalesce(was.slot, 0) = ?2 AND fold(was.organisation) = fold(?3) AND fold(was.post) = fold(?4))
LIMIT 1;

-- name: contact_namesakes
SELECT count(*) FROM contact WHERE fold(name) = fold(?1) AND id <> ?2;

-- name: contact_forget_participant
UPDATE participant SET name = '', remark = '' WHERE contact_id = ?1;

-- name: contact_forget_guest
-- Guests without a card of the same name, in whichever letters, are the same person.
UPDATE participant SET name = '', remark = '' WHERE contact_id IS NULL AND fold(name) = fold(?1);

-- name: contact_forget_speaker
-- "Name, unit" keeps the unit.
UPDATE agenda_item SET speaker = substr(speaker, length(?1) + 3)
WHERE fold(speaker) = fold(?1) OR (fold(substr(speaker, 1, length(?1))) = fold(?1) AND substr(speaker, length(?1) + 1, 2) = ', ');

-- name: contact_forget_draft
DELETE FROM draft WHERE uid = ?1;

-- name: contact_forget_package
UPDATE package_row SET former = NULL WHERE noun = 'contact' AND uid = ?1;

-- name: contact_forget_former
-- Meetings as packages found them name people: '' = there was one, its former state is not kept.
UPDATE package_row SET former = '' WHERE noun = 'meeting' AND (instr(former, ?1) > 0 OR instr(former, ?2) > 0);

-- name: contact_delete
DELETE FROM contact WHERE id = ?1;

-- name: contact_traces
SELECT 0 AS kind, coalesce(p.from_on, '') AS day, g.code, p.part, '', NULL
FROM exchange_person AS p JOIN exchange_group AS g ON g.id = p.group_id WHERE p.contact_id = ?1
UNION ALL SELECT 1, '', code, '', '', NULL FROM exchange_group WHERE moderator_id = ?1
UNION ALL SELECT 2, substr(m.starts_at, 1, 10), g.code, m.title, a.answer, a.attended
FROM participant AS a JOIN meeting AS m ON m.id = a.meeting_id
	JOIN exchange_group AS g ON g.id = m.group_id WHERE a.contact_id = ?1
UNION ALL SELECT 3, h.due_on, g.code, h.text,
	coalesce((SELECT r.state FROM homework_answer AS r WHERE r.homework_id = h.id), 'open'), NULL
FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id WHERE h.contact_id = ?1
UNION ALL SELECT 4, d.given_on, g.code, d.question, '', NULL
FROM advice AS d JOIN exchange_group AS g ON g.id = d.group_id WHERE d.contact_id = ?1
ORDER BY 1, 2 DESC, 3;

-- name: contact_mentions
-- Texts in which somebody typed the name, but for speakers, who are erased with it.
WITH met AS (SELECT m.id, substr(m.starts_at, 1, 10) AS day, g.code FROM meeting AS m
	JOIN exchange_group AS g ON g.id = m.group_id),
noted AS (SELECT n.id, met.day, met.code FROM minutes AS n JOIN met ON met.id = n.meeting_id),
place AS ( -- what a conclusion or a plan is found by: its group, outside of groups its unit
	SELECT w.group_id, w.slot, coalesce(g.code, u.code) AS code
	FROM (SELECT group_id, slot FROM conclusion UNION SELECT group_id, slot FROM improvement_plan) AS w
	JOIN unit AS u ON u.slot = w.slot LEFT JOIN exchange_group AS g ON g.id = w.group_id),
texts AS (
	SELECT met.day, met.code, said.what FROM met JOIN (
		SELECT id, title || ' ' || place || ' ' || presentation || ' ' || reason || ' ' || notes || ' ' || note AS what
		FROM meeting
		UNION ALL SELECT meeting_id, title || ' ' || notes FROM agenda_item
		UNION ALL SELECT meeting_id, remark FROM participant
		UNION ALL SELECT meeting_id, text FROM agreement) AS said ON said.id = met.id
	UNION ALL SELECT noted.day, noted.code, v.what FROM noted JOIN (
		SELECT minutes_id, text || ' ' || answer AS what FROM minutes_remark
		UNION ALL SELECT minutes_id, text || ' ' || reason FROM minutes_annex) AS v ON v.minutes_id = noted.id
	UNION ALL SELECT g.starts_on, g.code, g.name || ' ' || g.note FROM exchange_group AS g
	UNION ALL SELECT g.starts_on, g.code, m.presentation FROM exchange_member AS m JOIN exchange_group AS g ON g.id = m.group_id
	UNION ALL SELECT g.starts_on, g.code, s.name || ' ' || s.aim FROM exchange_group_stage AS s
	JOIN exchange_group AS g ON g.id = s.group_id
	UNION ALL SELECT g.starts_on, g.code, s.title || ' ' || s.speaker FROM exchange_group_stage_item AS s
	JOIN exchange_group AS g ON g.id = s.group_id
	UNION ALL SELECT h.due_on, g.code, h.text || ' ' || h.review || ' ' || coalesce(a.text, '')
	FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id
		LEFT JOIN homework_answer AS a ON a.homework_id = h.id
	UNION ALL SELECT d.dated_on, g.code, d.title || ' ' || d.place || ' ' || d.note
	FROM document AS d JOIN exchange_group AS g ON g.id = d.group_id
	UNION ALL SELECT o.asked_on, g.code, o.title || ' ' || o.question
	FROM opinion AS o JOIN exchange_group AS g ON g.id = o.group_id
	UNION ALL SELECT a.answered_on, g.code, a.text || ' ' || a.reason FROM opinion_answer AS a
	JOIN opinion AS o ON o.id = a.opinion_id JOIN exchange_group AS g ON g.id = o.group_id
	UNION ALL SELECT d.given_on, g.code, d.question || ' ' || d.answer
	FROM advice AS d JOIN exchange_group AS g ON g.id = d.group_id
	UNION ALL SELECT d.due_on, g.code, d.note FROM data_sheet AS d JOIN exchange_group AS g ON g.id = d.group_id
	UNION ALL SELECT q.asked_on, g.code, q.question || ' ' || q.answer FROM sheet_question AS q
	JOIN sheet_return AS r ON r.id = q.return_id JOIN data_sheet AS d ON d.id = r.sheet_id
	JOIN exchange_group AS g ON g.id = d.group_id
	UNION ALL SELECT c.made_on, g.code, c.text || ' ' || c.cause || ' ' || c.proposal || ' ' || c.effect || ' ' || c.responsible
		|| ' ' || c.reason FROM conclusion AS c JOIN place AS g ON g.group_id IS c.group_id AND g.slot = c.slot
	UNION ALL SELECT substr(e.frozen_at, 1, 10), g.code, e.text FROM conclusion_evidence AS e
	JOIN conclusion AS c ON c.id = e.conclusion_id JOIN place AS g ON g.group_id IS c.group_id AND g.slot = c.slot
	UNION ALL SELECT p.adopted_on, g.code, p.title || ' ' || p.goal || ' ' || p.measure
	FROM improvement_plan AS p JOIN place AS g ON g.group_id IS p.group_id AND g.slot = p.slot
	UNION ALL SELECT a.to_on, g.code, a.text || ' ' || a.responsible || ' ' || a.remark FROM improvement_action AS a
	JOIN improvement_plan AS p ON p.id = a.plan_id JOIN place AS g ON g.group_id IS p.group_id AND g.slot = p.slot
	UNION ALL SELECT r.written_on, g.code, r.text FROM improvement_result AS r
	JOIN improvement_plan AS p ON p.id = r.plan_id JOIN place AS g ON g.group_id IS p.group_id AND g.slot = p.slot
	UNION ALL SELECT n.made_on, g.code, n.text FROM closing_note AS n JOIN exchange_group AS g ON g.id = n.group_id
	UNION ALL SELECT substr(f.changed_at, 1, 10), i.code, f.remark || ' ' || f.source
	FROM own_figure AS f JOIN indicator AS i ON i.id = f.indicator_id
	UNION ALL SELECT substr(f.changed_at, 1, 10), i.code, f.remark || ' ' || f.source
	FROM own_figure_former AS f JOIN indicator AS i ON i.id = f.indicator_id
	UNION ALL SELECT substr(f.changed_at, 1, 10), i.code, f.remark || ' ' || f.source
	FROM member_figure AS f JOIN indicator AS i ON i.id = f.indicator_id
	UNION ALL SELECT '', s.service, s.name || ' ' || s.scale || ' ' || s.contract || ' ' || s.fees || ' ' || s.remark
	FROM service_organisation AS s
	UNION ALL SELECT '', d.case_type, d.remark FROM decision_count AS d)
SELECT 5, coalesce(t.day, ''), t.code, trim(t.what), '', NULL
FROM contact AS c JOIN texts AS t ON instr(t.what, c.name) > 0
WHERE c.id = ?1
UNION ALL SELECT 5, met.day, met.code, i.speaker, '', NULL
FROM contact AS c JOIN agenda_item AS i ON instr(i.speaker, c.name) > 0 AND i.speaker <> c.name
	AND substr(i.speaker, 1, length(c.name) + 2) <> c.name || ', '
JOIN met ON met.id = i.meeting_id WHERE c.id = ?1
UNION ALL SELECT 6, noted.day, noted.code, v.text, '', NULL -- versions, which never change
FROM contact AS c JOIN minutes_version AS v ON instr(v.text, c.name) > 0
JOIN noted ON noted.id = v.minutes_id WHERE c.id = ?1 GROUP BY noted.id
ORDER BY 2 DESC, 3;
