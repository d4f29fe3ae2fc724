-- SPDX-License-Identifier: GPL-3.0-or-later
-- Waves of surveys, their counts, and what is erased when its time has come.

-- name: wave_list
SELECT w.id, w.rev, w.survey_id, w.uid, s.code, s.name, w.code, w.name, w.slot, w.year,
	w.version_id, q.code, v.number, w.population, w.sample, w.planned, w.control,
	w.auto_number, w.open_answers, w.anonymity, w.purpose, w.legal_basis, w.controller,
	w.notice, w.keep_until, w.second_method, w.second_choice, w.second_every, w.second_share,
	w.threshold, w.lifted_at, w.speed_from, w.case_mark, w.archive_class, w.destroy_after,
	w.destroyed_on, w.destroyed_by, w.protocol, w.closed_at, w.erased_at, w.smallest_cell
FROM wave AS w JOIN survey AS s ON s.id = w.survey_id
	JOIN questionnaire_version AS v ON v.id = w.version_id
	JOIN questionnaire AS q ON q.id = v.questionnaire_id
WHERE w.retired_at IS NULL AND (?1 = 0 OR w.survey_id = ?1) AND (?2 = '' OR w.code = ?2)
	AND (?3 = 0 OR w.id = ?3)
ORDER BY w.year DESC, s.name COLLATE polish, w.code;

-- name: wave_code_taken
SELECT 1 FROM wave WHERE code = ?1 AND id <> ?2;

-- name: wave_newest_version
-- The newest published version of what the survey asks.
SELECT v.id FROM survey AS s JOIN questionnaire_version AS v ON v.questionnaire_id = s.questionnaire_id
WHERE s.id = ?1 AND v.published_at IS NOT NULL ORDER BY v.number DESC LIMIT 1;

-- name: wave_version_fits
SELECT 1 FROM survey AS s JOIN questionnaire_version AS v ON v.questionnaire_id = s.questionnaire_id
WHERE s.id = ?1 AND v.id = ?2 AND v.published_at IS NOT NULL;

-- name: wave_kind
SELECT q.kind FROM questionnaire_version AS v JOIN questionnaire AS q ON q.id = v.questionnaire_id
WHERE v.id = ?1;

-- name: wave_moves
-- Its forms would belong to a survey that asks another questionnaire.
SELECT 1 FROM wave AS w JOIN survey AS o ON o.id = w.survey_id JOIN survey AS n ON n.id = ?2
WHERE w.id = ?1 AND n.questionnaire_id <> o.questionnaire_id
	AND EXISTS (SELECT 1 FROM form_count AS c WHERE c.wave_id = w.id AND c.forms > 0);

-- name: wave_insert
INSERT INTO wave (uid, survey_id, code, name, slot, year, version_id, population, sample, planned,
	control, auto_number, open_answers, anonymity, purpose, legal_basis, controller, notice,
	keep_until, second_method, second_choice, second_every, second_share, threshold, speed_from,
	case_mark, archive_class, destroy_after, destroyed_on, destroyed_by, protocol, smallest_cell)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
	?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32);

-- name: wave_update
UPDATE wave SET rev = rev + 1, survey_id = ?2, code = ?3, name = ?4, slot = ?5, year = ?6,
	version_id = ?7, population = ?8, sample = ?9, planned = ?10, control = ?11,
	auto_number = ?12, open_answers = ?13, anonymity = ?14, purpose = ?15, legal_basis = ?16,
	controller = ?17, notice = ?18, keep_until = ?19, second_method = ?20,
	second_choice = ?21, second_every = ?22, second_share = ?23, threshold = ?24,
	speed_from = ?25, case_mark = ?26, archive_class = ?27, destroy_after = ?28,
	destroyed_on = ?29, destroyed_by = ?30, protocol = ?31, smallest_cell = ?32
WHERE id = ?1 AND rev = ?33 AND retired_at IS NULL;

-- name: wave_count_forms
SELECT state, second, batch_id = 0, sum(forms) FROM form_count WHERE wave_id = ?1
GROUP BY 1, 2, 3;

-- name: wave_count_paper
SELECT count(*) FROM form WHERE wave_id = ?1 AND batch_id IS NULL AND mode = 'paper';

-- name: wave_count_batches
SELECT count(*), coalesce(sum(closed_at IS NULL), 0), coalesce(sum(received), 0),
	coalesce(sum(spoilt), 0), coalesce(sum(empty), 0)
FROM batch WHERE wave_id = ?1;

-- name: wave_set_closed
UPDATE wave SET closed_at = ?2, closed_by = ?3, rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL;

-- name: wave_set_lifted
UPDATE wave SET lifted_at = ?2, lifted_by = ?3, rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL;

-- name: wave_set_retired
UPDATE wave SET retired_at = ?2, rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL;

-- name: wave_due
SELECT id FROM wave WHERE retired_at IS NULL AND erased_at IS NULL AND keep_until < ?1
ORDER BY keep_until;

-- name: wave_second_keying
SELECT coalesce((SELECT wq.second_keying FROM wave_question AS wq
	WHERE wq.wave_id = ?1 AND wq.question_id = ?2), q.second_keying)
FROM question AS q WHERE q.id = ?2;

-- name: wave_compared
SELECT 1 FROM form_count WHERE wave_id = ?1 AND second IN ('differs', 'done') AND forms > 0;

-- name: wave_set_second_keying
INSERT INTO wave_question (wave_id, question_id, second_keying) VALUES (?1, ?2, ?3)
ON CONFLICT (wave_id, question_id) DO UPDATE SET second_keying = excluded.second_keying;

-- name: wave_erase_keyers
DELETE FROM reading_keyer WHERE form_id IN (SELECT id FROM form WHERE wave_id = ?1);

-- name: wave_erase_notes
UPDATE form SET note = '', reason = '', held_by = NULL, held_until = NULL WHERE wave_id = ?1;

-- name: wave_erase_people
-- Who brought the paper, who took it, who has it.
UPDATE batch SET received_from = '', received_by = '', lent_to = '' WHERE wave_id = ?1;

-- name: wave_erase_remarks
DELETE FROM remark WHERE form_id IN (SELECT id FROM form WHERE wave_id = ?1);

-- name: wave_erase_reasons
-- Of corrections; and the minute of each reading, by which the log would tell who keyed the form.
UPDATE reading SET reason = '', started_at = substr(started_at, 1, 10) || 'T00:00:00Z',
	finished_at = substr(finished_at, 1, 10) || 'T00:00:00Z'
WHERE form_id IN (SELECT id FROM form WHERE wave_id = ?1);

-- name: wave_erase_calculated
-- What is computed from texts and is no number.
WITH RECURSIVE version(id) AS (SELECT DISTINCT version_id FROM form WHERE wave_id = ?1),
text(version_id, id, name) AS (
	SELECT version_id, id, name FROM question
		WHERE type = 'text' AND version_id IN (SELECT id FROM version)
	UNION ALL SELECT version_id, -id, name || '_other' FROM question
		WHERE or_other = 1 AND version_id IN (SELECT id FROM version)
	UNION SELECT q.version_id, q.id, q.name FROM text AS t JOIN question AS q
		ON q.version_id = t.version_id AND q.type = 'calculate'
		AND instr(q.calculation, '${' || t.name || '}') > 0)
UPDATE answer SET value = '', missing = 'no_answer'
WHERE value GLOB '*[^0-9.-]*' AND form_id IN (SELECT id FROM form WHERE wave_id = ?1)
	AND question_id IN (SELECT id FROM text);

-- name: wave_erase_labels
-- Labels of the file of an online form: what people wrote in under "other" is among them.
DELETE FROM answer_mapping WHERE wave_id = ?1 AND kind = 'label';

-- name: wave_erase_texts
-- Open texts and those of "Other: …" (negative ids); what they were coded as stays.
UPDATE answer SET value = '', missing = 'no_answer' WHERE value <> ''
	AND form_id IN (SELECT id FROM form WHERE wave_id = ?1)
	AND (question_id < 0 OR question_id IN (SELECT id FROM question WHERE type = 'text'));

-- name: wave_erase_sittings
DELETE FROM sitting WHERE wave_id = ?1;

-- name: wave_set_erased
UPDATE wave SET erased_at = ?2, rev = rev + 1 WHERE id = ?1 AND erased_at IS NULL;
