-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is due in exchange groups and in strategies. ?2 of homework and sheets: whose,
-- 0 = all members'; of strategies: whose, 0 = all, and of a supralocal one all its units; ?5 the
-- other code of a city, else the same.

-- name: due_meetings
-- ?1 from, ?2 before, ?3 at most. One that runs over several days (nine at most) is there until its end.
SELECT m.starts_at, m.ends_at, m.group_id, m.id, g.code,
	CASE WHEN m.title <> '' THEN m.title ELSE coalesce(s.name, '') END, m.number, coalesce(m.host, 0)
FROM meeting AS m JOIN exchange_group AS g ON g.id = m.group_id AND g.retired_at IS NULL
	LEFT JOIN exchange_group_stage AS s ON s.group_id = m.group_id AND s.position = m.stage
WHERE m.starts_at >= date(?1, '-9 days') AND m.ends_at >= ?1 AND m.starts_at < ?2 AND m.state IN ('planned', 'invited')
	AND m.retired_at IS NULL
ORDER BY m.starts_at LIMIT ?3;

-- name: due_homework
SELECT h.due_on, h.group_id, coalesce(h.meeting_id, 0), h.id, g.code, h.text, coalesce(h.slot, 0)
FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id AND g.retired_at IS NULL
WHERE h.open = 1 AND h.retired_at IS NULL AND h.due_on < ?1 AND (?2 = 0 OR h.slot IN (?2, ?5))
ORDER BY h.due_on;

-- name: due_homework_count
SELECT count(*) FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id AND g.retired_at IS NULL
WHERE h.open = 1 AND h.retired_at IS NULL AND h.due_on < ?1 AND (?2 = 0 OR h.slot IN (?2, ?5));

-- name: due_sheets
-- ?1 before, ?4 today, however long ago they were due; what is to be explained at once, whenever it is due. Who joined after
-- it was due is not asked; a sheet without lines asks nobody. What was handed in waits for the office that keeps the sheet,
-- whosever it is. Most sheets were verified long since: who is late is looked for first, and only there all members are counted.
WITH short AS MATERIALIZED (
	SELECT d.id, d.group_id, d.due_on, d.year, sum(coalesce(r.state, 'draft') IN ('draft', 'approved')) AS missing,
		sum(r.state IS 'queried') AS queried, sum(r.state IS 'sent') AS sent,
		min(iif(r.state = 'sent', r.changed_on, NULL)) AS since
	FROM data_sheet AS d JOIN membership AS m ON m.group_id = d.group_id AND ?4 BETWEEN m.first_on AND m.last_on
			AND (d.due_on IS NULL OR m.first_on <= d.due_on OR m.first_on <= d.year || '-12-31')
		LEFT JOIN sheet_return AS r ON r.sheet_id = d.id AND r.slot = m.slot
	WHERE CASE r.state WHEN 'verified' THEN 0 WHEN 'sent' THEN d.owner = ''
		ELSE (d.due_on IS NULL OR d.due_on < ?1 OR r.state = 'queried') AND (?2 = 0 OR m.slot IN (?2, ?5)) END
	GROUP BY d.id)
SELECT coalesce(d.due_on, ''), d.group_id, d.id, g.code, d.year, d.missing,
	(SELECT count(*) FROM membership AS m WHERE m.group_id = d.group_id AND ?4 BETWEEN m.first_on AND m.last_on
		AND (d.due_on IS NULL OR m.first_on <= d.due_on OR m.first_on <= d.year || '-12-31')
		AND (?2 = 0 OR m.slot IN (?2, ?5))), d.queried, d.sent, coalesce(d.since, '')
FROM short AS d JOIN exchange_group AS g ON g.id = d.group_id AND g.retired_at IS NULL
WHERE EXISTS (SELECT 1 FROM data_sheet_line AS l WHERE l.sheet_id = d.id)
ORDER BY d.due_on IS NULL, d.due_on;

-- name: due_actions
-- Of plans that were adopted. ?1 before; ?2 whose plans, 0 = all; ?3 not before.
SELECT a.to_on, coalesce(p.group_id, 0), p.id, a.position, coalesce(g.code, ''), a.text, p.slot
FROM improvement_plan AS p JOIN improvement_action AS a ON a.plan_id = p.id
	LEFT JOIN exchange_group AS g ON g.id = p.group_id
WHERE p.state = 'adopted' AND p.retired_at IS NULL AND g.retired_at IS NULL AND a.to_on < ?1 AND a.to_on >= ?3
	AND a.state IN ('planned', 'running') AND (?2 = 0 OR p.slot IN (?2, ?5));

-- name: due_remarks
SELECT coalesce(x.remarks_until, ''), m.group_id, m.id, x.id, g.code, m.number
FROM minutes AS x JOIN meeting AS m ON m.id = x.meeting_id AND m.retired_at IS NULL
	JOIN exchange_group AS g ON g.id = m.group_id AND g.retired_at IS NULL
WHERE x.state = 'remarks' ORDER BY x.remarks_until IS NULL, x.remarks_until;

-- name: due_minutes
-- Of meetings that this office keeps. ?1 days after the meeting; ?2 not due before. Few are without
-- minutes that went out, so their groups come last.
SELECT date(m.ends_at, '+' || ?1 || ' days') AS due_on, m.group_id, m.id, g.code, m.number
FROM meeting AS m
	LEFT JOIN minutes AS x INDEXED BY minutes_state ON x.meeting_id = m.id AND x.state <> 'draft'
	CROSS JOIN exchange_group AS g ON g.id = m.group_id AND g.retired_at IS NULL
WHERE m.ends_at >= date(?2, '-' || ?1 || ' days') AND m.state = 'held' AND m.owner = ''
	AND m.retired_at IS NULL AND x.meeting_id IS NULL;

-- name: due_rounds
-- ?1 before; ?2 whose strategies, 0 = all.
SELECT r.due_on, s.id, r.id, s.code, r.year, sum(d.delivered_on IS NULL), count(*), s.slot
FROM monitoring_round AS r JOIN strategy AS s ON s.id = r.strategy_id AND s.retired_at IS NULL
	JOIN round_delivery AS d ON d.round_id = r.id
WHERE r.approved_on IS NULL AND r.due_on < ?1 AND (?2 = 0 OR s.slot IN (?2, ?5)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?2, ?5)))
GROUP BY r.id HAVING sum(d.delivered_on IS NULL) > 0;

-- name: due_measures
SELECT v.due_on, s.id, v.id, s.code, v.measure, s.slot
FROM deviation AS v JOIN monitoring_round AS r ON r.id = v.round_id
	JOIN strategy AS s ON s.id = r.strategy_id AND s.retired_at IS NULL
WHERE v.measure <> '' AND v.done_on IS NULL AND v.due_on < ?1 AND (?2 = 0 OR s.slot IN (?2, ?5)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?2, ?5)));

-- name: due_recommendations
SELECT r.due_on, s.id, e.id, s.code, r.text, s.slot
FROM recommendation AS r JOIN evaluation AS e ON e.id = r.evaluation_id AND e.retired_at IS NULL
	JOIN strategy AS s ON s.id = e.strategy_id AND s.retired_at IS NULL
WHERE r.state IN ('open', 'accepted') AND r.due_on < ?1 AND (?2 = 0 OR s.slot IN (?2, ?5)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?2, ?5)));

-- name: due_tasks
-- Of strategies in force: what is late (model/strategies/task.h), and what ends soon; 1 of those that should
-- have begun, 1 of those that are said to be late. ?1 before; ?2 whose strategies, 0 = all; ?3 today.
SELECT iif(begins, planned_from, coalesce(planned_to, '')), strategy_id, id, code, name, slot, begins, said
FROM (SELECT t.planned_from, t.planned_to, t.strategy_id, t.id, s.code, t.name, s.slot, t.state = 'late' AS said,
		t.state IN ('not_started', 'prepared') AND t.real_from IS NULL AND t.planned_from < ?3
			AND coalesce(t.planned_to, '9') >= ?3 AS begins
	FROM strategy AS s JOIN task AS t ON t.strategy_id = s.id AND t.retired_at IS NULL
	WHERE s.state = 'adopted' AND s.retired_at IS NULL AND t.state NOT IN ('done', 'held', 'given_up')
		AND (?2 = 0 OR s.slot IN (?2, ?5)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?2, ?5))))
WHERE planned_to < ?1 OR begins OR said;

-- name: due_steps
-- Steps of adoption. ?1 before; ?2 whose strategies, 0 = all.
SELECT a.planned_on, s.id, a.position, s.code, a.name, s.slot
FROM strategy AS s JOIN adoption_step AS a ON a.strategy_id = s.id
WHERE s.state <> 'closed' AND s.retired_at IS NULL AND a.done_on IS NULL
	AND a.planned_on < ?1 AND (?2 = 0 OR s.slot IN (?2, ?5)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?2, ?5)));

-- name: due_reports
-- ?1 before; ?2 whose strategies, 0 = all; ?3 the last full year, ?4 the day of its report. Of a round
-- that nobody approved the offices, of which none is missing, one named since neither: it waits for approval alone. Of ?3 also
-- strategies in force whose report is not approved, by their offices where they are asked.
SELECT (r.year + 1) || substr(?4, 5), s.id, r.id, s.code, r.year, 0,
	(SELECT count(*) FROM round_delivery AS d WHERE d.round_id = r.id), s.slot
FROM monitoring_round AS r JOIN strategy AS s ON s.id = r.strategy_id AND s.retired_at IS NULL
WHERE r.approved_on IS NULL AND (?2 = 0 OR s.slot IN (?2, ?5)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?2, ?5)))
	AND EXISTS (SELECT 1 FROM round_delivery AS d WHERE d.round_id = r.id)
	AND NOT EXISTS (SELECT 1 FROM round_delivery AS d WHERE d.round_id = r.id AND d.delivered_on IS NULL)
	AND NOT EXISTS (SELECT office FROM target WHERE strategy_id = s.id AND retired_at IS NULL AND indicator = ''
		UNION SELECT office FROM task WHERE strategy_id = s.id AND retired_at IS NULL
		EXCEPT SELECT office FROM round_delivery WHERE round_id = r.id)
UNION ALL
SELECT ?4, s.id, 0, s.code, ?3, 1, 0, s.slot
FROM strategy AS s LEFT JOIN monitoring_round AS r ON r.strategy_id = s.id AND r.year = ?3
WHERE s.state = 'adopted' AND s.retired_at IS NULL AND ?3 BETWEEN s.first_year AND s.last_year
	AND ?4 < ?1 AND (?2 = 0 OR s.slot IN (?2, ?5)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?2, ?5))) AND r.approved_on IS NULL
	AND (r.id IS NULL OR EXISTS (SELECT 1 FROM round_delivery AS d
		WHERE d.round_id = r.id AND d.delivered_on IS NULL)
		OR EXISTS (SELECT office FROM target WHERE strategy_id = s.id AND retired_at IS NULL AND indicator = ''
			UNION SELECT office FROM task WHERE strategy_id = s.id AND retired_at IS NULL
			EXCEPT SELECT office FROM round_delivery WHERE round_id = r.id)
		OR NOT EXISTS (SELECT 1 FROM round_delivery AS d WHERE d.round_id = r.id));

-- name: due_in_force
-- In force in the year ?1; ?2 whose, 0 = all.
SELECT s.id FROM strategy AS s
WHERE s.state = 'adopted' AND s.retired_at IS NULL AND ?1 BETWEEN s.first_year AND s.last_year
	AND (?2 = 0 OR s.slot IN (?2, ?5)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?2, ?5)))
ORDER BY s.code, s.id;
