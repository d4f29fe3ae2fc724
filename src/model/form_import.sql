-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forms that files bring, and giving all answers of a wave out.

-- name: form_known
SELECT id, number, uid, state = 'keyed' FROM form WHERE wave_id = ?1 ORDER BY number;

-- name: form_import_insert
INSERT INTO form (uid, wave_id, number, version_id, mode, state, inconsistent, import_id)
VALUES (?1, ?2, ?3, ?4, ?5, 'keyed', ?6, ?7);

-- name: form_import_reading
INSERT INTO reading (form_id, reading, kind, started_at, finished_at, answers)
VALUES (?1, 1, 'import', ?2, ?2, ?3);

-- name: form_import_answer
INSERT INTO answer (form_id, reading, question_id, occurrence, value, missing, marks)
VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6);

-- name: form_import_answers_4
INSERT INTO answer (form_id, reading, question_id, occurrence, value, missing, marks) VALUES
	(?1, 1, ?2, ?3, ?4, ?5, ?6), (?1, 1, ?7, ?8, ?9, ?10, ?11),
	(?1, 1, ?12, ?13, ?14, ?15, ?16), (?1, 1, ?17, ?18, ?19, ?20, ?21);

-- name: form_import_answers_16
-- So many at once take half the time of one by one.
INSERT INTO answer (form_id, reading, question_id, occurrence, value, missing, marks) VALUES
	(?1, 1, ?2, ?3, ?4, ?5, ?6), (?1, 1, ?7, ?8, ?9, ?10, ?11),
	(?1, 1, ?12, ?13, ?14, ?15, ?16), (?1, 1, ?17, ?18, ?19, ?20, ?21),
	(?1, 1, ?22, ?23, ?24, ?25, ?26), (?1, 1, ?27, ?28, ?29, ?30, ?31),
	(?1, 1, ?32, ?33, ?34, ?35, ?36), (?1, 1, ?37, ?38, ?39, ?40, ?41),
	(?1, 1, ?42, ?43, ?44, ?45, ?46), (?1, 1, ?47, ?48, ?49, ?50, ?51),
	(?1, 1, ?52, ?53, ?54, ?55, ?56), (?1, 1, ?57, ?58, ?59, ?60, ?61),
	(?1, 1, ?62, ?63, ?64, ?65, ?66), (?1, 1, ?67, ?68, ?69, ?70, ?71),
	(?1, 1, ?72, ?73, ?74, ?75, ?76), (?1, 1, ?77, ?78, ?79, ?80, ?81);

-- name: form_import_closed
SELECT w.code FROM form AS f JOIN wave AS w ON w.id = f.wave_id
WHERE f.import_id = ?1 AND w.closed_at IS NOT NULL LIMIT 1;

-- name: form_import_corrected
SELECT f.number FROM form AS f WHERE f.import_id = ?1
AND EXISTS (SELECT 1 FROM reading AS r WHERE r.form_id = f.id AND r.reading > 1) LIMIT 1;

-- name: form_import_drop_codes
DELETE FROM answer_code WHERE form_id IN (SELECT id FROM form WHERE import_id = ?1);

-- name: form_import_drop_remarks
DELETE FROM remark WHERE form_id IN (SELECT id FROM form WHERE import_id = ?1);

-- name: form_import_drop_confirmed
DELETE FROM confirmed_check WHERE form_id IN (SELECT id FROM form WHERE import_id = ?1);

-- name: form_import_drop_answers
DELETE FROM answer WHERE form_id IN (SELECT id FROM form WHERE import_id = ?1);

-- name: form_import_drop_readings
DELETE FROM reading WHERE form_id IN (SELECT id FROM form WHERE import_id = ?1);

-- name: form_import_drop
DELETE FROM form WHERE import_id = ?1;

-- name: answer_mapping_list
SELECT question, source, target FROM answer_mapping WHERE wave_id = ?1;

-- name: answer_mapping_put
INSERT INTO answer_mapping (wave_id, kind, question, source, target) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (wave_id, kind, question, source) DO UPDATE SET target = excluded.target;

-- name: form_answered
SELECT a.question_id, max(a.occurrence), max(a.missing <> '' OR (a.marks & 2) <> 0)
FROM form AS f JOIN answer AS a ON a.form_id = f.id
WHERE f.wave_id = ?1 AND f.state = 'keyed' GROUP BY a.question_id;

-- name: form_export
-- Without numbers in the order of uids, which are random: nobody can tell when a form was keyed.
SELECT f.id, f.number, f.mode, f.version_id, r.finished_at,
	(SELECT o.initials FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = f.id AND k.reading = 1 LIMIT 1)
FROM form AS f JOIN reading AS r ON r.form_id = f.id AND r.reading = 1
WHERE f.wave_id = ?1 AND f.state = 'keyed' ORDER BY CASE ?2 WHEN 1 THEN f.number END, f.uid;

-- name: form_versions
SELECT DISTINCT version_id FROM form WHERE wave_id = ?1 AND state = 'keyed' ORDER BY version_id DESC;
