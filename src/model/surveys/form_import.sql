-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forms that files bring, and giving all answers of a wave out.

-- name: form_known
SELECT id, number, uid, state = 'keyed' FROM form WHERE wave_id = ?1 ORDER BY number;

-- name: form_import_next
SELECT coalesce(max(id), 0) + 1 FROM form;

-- name: form_import_insert
INSERT INTO form (id, uid, wave_id, number, version_id, mode, state, inconsistent, import_id) VALUES
	(?1, ?2, ?3, ?4, ?5, ?6, 'keyed', ?7, ?8);

-- name: form_import_insert_16
-- So many at once: the lists of allowed words (CHECK … IN) are made once for all of them.
INSERT INTO form (id, uid, wave_id, number, version_id, mode, state, inconsistent, import_id) VALUES
	(?1, ?2, ?3, ?4, ?5, ?6, 'keyed', ?7, ?8),
	(?9, ?10, ?11, ?12, ?13, ?14, 'keyed', ?15, ?16),
	(?17, ?18, ?19, ?20, ?21, ?22, 'keyed', ?23, ?24),
	(?25, ?26, ?27, ?28, ?29, ?30, 'keyed', ?31, ?32),
	(?33, ?34, ?35, ?36, ?37, ?38, 'keyed', ?39, ?40),
	(?41, ?42, ?43, ?44, ?45, ?46, 'keyed', ?47, ?48),
	(?49, ?50, ?51, ?52, ?53, ?54, 'keyed', ?55, ?56),
	(?57, ?58, ?59, ?60, ?61, ?62, 'keyed', ?63, ?64),
	(?65, ?66, ?67, ?68, ?69, ?70, 'keyed', ?71, ?72),
	(?73, ?74, ?75, ?76, ?77, ?78, 'keyed', ?79, ?80),
	(?81, ?82, ?83, ?84, ?85, ?86, 'keyed', ?87, ?88),
	(?89, ?90, ?91, ?92, ?93, ?94, 'keyed', ?95, ?96),
	(?97, ?98, ?99, ?100, ?101, ?102, 'keyed', ?103, ?104),
	(?105, ?106, ?107, ?108, ?109, ?110, 'keyed', ?111, ?112),
	(?113, ?114, ?115, ?116, ?117, ?118, 'keyed', ?119, ?120),
	(?121, ?122, ?123, ?124, ?125, ?126, 'keyed', ?127, ?128);

-- name: form_import_reading
INSERT INTO reading (form_id, reading, kind, started_at, finished_at, answers) VALUES
	(?1, 1, 'import', ?2, ?2, ?3);

-- name: form_import_reading_16
INSERT INTO reading (form_id, reading, kind, started_at, finished_at, answers) VALUES
	(?1, 1, 'import', ?2, ?2, ?3), (?4, 1, 'import', ?5, ?5, ?6),
	(?7, 1, 'import', ?8, ?8, ?9), (?10, 1, 'import', ?11, ?11, ?12),
	(?13, 1, 'import', ?14, ?14, ?15), (?16, 1, 'import', ?17, ?17, ?18),
	(?19, 1, 'import', ?20, ?20, ?21), (?22, 1, 'import', ?23, ?23, ?24),
	(?25, 1, 'import', ?26, ?26, ?27), (?28, 1, 'import', ?29, ?29, ?30),
	(?31, 1, 'import', ?32, ?32, ?33), (?34, 1, 'import', ?35, ?35, ?36),
	(?37, 1, 'import', ?38, ?38, ?39), (?40, 1, 'import', ?41, ?41, ?42),
	(?43, 1, 'import', ?44, ?44, ?45), (?46, 1, 'import', ?47, ?47, ?48);

-- name: form_import_answer
INSERT OR FAIL INTO answer (form_id, reading, question_id, occurrence, value, missing, marks) VALUES
	(?1, 1, ?2, ?3, ?4, ?5, ?6);

-- name: form_import_answers_16
-- So many at once take half the time of one by one. OR FAIL: whoever calls gives the whole
-- transaction up, so no statement needs a journal of its own.
INSERT OR FAIL INTO answer (form_id, reading, question_id, occurrence, value, missing, marks) VALUES
	(?1, 1, ?2, ?3, ?4, ?5, ?6), (?7, 1, ?8, ?9, ?10, ?11, ?12),
	(?13, 1, ?14, ?15, ?16, ?17, ?18), (?19, 1, ?20, ?21, ?22, ?23, ?24),
	(?25, 1, ?26, ?27, ?28, ?29, ?30), (?31, 1, ?32, ?33, ?34, ?35, ?36),
	(?37, 1, ?38, ?39, ?40, ?41, ?42), (?43, 1, ?44, ?45, ?46, ?47, ?48),
	(?49, 1, ?50, ?51, ?52, ?53, ?54), (?55, 1, ?56, ?57, ?58, ?59, ?60),
	(?61, 1, ?62, ?63, ?64, ?65, ?66), (?67, 1, ?68, ?69, ?70, ?71, ?72),
	(?73, 1, ?74, ?75, ?76, ?77, ?78), (?79, 1, ?80, ?81, ?82, ?83, ?84),
	(?85, 1, ?86, ?87, ?88, ?89, ?90), (?91, 1, ?92, ?93, ?94, ?95, ?96);

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
