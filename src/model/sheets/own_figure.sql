-- SPDX-License-Identifier: GPL-3.0-or-later
-- Own figures: values keyed by hand, and what stood there before.

-- name: own_vector
SELECT slot, value, missing, verified FROM figure_read WHERE indicator_id = ?1 AND year = ?2;

-- name: own_points
SELECT year, value, missing, verified FROM figure_read
WHERE indicator_id = ?1 AND slot = ?2 AND year BETWEEN ?3 AND ?4;

-- name: own_drafts
-- The figures that are drafts: not verified, and all sheets that ask the unit for them are drafts; a sheet that a
-- member has not begun is one, and so is one to be explained that its office changed since it handed it in
-- (sheet_reworked). ?2 to ?3 the years, ?4 the unit, 0 = all, ?5 today. Each figure looks at its own
-- sheets: other groups may ask many units for the same.
WITH figure (year, slot) AS MATERIALIZED (
	SELECT year, slot FROM figure_read WHERE indicator_id = ?1 AND year BETWEEN ?2 AND ?3
		AND (?4 = 0 OR slot = ?4) AND verified = 0 AND value IS NOT NULL),
sheet (id, year, group_id, until) AS MATERIALIZED (
	SELECT d.id, d.year, d.group_id, max(coalesce(d.due_on, '9999-12-31'), d.year || '-12-31')
	FROM data_sheet_line AS l CROSS JOIN data_sheet AS d ON d.id = l.sheet_id AND d.year BETWEEN ?2 AND ?3
	WHERE l.indicator_id = ?1 AND EXISTS (SELECT 1 FROM figure)),
handed (id, sheet_id, slot, year, at) AS MATERIALIZED (
	SELECT r.id, r.sheet_id, r.slot, d.year, coalesce(
		(SELECT max(a.at) FROM audit AS a WHERE a.action = 'sheet.state' AND a.entity_id = r.id),
		(SELECT min(i.imported_at) FROM package_row AS p JOIN import AS i ON i.id = p.import_id AND i.undone_at IS NULL
			WHERE p.noun = 'sheet_return' AND p.uid = r.uid), '9')
	FROM sheet AS d CROSS JOIN sheet_return AS r ON r.sheet_id = d.id AND r.state = 'queried' AND r.owner = ''
		CROSS JOIN data_sheet AS s ON s.id = d.id AND s.owner <> ''),
reworked (id) AS MATERIALIZED (
	SELECT h.id FROM handed AS h CROSS JOIN data_sheet_line AS l ON l.sheet_id = h.sheet_id
		LEFT JOIN own_figure AS f ON f.indicator_id = l.indicator_id AND f.year = h.year AND f.slot = h.slot
	WHERE f.changed_at > h.at OR (f.changed_at IS NULL AND EXISTS (SELECT 1 FROM own_figure_former AS b
		WHERE b.indicator_id = l.indicator_id AND b.year = h.year AND b.slot = h.slot)))
SELECT f.year, f.slot FROM figure AS f
WHERE NOT EXISTS (SELECT 1 FROM sheet AS d CROSS JOIN sheet_return AS r
		ON r.sheet_id = d.id AND r.slot = f.slot AND r.state <> 'draft'
			AND r.id NOT IN reworked WHERE d.year = f.year)
	AND (EXISTS (SELECT 1 FROM sheet AS d CROSS JOIN sheet_return AS r ON r.sheet_id = d.id AND r.slot = f.slot
			WHERE d.year = f.year)
		OR EXISTS (SELECT 1 FROM sheet AS d
			CROSS JOIN exchange_group AS g ON g.id = d.group_id AND g.retired_at IS NULL
			CROSS JOIN membership AS m ON m.group_id = g.id AND m.slot = f.slot
				AND ?5 BETWEEN m.first_on AND m.last_on AND m.first_on <= d.until
			WHERE d.year = f.year));

-- name: own_unverified
SELECT slot FROM figure_read WHERE indicator_id = ?1 AND year = ?2 AND verified = 0;

-- name: own_years
-- How many figures each year has, totals of decisions among them.
SELECT year, count(*) FROM figure_read WHERE indicator_id = ?1 AND value IS NOT NULL GROUP BY year
UNION ALL SELECT d.year, count(*) FROM indicator AS i JOIN decision_count AS d ON d.retired_at IS NULL
WHERE i.id = ?1 AND i.code IN decision_card GROUP BY d.year;

-- name: own_source
SELECT f.source, i.file_name, f.changed_at, coalesce(nullif(p.name, ''), o.name, f.login), f.made_up, f.slot
FROM figure_read AS f LEFT JOIN partner_office AS o ON o.uid = f.owner LEFT JOIN person AS p ON p.login = f.login
	LEFT JOIN import AS i ON i.id = f.import_id
WHERE f.indicator_id = ?1 AND f.year = ?2 AND (?3 = 0 OR f.slot = ?3)
ORDER BY f.changed_at DESC, f.slot;

-- name: own_sources
SELECT slot, source FROM figure_read WHERE indicator_id = ?1 AND year = ?2 AND value IS NOT NULL ORDER BY slot;

-- name: own_made_up
SELECT 1 FROM figure_read WHERE indicator_id = ?1 AND year = ?2 AND (?3 = 0 OR slot = ?3) AND made_up
UNION ALL SELECT 1 FROM indicator AS i JOIN decision_count AS d ON d.year = ?2 AND d.made_up AND d.retired_at IS NULL
	AND (?3 = 0 OR d.slot = ?3)
WHERE i.id = ?1 AND i.code IN decision_card
	AND NOT EXISTS (SELECT 1 FROM figure_read AS f WHERE f.indicator_id = ?1 AND f.year = ?2 AND f.slot = d.slot)
LIMIT 1;

-- name: own_feeds
SELECT 1 FROM figure_read WHERE indicator_id = ?1
UNION ALL SELECT 1 FROM data_sheet_line WHERE indicator_id = ?1 LIMIT 1;

-- name: own_figure_load
SELECT value, missing, remark, source, verified, made_up, import_id, login, changed_at
FROM own_figure WHERE indicator_id = ?1 AND year = ?2 AND slot = ?3;

-- name: own_figure_read
-- The same as readers see it; remarks of members stay with them.
SELECT value, missing, '', source, verified, made_up, import_id, login, changed_at
FROM figure_read WHERE indicator_id = ?1 AND year = ?2 AND slot = ?3;

-- name: own_figure_write
INSERT INTO own_figure (indicator_id, year, slot, value, missing, remark, source, verified, made_up, import_id,
	login, changed_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, nullif(?9, 0), coalesce((SELECT login FROM person WHERE id = ?10), ''), ?11)
ON CONFLICT DO UPDATE SET value = excluded.value, missing = excluded.missing,
	remark = excluded.remark, source = excluded.source, verified = 0, made_up = excluded.made_up,
	import_id = excluded.import_id, login = excluded.login, changed_at = excluded.changed_at;

-- name: own_figure_delete
DELETE FROM own_figure WHERE indicator_id = ?1 AND year = ?2 AND slot = ?3;

-- name: own_figure_card
SELECT kind, code, (SELECT 1 FROM unit WHERE slot = ?2) FROM indicator WHERE id = ?1;

-- name: own_figure_history
SELECT value, missing, remark, login, changed_at FROM own_figure_former
WHERE indicator_id = ?1 AND year = ?2 AND slot = ?3 ORDER BY id DESC;

-- name: own_figure_told
-- Whose figure a member told stands where this office has none, and no sheet asks for it.
SELECT f.owner FROM figure_read AS f WHERE f.indicator_id = ?1 AND f.year = ?2 AND f.slot = ?3 AND f.owner <> ''
	AND NOT EXISTS (SELECT 1 FROM data_sheet_line AS l JOIN data_sheet AS d ON d.id = l.sheet_id
		WHERE l.indicator_id = f.indicator_id AND d.year = f.year);

-- name: own_figure_sheet
-- A sheet that asks the unit for the figure, begun or not. ?4 today.
SELECT d.id, g.code FROM data_sheet_line AS l
CROSS JOIN data_sheet AS d ON d.id = l.sheet_id AND d.year = ?2
CROSS JOIN exchange_group AS g ON g.id = d.group_id AND g.retired_at IS NULL
WHERE l.indicator_id = ?1
	AND (EXISTS (SELECT 1 FROM sheet_return AS r WHERE r.sheet_id = d.id AND r.slot = ?3)
		OR EXISTS (SELECT 1 FROM membership AS m WHERE m.group_id = g.id AND m.slot = ?3
			AND ?4 BETWEEN m.first_on AND m.last_on
			AND m.first_on <= max(coalesce(d.due_on, '9999-12-31'), d.year || '-12-31')))
ORDER BY d.id LIMIT 1;

-- name: own_figure_beside
-- The figures of a unit that no sheet asks it for. ?1 the unit, ?2 today.
SELECT i.code, i.name, i.measure, i.decimals, f.year, f.value, f.missing, f.made_up,
	coalesce((SELECT o.remark FROM own_figure AS o
		WHERE o.indicator_id = f.indicator_id AND o.year = f.year AND o.slot = f.slot), '')
FROM figure_read AS f JOIN indicator AS i ON i.id = f.indicator_id
WHERE f.slot = ?1 AND NOT EXISTS (SELECT 1 FROM data_sheet_line AS l
	CROSS JOIN data_sheet AS d ON d.id = l.sheet_id AND d.year = f.year
	CROSS JOIN exchange_group AS g ON g.id = d.group_id AND g.retired_at IS NULL
	WHERE l.indicator_id = f.indicator_id
		AND (EXISTS (SELECT 1 FROM sheet_return AS r WHERE r.sheet_id = d.id AND r.slot = ?1)
			OR EXISTS (SELECT 1 FROM membership AS m WHERE m.group_id = g.id AND m.slot = ?1
				AND ?2 BETWEEN m.first_on AND m.last_on
				AND m.first_on <= max(coalesce(d.due_on, '9999-12-31'), d.year || '-12-31'))))
ORDER BY i.code, f.year;

-- name: own_figure_limits
-- What the newest sheet that asks for the card calls usual.
SELECT l.low, l.high, l.change FROM data_sheet_line AS l JOIN data_sheet AS d ON d.id = l.sheet_id
WHERE l.indicator_id = ?1 ORDER BY d.year DESC, d.id DESC LIMIT 1;

-- name: own_figure_returns
-- Members' sheets that ask for the figure.
SELECT r.id, r.state, r.owner, s.owner, g.code
FROM sheet_return AS r JOIN data_sheet AS s ON s.id = r.sheet_id JOIN exchange_group AS g ON g.id = s.group_id
	JOIN data_sheet_line AS l ON l.sheet_id = s.id AND l.indicator_id = ?1
WHERE s.year = ?2 AND r.slot = ?3;

-- name: own_figure_unbegun
-- Sheets that ask the unit for the figure and that it has not begun. ?4 today.
SELECT d.id FROM data_sheet_line AS l
CROSS JOIN data_sheet AS d ON d.id = l.sheet_id AND d.year = ?2
CROSS JOIN exchange_group AS g ON g.id = d.group_id AND g.retired_at IS NULL
CROSS JOIN membership AS m ON m.group_id = g.id AND m.slot = ?3 AND ?4 BETWEEN m.first_on AND m.last_on
	AND m.first_on <= max(coalesce(d.due_on, '9999-12-31'), d.year || '-12-31')
WHERE l.indicator_id = ?1
	AND NOT EXISTS (SELECT 1 FROM sheet_return AS r WHERE r.sheet_id = d.id AND r.slot = ?3);

-- name: own_figure_return_change
UPDATE sheet_return SET rev = rev + 1, state = ?2, changed_on = CASE WHEN state = ?2 THEN changed_on ELSE ?3 END
WHERE id = ?1;

-- name: own_figure_ask
INSERT INTO sheet_question (return_id, number, indicator_id, question, asked_on)
SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4 FROM sheet_question WHERE return_id = ?1;

-- name: own_figure_imported
SELECT indicator_id, year, slot FROM own_figure WHERE import_id = ?1;

-- name: own_figure_undone
-- Files that were undone while something else lay over their figures, which have come back.
SELECT DISTINCT f.import_id FROM own_figure AS f JOIN import AS i ON i.id = f.import_id
WHERE i.kind = 'sheet' AND i.undone_at IS NOT NULL ORDER BY f.import_id;

-- name: own_figure_before
-- What a file took the place of when it was imported. What a newer file had brought stands in its place from undoing
-- that.
SELECT f.value, f.missing, f.remark, f.source, f.import_id, i.undone_at IS NOT NULL
FROM own_figure_former AS f LEFT JOIN import AS i ON i.id = f.import_id
WHERE f.indicator_id = ?1 AND f.year = ?2 AND f.slot = ?3 AND f.replaced_by = ?4
	AND (f.import_id IS NULL OR f.import_id < ?4)
ORDER BY f.id LIMIT 1;
