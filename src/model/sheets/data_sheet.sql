-- SPDX-License-Identifier: GPL-3.0-or-later
-- Data sheets of groups, and what members returned. A line is filled by a figure keyed, or by totals of
-- decisions that have all four quarters, of a city under either of its codes (decision_figure()).

-- name: data_sheet_list
SELECT s.id, s.rev, s.uid, s.owner, s.group_id, g.code, g.name, s.year, s.due_on, s.note,
	(SELECT count(*) FROM data_sheet_line AS l WHERE l.sheet_id = s.id)
FROM data_sheet AS s JOIN exchange_group AS g ON g.id = s.group_id
WHERE (?1 = 0 OR s.group_id = ?1) AND g.retired_at IS NULL
ORDER BY s.year DESC, g.code COLLATE polish;

-- name: data_sheet_load
SELECT s.id, s.rev, s.uid, s.owner, s.group_id, g.code, g.name, s.year, s.due_on, s.note,
	(SELECT count(*) FROM data_sheet_line AS l WHERE l.sheet_id = s.id)
FROM data_sheet AS s JOIN exchange_group AS g ON g.id = s.group_id
WHERE s.id = ?1;

-- name: data_sheet_find
SELECT id FROM data_sheet WHERE group_id = ?1 AND year = ?2;

-- name: data_sheet_before
SELECT id FROM data_sheet WHERE group_id = ?1 AND year < ?2 ORDER BY year DESC LIMIT 1;

-- name: data_sheet_group
SELECT code, owner FROM exchange_group WHERE id = ?1;

-- name: data_sheet_lines
SELECT l.position, l.indicator_id, i.code, i.name, i.measure, i.definition, i.decimals, l.low,
	l.high, l.change, i.numerator, i.denominator, i.multiplier
FROM data_sheet_line AS l JOIN indicator AS i ON i.id = l.indicator_id
WHERE l.sheet_id = ?1 ORDER BY l.position;

-- name: data_sheet_insert
INSERT INTO data_sheet (uid, group_id, year, due_on, note) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: data_sheet_update
UPDATE data_sheet SET rev = rev + 1, year = ?3, due_on = ?4, note = ?5 WHERE id = ?1 AND rev = ?2;

-- name: data_sheet_delete
DELETE FROM data_sheet WHERE id = ?1 AND rev = ?2;

-- name: data_sheet_line_clear
DELETE FROM data_sheet_line WHERE sheet_id = ?1;

-- name: data_sheet_line_insert
INSERT INTO data_sheet_line (sheet_id, position, indicator_id, low, high, change)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: data_sheet_lines_gone_raise
-- Returns with an open question about what the sheet asks for no longer.
UPDATE sheet_return SET rev = rev + 1 WHERE sheet_id = ?1 AND id IN (SELECT q.return_id FROM sheet_question AS q
	WHERE q.answered_on IS NULL
	AND q.indicator_id NOT IN (SELECT indicator_id FROM data_sheet_line WHERE sheet_id = ?1));

-- name: data_sheet_lines_gone
UPDATE sheet_question SET answer = ?2, answered_on = ?3
WHERE answered_on IS NULL AND return_id IN (SELECT id FROM sheet_return WHERE sheet_id = ?1)
	AND indicator_id NOT IN (SELECT indicator_id FROM data_sheet_line WHERE sheet_id = ?1);

-- name: data_sheet_line_added
-- Returns that were handed in, or approved, without a figure for a new line.
SELECT r.id, r.state FROM sheet_return AS r JOIN data_sheet AS d ON d.id = r.sheet_id
WHERE r.sheet_id = ?1 AND r.state <> 'draft' AND (r.owner = '' OR r.state IN ('sent', 'verified')) AND NOT (EXISTS (SELECT 1 FROM own_figure AS f
	WHERE f.indicator_id = ?2 AND f.year = d.year AND f.slot = r.slot)
	OR EXISTS (SELECT 1 FROM indicator AS i WHERE i.id = ?2 AND i.code IN decision_card)
		AND 4 <= (SELECT min(n) FROM (SELECT count(DISTINCT quarter) AS n FROM decision_count
			WHERE year = d.year AND slot IN (r.slot, (SELECT y.slot FROM unit AS x JOIN unit AS y
				ON y.code = iif(length(x.code) = 4, x.code || '01', substr(x.code, 1, 4))
				WHERE x.slot = r.slot AND x.code GLOB '??[6-9]*'))
			AND retired_at IS NULL GROUP BY fold(department))));

-- name: data_sheet_card
-- Whether cards can take figures keyed by hand: they do, or nothing feeds them yet and their source
-- are units themselves (in the catalogue's words). ?1 = 0: all cards.
SELECT i.id, i.kind, i.code, i.retired_at IS NULL AND (i.kind = 'own' OR i.kind = 'published'
	AND NOT EXISTS (SELECT 1 FROM series AS s WHERE s.indicator_id = i.id)
	AND (i.in_catalogue = 0 OR i.source LIKE '%własne%'))
FROM indicator AS i WHERE ?1 IN (0, i.id) ORDER BY i.id;

-- name: data_sheet_take_card
UPDATE indicator SET kind = 'own', rev = rev + 1 WHERE id = ?1 AND kind = 'published';

-- name: sheet_return_any
SELECT 1 FROM sheet_return WHERE sheet_id = ?1 LIMIT 1;

-- name: sheet_return_list
-- Whom a sheet asks: present members who joined by the day on which it is due, or by the end of its
-- year; and whoever returned something. Of one unit, ?5, who joined later may return it unasked.
WITH who AS (SELECT slot FROM membership WHERE group_id = ?2 AND ?4 BETWEEN first_on AND last_on
		AND (slot = ?5 OR first_on <= (SELECT max(coalesce(due_on, '9999-12-31'), year || '-12-31')
			FROM data_sheet WHERE id = ?1))
	UNION SELECT slot FROM sheet_return WHERE sheet_id = ?1)
SELECT r.id, r.rev, r.owner, w.slot, r.state, r.changed_on,
	(SELECT count(*) FROM data_sheet_line AS l WHERE l.sheet_id = ?1),
	(SELECT count(*) FROM data_sheet_line AS l WHERE l.sheet_id = ?1 AND (EXISTS (SELECT 1 FROM own_figure AS f
			WHERE f.indicator_id = l.indicator_id AND f.year = ?3 AND f.slot = w.slot)
		OR EXISTS (SELECT 1 FROM indicator AS i WHERE i.id = l.indicator_id AND i.code IN decision_card)
			AND 4 <= (SELECT min(n) FROM (SELECT count(DISTINCT quarter) AS n FROM decision_count
				WHERE year = ?3 AND slot IN (w.slot, (SELECT y.slot FROM unit AS x JOIN unit AS y
				ON y.code = iif(length(x.code) = 4, x.code || '01', substr(x.code, 1, 4))
				WHERE x.slot = w.slot AND x.code GLOB '??[6-9]*'))
			AND retired_at IS NULL GROUP BY fold(department))))),
	(SELECT count(*) FROM sheet_question AS q WHERE q.return_id = r.id AND q.answered_on IS NULL)
FROM who AS w LEFT JOIN sheet_return AS r ON r.sheet_id = ?1 AND r.slot = w.slot
WHERE ?5 = 0 OR w.slot = ?5;

-- name: sheet_missing
-- Members' sheets that are not sent, by day they were due. ?1 whose, 0 = all; ?3 the other code of a city.
SELECT r.id, r.rev, r.owner, m.slot, r.state, r.changed_on,
	(SELECT count(*) FROM data_sheet_line AS l WHERE l.sheet_id = s.id),
	(SELECT count(*) FROM data_sheet_line AS l WHERE l.sheet_id = s.id AND (EXISTS (SELECT 1 FROM own_figure AS f
			WHERE f.indicator_id = l.indicator_id AND f.year = s.year AND f.slot = m.slot)
		OR EXISTS (SELECT 1 FROM indicator AS i WHERE i.id = l.indicator_id AND i.code IN decision_card)
			AND 4 <= (SELECT min(n) FROM (SELECT count(DISTINCT quarter) AS n FROM decision_count
				WHERE year = s.year AND slot IN (m.slot, (SELECT y.slot FROM unit AS x JOIN unit AS y
				ON y.code = iif(length(x.code) = 4, x.code || '01', substr(x.code, 1, 4))
				WHERE x.slot = m.slot AND x.code GLOB '??[6-9]*'))
			AND retired_at IS NULL GROUP BY fold(department))))),
	(SELECT count(*) FROM sheet_question AS q WHERE q.return_id = r.id AND q.answered_on IS NULL),
	s.id, s.year, s.due_on, g.code
FROM data_sheet AS s JOIN exchange_group AS g ON g.id = s.group_id
	CROSS JOIN membership AS m ON m.group_id = g.id AND ?2 BETWEEN m.first_on AND m.last_on
		AND m.first_on <= max(coalesce(s.due_on, '9999-12-31'), s.year || '-12-31')
	LEFT JOIN sheet_return AS r ON r.sheet_id = s.id AND r.slot = m.slot
WHERE g.retired_at IS NULL AND (?1 = 0 OR m.slot IN (?1, ?3))
	AND coalesce(r.state, 'draft') IN ('draft', 'approved', 'queried')
	AND EXISTS (SELECT 1 FROM data_sheet_line AS l WHERE l.sheet_id = s.id)
ORDER BY s.due_on IS NULL, s.due_on, s.year, g.code COLLATE polish, m.slot;

-- name: sheet_return_insert
INSERT INTO sheet_return (uid, sheet_id, slot, changed_on) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (sheet_id, slot) DO NOTHING;

-- name: sheet_return_now
SELECT r.id, r.rev, r.owner, s.owner, r.state FROM sheet_return AS r JOIN data_sheet AS s ON s.id = r.sheet_id
WHERE r.sheet_id = ?1 AND r.slot = ?2;

-- name: sheet_return_gone
-- By the log: a row where the return was handed in here, with when the first package of its group was written after.
SELECT (SELECT a.at FROM audit AS a WHERE a.id > sent.id AND a.action = 'package.export'
	AND a.entity_id = (SELECT s.group_id FROM sheet_return AS r JOIN data_sheet AS s ON s.id = r.sheet_id
		WHERE r.id = ?1)
	ORDER BY a.id LIMIT 1)
FROM (SELECT id FROM audit WHERE action = 'sheet.state' AND entity_id = ?1 ORDER BY id DESC LIMIT 1) AS sent;

-- name: sheet_return_move
UPDATE sheet_return SET rev = rev + 1, state = ?3, changed_on = ?4 WHERE id = ?1 AND rev = ?2;

-- name: sheet_return_empty_lines
-- Second column: totals of decisions would fill it.
SELECT l.position, EXISTS (SELECT 1 FROM indicator AS i WHERE i.id = l.indicator_id AND i.code IN decision_card)
FROM data_sheet_line AS l
WHERE l.sheet_id = ?1 AND NOT (EXISTS (SELECT 1 FROM own_figure AS f
	WHERE f.indicator_id = l.indicator_id AND f.year = ?2 AND f.slot = ?3)
	OR EXISTS (SELECT 1 FROM indicator AS i WHERE i.id = l.indicator_id AND i.code IN decision_card)
		AND 4 <= (SELECT coalesce(min(n), 0) FROM (SELECT count(DISTINCT quarter) AS n FROM decision_count
			WHERE year = ?2 AND slot IN (?3, (SELECT y.slot FROM unit AS x JOIN unit AS y
				ON y.code = iif(length(x.code) = 4, x.code || '01', substr(x.code, 1, 4))
				WHERE x.slot = ?3 AND x.code GLOB '??[6-9]*'))
			AND retired_at IS NULL GROUP BY fold(department))))
ORDER BY l.position;

-- name: sheet_return_verify
-- ?1 the return, ?2 whether it is verified. What another group's sheet has verified stays so.
UPDATE own_figure SET verified = ?2
FROM (SELECT r.sheet_id, d.year, r.slot FROM sheet_return AS r JOIN data_sheet AS d ON d.id = r.sheet_id WHERE r.id = ?1) AS t
WHERE own_figure.year = t.year AND own_figure.slot = t.slot AND own_figure.verified <> ?2
	AND indicator_id IN (SELECT indicator_id FROM data_sheet_line WHERE sheet_id = t.sheet_id)
	AND (?2 OR NOT EXISTS (SELECT 1 FROM data_sheet AS d JOIN data_sheet_line AS l ON l.sheet_id = d.id
		JOIN sheet_return AS r ON r.sheet_id = d.id AND r.slot = t.slot AND r.state = 'verified'
	WHERE d.year = t.year AND d.id <> t.sheet_id AND l.indicator_id = own_figure.indicator_id));

-- name: sheet_questions
SELECT number, indicator_id, question, asked_on, answer, answered_on FROM sheet_question
WHERE return_id = ?1 ORDER BY number;

-- name: sheet_question_count
SELECT count(*) FROM sheet_question WHERE return_id = ?1 AND answered_on IS NULL;

-- name: sheet_question_answer
UPDATE sheet_question SET answer = ?3, answered_on = ?4 WHERE return_id = ?1 AND number = ?2
	AND answered_on IS NULL;
