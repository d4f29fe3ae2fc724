-- SPDX-License-Identifier: GPL-3.0-or-later
-- Drafts for opinion and what members say.

-- name: opinion_list
SELECT o.id, o.rev, o.uid, o.owner, o.group_id, o.document_id, g.code, d.title, o.title, o.version, o.question,
	o.asked_on, o.due_on, o.retired_at,
	(SELECT count(*) FROM membership AS m WHERE m.group_id = o.group_id
		AND o.asked_on BETWEEN m.first_on AND m.last_on),
	(SELECT count(*) FROM opinion_answer AS a WHERE a.opinion_id = o.id AND a.view <> 'none'),
	(SELECT count(*) FROM opinion_answer AS a WHERE a.opinion_id = o.id AND a.outcome <> '')
FROM opinion AS o JOIN exchange_group AS g ON g.id = o.group_id LEFT JOIN document AS d ON d.id = o.document_id
WHERE o.group_id BETWEEN ?1 AND ?2 AND (o.retired_at IS NOT NULL) = ?3
ORDER BY o.asked_on DESC, o.id DESC;

-- name: opinion_load
SELECT o.id, o.rev, o.uid, o.owner, o.group_id, o.document_id, g.code, d.title, o.title, o.version, o.question,
	o.asked_on, o.due_on, o.retired_at,
	(SELECT count(*) FROM membership AS m WHERE m.group_id = o.group_id
		AND o.asked_on BETWEEN m.first_on AND m.last_on),
	(SELECT count(*) FROM opinion_answer AS a WHERE a.opinion_id = o.id AND a.view <> 'none'),
	(SELECT count(*) FROM opinion_answer AS a WHERE a.opinion_id = o.id AND a.outcome <> '')
FROM opinion AS o JOIN exchange_group AS g ON g.id = o.group_id LEFT JOIN document AS d ON d.id = o.document_id
WHERE o.id = ?1;

-- name: opinion_head
SELECT rev, owner, retired_at FROM opinion WHERE id = ?1;

-- name: opinion_retire
UPDATE opinion SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: opinion_document
SELECT group_id FROM document WHERE id = ?1;

-- name: opinion_insert
INSERT INTO opinion (uid, group_id, document_id, title, version, question, asked_on, due_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: opinion_update
UPDATE opinion SET group_id = ?2, document_id = ?3, title = ?4, version = ?5, question = ?6, asked_on = ?7,
	due_on = ?8, rev = rev + 1 WHERE id = ?1;

-- name: opinion_answers
SELECT a.id, a.rev, a.owner, s.slot, a.view, a.text, a.answered_on, a.outcome, a.reason
FROM (SELECT m.slot AS slot FROM opinion AS o JOIN membership AS m ON m.group_id = o.group_id
		WHERE o.id = ?1 AND o.asked_on BETWEEN m.first_on AND m.last_on
	UNION SELECT slot FROM opinion_answer WHERE opinion_id = ?1) AS s
	LEFT JOIN opinion_answer AS a ON a.opinion_id = ?1 AND a.slot = s.slot
ORDER BY s.slot;

-- name: opinion_answer_head
SELECT id, rev, owner, view, text, answered_on, outcome, reason FROM opinion_answer
WHERE opinion_id = ?1 AND slot = ?2;

-- name: opinion_answer_units
-- The unit of this office, and ?1.
SELECT o.value, u.code FROM office AS o JOIN unit AS u ON u.slot = ?1
WHERE o.key = 'own_unit' AND o.value <> '';

-- name: opinion_answer_insert
INSERT INTO opinion_answer (uid, opinion_id, slot, view, text, answered_on, outcome, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: opinion_answer_update
UPDATE opinion_answer SET view = ?2, text = ?3, answered_on = ?4, outcome = ?5, reason = ?6, rev = rev + 1
WHERE id = ?1;
