-- SPDX-License-Identifier: GPL-3.0-or-later
-- The coordinator's overview: each table is read once and counted by group.

-- name: overview_groups
SELECT id, code, name, kind, service, made_up FROM exchange_group WHERE retired_at IS NULL
ORDER BY code COLLATE polish;

-- name: overview_members
SELECT group_id, count(*) FROM exchange_member WHERE left_on IS NULL GROUP BY group_id;

-- name: overview_meetings
SELECT m.group_id, sum(m.state = 'held'), sum(m.state IN ('planned', 'invited')),
	coalesce(min(CASE WHEN m.state IN ('planned', 'invited') AND m.starts_at >= ?1
		THEN m.starts_at END), ''),
	coalesce(max(CASE WHEN m.state = 'held' THEN m.starts_at END), '')
FROM meeting AS m WHERE m.retired_at IS NULL GROUP BY m.group_id;

-- name: overview_stage
SELECT m.group_id, s.name FROM meeting AS m
JOIN exchange_group_stage AS s ON s.group_id = m.group_id AND s.position = m.stage
WHERE m.retired_at IS NULL AND m.state <> 'cancelled'
ORDER BY m.group_id, m.state = 'held' DESC,
	CASE WHEN m.state = 'held' THEN m.starts_at END DESC, m.starts_at;

-- name: overview_attendance
SELECT m.group_id, count(p.id), coalesce(sum(p.attended), 0)
FROM meeting AS m JOIN participant AS p ON p.meeting_id = m.id
WHERE m.retired_at IS NULL AND m.state = 'held' AND (p.stands_for IS NULL OR p.attended = 1)
GROUP BY m.group_id;

-- name: overview_homework
SELECT group_id, count(*), sum(due_on < ?1) FROM homework
WHERE open = 1 AND retired_at IS NULL GROUP BY group_id;

-- name: overview_returns
SELECT d.group_id, count(*), sum(coalesce(r.state, '') IN ('sent', 'verified'))
FROM data_sheet AS d JOIN exchange_member AS m ON m.group_id = d.group_id AND m.left_on IS NULL
	LEFT JOIN sheet_return AS r ON r.sheet_id = d.id AND r.slot = m.slot
GROUP BY d.group_id;

-- name: overview_conclusions
SELECT group_id, count(*) FROM conclusion WHERE retired_at IS NULL AND group_id IS NOT NULL
	AND state <> 'rejected' GROUP BY group_id;

-- name: overview_plans
SELECT group_id, count(*) FROM improvement_plan WHERE retired_at IS NULL AND group_id IS NOT NULL
GROUP BY group_id;
