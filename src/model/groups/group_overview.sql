-- SPDX-License-Identifier: GPL-3.0-or-later
-- The coordinator's overview: each table is read once and counted by group.

-- name: overview_groups
SELECT id, code, name, kind, service, made_up FROM exchange_group WHERE retired_at IS NULL
ORDER BY code COLLATE polish;

-- name: overview_members
SELECT group_id, count(*) FROM membership WHERE ?1 BETWEEN first_on AND last_on GROUP BY group_id;

-- name: overview_meetings
SELECT m.group_id, sum(m.state = 'held'), sum(m.state IN ('planned', 'invited')),
	coalesce(min(CASE WHEN m.state IN ('planned', 'invited') AND m.starts_at >= ?1
		THEN m.starts_at END), ''),
	coalesce(max(CASE WHEN m.state = 'held' THEN m.starts_at END), '')
FROM meeting AS m WHERE m.retired_at IS NULL GROUP BY m.group_id;

-- name: overview_stage
-- Of the last meeting held, else of the first one planned: stage is of the row that has the maximum.
SELECT m.group_id, s.name FROM (
	SELECT group_id, stage, max(CASE WHEN state = 'held' THEN number ELSE -number END)
	FROM meeting WHERE retired_at IS NULL AND state <> 'cancelled' AND stage > 0
	GROUP BY group_id) AS m
JOIN exchange_group_stage AS s ON s.group_id = m.group_id AND s.position = m.stage;

-- name: overview_attendance
-- By seat: a substitute who came fills the seat of whom they stand for, once.
SELECT m.group_id, sum(p.stands_for IS NULL),
	coalesce(sum(p.attended = 1 AND p.stands_for IS NULL), 0)
	+ count(DISTINCT CASE WHEN p.stands_for IS NOT NULL AND p.attended = 1 AND NOT EXISTS (
		SELECT 1 FROM participant AS r WHERE r.id = p.stands_for AND r.attended = 1)
		THEN p.stands_for END)
FROM meeting AS m JOIN participant AS p INDEXED BY participant_count ON p.meeting_id = m.id
WHERE m.retired_at IS NULL AND m.state = 'held' GROUP BY m.group_id;

-- name: overview_guests
SELECT m.group_id, count(*), coalesce(sum(p.attended = 1 OR EXISTS (SELECT 1 FROM participant AS s
	WHERE s.meeting_id = p.meeting_id AND s.stands_for = p.id AND s.attended = 1)), 0)
FROM participant AS p INDEXED BY participant_guest JOIN meeting AS m ON m.id = p.meeting_id
WHERE p.part = 'guest' AND p.stands_for IS NULL AND m.retired_at IS NULL AND m.state = 'held' GROUP BY m.group_id;

-- name: overview_homework
SELECT group_id, count(*), sum(due_on < ?1) FROM homework INDEXED BY homework_open
WHERE open = 1 AND retired_at IS NULL GROUP BY group_id;

-- name: overview_returns
SELECT d.group_id, count(*), sum(coalesce(r.state, '') IN ('sent', 'verified'))
FROM data_sheet AS d JOIN membership AS m ON m.group_id = d.group_id
	AND ?1 BETWEEN m.first_on AND m.last_on
	AND m.first_on <= max(coalesce(d.due_on, '9999-12-31'), d.year || '-12-31')
	LEFT JOIN sheet_return AS r ON r.sheet_id = d.id AND r.slot = m.slot
WHERE EXISTS (SELECT 1 FROM data_sheet_line AS l WHERE l.sheet_id = d.id)
GROUP BY d.group_id;

-- name: overview_conclusions
SELECT group_id, count(*) FROM conclusion WHERE retired_at IS NULL AND group_id IS NOT NULL
	AND state <> 'rejected' GROUP BY group_id;

-- name: overview_plans
SELECT group_id, count(*) FROM improvement_plan WHERE retired_at IS NULL AND group_id IS NOT NULL
GROUP BY group_id;
