-- SPDX-License-Identifier: GPL-3.0-or-later
-- Packed answers: how old they are, what they are packed from, and keeping them.

-- name: column_changes
SELECT changes, codings FROM wave_change WHERE wave_id = ?1;

-- name: column_list
SELECT question, data FROM answer_column WHERE wave_id = ?1 AND changes = ?2;

-- name: column_forms
SELECT id, number, mode, version_id FROM form WHERE wave_id = ?1 AND state = 'keyed' ORDER BY number;

-- name: column_answers
-- All that can stand, forms in the order above; of each field the last reading does. The view
-- answer_counting written out, for in this order a reading is looked up once, not for each answer:
-- a third of the time. A test holds both against each other.
SELECT a.form_id, a.question_id, a.occurrence, a.value, a.missing, a.marks
FROM form AS f CROSS JOIN reading AS r ON r.form_id = f.id
CROSS JOIN answer AS a ON a.form_id = r.form_id AND a.reading = r.reading
LEFT JOIN difference AS d ON d.form_id = a.form_id AND d.question_id = a.question_id
	AND d.occurrence = a.occurrence
WHERE f.wave_id = ?1 AND f.state = 'keyed' AND r.finished_at IS NOT NULL AND CASE r.kind
	WHEN 'first' THEN d.outcome IS NOT 'second'
	WHEN 'second' THEN d.outcome IS 'second'
	WHEN 'correction' THEN d.outcome IS NULL OR d.outcome = 'open'
		OR (d.outcome = 'first' AND d.settled = 'verify') OR r.before_second = 0
	ELSE 1 END
ORDER BY f.number, r.reading;

-- name: column_answers_of
-- The same of one question, in each of a few versions.
SELECT a.form_id, a.question_id, a.occurrence, a.value, a.missing, a.marks
FROM form AS f CROSS JOIN reading AS r ON r.form_id = f.id
CROSS JOIN answer AS a ON a.form_id = r.form_id AND a.reading = r.reading
	AND a.question_id IN (?2, ?3, ?4, ?5)
LEFT JOIN difference AS d ON d.form_id = a.form_id AND d.question_id = a.question_id
	AND d.occurrence = a.occurrence
WHERE f.wave_id = ?1 AND f.state = 'keyed' AND r.finished_at IS NOT NULL AND CASE r.kind
	WHEN 'first' THEN d.outcome IS NOT 'second'
	WHEN 'second' THEN d.outcome IS 'second'
	WHEN 'correction' THEN d.outcome IS NULL OR d.outcome = 'open'
		OR (d.outcome = 'first' AND d.settled = 'verify') OR r.before_second = 0
	ELSE 1 END
ORDER BY f.number, r.reading;

-- name: column_texts
SELECT a.form_id, a.occurrence, a.value, a.marks, f.number
FROM form AS f CROSS JOIN answer_counting AS a ON a.form_id = f.id AND a.question_id = ?2
WHERE f.wave_id = ?1 AND f.state = 'keyed' ORDER BY f.number, a.reading, a.occurrence;

-- name: column_coded
-- Names of the open questions that have categories.
SELECT DISTINCT question FROM open_code WHERE survey_id = ?1 AND merged_into IS NULL;

-- name: column_codes
-- Of the whole survey: its waves share the categories.
SELECT c.form_id, c.occurrence, o.code FROM open_code AS o JOIN answer_code AS c ON c.code_id = o.id
WHERE o.survey_id = ?1 AND o.question = ?2 AND o.merged_into IS NULL;

-- name: column_drop
DELETE FROM answer_column WHERE wave_id = ?1;

-- name: column_put
INSERT INTO answer_column (wave_id, question, changes, data) VALUES (?1, ?2, ?3, ?4);

-- name: column_waves
-- Where answers are packed and said to be up to date.
SELECT DISTINCT c.wave_id FROM answer_column AS c LEFT JOIN wave_change AS w ON w.wave_id = c.wave_id
WHERE c.changes = coalesce(w.changes, 0);

-- name: column_kept
SELECT question, data FROM answer_column WHERE wave_id = ?1;
