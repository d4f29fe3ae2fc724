-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forms, readings, answers, remarks.

-- name: form_page_wave
SELECT f.id, f.rev, f.wave_id, f.batch_id, f.uid, f.number, f.version_id, f.mode, f.state, f.second,
	f.inconsistent, f.reason, f.note, b.number,
	(SELECT o.initials FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = f.id AND k.reading = 1 LIMIT 1)
FROM form AS f LEFT JOIN batch AS b ON b.id = f.batch_id
WHERE f.wave_id = ?1 AND f.number > ?2 ORDER BY f.number LIMIT ?3;

-- name: form_page_batch
SELECT f.id, f.rev, f.wave_id, f.batch_id, f.uid, f.number, f.version_id, f.mode, f.state, f.second,
	f.inconsistent, f.reason, f.note, b.number,
	(SELECT o.initials FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = f.id AND k.reading = 1 LIMIT 1)
FROM form AS f JOIN batch AS b ON b.id = f.batch_id
WHERE f.batch_id = ?1 AND f.number > ?2 ORDER BY f.number LIMIT ?3;

-- name: form_by_number
SELECT f.id, f.rev, f.wave_id, f.batch_id, f.uid, f.number, f.version_id, f.mode, f.state, f.second,
	f.inconsistent, f.reason, f.note, b.number,
	(SELECT o.initials FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = f.id AND k.reading = 1 LIMIT 1)
FROM form AS f LEFT JOIN batch AS b ON b.id = f.batch_id
WHERE f.wave_id = ?1 AND f.number = ?2;

-- name: form_find
SELECT f.id, f.rev, f.wave_id, f.batch_id, f.uid, f.number, f.version_id, f.mode, f.state, f.second,
	f.inconsistent, f.reason, f.note, b.number,
	(SELECT o.initials FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = f.id AND k.reading = 1 LIMIT 1)
FROM form AS f LEFT JOIN batch AS b ON b.id = f.batch_id
WHERE f.wave_id = ?1 AND EXISTS (SELECT 1 FROM answer_counting AS a
	WHERE a.form_id = f.id AND a.question_id IN (
		SELECT iif(?2 < 0, -n.id, n.id) FROM question AS m JOIN question AS n
			ON n.identity = m.identity WHERE m.id = abs(?2))
	AND CASE ?5 WHEN 1 THEN instr(fold(a.value), ?4) > 0
		ELSE instr(' ' || a.value || ' ', ' ' || ?3 || ' ') > 0 END
	AND NOT EXISTS (SELECT 1 FROM answer_counting AS n WHERE n.form_id = a.form_id
		AND n.question_id = a.question_id AND n.occurrence = a.occurrence
		AND n.reading > a.reading))
ORDER BY f.number;

-- name: form_question_type
SELECT type FROM question WHERE id = ?1;

-- name: form_ranges
SELECT first_number, last_number FROM batch WHERE wave_id = ?1 ORDER BY first_number;

-- name: form_next_waiting
SELECT number FROM form WHERE batch_id = ?1 AND state = 'waiting' ORDER BY number LIMIT 1;

-- name: form_begun
-- What a keyer began and nobody else has open.
SELECT f.number FROM form AS f
JOIN reading AS r ON r.form_id = f.id AND r.reading = ?2 AND r.finished_at IS NULL
JOIN reading_keyer AS k ON k.form_id = f.id AND k.reading = ?2 AND k.operator_id = ?3
WHERE f.batch_id = ?1 AND (f.state = 'keying' OR f.second = 'keying')
AND (f.held_by IS NULL OR f.held_by = ?3 OR f.held_until <= ?4) ORDER BY f.number LIMIT 1;

-- name: form_now
-- Everything that decides what may be done with a form.
SELECT f.state, f.second, f.held_by, f.held_until, f.number, f.wave_id, f.batch_id, f.mode, f.uid,
	f.version_id, b.closed_at IS NOT NULL, w.closed_at IS NOT NULL, w.lifted_by IS NOT NULL,
	w.second_choice, w.second_every, w.second_share, w.second_method, w.threshold,
	b.first_number, b.second_start, b.second_whole, f.reason,
	(SELECT initials FROM operator WHERE id = f.held_by), f.hold, w.erased_at IS NOT NULL, f.rev
FROM form AS f JOIN wave AS w ON w.id = f.wave_id LEFT JOIN batch AS b ON b.id = f.batch_id
WHERE f.id = ?1;

-- name: form_hold
UPDATE form SET held_by = ?2, held_until = ?3 WHERE id = ?1;

-- name: form_take
UPDATE form SET held_by = ?2, held_until = ?3, hold = hold + 1 WHERE id = ?1;

-- name: form_held
SELECT held_by, held_until, hold FROM form WHERE id = ?1;

-- name: form_move
UPDATE form SET state = ?2, second = ?3, rev = rev + 1 WHERE id = ?1;

-- name: form_set_state
UPDATE form SET state = ?2, reason = ?3, held_by = NULL, held_until = NULL, rev = rev + 1
WHERE id = ?1;

-- name: form_set_note
UPDATE form SET note = ?2 WHERE id = ?1;

-- name: form_set_inconsistent
UPDATE form SET inconsistent = ?2 WHERE id = ?1;

-- name: form_raise
UPDATE form SET rev = rev + 1 WHERE id = ?1;

-- name: reading_now
SELECT kind, started_at, finished_at, at_question, at_occurrence FROM reading
WHERE form_id = ?1 AND reading = ?2;

-- name: reading_last
SELECT max(reading) FROM reading WHERE form_id = ?1;

-- name: reading_by
SELECT 1 FROM reading_keyer WHERE form_id = ?1 AND reading = ?2 AND operator_id = ?3;

-- name: reading_alone
-- Both readings by one person, and none by anybody else.
SELECT 1 FROM reading_keyer WHERE form_id = ?1 AND reading IN (1, 2)
GROUP BY form_id HAVING count(DISTINCT reading) = 2 AND count(DISTINCT operator_id) = 1;

-- name: reading_by_namesake
-- One person may stand twice in the register: with an account and with initials to declare.
SELECT o.initials FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
WHERE k.form_id = ?1 AND k.reading = ?2 AND o.id <> ?3
	AND fold(o.name) = (SELECT fold(name) FROM operator WHERE id = ?3) LIMIT 1;

-- name: reading_initials
SELECT o.initials FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
WHERE k.form_id = ?1 AND k.reading = ?2 ORDER BY o.initials;

-- name: reading_insert
INSERT INTO reading (form_id, reading, kind, started_at, at_question) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: reading_keyer_insert
INSERT INTO reading_keyer (form_id, reading, operator_id, declared) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT DO NOTHING;

-- name: reading_move
UPDATE reading SET at_question = ?3, at_occurrence = ?4
WHERE form_id = ?1 AND reading = ?2 AND finished_at IS NULL;

-- name: reading_before_second
UPDATE reading SET before_second = 1 WHERE form_id = ?1 AND reading = ?2;

-- name: reading_end
UPDATE reading SET finished_at = ?3, answers = ?4, reason = ?5, at_question = NULL, at_occurrence = 1
WHERE form_id = ?1 AND reading = ?2 AND finished_at IS NULL;

-- name: reading_touched
SELECT EXISTS (SELECT 1 FROM answer WHERE form_id = ?1 AND reading = ?2)
	OR (?2 = 2 AND EXISTS (SELECT 1 FROM difference WHERE form_id = ?1));

-- name: reading_delete
DELETE FROM reading WHERE form_id = ?1 AND reading = ?2;

-- name: reading_keyer_delete
DELETE FROM reading_keyer WHERE form_id = ?1 AND reading = ?2;

-- name: answer_list
SELECT question_id, occurrence, value, missing, marks FROM answer
WHERE form_id = ?1 AND reading = ?2 ORDER BY question_id, occurrence;

-- name: answer_put
INSERT INTO answer (form_id, reading, question_id, occurrence, value, missing, marks)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (form_id, reading, question_id, occurrence)
DO UPDATE SET value = excluded.value, missing = excluded.missing, marks = excluded.marks;

-- name: answer_remove
DELETE FROM answer WHERE form_id = ?1 AND reading = ?2 AND question_id = ?3 AND occurrence = ?4;

-- name: answer_clear
DELETE FROM answer WHERE form_id = ?1 AND reading = ?2;

-- name: answer_valued
SELECT count(*) FROM answer WHERE form_id = ?1 AND reading = ?2 AND value <> '';

-- name: answer_settled
SELECT question_id, occurrence, value, missing, marks FROM answer_counting
WHERE form_id = ?1 ORDER BY reading;

-- name: form_last_keyed
SELECT f.id FROM form AS f JOIN reading AS r ON r.form_id = f.id AND r.reading = 1
JOIN reading_keyer AS k ON k.form_id = f.id AND k.reading = 1 AND k.operator_id = ?2
WHERE f.batch_id = ?1 AND r.finished_at IS NOT NULL
ORDER BY r.finished_at DESC, f.number DESC LIMIT 1;

-- name: answer_last_value
SELECT value FROM answer WHERE form_id = ?1 AND reading = 1 AND question_id = ?2 AND occurrence = 1;

-- name: confirmed_clear
DELETE FROM confirmed_check WHERE form_id = ?1;

-- name: confirmed_add
INSERT INTO confirmed_check (form_id, question_id, occurrence, kind) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT DO NOTHING;

-- name: remark_set
INSERT INTO remark (form_id, question_id, occurrence, text) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (form_id, question_id, occurrence) DO UPDATE SET text = excluded.text;

-- name: remark_delete
DELETE FROM remark WHERE form_id = ?1 AND question_id = ?2 AND occurrence = ?3;

-- name: remark_get
SELECT text FROM remark WHERE form_id = ?1 AND question_id = ?2 AND occurrence = ?3;

-- name: sitting_insert
INSERT INTO sitting (operator_id, declared, wave_id, batch_id, mode, started_at, ended_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6);

-- name: sitting_save
UPDATE sitting SET ended_at = ?2, paused = ?3, forms = ?4, fields = ?5, keys = ?6, rejected = ?7,
	corrections = ?8 WHERE id = ?1 AND operator_id = ?9; -- the number of an erased one is given again
