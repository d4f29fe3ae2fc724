-- SPDX-License-Identifier: GPL-3.0-or-later
-- Open answers and the categories that people give them.

-- name: open_answers
-- Of all versions of the question; a later reading lies over an earlier one.
SELECT f.id, a.occurrence, a.value, a.question_id
FROM form AS f CROSS JOIN answer_counting AS a ON a.form_id = f.id AND a.question_id IN (
	SELECT iif(?2 < 0, -n.id, n.id) FROM question AS m JOIN question AS n
		ON n.identity = m.identity WHERE m.id = abs(?2))
WHERE f.wave_id = ?1 AND f.state = 'keyed' ORDER BY f.id, a.occurrence, a.reading;

-- name: open_answer_codes
SELECT c.form_id, c.occurrence, c.code_id FROM form AS f
JOIN answer_code AS c ON c.form_id = f.id AND c.question_id IN (
	SELECT n.id FROM question AS m JOIN question AS n ON n.identity = m.identity WHERE m.id = ?2)
WHERE f.wave_id = ?1 ORDER BY c.form_id, c.occurrence, c.code_id;

-- name: open_code_list
SELECT id, code, label, (SELECT count(*) FROM answer_code AS a WHERE a.code_id = o.id)
FROM open_code AS o WHERE survey_id = ?1 AND question = ?2 AND merged_into IS NULL ORDER BY code;

-- name: open_code_beside
SELECT o.code, o.label FROM open_code AS m
JOIN open_code AS o ON o.survey_id = m.survey_id AND o.question = m.question
WHERE m.id = ?1 AND o.id <> m.id AND o.merged_into IS NULL;

-- name: open_code_next
SELECT coalesce(max(code), 0) + 1 FROM open_code WHERE survey_id = ?1 AND question = ?2;

-- name: open_code_insert
INSERT INTO open_code (survey_id, question, code, label) VALUES (?1, ?2, ?3, ?4);

-- name: open_code_change
UPDATE open_code SET label = ?2, merged_into = ?3 WHERE id = ?1;

-- name: open_code_uses
SELECT form_id, question_id, occurrence,
	EXISTS (SELECT 1 FROM answer_code AS b WHERE b.form_id = a.form_id
		AND b.question_id = a.question_id AND b.occurrence = a.occurrence AND b.code_id = ?2)
FROM answer_code AS a WHERE code_id = ?1;

-- name: answer_code_add
INSERT INTO answer_code (form_id, question_id, occurrence, code_id) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT DO NOTHING;

-- name: answer_code_drop
DELETE FROM answer_code WHERE form_id = ?1 AND question_id = ?2 AND occurrence = ?3 AND code_id = ?4;
