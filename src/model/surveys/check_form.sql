-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can be wrong with forms; each query lists faults only: wave, number of the form, what is wrong.

-- name: check_answer_lone
SELECT w.code, f.number, a.reading FROM answer AS a LEFT JOIN form AS f ON f.id = a.form_id
LEFT JOIN wave AS w ON w.id = f.wave_id
WHERE NOT EXISTS (SELECT 1 FROM reading AS r WHERE r.form_id = a.form_id AND r.reading = a.reading)
GROUP BY a.form_id, a.reading;

-- name: check_answer_odd
-- Answers to what the form's version does not ask, and values that stand for nothing.
SELECT w.code, f.number, a.reading FROM answer AS a JOIN form AS f ON f.id = a.form_id
JOIN wave AS w ON w.id = f.wave_id LEFT JOIN question AS q ON q.id = abs(a.question_id)
WHERE q.version_id IS NOT f.version_id OR (a.question_id < 0 AND q.or_other = 0)
OR a.occurrence < 1 OR (a.value = '' AND a.missing = '') OR a.missing NOT IN ('', 'no_answer', 'refused',
	'dont_know', 'not_applicable', 'off_route', 'illegible', 'two_marks', 'page_missing')
GROUP BY a.form_id, a.reading;

-- name: check_reading_counted
SELECT w.code, f.number, r.reading FROM reading AS r JOIN form AS f ON f.id = r.form_id
JOIN wave AS w ON w.id = f.wave_id WHERE r.finished_at IS NOT NULL
AND r.answers <> (SELECT count(*) FROM answer AS a WHERE a.form_id = r.form_id AND a.reading = r.reading);

-- name: check_form_state
SELECT w.code, f.number, f.state FROM form AS f JOIN wave AS w ON w.id = f.wave_id
LEFT JOIN reading AS r ON r.form_id = f.id AND r.reading = 1
WHERE CASE f.state WHEN 'keyed' THEN r.finished_at IS NULL
	WHEN 'keying' THEN r.form_id IS NULL OR r.finished_at IS NOT NULL
	ELSE r.form_id IS NOT NULL END
OR (f.held_by IS NOT NULL AND f.state <> 'keying' AND f.second <> 'keying');

-- name: check_form_second
SELECT w.code, f.number, f.second FROM form AS f JOIN wave AS w ON w.id = f.wave_id
LEFT JOIN reading AS r ON r.form_id = f.id AND r.reading = 2
WHERE CASE f.second WHEN 'keying' THEN r.form_id IS NULL OR r.finished_at IS NOT NULL
	WHEN 'differs' THEN r.finished_at IS NULL OR NOT EXISTS
		(SELECT 1 FROM difference AS d WHERE d.form_id = f.id AND d.outcome = 'open')
	WHEN 'done' THEN r.finished_at IS NULL OR EXISTS
		(SELECT 1 FROM difference AS d WHERE d.form_id = f.id AND d.outcome = 'open')
	ELSE r.form_id IS NOT NULL END
OR (f.second <> 'none' AND f.state <> 'keyed');

-- name: check_form_number
SELECT w.code, f.number, b.number FROM form AS f JOIN wave AS w ON w.id = f.wave_id
JOIN batch AS b ON b.id = f.batch_id
WHERE f.number < b.first_number OR f.number > b.last_number OR b.wave_id <> f.wave_id;

-- name: check_form_counted
SELECT w.code, 0, n.batch_id FROM (
	SELECT wave_id, batch_id, state, second, sum(forms) AS forms FROM (
		SELECT wave_id, batch_id, state, second, forms FROM form_count
		UNION ALL SELECT wave_id, coalesce(batch_id, 0), state, second, -1 FROM form)
	GROUP BY wave_id, batch_id, state, second) AS n
LEFT JOIN wave AS w ON w.id = n.wave_id WHERE n.forms <> 0 GROUP BY n.wave_id, n.batch_id;

-- name: check_difference
-- A difference needs both readings, unless the second keyer has only slipped so far; a third value
-- needs the third reading that holds it.
SELECT w.code, f.number, q.name FROM difference AS d JOIN form AS f ON f.id = d.form_id
JOIN wave AS w ON w.id = f.wave_id JOIN question AS q ON q.id = d.question_id
LEFT JOIN reading AS r ON r.form_id = f.id AND r.reading = 2
WHERE (r.finished_at IS NULL AND NOT (d.outcome = 'first' AND d.settled = 'verify'))
OR (d.outcome IN ('third', 'ambiguous') AND NOT EXISTS (SELECT 1 FROM answer AS a
	WHERE a.form_id = d.form_id AND a.reading = 3 AND a.question_id = d.question_id
	AND a.occurrence = d.occurrence));
