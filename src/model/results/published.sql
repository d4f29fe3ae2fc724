-- SPDX-License-Identifier: GPL-3.0-or-later
-- Results of surveys as values of indicators. One that is missing for want of weights is kept as
-- 'no_answers' with answers below 0, which the others never have.

-- name: published_vector
SELECT p.slot, p.value, CASE WHEN p.answers < 0 THEN 'no_weights' ELSE p.missing END, w.closed_at IS NULL
FROM published_result AS p JOIN wave AS w ON w.id = p.wave_id
WHERE p.indicator_id = ?1 AND p.year = ?2;

-- name: published_points
SELECT p.year, p.value, CASE WHEN p.answers < 0 THEN 'no_weights' ELSE p.missing END, w.closed_at IS NULL
FROM published_result AS p JOIN wave AS w ON w.id = p.wave_id
WHERE p.indicator_id = ?1 AND p.slot = ?2 AND p.year BETWEEN ?3 AND ?4;

-- name: published_years
SELECT DISTINCT year FROM published_result WHERE indicator_id = ?1 AND value IS NOT NULL;

-- name: published_source
SELECT s.name, w.code, p.computed_at, coalesce(nullif(o.name, ''), o.login)
FROM published_result AS p JOIN wave AS w ON w.id = p.wave_id JOIN survey AS s ON s.id = w.survey_id
	JOIN person AS o ON o.id = p.person_id
WHERE p.indicator_id = ?1 AND p.year = ?2 ORDER BY p.computed_at DESC, p.id DESC LIMIT 1;

-- name: published_list
SELECT p.id, p.rev, p.indicator_id, i.code, i.name, i.measure, i.decimals, p.slot, p.year,
	p.wave_id, w.code, w.name, s.code, s.name, w.version_id, w.closed_at IS NULL, p.question,
	p.statistic, p.choice, p.filter, p.weighted, p.value,
	CASE WHEN p.answers < 0 THEN 'no_weights' ELSE p.missing END, max(p.answers, 0), p.computed_at,
	coalesce(nullif(o.name, ''), o.login)
FROM published_result AS p JOIN wave AS w ON w.id = p.wave_id JOIN survey AS s ON s.id = w.survey_id
	JOIN indicator AS i ON i.id = p.indicator_id JOIN person AS o ON o.id = p.person_id
WHERE (?1 = 0 OR p.wave_id = ?1) AND (?2 = 0 OR p.indicator_id = ?2)
ORDER BY s.name COLLATE polish, w.year DESC, w.code, i.code COLLATE polish;

-- name: published_find
SELECT p.id, p.rev, p.indicator_id, i.code, i.name, i.measure, i.decimals, p.slot, p.year,
	p.wave_id, w.code, w.name, s.code, s.name, w.version_id, w.closed_at IS NULL, p.question,
	p.statistic, p.choice, p.filter, p.weighted, p.value,
	CASE WHEN p.answers < 0 THEN 'no_weights' ELSE p.missing END, max(p.answers, 0), p.computed_at,
	coalesce(nullif(o.name, ''), o.login)
FROM published_result AS p JOIN wave AS w ON w.id = p.wave_id JOIN survey AS s ON s.id = w.survey_id
	JOIN indicator AS i ON i.id = p.indicator_id JOIN person AS o ON o.id = p.person_id
WHERE p.indicator_id = ?1 AND p.slot = ?2 AND p.year = ?3;

-- name: published_of_wave
-- What is to be computed anew.
SELECT p.id, p.question, p.statistic, p.choice, p.filter, p.weighted, i.decimals, p.value,
	CASE WHEN p.answers < 0 THEN 'no_weights' ELSE p.missing END, max(p.answers, 0), p.slot, p.year,
	p.indicator_id, i.code
FROM published_result AS p JOIN indicator AS i ON i.id = p.indicator_id
WHERE p.wave_id = ?1 ORDER BY p.id;

-- name: published_insert
INSERT INTO published_result (uid, indicator_id, slot, year, wave_id, question, statistic, choice,
	filter, weighted, value, missing, answers, computed_at, person_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);

-- name: published_change
UPDATE published_result SET rev = rev + 1, value = ?2, missing = ?3, answers = ?4,
	computed_at = ?5, person_id = ?6, slot = ?7, year = ?8 WHERE id = ?1;

-- name: published_without_weights
SELECT i.code FROM published_result AS p JOIN indicator AS i ON i.id = p.indicator_id
WHERE p.answers < 0 ORDER BY i.code COLLATE polish, p.year;

-- name: published_delete
DELETE FROM published_result WHERE id = ?1 AND rev = ?2;

-- name: published_feeds
SELECT 1 FROM published_result WHERE indicator_id = ?1 LIMIT 1;
