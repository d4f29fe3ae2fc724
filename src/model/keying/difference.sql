-- SPDX-License-Identifier: GPL-3.0-or-later
-- Differences between first and second keying, and figures of quality. A row that was settled by
-- verifying in favour of the first reading is a slip of the verifier, no difference.

-- name: difference_questions
SELECT q.id FROM question AS q
LEFT JOIN wave_question AS w ON w.wave_id = ?1 AND w.question_id = q.id
WHERE q.version_id = ?2 AND coalesce(w.second_keying, q.second_keying) = 1;

-- name: difference_add
INSERT INTO difference (form_id, question_id, occurrence, outcome, charged, settled)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (form_id, question_id, occurrence)
DO UPDATE SET outcome = excluded.outcome, charged = excluded.charged, settled = excluded.settled;

-- name: difference_slip
INSERT INTO difference (form_id, question_id, occurrence, outcome, charged, settled)
VALUES (?1, ?2, ?3, 'first', 'second', 'verify') ON CONFLICT DO NOTHING;

-- name: difference_compared
UPDATE reading SET compared = ?2 WHERE form_id = ?1 AND reading = 2;

-- name: difference_list_wave
-- Few forms of a large wave are keyed twice: +number, so that they are found by their index, and
-- then sorted. Open differences are those of forms that differ.
SELECT d.form_id, f.number, d.question_id, d.occurrence, d.outcome, d.charged, d.settled,
	f.version_id, a.value, a.missing, b.value, b.missing,
	(SELECT group_concat(o.initials, ', ') FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = d.form_id AND k.reading = 1 AND (?3 = 0 OR o.id = ?3)),
	(SELECT group_concat(o.initials, ', ') FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = d.form_id AND k.reading = 2 AND (?3 = 0 OR o.id = ?3)), c.value, c.missing
FROM form AS f JOIN difference AS d ON d.form_id = f.id
JOIN question AS q ON q.id = d.question_id
LEFT JOIN answer AS a ON a.form_id = d.form_id AND a.reading = 1
	AND a.question_id = d.question_id AND a.occurrence = d.occurrence
LEFT JOIN answer AS b ON b.form_id = d.form_id AND b.reading = 2
	AND b.question_id = d.question_id AND b.occurrence = d.occurrence
LEFT JOIN answer AS c ON c.form_id = d.form_id AND c.reading = 3
	AND c.question_id = d.question_id AND c.occurrence = d.occurrence
WHERE f.wave_id = ?1 AND f.second <> 'none' AND (?2 = 0 OR d.outcome = 'open')
	AND f.second IN ('differs', iif(?2, 'differs', 'keying'), iif(?2, 'differs', 'done'))
ORDER BY +f.number, q.position, d.occurrence;

-- name: difference_list_batch
SELECT d.form_id, f.number, d.question_id, d.occurrence, d.outcome, d.charged, d.settled,
	f.version_id, a.value, a.missing, b.value, b.missing,
	(SELECT group_concat(o.initials, ', ') FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = d.form_id AND k.reading = 1 AND (?3 = 0 OR o.id = ?3)),
	(SELECT group_concat(o.initials, ', ') FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = d.form_id AND k.reading = 2 AND (?3 = 0 OR o.id = ?3)), c.value, c.missing
FROM form AS f JOIN difference AS d ON d.form_id = f.id
JOIN question AS q ON q.id = d.question_id
LEFT JOIN answer AS a ON a.form_id = d.form_id AND a.reading = 1
	AND a.question_id = d.question_id AND a.occurrence = d.occurrence
LEFT JOIN answer AS b ON b.form_id = d.form_id AND b.reading = 2
	AND b.question_id = d.question_id AND b.occurrence = d.occurrence
LEFT JOIN answer AS c ON c.form_id = d.form_id AND c.reading = 3
	AND c.question_id = d.question_id AND c.occurrence = d.occurrence
WHERE f.batch_id = ?1 AND (?2 = 0 OR d.outcome = 'open')
ORDER BY f.number, q.position, d.occurrence;

-- name: difference_list_field
SELECT d.form_id, f.number, d.question_id, d.occurrence, d.outcome, d.charged, d.settled,
	f.version_id, a.value, a.missing, b.value, b.missing,
	(SELECT group_concat(o.initials, ', ') FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = d.form_id AND k.reading = 1 AND (?3 = 0 OR o.id = ?3)),
	(SELECT group_concat(o.initials, ', ') FROM reading_keyer AS k JOIN operator AS o ON o.id = k.operator_id
		WHERE k.form_id = d.form_id AND k.reading = 2 AND (?3 = 0 OR o.id = ?3)), c.value, c.missing
FROM form AS f JOIN difference AS d ON d.form_id = f.id
LEFT JOIN answer AS a ON a.form_id = d.form_id AND a.reading = 1
	AND a.question_id = d.question_id AND a.occurrence = d.occurrence
LEFT JOIN answer AS b ON b.form_id = d.form_id AND b.reading = 2
	AND b.question_id = d.question_id AND b.occurrence = d.occurrence
LEFT JOIN answer AS c ON c.form_id = d.form_id AND c.reading = 3
	AND c.question_id = d.question_id AND c.occurrence = d.occurrence
WHERE d.form_id = ?1 AND d.question_id = ?2 AND d.occurrence = ?4;

-- name: difference_count_wave
SELECT (SELECT count(*) FROM form AS f JOIN difference AS d ON d.form_id = f.id
		WHERE f.wave_id = ?1 AND f.second <> 'none' AND f.second IN ('differs', 'keying', 'done')),
	(SELECT count(*) FROM form AS f JOIN difference AS d ON d.form_id = f.id
		WHERE f.wave_id = ?1 AND f.second <> 'none' AND f.second = 'differs'
		AND d.outcome = 'open');

-- name: difference_count_batch
SELECT count(*), coalesce(sum(d.outcome = 'open'), 0)
FROM form AS f JOIN difference AS d ON d.form_id = f.id WHERE f.batch_id = ?1;

-- name: difference_places_wave
-- +number as above.
SELECT d.form_id, f.number, d.question_id, d.occurrence, d.outcome, d.settled, f.version_id
FROM form AS f JOIN difference AS d ON d.form_id = f.id
JOIN question AS q ON q.id = d.question_id
WHERE f.wave_id = ?1 AND f.second <> 'none' AND (d.outcome = 'open') = ?2
	AND f.second IN ('differs', iif(?2, 'differs', 'keying'), iif(?2, 'differs', 'done'))
ORDER BY +f.number, q.position, d.occurrence LIMIT ?3;

-- name: difference_places_number
-- The first of very many: +second, so that forms are walked by number until there are enough.
SELECT d.form_id, f.number, d.question_id, d.occurrence, d.outcome, d.settled, f.version_id
FROM form AS f JOIN difference AS d ON d.form_id = f.id
JOIN question AS q ON q.id = d.question_id
WHERE f.wave_id = ?1 AND f.number > 0 AND +f.second <> 'none' AND (d.outcome = 'open') = ?2
ORDER BY f.number, q.position, d.occurrence LIMIT ?3;

-- name: difference_places_batch
SELECT d.form_id, f.number, d.question_id, d.occurrence, d.outcome, d.settled, f.version_id
FROM form AS f JOIN difference AS d ON d.form_id = f.id
JOIN question AS q ON q.id = d.question_id
WHERE f.batch_id = ?1 AND (d.outcome = 'open') = ?2
ORDER BY f.number, q.position, d.occurrence LIMIT ?3;

-- name: difference_now
SELECT d.outcome, d.settled, c.value, c.missing FROM difference AS d
LEFT JOIN answer AS c ON c.form_id = d.form_id AND c.reading = 3
	AND c.question_id = d.question_id AND c.occurrence = d.occurrence
WHERE d.form_id = ?1 AND d.question_id = ?2 AND d.occurrence = ?3;

-- name: difference_open
SELECT count(*) FROM difference WHERE form_id = ?1 AND outcome = 'open';

-- name: difference_set
UPDATE difference SET outcome = ?4, charged = ?5, settled = ?6
WHERE form_id = ?1 AND question_id = ?2 AND occurrence = ?3;

-- name: difference_reading_reopen
UPDATE reading SET finished_at = NULL, answers = 0 WHERE form_id = ?1 AND reading = 3;

-- name: difference_third
SELECT (SELECT count(*) FROM answer WHERE form_id = ?1 AND reading = 3) FROM reading
WHERE form_id = ?1 AND reading = 3;

-- name: difference_role
SELECT role FROM person WHERE id = ?1;

-- name: second_pending
SELECT count(*) FROM form WHERE batch_id = ?1 AND second IN ('chosen', 'keying');

-- name: second_rate
SELECT sum(r.compared), sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id
	AND NOT (d.outcome = 'first' AND d.settled = 'verify')))
FROM form AS f JOIN reading AS r ON r.form_id = f.id AND r.reading = 2
WHERE f.batch_id = ?1 AND r.finished_at IS NOT NULL;

-- name: second_whole
UPDATE batch SET second_whole = 1, rev = rev + 1 WHERE id = ?1 AND second_whole = 0;

-- name: second_choose_rest
UPDATE form SET second = 'chosen', rev = rev + 1
WHERE batch_id = ?1 AND state = 'keyed' AND second = 'none' AND mode = 'paper';

-- name: quality_question
SELECT q.name, (SELECT t.text FROM question_text AS t JOIN questionnaire_version AS v
		ON v.id = q.version_id
		WHERE t.question_id = q.id AND t.kind = 'label' AND t.language = v.language),
	count(DISTINCT f.id), count(*),
	sum(d.outcome IS NOT NULL AND NOT (d.outcome = 'first' AND d.settled = 'verify')),
	sum(d.charged IS 'first'), sum(d.charged IS 'second'), sum(d.charged IS 'both'),
	sum(d.outcome IS 'open')
FROM form AS f JOIN reading AS r ON r.form_id = f.id AND r.reading = 2
JOIN answer AS a ON a.form_id = f.id AND a.reading IN (1, 2)
JOIN question AS q ON q.id = a.question_id
LEFT JOIN wave_question AS w ON w.wave_id = f.wave_id AND w.question_id = q.id
LEFT JOIN answer AS b ON b.form_id = a.form_id AND b.reading = 3 - a.reading
	AND b.question_id = a.question_id AND b.occurrence = a.occurrence
LEFT JOIN difference AS d ON d.form_id = a.form_id AND d.question_id = a.question_id
	AND d.occurrence = a.occurrence
WHERE f.wave_id = ?1 AND r.finished_at IS NOT NULL AND (a.reading = 1 OR b.form_id IS NULL)
AND q.type <> 'calculate' AND coalesce(w.second_keying, q.second_keying) = 1
AND a.marks & 4 = 0 AND coalesce(b.marks, 0) & 4 = 0
AND NOT (a.value = '' AND a.missing = 'off_route'
	AND coalesce(b.value, '') = '' AND coalesce(b.missing, 'off_route') = 'off_route')
GROUP BY q.name ORDER BY min(q.position);

-- name: quality_batch
SELECT b.number, b.received_from, count(*), sum(r.compared),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id
		AND NOT (d.outcome = 'first' AND d.settled = 'verify'))),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id AND d.charged = 'first')),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id AND d.charged = 'second')),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id AND d.charged = 'both')),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id AND d.outcome = 'open'))
FROM form AS f JOIN reading AS r ON r.form_id = f.id AND r.reading = 2
JOIN batch AS b ON b.id = f.batch_id
WHERE f.wave_id = ?1 AND f.second <> 'none' AND r.finished_at IS NOT NULL
GROUP BY b.id ORDER BY b.number;

-- name: quality_keyer
-- Everybody who keyed either way, with what was found wrong against them; a reading of two people
-- counts for neither, one of nobody under nobody.
WITH role AS (SELECT 1 AS reading, 'first' AS charged UNION ALL SELECT 2, 'second')
SELECT coalesce(o.initials, ''), coalesce(o.name, ''), count(*), sum(r.compared),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id
		AND d.charged IN (role.charged, 'both'))),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id
		AND role.reading = 1 AND d.charged = 'first')),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id
		AND role.reading = 2 AND d.charged = 'second')),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id AND d.charged = 'both')),
	sum((SELECT count(*) FROM difference AS d WHERE d.form_id = f.id AND d.outcome = 'open')),
	coalesce(max(k.declared), 0)
FROM form AS f JOIN reading AS r ON r.form_id = f.id AND r.reading = 2
CROSS JOIN role
LEFT JOIN reading_keyer AS k ON k.form_id = f.id AND k.reading = role.reading
LEFT JOIN operator AS o ON o.id = k.operator_id
WHERE f.wave_id = ?1 AND r.finished_at IS NOT NULL AND (?2 = 0 OR o.id = ?2)
AND (SELECT count(*) FROM reading_keyer AS n
	WHERE n.form_id = f.id AND n.reading = role.reading) <= 1
GROUP BY o.id ORDER BY o.name COLLATE polish;

-- name: operator_report
SELECT o.id, o.name, o.initials, max(s.declared),
	sum(iif(s.mode = 'correction', 0, s.forms)), -- a form that was corrected was keyed before
	sum(s.fields), sum(s.keys),
	sum(s.rejected), sum(s.corrections),
	CASE WHEN o.person_id IS ?3 OR (SELECT speed_from FROM wave WHERE id = ?1) <= ?4
		THEN sum(max(unixepoch(s.ended_at) - unixepoch(s.started_at) - s.paused, 0)) ELSE 0 END,
	(SELECT sum(r.compared) FROM reading_keyer AS k
		JOIN form AS f ON f.id = k.form_id AND f.wave_id = ?1
		JOIN reading AS r ON r.form_id = f.id AND r.reading = 2 AND r.finished_at IS NOT NULL
		WHERE k.operator_id = o.id AND k.reading IN (1, 2)
		AND (SELECT count(*) FROM reading_keyer AS n
			WHERE n.form_id = f.id AND n.reading = k.reading) = 1),
	(SELECT count(*) FROM reading_keyer AS k
		JOIN form AS f ON f.id = k.form_id AND f.wave_id = ?1
		JOIN difference AS d ON d.form_id = f.id
			AND (d.charged = 'both' OR d.charged = CASE k.reading WHEN 1 THEN 'first' ELSE 'second' END)
		WHERE k.operator_id = o.id AND k.reading IN (1, 2)
		AND (SELECT count(*) FROM reading_keyer AS n
			WHERE n.form_id = f.id AND n.reading = k.reading) = 1)
FROM operator AS o JOIN sitting AS s ON s.operator_id = o.id
WHERE s.wave_id = ?1 AND (?2 = 0 OR o.id = ?2)
GROUP BY o.id ORDER BY o.name COLLATE polish;

-- name: operator_own
SELECT id, person_id FROM operator WHERE (?1 = 0 AND person_id = ?2) OR id = ?1;
