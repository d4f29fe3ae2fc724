-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questionnaires, their versions, questions, choices and texts.

-- name: questionnaire_list
-- The newest version of each, with what is asked in it: no notes, groups, calculations,
-- metadata and heads of grids. ?1: of those out of use (1) or in use (0).
SELECT q.id, q.code, q.kind, v.id, v.number,
	(SELECT count(*) FROM questionnaire_version AS n WHERE n.questionnaire_id = q.id),
	v.published_at,
	(SELECT count(*) FROM question AS a WHERE a.version_id = v.id AND a.type IN
		('select_one', 'select_multiple', 'rank', 'integer', 'decimal', 'range', 'date', 'text')
		AND NOT (a.type IN ('select_one', 'select_multiple', 'rank')
			AND ' ' || a.appearance || ' ' LIKE '% label %')),
	(SELECT coalesce(sum(c.forms), 0) FROM survey AS s JOIN wave AS w ON w.survey_id = s.id
		JOIN form_count AS c ON c.wave_id = w.id
		WHERE s.questionnaire_id = q.id AND c.state IN ('keying', 'keyed')),
	v.language,
	(SELECT count(*) FROM questionnaire_language AS l WHERE l.version_id = v.id), q.rev, v.rev
FROM questionnaire AS q
JOIN questionnaire_version AS v ON v.questionnaire_id = q.id
WHERE (q.retired_at IS NOT NULL) = ?1 AND v.number =
	(SELECT max(number) FROM questionnaire_version AS m WHERE m.questionnaire_id = q.id)
ORDER BY q.code;

-- name: questionnaire_version_of
-- Of a code; number 0 = the newest.
SELECT v.id FROM questionnaire AS q JOIN questionnaire_version AS v ON v.questionnaire_id = q.id
WHERE q.code = ?1 AND (v.number = ?2 OR ?2 = 0) ORDER BY v.number DESC LIMIT 1;

-- name: questionnaire_by_code
SELECT id, rev, uid, retired_at FROM questionnaire WHERE code = ?1;

-- name: questionnaire_version_load
SELECT q.id, q.rev, q.uid, q.code, q.kind, v.rev, v.number, v.form_version, v.source,
	v.published_at, q.copied_from, v.language, q.retired_at
FROM questionnaire_version AS v JOIN questionnaire AS q ON q.id = v.questionnaire_id
WHERE v.id = ?1;

-- name: questionnaire_languages
SELECT language, name, title, notice, instruction FROM questionnaire_language
WHERE version_id = ?1 ORDER BY language;

-- name: questionnaire_questions
SELECT id, parent, type, name, identity, list, or_other, required, relevant, hard_check, soft_check,
	calculation, appearance, default_value, read_only, choice_filter, repeat_count, parameters,
	max_answers, number, page, second_keying, repeat_last
FROM question WHERE version_id = ?1 ORDER BY position;

-- name: questionnaire_question_texts
SELECT q.position, t.kind, t.language, t.text
FROM question AS q JOIN question_text AS t ON t.question_id = q.id WHERE q.version_id = ?1;

-- name: questionnaire_choices
SELECT id, list, name, code, exclusive, missing FROM choice WHERE version_id = ?1 ORDER BY position;

-- name: questionnaire_choice_texts
SELECT c.position, t.language, t.text
FROM choice AS c JOIN choice_text AS t ON t.choice_id = c.id WHERE c.version_id = ?1;

-- name: questionnaire_extras
SELECT sheet, position, column_name, text FROM questionnaire_extra
WHERE version_id = ?1 ORDER BY sheet, position, column_name;

-- name: questionnaire_insert
INSERT INTO questionnaire (uid, code, kind, copied_from) VALUES (?1, ?2, ?3, ?4);

-- name: questionnaire_kept_kind
-- Of few and known people that forms were received of: their tables keep its rule.
SELECT q.kind FROM questionnaire AS q
WHERE q.id = ?1 AND q.kind IN ('employees', 'ngo') AND ?2 NOT IN ('employees', 'ngo')
	AND EXISTS (SELECT 1 FROM survey AS s JOIN wave AS w ON w.survey_id = s.id
		JOIN form_count AS c ON c.wave_id = w.id
		WHERE s.questionnaire_id = q.id AND c.forms > 0);

-- name: questionnaire_update
UPDATE questionnaire SET kind = ?3, rev = rev + 1 WHERE id = ?1 AND rev = ?2;

-- name: questionnaire_latest
-- The newest version of a questionnaire, and whether it is a draft.
SELECT id, number, published_at FROM questionnaire_version
WHERE questionnaire_id = ?1 ORDER BY number DESC LIMIT 1;

-- name: questionnaire_version_insert
INSERT INTO questionnaire_version (questionnaire_id, number, form_version, language, source, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: questionnaire_version_update
UPDATE questionnaire_version SET form_version = ?3, language = ?4, source = ?5, rev = rev + 1
WHERE id = ?1 AND rev = ?2 AND published_at IS NULL;

-- name: questionnaire_publish
UPDATE questionnaire_version SET published_at = ?3, published_by = ?4, rev = rev + 1
WHERE id = ?1 AND rev = ?2 AND published_at IS NULL;

-- name: questionnaire_drop_languages
DELETE FROM questionnaire_language WHERE version_id = ?1;

-- name: questionnaire_drop_question_texts
DELETE FROM question_text WHERE question_id IN (SELECT id FROM question WHERE version_id = ?1);

-- name: questionnaire_drop_surplus
-- Questions behind the last. Rows of a draft are written over rather than deleted: for each deleted
-- one every table that names questions would be searched.
DELETE FROM question WHERE version_id = ?1 AND position > ?2;

-- name: questionnaire_drop_choices
DELETE FROM choice WHERE version_id = ?1;

-- name: questionnaire_drop_extras
DELETE FROM questionnaire_extra WHERE version_id = ?1;

-- name: questionnaire_add_language
INSERT INTO questionnaire_language (version_id, language, name, title, notice, instruction)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: questionnaire_add_question
INSERT INTO question (version_id, position, parent, type, name, identity, list, or_other, required,
	relevant, hard_check, soft_check, calculation, appearance, default_value, read_only,
	choice_filter, repeat_count, parameters, max_answers, number, page, second_keying, repeat_last)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
	?21, ?22, ?23, ?24)
ON CONFLICT (version_id, position) DO UPDATE SET parent = ?3, type = ?4, name = ?5, identity = ?6,
	list = ?7, or_other = ?8, required = ?9, relevant = ?10, hard_check = ?11, soft_check = ?12,
	calculation = ?13, appearance = ?14, default_value = ?15, read_only = ?16,
	choice_filter = ?17, repeat_count = ?18, parameters = ?19, max_answers = ?20, number = ?21,
	page = ?22, second_keying = ?23, repeat_last = ?24
RETURNING id;

-- name: questionnaire_add_question_text
INSERT INTO question_text (question_id, kind, language, text) VALUES (?1, ?2, ?3, ?4);

-- name: questionnaire_add_choice
INSERT INTO choice (version_id, position, list, name, code, exclusive, missing)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: questionnaire_add_choice_text
INSERT INTO choice_text (choice_id, language, text) VALUES (?1, ?2, ?3);

-- name: questionnaire_add_extra
INSERT INTO questionnaire_extra (version_id, sheet, position, column_name, text)
VALUES (?1, ?2, ?3, ?4, ?5);

-- name: questionnaire_hangs
-- What was started with a version: waves and forms.
SELECT (SELECT count(*) FROM wave WHERE version_id = ?1)
	+ (SELECT count(*) FROM form WHERE version_id = ?1);

-- name: questionnaire_forget_copies
-- Copies of a draft that goes stand by themselves; their questions keep their identity.
UPDATE questionnaire SET copied_from = NULL WHERE copied_from = ?1;

-- name: questionnaire_drop_version
DELETE FROM questionnaire_version WHERE id = ?1 AND rev = ?2 AND published_at IS NULL;

-- name: questionnaire_drop_empty
DELETE FROM questionnaire WHERE id = ?1
	AND NOT EXISTS (SELECT 1 FROM questionnaire_version WHERE questionnaire_id = ?1)
	AND NOT EXISTS (SELECT 1 FROM survey WHERE questionnaire_id = ?1);

-- name: questionnaire_retire
UPDATE questionnaire SET retired_at = ?2, rev = rev + 1
WHERE id = ?1 AND rev = ?3 AND (retired_at IS NULL) = (?2 IS NOT NULL);
