-- SPDX-License-Identifier: GPL-3.0-or-later
-- Surveys: what is asked again and again.

-- name: survey_list
SELECT s.id, s.rev, s.uid, s.code, s.name, s.questionnaire_id, q.code, s.note,
	(SELECT count(*) FROM wave AS w WHERE w.survey_id = s.id AND w.retired_at IS NULL)
FROM survey AS s JOIN questionnaire AS q ON q.id = s.questionnaire_id
WHERE s.retired_at IS NULL ORDER BY s.name COLLATE polish, s.code;

-- name: survey_load
SELECT s.id, s.rev, s.uid, s.code, s.name, s.questionnaire_id, q.code, s.note,
	(SELECT count(*) FROM wave AS w WHERE w.survey_id = s.id AND w.retired_at IS NULL)
FROM survey AS s JOIN questionnaire AS q ON q.id = s.questionnaire_id
WHERE s.retired_at IS NULL AND s.id = ?1;

-- name: survey_by_code
SELECT s.id, s.rev, s.uid, s.code, s.name, s.questionnaire_id, q.code, s.note,
	(SELECT count(*) FROM wave AS w WHERE w.survey_id = s.id AND w.retired_at IS NULL)
FROM survey AS s JOIN questionnaire AS q ON q.id = s.questionnaire_id
WHERE s.retired_at IS NULL AND s.code = ?1;

-- name: survey_code_taken
SELECT 1 FROM survey WHERE code = ?1 AND id <> ?2;

-- name: survey_bound
-- Its waves ask versions of the questionnaire that it would no longer have.
SELECT 1 FROM survey AS s WHERE s.id = ?1 AND s.questionnaire_id <> ?2
	AND EXISTS (SELECT 1 FROM wave AS w WHERE w.survey_id = s.id AND w.retired_at IS NULL);

-- name: survey_insert
INSERT INTO survey (uid, code, name, questionnaire_id, note) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: survey_update
UPDATE survey SET code = ?3, name = ?4, questionnaire_id = ?5, note = ?6, rev = rev + 1
WHERE id = ?1 AND rev = ?2 AND retired_at IS NULL;

-- name: survey_retire
UPDATE survey SET retired_at = ?2, rev = rev + 1
WHERE id = ?1 AND rev = ?3 AND (retired_at IS NULL) = (?2 IS NOT NULL);

-- name: survey_in_use
SELECT count(*) FROM wave WHERE survey_id = ?1 AND retired_at IS NULL;
